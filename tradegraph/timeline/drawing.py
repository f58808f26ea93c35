"""One function for every format of timeline that is no table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tradegraph.draw.palette import LOOKS
from tradegraph.draw.png import write_pdf, write_png
from tradegraph.draw.scene import Scene, scale_scene
from tradegraph.draw.svg import write_svg
from tradegraph.timeline.compose import compose_timeline
from tradegraph.timeline.ics import write_ics
from tradegraph.timeline.lanes import Timeline
from tradegraph.timeline.page import write_page

_PAINTERS: Final[dict[str, Callable[[Scene], bytes]]] = {
    "svg": lambda scene: write_svg(scene).encode(),
    "png": write_png,
    "pdf": write_pdf,
}

FORMATS: Final = (*_PAINTERS, "html", "ics")
"""What a timeline can be drawn as."""


def draw_timeline(
    timeline: Timeline,
    form: str,
    *,
    title: str | None = None,
    look: str = "screen",
    width: float | None = None,
) -> bytes:
    """Return a timeline in one of `FORMATS`; `look` is one of `LOOKS`, `width` in pixels.

    The same timeline gives the same bytes. Raises EngineError when Graphviz is needed, for PNG and
    PDF, and missing or fails.
    """
    if form == "ics":
        return write_ics(timeline)
    drawing = compose_timeline(timeline, title, LOOKS[look])
    if form == "html":
        return write_page(drawing, LOOKS[look]).encode()
    scene = scale_scene(drawing.scene, width) if width else drawing.scene
    return _PAINTERS[form](scene)
