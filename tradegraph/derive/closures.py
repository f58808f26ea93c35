"""What follows from the stated facts by the ontology alone, so that queries need no paths.

Superclasses of our own ontology, `participant` from its subproperties, `withinGroup` from
`partOfGroup` at any depth and for each measure itself, and `isActual` for facts that are curated
or that some document affirms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from tradegraph.derive.statements import TYPE, Statements, Value
from tradegraph.vocabulary import GRAPH_DERIVED, ONT, RDFS, XSD, code, tg

SUBCLASS = RDFS + "subClassOf"
SUBPROPERTY = RDFS + "subPropertyOf"
TRUE = Literal("true", datatype=NamedNode(XSD + "boolean"))
DERIVED = NamedNode(GRAPH_DERIVED)

Stated = tuple[str, str, Value]


@dataclass(frozen=True, slots=True)
class Schema:
    """What the closures need to know besides the facts that they close.

    `superclasses` and `groups` are transitive; `groups` gives the groups that contain a measure.
    """

    superclasses: Mapping[str, tuple[str, ...]]
    participations: frozenset[str]
    groups: Mapping[str, tuple[str, ...]]


def read_schema(quads: Iterable[Quad]) -> Schema:
    """Return the schema that ontology and measures give; quads about other things do no harm."""
    return schema_of(Statements.of(quads))


def schema_of(statements: Statements) -> Schema:
    """Return the schema that stated facts give."""
    participant = tg("participant")
    subproperties = _climb(_edges(statements, SUBPROPERTY))
    return Schema(
        superclasses={
            name: tuple(each for each in above if each.startswith(ONT))
            for name, above in _climb(_edges(statements, SUBCLASS)).items()
        },
        participations=frozenset(
            name for name, above in subproperties.items() if participant in above
        ),
        groups=_climb(_edges(statements, tg("partOfGroup"))),
    )


def close_quads(quads: Iterable[Quad], schema: Schema) -> list[Quad]:
    """Return what follows from the quads and is not among them, in order.

    One document's graph can be closed alone: the schema brings what it needs of the others.
    """
    return close_statements(Statements.of(quads), schema)


def close_statements(statements: Statements, schema: Schema) -> list[Quad]:
    """Return what follows from stated facts and is not among them, in order."""
    types = {subject: set(_iris(values)) for subject, values in _grouped(statements, TYPE)}
    new = dict.fromkeys(_close_types(types, schema))
    for subject, _, value in new:
        types[subject].add(str_of(value))
    new |= dict.fromkeys(_close_participants(statements, schema))
    new |= dict.fromkeys(_close_groups(types, schema))
    new |= dict.fromkeys(_close_actual(statements, types))
    stated = (each for each in new if each[2] not in statements.values(each[0], each[1]))
    ordered = sorted(stated, key=lambda each: (each[0], each[1], str(each[2])))
    return [derived_quad(*each) for each in ordered]


def derived_quad(subject: str, predicate: str, value: Value) -> Quad:
    """Return a statement of the derived graph."""
    return Quad(NamedNode(subject), NamedNode(predicate), value, DERIVED)


def _close_types(types: Mapping[str, set[str]], schema: Schema) -> Iterator[Stated]:
    for subject, stated in types.items():
        for name in stated:
            for above in schema.superclasses.get(name, ()):
                if above not in stated:
                    yield subject, TYPE, NamedNode(above)


def _close_participants(statements: Statements, schema: Schema) -> Iterator[Stated]:
    participant = tg("participant")
    for name in schema.participations:
        for subject, actor in statements.pairs(name):
            yield subject, participant, actor


def _close_groups(types: Mapping[str, set[str]], schema: Schema) -> Iterator[Stated]:
    measure, within = tg("Measure"), tg("withinGroup")
    for subject, names in types.items():
        if measure in names:
            for group in (subject, *schema.groups.get(subject, ())):
                yield subject, within, NamedNode(group)


def _close_actual(statements: Statements, types: Mapping[str, set[str]]) -> Iterator[Stated]:
    asserted, positive = code("modality", "asserted"), code("polarity", "positive")
    affirmed = set(statements.subjects("modality", asserted)) & set(
        statements.subjects("polarity", positive)
    )
    told = {iri for each in affirmed for iri in statements.iris(each, "asserts")}
    curated = {subject for subject, value in statements.pairs(tg("isCurated")) if value == TRUE}
    fact = tg("Fact")
    for subject in told | curated:
        if fact in types.get(subject, ()):
            yield subject, tg("isActual"), TRUE


def _grouped(statements: Statements, predicate: str) -> Iterator[tuple[str, list[Value]]]:
    for subject in dict.fromkeys(subject for subject, _ in statements.pairs(predicate)):
        yield subject, statements.values(subject, predicate)


def _iris(values: Iterable[Value]) -> Iterator[str]:
    return (value.value for value in values if isinstance(value, NamedNode))


def str_of(value: Value) -> str:
    """Return an IRI's or a literal's plain text."""
    return value.value if isinstance(value, NamedNode | Literal) else str(value)


def _edges(statements: Statements, predicate: str) -> dict[str, set[str]]:
    edges: dict[str, set[str]] = {}
    for subject, value in statements.pairs(predicate):
        if isinstance(value, NamedNode):
            edges.setdefault(subject, set()).add(value.value)
    return edges


def _climb(edges: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    """Return for each node all that is above it, sorted; a circle ends where it began."""
    above: dict[str, tuple[str, ...]] = {}
    for start in edges:
        seen: set[str] = set()
        waiting = list(edges[start])
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting += edges.get(node, ())
        above[start] = tuple(sorted(seen - {start}))
    return above
