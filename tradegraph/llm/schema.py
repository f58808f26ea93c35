"""The JSON schema of an answer, generated from the types of facts.

In the subset that OpenAI's strict mode and llama.cpp's grammars share: every property is required,
nothing else is allowed, and what may be missing is null.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tradegraph.llm.forms import FACT_TYPES, MODALITIES, QUALIFIERS, Role

Schema = dict[str, object]

TEXT: Final[Schema] = {"type": "string"}
NUMBER: Final[Schema] = {"type": "number"}
DAY: Final[Schema] = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
NULL: Final[Schema] = {"type": "null"}


def answer_schema() -> Schema:
    """Return the schema of an answer: `{"facts": [...]}`."""
    facts = [_fact_schema(name, roles) for name, roles in FACT_TYPES.items()]
    return _object({"facts": {"type": "array", "items": {"anyOf": facts}}})


def _fact_schema(name: str, roles: tuple[Role, ...]) -> Schema:
    properties: Schema = {"type": {"type": "string", "enum": [name]}}
    for role in roles:
        form = _form_schema(role)
        properties[role.name] = form if role.required else {"anyOf": [form, NULL]}
    properties["modality"] = {"type": "string", "enum": list(MODALITIES)}
    properties["evidence"] = TEXT
    return _object(properties)


def _form_schema(role: Role) -> Schema:
    if role.form == "code":
        return {"type": "string", "enum": list(role.codes)}
    return dict(FORMS[role.form])


def _array(items: Schema, *, least: int = 1, most: int | None = None) -> Schema:
    bounds = {"minItems": least} | ({"maxItems": most} if most else {})
    return {"type": "array", "items": items, **bounds}


def _object(properties: Mapping[str, object]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


FORMS: Final[Mapping[str, Schema]] = {
    "actor": TEXT,
    "actors": _array(TEXT),
    "jurisdictions": _array(TEXT),
    "phrases": _array(TEXT),
    "rate": _object(
        {
            "low": {"anyOf": [NUMBER, NULL]},
            "high": {"anyOf": [NUMBER, NULL]},
            "qualifier": {"type": "string", "enum": list(QUALIFIERS)},
        }
    ),
    "days": _array(DAY, least=2, most=2),
    "flag": {"type": "boolean"},
    "text": TEXT,
}
"""What stands in a role of each form but a code."""
