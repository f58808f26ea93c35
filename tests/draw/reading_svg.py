"""What an SVG of a network shows: boxes of actors and of labels, lines and words."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from tradegraph.draw.letters import LINE, measure_text
from tradegraph.draw.shapes import Box, enclose

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Seen:
    """A group of the SVG: what it is, what a pointer is told, its shapes and its lines of text."""

    role: str
    title: str
    shapes: tuple[Box, ...]
    words: tuple[Box, ...]
    texts: tuple[str, ...]
    element: ET.Element


def read_svg(data: bytes) -> list[Seen]:
    """Return the groups of an SVG in their order."""
    root = ET.fromstring(data)  # noqa: S314 - our own bytes
    return [_read_group(group) for group in root.iter(f"{SVG}g")]


def _read_group(group: ET.Element) -> Seen:
    texts = group.findall(f"{SVG}text")
    return Seen(
        role=group.get("class", ""),
        title=group.findtext(f"{SVG}title", ""),
        shapes=tuple(_read_polygon(each) for each in group.findall(f"{SVG}polygon")),
        words=tuple(map(_read_text, texts)),
        texts=tuple(each.text or "" for each in texts),
        element=group,
    )


def _read_polygon(polygon: ET.Element) -> Box:
    points = [pair.split(",") for pair in polygon.get("points", "").split()]
    return enclose([Box(float(x), float(y), 0, 0) for x, y in points])


def _read_text(text: ET.Element) -> Box:
    size, words = float(text.get("font-size", 0)), text.text or ""
    width = measure_text(words, size)
    x, y = float(text.get("x", 0)), float(text.get("y", 0))
    left = x - width / 2 if text.get("text-anchor") == "middle" else x
    # From the top of the capitals to the foot of the descenders.
    return Box(left + width / 2, y - size * 0.28, width, size * LINE * 0.9)


def of_role(seen: list[Seen], role: str) -> list[Seen]:
    """Return the groups of one role."""
    return [each for each in seen if each.role == role]
