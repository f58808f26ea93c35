"""A scene as SVG: real text, no script, nothing fetched."""

from __future__ import annotations

from html import escape

from tradegraph.draw.scene import Area, Line, Mark, Part, Scene, Words
from tradegraph.draw.shapes import Point

_NAMESPACE = "http://www.w3.org/2000/svg"
_DASHES = "6 4"


def write_svg(scene: Scene) -> str:
    """Return a standalone SVG document."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{write_svg_element(scene)}\n'


def write_svg_element(scene: Scene) -> str:
    """Return the `svg` element, to stand alone or in a page."""
    width, height = write_number(scene.width), write_number(scene.height)
    shown = f'width="{write_number(scene.width * scene.scale)}"'
    shown += f' height="{write_number(scene.height * scene.scale)}"'
    size = f'{shown} viewBox="0 0 {width} {height}"'
    reader = 'role="img" aria-labelledby="picture-title picture-description"'
    lines = [
        f'<svg xmlns="{_NAMESPACE}" {size} font-family="sans-serif" {reader}>',
        f'<title id="picture-title">{escape(scene.title)}</title>',
        f'<desc id="picture-description">{escape(scene.description)}</desc>',
        f'<rect width="{width}" height="{height}" fill="{scene.paper}"/>',
        *(_write_part(part) for part in scene.parts),
        "</svg>",
    ]
    return "\n".join(lines)


def _write_part(part: Part) -> str:
    number = "" if part.number is None else f' data-number="{part.number}"'
    title = f"<title>{escape(part.title)}</title>" if part.title else ""
    marks = "".join(_write_mark(mark) for mark in part.marks)
    group = f'<g class="{part.role}"{number}>{title}{marks}</g>'
    return f'<a href="{escape(part.link)}">{group}</a>' if part.link else group


def _write_mark(mark: Mark) -> str:
    if isinstance(mark, Area):
        return _write_area(mark)
    return _write_line(mark) if isinstance(mark, Line) else _write_words(mark)


def _write_area(area: Area) -> str:
    corners = " ".join(map(_write_point, area.outline))
    width = f' stroke-width="{write_number(area.width)}"' if area.width != 1 else ""
    stroke = f' stroke="{area.stroke}"{width}' if area.stroke else ""
    return f'<polygon points="{corners}" fill="{area.fill}"{stroke}/>'


def _write_line(line: Line) -> str:
    start, *rest = map(_write_point, line.points)
    dashes = f' stroke-dasharray="{_DASHES}"' if line.dashed else ""
    return (
        f'<path d="M{start}C{" ".join(rest)}" fill="none" stroke="{line.stroke}"'
        f' stroke-width="{write_number(line.width)}"{dashes}/>'
    )


def _write_words(words: Words) -> str:
    place = f'x="{write_number(words.x)}" y="{write_number(words.y)}"'
    anchor = f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    weight = ' font-weight="bold"' if words.bold else ""
    size = f'font-size="{write_number(words.size)}"'
    return f'<text {place} {size}{anchor}{weight} fill="{words.fill}">{escape(words.text)}</text>'


def _write_point(point: Point) -> str:
    return f"{write_number(point[0])},{write_number(point[1])}"


def write_number(value: float) -> str:
    """Return a number to a tenth of a pixel, without a needless point or a negative zero."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
