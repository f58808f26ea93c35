"""Labels have room: measured on the boxes of finished pictures."""

from __future__ import annotations

import random
import re
from itertools import combinations, pairwise

import networkx as nx
import pytest

from tradegraph.draw import draw_network
from tradegraph.draw.curves import sample_chain
from tradegraph.draw.drawing import STILL
from tradegraph.draw.graphviz import has_graphviz, layout_with_dot
from tradegraph.draw.picture import make_picture
from tradegraph.draw.shapes import Box, enclose

from .invented import add_tie, invent_network
from .reading_svg import Seen, of_role, read_svg

needs_graphviz = pytest.mark.skipif(not has_graphviz(), reason="needs the extra with Graphviz")
PICTURES = [
    pytest.param(size, layout, marks=needs_graphviz if layout == "graphviz" else (), id=name)
    for layout in ("plain", "graphviz")
    for size in (2, 5, 20, 40, 80, 150)
    if (name := f"{layout} {size}")
]


def shapes_of(actors: list[Seen]) -> list[Box]:
    return [enclose(list(actor.shapes)) for actor in actors]


@pytest.mark.parametrize(("size", "layout"), PICTURES)
def test_labels_have_room(size: int, layout: str) -> None:
    seen = read_svg(draw_network(invent_network(size), None, "svg", layout=layout))
    actors = of_role(seen, "actor")
    shapes = shapes_of(actors)
    assert len(actors) == size
    for one, other in combinations(range(size), 2):
        assert not shapes[one].overlaps(shapes[other]), (actors[one].texts, actors[other].texts)
    for actor, shape in zip(actors, shapes, strict=True):
        assert all(shape.encloses(line) for line in actor.words), actor.texts
        assert not any(a.overlaps(b) for a, b in pairwise(actor.words)), actor.texts
    labels = of_role(seen, "tie-label")
    boxes = [enclose(list(label.words)) for label in labels]
    covered = [
        (label.texts, actor.texts)
        for label, box in zip(labels, boxes, strict=True)
        for actor, shape in zip(actors, shapes, strict=True)
        if box.overlaps(shape)
    ]
    assert covered == []
    pairs = list(combinations(boxes, 2))
    collisions = sum(one.overlaps(other) for one, other in pairs)
    assert collisions <= 0.02 * len(pairs)


@pytest.mark.parametrize(("size", "layout"), PICTURES)
def test_frames_hold_no_foreign_actor(size: int, layout: str) -> None:
    graph = invent_network(size)
    seen = read_svg(draw_network(graph, None, "svg", layout=layout))
    actors = of_role(seen, "actor")
    places = [graph.nodes[iri]["place"] for iri in sorted(graph)]
    frames, names = of_role(seen, "frame"), of_role(seen, "frame-name")
    for frame, name in zip(frames, names, strict=True):
        (box,) = frame.shapes
        inside = [
            place
            for place, shape in zip(places, shapes_of(actors), strict=True)
            if box.overlaps(shape)
        ]
        assert set(inside) == set(name.texts)


def test_everything_lies_on_the_canvas() -> None:
    data = draw_network(invent_network(40), None, "svg", layout="plain")
    seen = read_svg(data)
    right = max(box.right for each in seen for box in (*each.shapes, *each.words))
    bottom = max(box.bottom for each in seen for box in (*each.shapes, *each.words))
    head = data.decode().partition('viewBox="0 0 ')[2].partition('"')[0]
    width, height = map(float, head.split())
    assert right <= width
    assert bottom <= height


@pytest.mark.parametrize(
    ("actors", "ties_an_actor"), [(200, 1.3), (1500, 3.3), (40, 6.0)], ids=["many", "huge", "dense"]
)
def test_what_would_be_a_hairball_is_reduced_and_says_so(actors: int, ties_an_actor: float) -> None:
    graph = invent_network(actors, ties_an_actor)
    seen = read_svg(draw_network(graph, None, "svg"))
    shown, ties = len(of_role(seen, "actor")), len(of_role(seen, "tie"))
    assert 20 <= shown <= 30
    assert 15 <= ties <= 45
    (caption,) = of_role(seen, "caption")
    words = " ".join(caption.texts)
    assert re.search(r"\d+ more ties, told less often, not shown", words)
    assert f"{actors - shown} more actors and " in words


def test_backbone_is_what_the_most_documents_tell() -> None:
    graph = invent_network(300)
    kept = [strand.weight for strand in make_picture(graph, STILL).strands]
    every = [strand.weight for strand in make_picture(graph).strands]
    assert sum(kept) / len(kept) > 2 * sum(every) / len(every)


@needs_graphviz
@pytest.mark.parametrize("size", [5, 20, 40, 80])
def test_graphviz_leads_no_line_under_an_actor_it_does_not_tie(size: int) -> None:
    picture = make_picture(invent_network(size))
    layout = layout_with_dot(picture)
    for strand, route in zip(picture.strands, layout.routes, strict=True):
        others = [layout.boxes[iri] for iri in layout.boxes.keys() - {strand.source, strand.target}]
        points = sample_chain(route.points, 10)
        assert not any(box.holds(point) for box in others for point in points), strand.lines


@needs_graphviz
@pytest.mark.parametrize("outward", [True, False], ids=["it acts on all", "all act on it"])
def test_crowd_around_a_hub_stands_on_both_sides_of_it(outward: bool) -> None:
    graph = nx.MultiDiGraph()
    for number in range(21):
        graph.add_node(f"u:{number:02}", kind="country", label=f"Land {number}", place=None)
    for number in range(1, 21):
        ends = ("u:00", f"u:{number:02}") if outward else (f"u:{number:02}", "u:00")
        add_tie(graph, *ends, random.Random(1), type="imposes", directed=True)  # noqa: S311 - fixed
    boxes = layout_with_dot(make_picture(graph)).boxes
    hub = boxes.pop("u:00")
    left = sum(box.right < hub.left for box in boxes.values())
    right = sum(box.left > hub.right for box in boxes.values())
    assert (left, right) == (10, 10)


def test_line_does_not_run_through_the_name_of_a_box() -> None:
    seen = read_svg(draw_network(invent_network(40), None, "svg"))
    roles = [each.role for each in seen]
    names = [n for n, role in enumerate(roles) if role == "frame-name"]
    assert names
    assert max(n for n, role in enumerate(roles) if role == "tie") < min(names)
    for name in of_role(seen, "frame-name"):
        (plate,) = name.shapes
        assert plate.grow(3.0).encloses(name.words[0])
