"""The named queries: what each answers, which parameters it takes, and how values become terms.

A query file begins with lines of its own, as grlc has them:

    #+ summary: what it answers
    #+ param day: xsd:date = 2025-05-30 — the day asked about
    #+ param country: iri cty — whose goods pay; all when not given
    #+ example: tradegraph query rates-on-date -p day=2025-05-30

A parameter is a variable with a VALUES block of its own in the query, which holds the default.
After `iri` stand the beginnings that a bare word may be completed with: `CN` to `cty:CN`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.abc import Traversable
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from tradegraph.errors import InputError, UsageError
from tradegraph.resources import ontology_files, query_files
from tradegraph.spelling import advise
from tradegraph.vocabulary import CODE, ONT, PREFIXES, XSD

Value = NamedNode | Literal
Resolve = Callable[[str], str]
"""Returns the IRI of the thing that a name means, or raises UsageError."""

SUFFIX: Final = ".rq"
DASH: Final = "\N{EM DASH}"

HEADER = re.compile(r"#\+\s*(?P<key>\w+)(?:\s+(?P<name>\w+))?\s*:\s*(?P<value>.*)")
PARAMETER = re.compile(
    rf"""
    (?P<kind>iri|xsd:\w+)
    (?P<stems>(?:\s+[a-z]+(?::[\w-]+)?)*)      # cty grp, or code:authority-
    (?:\s*=\s*(?P<default>"[^"]*"|\S+))?
    \s+(?:{DASH}|--)\s+(?P<help>\S.*)
    """,
    re.VERBOSE,
)
BARE_WORD = re.compile(r"[\w.-]+")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBERS: Final = {
    "xsd:integer": re.compile(r"[+-]?\d+"),
    "xsd:decimal": re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"),
    "xsd:boolean": re.compile(r"true|false"),
}
EXPECTED: Final = {
    "xsd:date": "a day such as 2025-05-30",
    "xsd:integer": "a whole number",
    "xsd:decimal": "a number such as 0.9",
    "xsd:boolean": "true or false",
    "xsd:string": "a text",
}
"""The types of literals that a parameter can have, each with what its values look like."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query can be asked with.

    `kind` is `iri` or a datatype such as `xsd:date`; `stems` are what a bare word is completed
    with, `cty:`; `default` is None where the query goes without a value.
    """

    name: str
    kind: str
    stems: tuple[str, ...]
    default: str | None
    help: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with what its header says of it."""

    name: str
    summary: str
    parameters: tuple[Parameter, ...]
    example: str | None
    text: str


@lru_cache(maxsize=1)
def list_queries() -> tuple[NamedQuery, ...]:
    """Return the shipped queries, sorted by name."""
    return tuple(sorted(map(_read_file, query_files()), key=lambda query: query.name))


def find_query(name: str) -> NamedQuery:
    """Return the shipped query of this name; raises UsageError with the nearest one."""
    known = {query.name: query for query in list_queries()}
    wanted = name.removesuffix(SUFFIX)
    if wanted not in known:
        how = advise(wanted, known, otherwise="tradegraph queries list")
        raise UsageError(f"no query named {name!r}", how=how)
    return known[wanted]


def read_query(text: str, name: str = "query") -> NamedQuery:
    """Return a query of the user's, whose header may be missing; raises InputError."""
    values: dict[str, str] = {}
    parameters: list[Parameter] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#+"):
            continue
        header = HEADER.fullmatch(line.rstrip())
        if header is None or header["key"] not in {"summary", "param", "example"}:
            how = "#+ summary: ..., #+ param NAME: ... or #+ example: ..."
            raise InputError(f"not a header line: {line}", where=f"{name}:{number}", how=how)
        if header["key"] == "param":
            parameters.append(_read_parameter(header, f"{name}:{number}"))
        else:
            values[header["key"]] = header["value"]
    summary, example = values.get("summary", ""), values.get("example")
    return NamedQuery(name, summary, tuple(parameters), example, text)


def bind(
    query: NamedQuery, values: Mapping[str, str], resolve: Resolve | None = None
) -> dict[str, Value]:
    """Return the terms for the values given to a query's parameters, by name.

    IRIs may be written `cty:CN`, `<https://...>`, `https://...` or as a bare word, which `resolve`
    looks up, or without it the parameter's stem completes. What the header does not declare is
    typed by its looks. Raises UsageError for an unknown parameter and for an unfit value.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    bound: dict[str, Value] = {}
    for name, text in values.items():
        if name in known:
            bound[name] = read_value(known[name], text, resolve)
        elif known:
            how = advise(name, known, otherwise=f"one of {', '.join(known)}")
            raise UsageError(f"no parameter {name!r}", where=query.name, how=how)
        else:
            bound[name] = guess_value(name, text)
    return bound


def read_value(parameter: Parameter, text: str, resolve: Resolve | None = None) -> Value:
    """Return the term that a text means as a parameter's value; raises UsageError."""
    if parameter.kind == "iri":
        return _read_iri(parameter, text, resolve)
    if not _fits(parameter.kind, text):
        raise UsageError(f"{text!r} is not {EXPECTED[parameter.kind]}", where=parameter.name)
    return _literal(parameter.kind, text)


def guess_value(name: str, text: str) -> Value:
    """Return the term that a text looks like: a day, a number, true or false, an IRI, a text."""
    for kind in ("xsd:date", *NUMBERS):
        if _fits(kind, text):
            return _literal(kind, text)
    iri = expand_iri(text)
    return _named_node(name, iri) if iri else Literal(text)


def expand_iri(text: str) -> str | None:
    """Return the IRI that `<IRI>`, `https://...` or `cty:CN` writes; None for anything else."""
    if text.startswith("<") and text.endswith(">"):
        return text[1:-1]
    prefix, colon, local = text.partition(":")
    if colon and prefix in PREFIXES and not local.startswith("//"):
        return PREFIXES[prefix] + local
    return text if prefix in {"http", "https", "urn"} and colon else None


def _read_file(file: Traversable) -> NamedQuery:
    return read_query(file.read_text(encoding="utf-8"), file.name.removesuffix(SUFFIX))


def _read_parameter(header: re.Match[str], where: str) -> Parameter:
    match = PARAMETER.fullmatch(header["value"])
    kind = match["kind"] if match else ""
    if match is None or not header["name"] or kind not in {"iri", *EXPECTED}:
        how = f"#+ param NAME: xsd:date = DEFAULT {DASH} what it means, or iri and its prefixes"
        raise InputError(f"not a parameter: {header['value']}", where=where, how=how)
    stems = tuple(stem if ":" in stem else f"{stem}:" for stem in match["stems"].split())
    default = match["default"].strip('"') if match["default"] else None
    return Parameter(header["name"], kind, stems, default, match["help"])


def _fits(kind: str, text: str) -> bool:
    if kind == "xsd:date":
        return bool(DAY.fullmatch(text)) and _is_day(text)
    return kind not in NUMBERS or bool(NUMBERS[kind].fullmatch(text))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _literal(kind: str, text: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + kind.removeprefix("xsd:")))


def _read_iri(parameter: Parameter, text: str, resolve: Resolve | None) -> NamedNode:
    iri = expand_iri(text) or _complete(parameter, text, resolve)
    if iri is None:
        stem = parameter.stems[0] if parameter.stems else "cty:"
        how = f"{stem}NAME or <https://...>"
        raise UsageError(f"{text!r} is not an IRI", where=parameter.name, how=how)
    if iri.startswith((ONT, CODE)):
        _demand_term(parameter, text, iri)
    return _named_node(parameter.name, iri)


def _complete(parameter: Parameter, text: str, resolve: Resolve | None) -> str | None:
    """Return the IRI of a bare word."""
    fixed = len(parameter.stems) == 1 and BARE_WORD.fullmatch(text)
    of_ontology = fixed and parameter.stems[0].partition(":")[0] in {"code", "tg"}
    if resolve and not of_ontology:
        return resolve(text)
    return expand_iri(parameter.stems[0] + text) if fixed else None


def _demand_term(parameter: Parameter, text: str, iri: str) -> None:
    """Raise UsageError for a term that the ontology does not have."""
    stem = expand_iri(parameter.stems[0]) if parameter.stems else None
    terms = sorted(term for term in _ontology_terms() if term.startswith(stem or (ONT, CODE)))
    if iri in terms:
        return
    words = [term.removeprefix(stem or "") for term in terms]
    how = advise(text, words, otherwise=f"one of {', '.join(words)}")
    raise UsageError(f"the ontology has no {text!r}", where=parameter.name, how=how)


@lru_cache(maxsize=1)
def _ontology_terms() -> frozenset[str]:
    return frozenset(_subjects())


def _subjects() -> Iterator[str]:
    for file in ontology_files():
        for triple in parse(file.read_bytes(), RdfFormat.TURTLE):
            if isinstance(triple.subject, NamedNode):
                yield triple.subject.value


def _named_node(name: str, iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise UsageError(f"{iri!r} is not an IRI", where=name) from error
