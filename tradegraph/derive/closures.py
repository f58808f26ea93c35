"""What follows from the stated facts by the ontology alone, so that queries need no paths.

Superclasses of our own ontology, `participant` from its subproperties, `withinGroup` from
`partOfGroup` at any depth and for each measure itself, `standsFor` for a measure that nothing
narrows, and `isActual` for facts that are curated or that some document affirms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from tradegraph.derive.statements import TYPE, Facts, Statements, Value
from tradegraph.vocabulary import GRAPH_DERIVED, ONT, RDFS, XSD, code, tg

SUBCLASS = RDFS + "subClassOf"
SUBPROPERTY = RDFS + "subPropertyOf"
TRUE = Literal("true", datatype=NamedNode(XSD + "boolean"))
DERIVED = NamedNode(GRAPH_DERIVED)

AFFIRMED = (code("modality", "asserted"), code("polarity", "positive"))

PLAIN = frozenset(map(tg, ("TextSpan", "Assertion", "Mention")))
"""The classes of most nodes of a graph, which nobody takes part in."""

NARROWING = tuple(map(tg, ("targets", "product", "specializes", "heading", "partOfGroup")))
"""What makes a measure less than all that is imposed under an authority."""

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
    named = (TYPE, *sorted(schema.participations))
    subjects = dict.fromkeys(subject for name in named for subject, _ in statements.pairs(name))
    return close_subjects(statements, subjects, schema)


def close_subjects(facts: Facts, subjects: Iterable[str], schema: Schema) -> list[Quad]:
    """Return what follows for these subjects from all that is stated of them, in order."""
    new = dict.fromkeys(each for subject in subjects for each in _close(facts, subject, schema))
    stated = (each for each in new if each[2] not in facts.values(each[0], each[1]))
    ordered = sorted(stated, key=lambda each: (each[0], each[1], str(each[2])))
    return [derived_quad(*each) for each in ordered]


def climb_groups(facts: Facts, measure: str) -> tuple[str, ...]:
    """Return the groups that contain a measure, at any depth, sorted."""
    found: set[str] = set()
    waiting = [measure]
    while waiting:
        for group in facts.iris(waiting.pop(), "partOfGroup"):
            if group not in found:
                found.add(group)
                waiting.append(group)
    return tuple(sorted(found))


def derived_quad(subject: str, predicate: str, value: Value) -> Quad:
    """Return a statement of the derived graph."""
    return Quad(NamedNode(subject), NamedNode(predicate), value, DERIVED)


def _close(facts: Facts, subject: str, schema: Schema) -> Iterator[Stated]:
    """Yield what follows for one subject, whether it is stated, too, or not."""
    types = dict.fromkeys(_iris(facts.values(subject, TYPE)))
    for name in tuple(types):
        types.update(dict.fromkeys(schema.superclasses.get(name, ())))
    for name in types:
        yield subject, TYPE, NamedNode(name)
    if types.keys().isdisjoint(PLAIN):
        for name in schema.participations:
            for actor in facts.values(subject, name):
                yield subject, tg("participant"), actor
    if tg("Measure") in types:
        yield from _close_measure(facts, subject, schema)
    if tg("Fact") in types and (_is_curated(facts, subject) or _is_affirmed(facts, subject)):
        yield subject, tg("isActual"), TRUE


def _close_measure(facts: Facts, measure: str, schema: Schema) -> Iterator[Stated]:
    for group in (measure, *schema.groups.get(measure, ())):
        yield measure, tg("withinGroup"), NamedNode(group)
    if not any(facts.told(measure, name) for name in NARROWING):
        for authority in facts.iris(measure, "legalAuthority"):
            yield measure, tg("standsFor"), NamedNode(authority)


def _is_curated(facts: Facts, subject: str) -> bool:
    return TRUE in facts.values(subject, tg("isCurated"))


def _is_affirmed(facts: Facts, subject: str) -> bool:
    return any(is_affirmation(facts, each) for each in facts.subjects("asserts", subject))


def is_affirmation(facts: Facts, assertion: str) -> bool:
    """Tell whether an assertion commits its document to the fact, as asserted and positive."""
    modality, polarity = AFFIRMED
    return modality in facts.iris(assertion, "modality") and polarity in facts.iris(
        assertion, "polarity"
    )


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
