"""The schema that a model must keep to, and the code lists behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tradegraph.evaluation.facts import ROLES
from tradegraph.llm.contents import READERS
from tradegraph.llm.forms import FACT_TYPES, MODALITIES, QUALIFIERS, Role
from tradegraph.llm.schema import answer_schema
from tradegraph.schema import list_terms

SCHEMES = {
    "kind": "event",
    "authority": "authority",
    "outcome": "outcome",
    "state": "negotiation",
}
CODED = [
    pytest.param(role, SCHEMES[role.name], id=f"{fact_type}-{role.name}")
    for fact_type, roles in FACT_TYPES.items()
    for role in roles
    if role.form == "code"
]


@pytest.fixture(scope="module")
def codes() -> set[str]:
    return {term.name.removeprefix("code:") for term in list_terms("code")}


def test_every_type_of_fact_is_asked_for_and_read() -> None:
    assert set(FACT_TYPES) == set(READERS) == set(ROLES)


@pytest.mark.parametrize(("role", "scheme"), CODED)
def test_codes_are_those_of_the_ontology(codes: set[str], role: Role, scheme: str) -> None:
    assert {f"{scheme}-{code}" for code in role.codes} <= codes


def test_modalities_and_qualifiers_are_those_of_the_ontology(codes: set[str]) -> None:
    assert {f"modality-{each}" for each in MODALITIES} <= codes
    assert {f"qualifier-{each}" for each in QUALIFIERS} <= codes


def objects_in(schema: object) -> Iterator[dict[str, object]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for value in schema.values():
            yield from objects_in(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects_in(value)


def test_schema_keeps_to_what_strict_mode_takes() -> None:
    found = list(objects_in(answer_schema()))
    assert len(found) > len(FACT_TYPES)
    for each in found:
        properties = each["properties"]
        assert isinstance(properties, dict)
        assert each["required"] == list(properties)
        assert each["additionalProperties"] is False
