"""One function for every format of picture."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from tradegraph.draw.caption import write_caption
from tradegraph.draw.compose import compose_scene
from tradegraph.draw.dot import write_dot
from tradegraph.draw.graphviz import has_graphviz, layout_with_dot
from tradegraph.draw.html import write_html
from tradegraph.draw.islands import place_islands
from tradegraph.draw.layout import Layout
from tradegraph.draw.palette import LOOKS
from tradegraph.draw.picture import GROUPS, Limits, Picture, make_picture
from tradegraph.draw.plain import layout_plainly
from tradegraph.draw.png import write_pdf, write_png
from tradegraph.draw.scene import Scene, scale_scene
from tradegraph.draw.svg import write_svg
from tradegraph.errors import EngineError, UsageError
from tradegraph.network import write_gexf, write_graphml
from tradegraph.spelling import advise

if TYPE_CHECKING:
    import networkx as nx

MOST_IN_LAYERS = 80
"""Up to so many actors Graphviz's layers are clearest; beyond they become a tower."""

STILL = Limits(actors=150, strands=30, strands_an_actor=1.2, kept_actors=30, kept_strands=45)
"""What still pictures can show, and what they show of more."""

PAGE = Limits(2_000, math.inf, 0, kept_actors=2_000, kept_strands=math.inf)
"""What a page can show: there one can search, filter and come closer."""

LAYOUTS = ("auto", "graphviz", "plain")

Painter = Callable[[Scene], bytes]

_PAINTERS: Final[dict[str, Painter]] = {
    "svg": lambda scene: write_svg(scene).encode(),
    "png": write_png,
    "pdf": write_pdf,
}
_EXCHANGES: Final[dict[str, Callable[[nx.MultiDiGraph], bytes]]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
}

FORMATS = (*_PAINTERS, "html", "dot", *_EXCHANGES)
"""What a network can be drawn as."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a picture is to look; None for words that the picture finds for itself.

    `look` is one of `LOOKS`, `groups` one of `GROUPS`, `width` the width of a still picture in
    pixels (the height follows), None for as wide as its parts need.
    """

    title: str | None = None
    period: str | None = None
    note: str | None = None
    layout: str = "auto"
    look: str = "screen"
    groups: str = "jurisdictions"
    width: float | None = None

    def __post_init__(self) -> None:
        _check_choice(self.layout, "--layout", "layout", LAYOUTS)
        _check_choice(self.look, "--style", "style", LOOKS)
        _check_choice(self.groups, "--groups", "kind of boxes", GROUPS)


def _check_choice(given: str, where: str, what: str, known: Iterable[str]) -> None:
    choices = list(known)
    if given not in choices:
        hint = advise(given, choices, otherwise=", ".join(choices))
        raise UsageError(f"no {what} {given!r}", where=where, how=hint)


def draw_network(
    graph: nx.MultiDiGraph, target: Path | str | BinaryIO | None, form: str, **style: Any
) -> bytes:
    """Return the network of `build` in one of `FORMATS`, and write it to `target` if any.

    The keywords are those of `Style`. The same network gives the same bytes.

    Raises UsageError for an unknown format or style and for a network without ties, EngineError
    when Graphviz is needed and missing or fails, or when the target cannot be written.
    """
    _check_choice(form, "--format", "picture format", FORMATS)
    chosen = Style(**style)
    if graph.number_of_edges() == 0:
        raise UsageError(
            "nothing to draw: no fact ties two actors in this selection",
            where="draw",
            how="more --hops, other --kinds, a longer --from/--to, or fewer of them",
        )
    answer = _EXCHANGES[form](graph) if form in _EXCHANGES else _draw(graph, form, chosen)
    _write_answer(answer, target)
    return answer


def _draw(graph: nx.MultiDiGraph, form: str, style: Style) -> bytes:
    # A DOT file may be as large as the network: its reader decides what to show.
    limits = {"dot": None, "html": PAGE}.get(form, STILL)
    picture = make_picture(graph, limits, style.groups)
    caption = write_caption(picture, style.title, style.period, style.note)
    look = LOOKS[style.look]
    if form == "dot":
        return write_dot(picture, caption).encode()
    if form == "html":
        small = STILL.fit(len(picture.nodes), len(picture.strands))
        layout = lay_out(picture, style.layout) if small else Layout(place_islands(picture), (), {})
        return write_html(picture, layout, caption, look).encode()
    scene = compose_scene(picture, lay_out(picture, style.layout), caption, look)
    return _PAINTERS[form](scale_scene(scene, style.width) if style.width else scene)


def lay_out(picture: Picture, layout: str = "auto") -> Layout:
    """Return where everything stands, by the layout that was asked for or that suits the size."""
    if layout == "graphviz":
        return layout_with_dot(picture)
    if layout == "auto" and has_graphviz() and len(picture.nodes) <= MOST_IN_LAYERS:
        try:
            return layout_with_dot(picture)
        except EngineError:
            # The plain layout needs nothing that can fail.
            return layout_plainly(picture)
    return layout_plainly(picture)


def _write_answer(answer: bytes, target: Path | str | BinaryIO | None) -> None:
    if target is None:
        return
    if isinstance(target, str | Path):
        try:
            Path(target).write_bytes(answer)
        except OSError as error:
            why = error.strerror or "cannot be written"
            raise EngineError(why, where=str(target), how="another place to write to") from error
    else:
        target.write(answer)
