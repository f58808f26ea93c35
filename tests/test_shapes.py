"""Each shape against small graphs in tests/shapes: what is wrong says at the node what is found.

`expect:Violation "message"` beside a node, likewise Warning and Info. All other nodes are right.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph
import pytest
from findings import Finding, find, load_shapes, messages_of, prepare, shape_rooms, targets
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

CASES = Path(__file__).parent / "shapes"
EXPECT = "https://example.org/expect/"
EXAMPLES = "https://example.org/"
ROOMS = shape_rooms()


@cache
def _case(room: str) -> tuple[Graph, frozenset[Finding]]:
    """Return the prepared data of a room's case and what is expected of it."""
    data = Graph().parse(data=(CASES / f"{room}.ttl").read_text(encoding="utf-8"))
    expected = set()
    for subject, predicate, object_ in list(data):
        if str(predicate).startswith(EXPECT):
            severity = str(predicate).removeprefix(EXPECT)
            expected.add(Finding(str(subject), severity, str(object_)))
            data.remove((subject, predicate, object_))
    return prepare(data), frozenset(expected)


@cache
def _judged(room: str) -> tuple[Finding, ...]:
    """Return what the room's shapes find at the case's own nodes."""
    graph, _ = _case(room)
    found = find(graph, load_shapes(room))
    return tuple(sorted(each for each in found if each.focus.startswith(EXAMPLES)))


def _targeted(room: str) -> list[Node]:
    shapes = load_shapes(room)
    named = shapes.subjects(RDF.type, SH.NodeShape)
    return [node for node in named if isinstance(node, URIRef) and _has_target(shapes, node)]


def _has_target(shapes: Graph, shape: Node) -> bool:
    kinds = (SH.targetClass, SH.targetSubjectsOf)
    return any((shape, kind, None) in shapes for kind in kinds)


def _with_values(message: str) -> str:
    """Return the part of a message before the value that a query puts in."""
    return message.partition("{?")[0]


TARGETED = [(room, shape) for room in ROOMS for shape in _targeted(room)]
QUERIES = [
    (room, shape, query)
    for room, shape in TARGETED
    for query in load_shapes(room).objects(shape, SH.sparql)
]
SHAPE_IDS = [str(shape).rpartition("#")[2] for _, shape in TARGETED]
QUERY_IDS = [str(shape).rpartition("#")[2] for _, shape, _ in QUERIES]


def test_each_file_of_shapes_has_a_file_of_cases() -> None:
    assert {path.stem for path in CASES.iterdir()} == set(ROOMS)
    assert len(ROOMS) == 11
    assert len(TARGETED) > 90


@pytest.mark.parametrize("room", ROOMS)
def test_shapes_find_exactly_what_is_wrong(room: str) -> None:
    _, expected = _case(room)
    assert _judged(room) == tuple(sorted(expected))


@pytest.mark.parametrize(("room", "shape"), TARGETED, ids=SHAPE_IDS)
def test_each_shape_has_a_good_and_a_bad_case(room: str, shape: Node) -> None:
    graph, expected = _case(room)
    shapes = load_shapes(room)
    messages = tuple(_with_values(message) for message in messages_of(shapes, shape))
    about = {node for node in targets(graph, shapes, shape) if node.startswith(EXAMPLES)}
    bad = {each.focus for each in expected if each.message.startswith(messages)} & about
    assert bad
    assert about - bad


@pytest.mark.parametrize(("room", "shape"), TARGETED, ids=SHAPE_IDS)
def test_each_message_is_met_in_a_case(room: str, shape: Node) -> None:
    _, expected = _case(room)
    met = [finding.message for finding in expected]
    for message in messages_of(load_shapes(room), shape):
        assert any(each.startswith(_with_values(message)) for each in met), message


def test_each_constraint_has_a_message_of_its_own() -> None:
    shapes = load_shapes()
    seen: list[str] = []
    for _, shape in TARGETED:
        parts = [*shapes.objects(shape, SH.property), *shapes.objects(shape, SH.sparql)]
        assert all((part, SH.message, None) in shapes for part in parts), shape
        seen += messages_of(shapes, shape)
    assert len(seen) == len(set(seen))
    assert all(message.endswith(".") for message in seen)


@pytest.mark.parametrize(("room", "shape", "query"), QUERIES, ids=QUERY_IDS)
def test_a_query_shape_has_no_other_constraint(room: str, shape: Node, query: Node) -> None:
    shapes = load_shapes(room)
    assert list(shapes.objects(shape, SH.sparql)) == [query]
    constraints = {SH.property, SH["or"], SH["not"], SH.xone, SH["class"]}
    assert not constraints & set(shapes.predicates(shape))
    assert (query, SH.prefixes, URIRef("https://w3id.org/tradegraph/shapes")) in shapes


@pytest.mark.parametrize(("room", "shape", "query"), QUERIES, ids=QUERY_IDS)
def test_a_query_finds_the_same_over_the_whole_graph(room: str, shape: Node, query: Node) -> None:
    graph, _ = _case(room)
    shapes = load_shapes(room)
    text = str(shapes.value(query, SH.select))
    assert text.startswith("SELECT $this ")
    store = pyoxigraph.Store()
    store.load(graph.serialize(format="nt").encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    solutions = store.query(text.replace("$this", "?this"), prefixes=_declared(shapes))
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    at_once = {str(solution["this"]).strip("<>") for solution in solutions}
    assert at_once
    assert at_once == _found_by(room, shape)
    assert at_once <= targets(graph, shapes, shape)


def _declared(shapes: Graph) -> dict[str, str]:
    prefixes = {}
    for declaration in shapes.objects(None, SH.declare):
        namespace = shapes.value(declaration, SH.namespace)
        assert isinstance(namespace, Literal)
        prefixes[str(shapes.value(declaration, SH.prefix))] = str(namespace)
    return prefixes


def _found_by(room: str, shape: Node) -> set[str]:
    starts = tuple(_with_values(message) for message in messages_of(load_shapes(room), shape))
    return {each.focus for each in _judged(room) if each.message.startswith(starts)}
