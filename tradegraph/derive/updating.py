"""The derived graph after a change of some documents: made again only where that change reaches.

`touched` are the nodes that the documents named, before or after. What follows for them alone is
made again, with the links of acts that hang together with theirs and the history of every measure
that they, their groups, programmes, parts or authorities concern.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import Quad

from tradegraph.derive.closures import (
    Schema,
    climb_groups,
    close_quads,
    close_subjects,
    schema_of,
)
from tradegraph.derive.links import infer_links
from tradegraph.derive.periods import derive_measure
from tradegraph.derive.reach import find_covered
from tradegraph.derive.statements import Facts, Statements
from tradegraph.derive.stored import StoredFacts
from tradegraph.store import Store
from tradegraph.vocabulary import GRAPH_DERIVED, GRAPH_ONTOLOGY, ID, tg

DERIVED_KINDS = (f"{ID}period/", f"{ID}conflict/")
MEASURE, INSTRUMENT = f"{ID}measure/", f"{ID}instrument/"
LINKS = tuple(map(tg, ("inCase", "appealedTo", "madeIn", "outlet")))


def update_derived(store: Store, touched: Collection[str]) -> None:
    """Bring the derived graph up to date with what changed about the touched nodes.

    The result is that of deriving everything anew.
    """
    schema = _read_schema(store, touched)
    reached = _find_measures(StoredFacts(store), touched)  # by what followed before the change
    _replace(store, touched, close_subjects(StoredFacts(store, derived=False), touched, schema))
    acts = sorted(_find_acts(StoredFacts(store), touched))
    store.change_graph(GRAPH_DERIVED, removed=_find_links(store, acts), added=())
    facts = StoredFacts(store)
    store.change_graph(GRAPH_DERIVED, removed=(), added=infer_links(facts, acts))
    facts = StoredFacts(store)
    measures = sorted(reached | _find_measures(facts, touched))
    periods = [quad for measure in measures for quad in derive_measure(facts, measure)]
    nodes = [each for measure in measures for each in _find_periods(facts, measure)]
    _replace(store, nodes, [*periods, *close_quads(periods, schema)])


def _read_schema(store: Store, touched: Iterable[str]) -> Schema:
    ontology = Statements(lambda predicate: store.quads(GRAPH_ONTOLOGY, predicate=predicate))
    facts = StoredFacts(store, derived=False)
    schema = schema_of(ontology)
    groups = {each: climb_groups(facts, each) for each in touched}
    return Schema(schema.superclasses, schema.participations, groups)


def _replace(store: Store, nodes: Iterable[str], quads: Iterable[Quad]) -> None:
    """Put these quads in the place of all that the derived graph says about the nodes."""
    before = (q for node in nodes for q in store.quads(GRAPH_DERIVED, subject=node))
    store.change_graph(GRAPH_DERIVED, removed=before, added=quads)


def _find_acts(facts: Facts, touched: Iterable[str]) -> Iterator[str]:
    """Yield what may be linked anew: touched acts, and those whose case or ruling is touched."""
    for node in touched:
        yield node
        decisions = [node]
        for measure in facts.iris(node, "challenges"):
            for each in (measure, *facts.subjects("withinGroup", measure)):
                decisions += (*facts.subjects("rulesOn", each), *facts.subjects("enjoins", each))
        for decision in decisions:
            yield decision
            yield from facts.subjects("stays", decision)
            yield from facts.subjects("appealsDecision", decision)


def _find_links(store: Store, acts: Iterable[str]) -> list[Quad]:
    quads = (quad for act in acts for quad in store.quads(GRAPH_DERIVED, subject=act))
    return [quad for quad in quads if quad.predicate.value in LINKS]


def _find_measures(facts: Facts, touched: Iterable[str]) -> set[str]:
    """Return the measures whose history the touched nodes can change."""
    named = {measure for node in touched for measure in _find_named(facts, node)}
    return {each for measure in named for each in (measure, *find_covered(facts, measure))}


def _find_named(facts: Facts, node: str) -> Iterator[str]:
    if node.startswith(MEASURE):  # one that no document names any more has no class either
        yield node
    for name in ("affects", "ofMeasure", "rulesOn", "enjoins"):
        yield from facts.iris(node, name)
    if node.startswith(INSTRUMENT):
        for event in facts.subjects("byInstrument", node):
            yield from facts.iris(event, "affects")
    for stay in (node, *facts.iris(node, "liftsStay")):
        for ruling in facts.iris(stay, "stays"):
            yield from facts.iris(ruling, "rulesOn")


def _find_periods(facts: Facts, measure: str) -> Iterator[str]:
    for node in facts.subjects("ofMeasure", measure):
        if node.startswith(DERIVED_KINDS):
            yield node
