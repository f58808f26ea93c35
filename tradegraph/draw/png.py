"""A scene as PNG or PDF: Graphviz paints the very marks that the SVG holds."""

from __future__ import annotations

from tradegraph.draw.graphviz import Canvas, render_pdf, render_png
from tradegraph.draw.letters import measure_text
from tradegraph.draw.scene import Area, Line, Mark, Scene, Words
from tradegraph.draw.shapes import Point

_FLAGS = {False: 0, True: 1}  # xdot: bold is bit 0


def write_png(scene: Scene) -> bytes:
    """Return the scene in pixels: two for one, or as many as its width asks for.

    Raises EngineError when Graphviz is missing or fails.
    """
    scale = scene.scale if scene.scale != 1 else 2.0
    return render_png(_write_canvas(scene), scale)


def write_pdf(scene: Scene) -> bytes:
    """Return the scene as a PDF page with real text: a point for a pixel, or in its own width.

    Raises EngineError when Graphviz is missing or fails.
    """
    return render_pdf(_write_canvas(scene), scene.scale)


def _write_canvas(scene: Scene) -> Canvas:
    marks = (mark for part in scene.parts for mark in part.marks)
    operations = " ".join(_write_mark(mark, scene.height) for mark in marks)
    return Canvas(operations, scene.width, scene.height, scene.paper)


def _write_mark(mark: Mark, height: float) -> str:
    if isinstance(mark, Area):
        return _write_area(mark, height)
    return _write_line(mark, height) if isinstance(mark, Line) else _write_words(mark, height)


def _write_area(area: Area, height: float) -> str:
    corners = _write_points(area.outline, height)
    edge = _write_pen(area.stroke or area.fill, area.width, "solid")
    return f"{edge} {_write_string('C', area.fill)} P {len(area.outline)} {corners}"


def _write_line(line: Line, height: float) -> str:
    style = "dashed" if line.dashed else "solid"
    pen = _write_pen(line.stroke, line.width, style)
    return f"{pen} B {len(line.points)} {_write_points(line.points, height)}"


def _write_words(words: Words, height: float) -> str:
    text = _write_string("", words.text)
    width = measure_text(words.text, words.size)
    # Graphviz knows left (-1) and middle (0).
    side = 0 if words.anchor == "middle" else -1
    where = f"{words.x:.1f} {height - words.y:.1f} {side} {width:.1f}"
    font = f"F {words.size:.1f} {_write_string('', 'sans')} t {_FLAGS[words.bold]}"
    return f"{_write_string('c', words.fill)} {font} T {where} {text}"


def _write_pen(colour: str, width: float, style: str) -> str:
    breadth = _write_string("S", f"setlinewidth({width:.1f})")
    return f"{_write_string('c', colour)} {_write_string('S', style)} {breadth}"


def _write_points(points: tuple[Point, ...], height: float) -> str:
    return " ".join(f"{x:.1f} {height - y:.1f}" for x, y in points)


def _write_string(operation: str, text: str) -> str:
    return f"{operation} {len(text.encode())} -{text}".strip()
