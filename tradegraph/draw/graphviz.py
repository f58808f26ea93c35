"""The door to Graphviz: layout in layers from left to right, and pixels.

Graphviz gets numbers only: boxes of the sizes measured here and names made here, so that neither
its fonts nor anything written in a document can change the layout. The label of a tie is a box on
its way: Graphviz's own labels of edges make it lose edges or abort when there are clusters too.
It runs in a process of its own, because its way to give up is to end the process it runs in.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from tempfile import TemporaryFile
from threading import Timer
from typing import Any, Self

from tradegraph.draw.curves import Chain, bridge_chains, reach_outline, reverse_chain, sample_chain
from tradegraph.draw.layout import FRAME_TITLE, Layout, Route, group_nodes, outline_node
from tradegraph.draw.orient import order_actors
from tradegraph.draw.picture import Node, Picture, Strand
from tradegraph.draw.shapes import Box, Outline, Point, enclose
from tradegraph.errors import EngineError

_INCH = 72.0
_FRAME_AIR = 6.0  # Graphviz lets frames touch
_HOW = "pip install 'tradegraph[draw]'"
_SECONDS = 60.0
_CLOCK = re.compile(rb"(/CreationDate \(D:)([0-9]+)")
_CHILD = """\
import json, sys, pygraphviz
while line := sys.stdin.buffer.readline():
    plan, background, program, form = json.loads(line)
    graph = pygraphviz.AGraph(string=plan)
    if background:
        graph.graph_attr["_background"] = background
    answer = graph.draw(format=form, prog=program)
    sys.stdout.buffer.write(b"%d\\n" % len(answer) + answer)
    sys.stdout.buffer.flush()
"""


def has_graphviz() -> bool:
    """Tell whether the extra with Graphviz is installed."""
    return find_spec("pygraphviz") is not None


def layout_with_dot(picture: Picture) -> Layout:
    """Return Graphviz's layered layout of a picture.

    Where Graphviz leads lines under actors they do not tie, it is asked again to let those leave
    and arrive at the sides, where there is room; they would look nicer the other way.

    Raises EngineError when Graphviz is missing or fails.
    """
    with _Graphviz() as graphviz:
        layout = _ask_dot(graphviz, picture, frozenset())
        hidden = _find_hidden(picture, layout)
        if not hidden:
            return layout
        other = _ask_dot(graphviz, picture, hidden)
    return other if len(_find_hidden(picture, other)) < len(hidden) else layout


def _find_hidden(picture: Picture, layout: Layout) -> frozenset[int]:
    """Return the strands that run under an actor they do not tie."""
    hidden = set()
    for number, (strand, route) in enumerate(zip(picture.strands, layout.routes, strict=True)):
        points = sample_chain(route.points, 10)
        ends = {strand.source, strand.target}
        reach = enclose([Box(x, y, 0.0, 0.0) for x, y in points]).grow(1.0)
        near = [b for iri, b in layout.boxes.items() if iri not in ends and b.overlaps(reach)]
        if any(box.holds(point) for box in near for point in points):
            hidden.add(number)
    return frozenset(hidden)


def _ask_dot(graphviz: _Graphviz, picture: Picture, from_sides: frozenset[int]) -> Layout:
    plan = _Plan(json.loads(graphviz.ask(_write_plan(picture, from_sides), "dot", "json0")))
    boxes = {
        node.iri: plan.read_box(f"n{number}", node.width, node.height)
        for number, node in enumerate(picture.nodes)
    }
    order = order_actors(picture)
    outlines = {node.iri: outline_node(node, boxes[node.iri]) for node in picture.nodes}
    routes = tuple(
        _read_route(plan, number, strand, order, outlines)
        for number, strand in enumerate(picture.strands)
    )
    frames = {
        iri: plan.read_frame(f"cluster{number}") for number, iri in enumerate(group_nodes(picture))
    }
    return Layout(boxes, routes, frames)


class _Plan:
    """Graphviz's answer, by name, with y downwards."""

    def __init__(self, answer: dict[str, Any]) -> None:
        self._top = float(answer["bb"].split(",")[3])
        self._objects = {each["name"]: each for each in answer.get("objects", [])}
        self._edges = {each["id"]: each for each in answer.get("edges", [])}

    def read_box(self, name: str, width: float, height: float) -> Box:
        x, y = self._read_point(self._objects[name]["pos"])
        return Box(x, y, width, height)

    def read_frame(self, name: str) -> Box:
        left, bottom, right, upper = map(float, self._objects[name]["bb"].split(","))
        middle = self._top - (bottom + upper) / 2
        box = Box((left + right) / 2, middle, right - left, upper - bottom)
        return box.grow(-_FRAME_AIR)

    def read_chain(self, name: str) -> Chain:
        line = self._edges[name].get("pos")
        if line is None:
            raise EngineError("Graphviz lost a tie", where="draw", how="another format")
        return tuple(self._read_point(text) for text in line.split())

    def _read_point(self, text: str) -> Point:
        x, y = map(float, text.split(","))
        return x, self._top - y


def _write_plan(picture: Picture, from_sides: frozenset[int]) -> str:
    names = {node.iri: f"n{number}" for number, node in enumerate(picture.nodes)}
    groups = group_nodes(picture)
    places = {node.iri: place for place, nodes in groups.items() for node in nodes}
    order = order_actors(picture)
    inside: dict[str, list[str]] = {place: [] for place in groups}
    lines = [
        "digraph {",
        "graph [rankdir=LR, newrank=true, splines=true, margin=0, pad=0];",
        "graph [nodesep=0.25, ranksep=0.3];",
        'node [shape=box, fixedsize=true, label=""]; edge [dir=none];',
    ]
    lines += [_write_node(names[node.iri], node) for node in picture.nodes]
    for number, strand in enumerate(picture.strands):
        lines.append(_write_node(f"t{number}", strand))
        start, end = sorted((strand.source, strand.target), key=order.__getitem__)
        east, west = (":e", ":w") if number in from_sides else ("", "")
        lines.append(f"{names[start]}{east} -> t{number}:w [id=a{number}];")
        lines.append(f"t{number}:e -> {names[end]}{west} [id=b{number}];")
        place = places.get(strand.source)
        if place and place == places.get(strand.target):
            inside[place].append(f"t{number}")
    for number, (iri, nodes) in enumerate(groups.items()):
        title = _write_blank(8.0 * len(picture.places[iri]), FRAME_TITLE)
        members = " ".join([*(names[node.iri] for node in nodes), *inside[iri]])
        lines.append(f"subgraph cluster{number} {{ margin=20; label={title}; {members} }}")
    return "\n".join([*lines, "}"])


def _write_node(name: str, box: Node | Strand) -> str:
    return f"{name} [width={box.width / _INCH:.4f}, height={box.height / _INCH:.4f}];"


def _write_blank(width: float, height: float) -> str:
    size = f'fixedsize="true" width="{width:.0f}" height="{height:.0f}"'
    return f'<<table border="0" cellborder="0" cellpadding="0" {size}><tr><td></td></tr></table>>'


def _read_route(
    plan: _Plan, number: int, strand: Strand, order: dict[str, int], outlines: dict[str, Outline]
) -> Route:
    label = plan.read_box(f"t{number}", strand.width, strand.height)
    chain = bridge_chains(plan.read_chain(f"a{number}"), plan.read_chain(f"b{number}"))
    if order[strand.source] > order[strand.target]:
        chain = reverse_chain(chain)
    # Graphviz ends lines at the boxes around the shapes.
    chain = reach_outline(chain, outlines[strand.target])
    chain = reverse_chain(reach_outline(reverse_chain(chain), outlines[strand.source]))
    return Route(chain, label)


@dataclass(frozen=True, slots=True)
class Canvas:
    """Drawing operations in Graphviz's xdot, the size of what they draw, and its ground."""

    operations: str
    width: float
    height: float
    paper: str


def render_png(canvas: Canvas, scale: float) -> bytes:
    """Return pixels, `scale` for one of the canvas's.

    Raises EngineError when Graphviz is missing or fails.
    """
    return _paint(canvas, "png", f"dpi={_INCH * scale:.4f}")


def render_pdf(canvas: Canvas, scale: float) -> bytes:
    """Return a PDF page, `scale` points for a pixel, without the day it was written.

    Raises EngineError when Graphviz is missing or fails.
    """
    width, height = canvas.width * scale / _INCH, canvas.height * scale / _INCH
    page = _paint(canvas, "pdf", f'size="{width:.4f},{height:.4f}!"')
    # The day has a fixed length, so that the places written down in the file stay right.
    return _CLOCK.sub(lambda found: found[1] + b"0" * len(found[2]), page)


def _paint(canvas: Canvas, form: str, size: str) -> bytes:
    # Two invisible points span the canvas; the drawing itself is its background.
    plan = (
        f'graph {{ graph [pad=0, margin=0, {size}, bgcolor="{canvas.paper}"];'
        "node [shape=point, style=invis, width=0, height=0];"
        f'a [pos="0,0"]; b [pos="{canvas.width:.1f},{canvas.height:.1f}"]; }}'
    )
    with _Graphviz() as graphviz:
        return graphviz.ask(plan, "nop2", form, canvas.operations)


class _Graphviz:
    """Graphviz in a process of its own, which is asked one question after the other."""

    def __init__(self) -> None:
        if not has_graphviz():
            raise EngineError("Graphviz is not installed", where="draw", how=_HOW)
        self._noise = TemporaryFile()  # noqa: SIM115 - closed with the process
        self._late = False
        # The command is our own; what a document says goes in as data.
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", _CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._noise,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()
        self._noise.close()

    def ask(self, plan: str, program: str, form: str, background: str = "") -> bytes:
        """Return what Graphviz makes of a plan; raises EngineError when it fails or hangs."""
        question = json.dumps([plan, background, program, form]).encode() + b"\n"
        watch = Timer(_SECONDS, self._give_up)
        watch.start()
        try:
            return self._exchange(question)
        except BrokenPipeError:
            raise self._explain() from None
        finally:
            watch.cancel()

    def _exchange(self, question: bytes) -> bytes:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise self._explain()
        stdin.write(question)
        stdin.flush()
        length = int(stdout.readline() or 0)
        answer = stdout.read(length)
        if not answer or len(answer) < length:
            raise self._explain()
        return answer

    def _give_up(self) -> None:
        self._late = True
        self._process.kill()

    def _explain(self) -> EngineError:
        if self._late:
            why = f"Graphviz took longer than {_SECONDS:g} seconds"
            return EngineError(why, where="draw", how="fewer actors, by --about")
        self._process.wait()
        self._noise.seek(0)
        noise = self._noise.read().decode("utf-8", "replace").split("\n")
        why = next((line for line in reversed(noise) if line.strip()), "it said nothing")
        return EngineError(f"Graphviz failed: {why}", where="draw", how="-f svg")
