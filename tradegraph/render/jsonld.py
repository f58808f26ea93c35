"""JSON-LD with the shipped context: short names, plain strings where the context types them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode

from tradegraph.errors import UsageError
from tradegraph.render.terms import PLAIN_TYPES
from tradegraph.render.triples import (
    TYPE,
    Description,
    Statement,
    describe,
    name_blanks,
    split_graphs,
)
from tradegraph.resources import ONTOLOGY
from tradegraph.store import Term
from tradegraph.vocabulary import XSD

# Integers that a JSON number gives back digit for digit.
SMALL_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
BOOLEANS: Final = {"true": True, "false": False}
SCHEME = re.compile(r"[A-Za-z][\w+.-]*(?=:)")


@dataclass(frozen=True, slots=True)
class ContextTerm:
    """How the context writes a property: its name, the type it gives values, language maps."""

    name: str
    coercion: str | None
    by_language: bool


class Context:
    """The shipped context, turned round: from IRIs to the names it gives them."""

    def __init__(self, entries: Mapping[str, Any]) -> None:
        self._namespaces = {
            name: iri
            for name, iri in entries.items()
            if isinstance(iri, str) and iri.endswith(("#", "/"))
        }
        self._terms = {
            self._expand(_iri_of(entry)): ContextTerm(
                name, self._coercion(entry), _by_language(entry)
            )
            for name, entry in entries.items()
            if name not in self._namespaces
            and not str(_iri_of(entry)).startswith("@")
            and name[0] != "@"
        }

    def term(self, iri: str) -> ContextTerm | None:
        """Return what the context says of a property or class."""
        return self._terms.get(iri)

    def shorten(self, iri: str) -> str:
        """Return the IRI with one of the context's prefixes, or whole."""
        for name, namespace in self._namespaces.items():
            local = iri.removeprefix(namespace)
            if local not in {iri, ""} and not local.startswith("//"):
                return f"{name}:{local}"
        scheme = SCHEME.match(iri)
        if (
            scheme
            and scheme.group() in self._namespaces
            and not iri.startswith(f"{scheme.group()}://")
        ):
            raise UsageError(f"JSON-LD would misread the IRI <{iri}>", how="the format turtle")
        return iri

    def _expand(self, name: str) -> str:
        prefix, colon, local = name.partition(":")
        return self._namespaces[prefix] + local if colon and prefix in self._namespaces else name

    def _coercion(self, entry: object) -> str | None:
        kind = entry.get("@type") if isinstance(entry, Mapping) else None
        return self._expand(kind) if isinstance(kind, str) else None


def write_jsonld(statements: Iterable[Statement]) -> str:
    """Return the statements as JSON-LD with the context inside; named graphs keep their names."""
    entries, context = _read_context()
    graphs = split_graphs(statements)
    blanks = name_blanks(quad for _, quads in graphs for quad in quads)
    nodes: list[dict[str, Any]] = []
    for name, quads in graphs:
        described = [_write_node(each, context, blanks) for each in describe(quads)]
        nodes += described if name is None else [{"id": context.shorten(name), "graph": described}]
    head = ",\n".join(f"  {_dump(name)}: {_dump(entry)}" for name, entry in entries.items())
    body = ",\n".join(_dump(node, indent=1) for node in nodes)
    return f'{{"@context": {{\n{head}\n}},\n"@graph": [\n{body}\n]}}\n'


def _dump(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


@lru_cache(maxsize=1)
def _read_context() -> tuple[dict[str, Any], Context]:
    text = (ONTOLOGY / "context.jsonld").read_text(encoding="utf-8")
    entries: dict[str, Any] = json.loads(text)["@context"]
    return entries, Context(entries)


def _iri_of(entry: object) -> str:
    return str(entry.get("@id") if isinstance(entry, Mapping) else entry)


def _by_language(entry: object) -> bool:
    return isinstance(entry, Mapping) and entry.get("@container") == "@language"


def _write_node(
    description: Description, context: Context, blanks: Mapping[str, str]
) -> dict[str, Any]:
    node: dict[str, Any] = {"id": _write_id(description.subject, context, blanks)}
    for predicate, values in description.properties:
        node.update(_write_property(predicate.value, values, context, blanks))
    return node


def _write_property(
    predicate: str, values: list[Term], context: Context, blanks: Mapping[str, str]
) -> list[tuple[str, Any]]:
    """Return the keys and values of a property; language maps take only texts with a language."""
    if predicate == TYPE and all(isinstance(value, NamedNode) for value in values):
        return [("type", _one_or_all([_write_class(value, context) for value in values]))]
    term = context.term(predicate)
    whole = context.shorten(predicate)
    if term is None or term.by_language:
        in_language = [value for value in values if term and _is_tagged(value)]
        rest = [value for value in values if value not in in_language]
        written = [_write_value(value, None, context, blanks) for value in rest]
        pairs = [(term.name, _language_map(in_language))] if term and in_language else []
        return [*pairs, *([(whole, _one_or_all(written))] if rest else [])]
    return [
        (term.name, _one_or_all([_write_value(each, term, context, blanks) for each in values]))
    ]


def _write_class(value: Term, context: Context) -> str:
    iri = value.value if isinstance(value, NamedNode) else str(value)
    term = context.term(iri)
    return term.name if term and term.coercion is None else context.shorten(iri)


def _write_value(
    value: Term, term: ContextTerm | None, context: Context, blanks: Mapping[str, str]
) -> Any:
    coercion = term.coercion if term else None
    if not isinstance(value, Literal):
        identifier = _write_id(value, context, blanks)
        return identifier if coercion == "@id" else {"id": identifier}
    datatype = value.datatype.value
    if value.direction is not None:
        raise UsageError("JSON-LD output cannot hold a text with a direction", how="turtle")
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if coercion == datatype:
        return _native(value.value, datatype)
    if datatype in PLAIN_TYPES:
        return {"@value": value.value} if coercion else value.value
    return {"@value": value.value, "type": context.shorten(datatype)}


def _native(text: str, datatype: str) -> str | int | bool:
    """Return a JSON number or boolean where it reads back the same, else the text."""
    if datatype == XSD + "integer" and SMALL_INTEGER.fullmatch(text):
        return int(text)
    return BOOLEANS.get(text, text) if datatype == XSD + "boolean" else text


def _write_id(term: Term, context: Context, blanks: Mapping[str, str]) -> str:
    if isinstance(term, BlankNode):
        return f"_:{blanks[term.value]}"
    if isinstance(term, NamedNode):
        return context.shorten(term.value)
    raise UsageError("JSON-LD cannot hold a statement about a statement", how="the format turtle")


def _is_tagged(value: Term) -> bool:
    return isinstance(value, Literal) and bool(value.language) and value.direction is None


def _language_map(values: Iterable[Term]) -> dict[str, Any]:
    texts: dict[str, list[str]] = {}
    for value in values:
        if isinstance(value, Literal) and value.language:
            texts.setdefault(value.language, []).append(value.value)
    return {language: _one_or_all(texts[language]) for language in sorted(texts)}


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
