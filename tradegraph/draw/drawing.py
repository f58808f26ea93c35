"""One function for every format of picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from tradegraph.draw.caption import Caption, write_caption
from tradegraph.draw.compose import compose_scene
from tradegraph.draw.dot import write_dot
from tradegraph.draw.graphviz import has_graphviz, layout_with_dot
from tradegraph.draw.html import write_html
from tradegraph.draw.layout import Layout
from tradegraph.draw.picture import MOST_ACTORS, Picture, make_picture
from tradegraph.draw.plain import layout_plainly
from tradegraph.draw.png import write_png
from tradegraph.draw.svg import write_svg
from tradegraph.errors import EngineError, UsageError
from tradegraph.network import write_gexf, write_graphml
from tradegraph.spelling import advise

if TYPE_CHECKING:
    import networkx as nx

MOST_IN_LAYERS = 80
"""Up to so many actors Graphviz's layers are clearest; beyond they become a tower."""

LAYOUTS = ("auto", "graphviz", "plain")

Painter = Callable[[Picture, Layout, Caption], bytes]

_PAINTERS: Final[dict[str, Painter]] = {
    "svg": lambda picture, layout, caption: write_svg(
        compose_scene(picture, layout, caption)
    ).encode(),
    "png": lambda picture, layout, caption: write_png(compose_scene(picture, layout, caption)),
    "html": lambda picture, layout, caption: write_html(
        picture, compose_scene(picture, layout, caption)
    ).encode(),
}
_EXCHANGES: Final[dict[str, Callable[[nx.MultiDiGraph], bytes]]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
}

FORMATS = (*_PAINTERS, "dot", *_EXCHANGES)
"""What a network can be drawn as."""


def draw_network(  # noqa: PLR0913 - each option is a flag of `tradegraph draw`
    graph: nx.MultiDiGraph,
    target: Path | str | BinaryIO | None,
    form: str,
    *,
    title: str | None = None,
    period: str | None = None,
    note: str | None = None,
    layout: str = "auto",
) -> bytes:
    """Return the network of `build_network` in one of `FORMATS`, and write it to `target` if any.

    `title`, `period` and `note` replace the words that the picture finds for itself. `layout` is
    "graphviz", "plain" or "auto": Graphviz where it is installed and suits the size. The same
    network gives the same bytes.

    Raises UsageError for an unknown format and for a network without ties, EngineError when
    Graphviz is needed and missing or fails, or when the target cannot be written.
    """
    if form not in FORMATS:
        hint = advise(form, FORMATS, otherwise=", ".join(FORMATS))
        raise UsageError(f"no picture format {form!r}", where="--format", how=hint)
    if graph.number_of_edges() == 0:
        raise UsageError(
            "nothing to draw: no fact ties two actors in this selection",
            where="draw",
            how="more --hops, other --kinds, a longer --from/--to, or fewer of them",
        )
    if form in _EXCHANGES:
        answer = _EXCHANGES[form](graph)
    else:
        # A DOT file may be as large as the network: its reader decides what to show.
        picture = make_picture(graph, len(graph) if form == "dot" else MOST_ACTORS)
        caption = write_caption(picture, title, period, note)
        answer = _draw_picture(picture, caption, form, layout)
    _write_answer(answer, target)
    return answer


def _draw_picture(picture: Picture, caption: Caption, form: str, layout: str) -> bytes:
    if form == "dot":
        return write_dot(picture, caption).encode()
    return _PAINTERS[form](picture, lay_out(picture, layout), caption)


def lay_out(picture: Picture, layout: str = "auto") -> Layout:
    """Return where everything stands, by the layout that was asked for or that suits the size."""
    if layout not in LAYOUTS:
        hint = advise(layout, LAYOUTS, otherwise=", ".join(LAYOUTS))
        raise UsageError(f"no layout {layout!r}", where="--layout", how=hint)
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
