"""The ontology for a reader: its classes, properties, codes and shapes, read from its own files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from tradegraph.errors import UsageError
from tradegraph.resources import ontology_files, shape_files
from tradegraph.spelling import advise
from tradegraph.vocabulary import OWL, PREFIXES, RDF, RDFS, SHAPES, SKOS

SHACL = "http://www.w3.org/ns/shacl#"
SORTS = ("class", "property", "code list", "code", "shape")
SORT_OF_TYPE = {
    f"{OWL}Class": "class",
    f"{OWL}ObjectProperty": "property",
    f"{OWL}DatatypeProperty": "property",
    f"{SKOS}ConceptScheme": "code list",
    f"{SKOS}Concept": "code",
    f"{SHACL}NodeShape": "shape",
}
SHORTENED = {**PREFIXES, "tgs": SHAPES, "sh": SHACL}

Node = NamedNode | BlankNode
Values = defaultdict[str, list[str]]


@dataclass(frozen=True, slots=True)
class SchemaTerm:
    """A class, property, code list, code or shape. Names are short, such as `tg:Ruling`.

    `broader` are a class's or property's parents, or the list a code stands in; `domain` what a
    property is stated of, or what a shape applies to; `messages` what a shape says of a fault.
    """

    name: str
    sort: str
    label: str
    definition: str
    examples: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()


def list_terms(sort: str | None = None) -> list[SchemaTerm]:
    """Return the terms, or those of one sort, by sort and name."""
    statements: dict[Node, Values] = defaultdict(lambda: defaultdict(list))
    for file in [*ontology_files(), *shape_files()]:
        for triple in parse(file.read_bytes(), RdfFormat.TURTLE):
            if isinstance(triple.subject, (NamedNode, BlankNode)):
                statements[triple.subject][triple.predicate.value].append(_write(triple.object))
    messages = {str(node): values[f"{SHACL}message"] for node, values in statements.items()}
    terms = [
        _term_of(node.value, _sort_of(values), values, messages)
        for node, values in statements.items()
        if isinstance(node, NamedNode) and _sort_of(values) in ({sort} if sort else set(SORTS))
    ]
    return sorted(terms, key=lambda term: (SORTS.index(term.sort), term.name))


def find_term(name: str) -> SchemaTerm:
    """Return the term meant by `tg:Ruling`, `Ruling`, its IRI or its label.

    A class goes before a shape of its name. Raises UsageError for an unknown name.
    """
    terms = list_terms()
    short = _shorten(name.strip("<>"))
    for matches in (
        lambda term: term.name == short,
        lambda term: term.name.partition(":")[2] == name,
        lambda term: (
            name.casefold() in {term.label.casefold(), term.name.partition(":")[2].casefold()}
        ),
    ):
        found = next(filter(matches, terms), None)
        if found:
            return found
    names = [term.name.partition(":")[2] for term in terms]
    raise UsageError(
        f"the ontology has no term {name!r}",
        how=advise(name, names, otherwise="tradegraph schema lists all terms"),
    )


def find_related(term: SchemaTerm) -> dict[str, list[SchemaTerm]]:
    """Return the terms that refer to `term`, by what they are to it."""
    terms = list_terms()
    lineage = _ancestors(term, terms)
    groups = {
        "narrower": [each for each in terms if term.name in each.broader],
        "properties": [
            each for each in terms if each.sort == "property" and lineage & {*each.domain}
        ],
        "values of": [each for each in terms if term.name in each.range],
        "shapes": [each for each in terms if each.sort == "shape" and term.name in each.domain],
    }
    return {group: found for group, found in groups.items() if found}


def _ancestors(term: SchemaTerm, terms: Iterable[SchemaTerm]) -> set[str]:
    if term.sort != "class":
        return set()
    parents = {each.name: each.broader for each in terms}
    found: set[str] = set()
    waiting = [term.name]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(parents.get(name, ()))
    return found


def _sort_of(values: Values) -> str | None:
    return next((SORT_OF_TYPE[kind] for kind in values[f"{RDF}type"] if kind in SORT_OF_TYPE), None)


def _term_of(
    iri: str, sort: str | None, values: Values, messages: dict[str, list[str]]
) -> SchemaTerm:
    name = _shorten(iri)
    labels = values[f"{RDFS}label"] + values[f"{SKOS}prefLabel"]
    parts = values[f"{SHACL}property"] + values[f"{SHACL}sparql"]
    said = values[f"{SHACL}message"] + [line for part in parts for line in messages.get(part, [])]
    return SchemaTerm(
        name=name,
        sort=sort or "",
        label=min(labels, default=name.partition(":")[2]),
        definition=" ".join(sorted(values[f"{SKOS}definition"])),
        examples=tuple(sorted(values[f"{SKOS}example"])),
        broader=_short(values, f"{RDFS}subClassOf", f"{RDFS}subPropertyOf", f"{SKOS}inScheme"),
        domain=_short(values, f"{RDFS}domain", f"{SHACL}targetClass"),
        range=_short(values, f"{RDFS}range"),
        messages=tuple(dict.fromkeys(said)),
    )


def _short(values: Values, *properties: str) -> tuple[str, ...]:
    return tuple(sorted(_shorten(value) for each in properties for value in values[each]))


def _shorten(iri: str) -> str:
    for prefix, namespace in SHORTENED.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _write(term: object) -> str:
    return term.value if isinstance(term, (NamedNode, Literal)) else str(term)
