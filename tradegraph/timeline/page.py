"""A timeline as one HTML file: the picture, and the passages behind each of its marks."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

from tradegraph.draw.pagedata import MOST_PASSAGES, Json, describe_passage
from tradegraph.draw.palette import Look
from tradegraph.draw.scene import Scene
from tradegraph.draw.shell import fill_page, join_script, write_json, write_shell
from tradegraph.draw.svg import write_svg_element
from tradegraph.timeline.compose import Drawing
from tradegraph.timeline.lanes import Entry


def write_page(drawing: Drawing, look: Look) -> str:
    """Return the page."""
    script = join_script([_read("timeline.js")])
    picture = write_svg_element(_unlink(drawing.scene))
    parts = {
        # The picture is an image to a reader of the file, and a group of buttons on the page.
        "picture": picture.replace('role="img"', 'role="group"', 1),
        "data": write_json([_describe_entry(entry) for entry in drawing.entries]),
        "script": script,
    }
    body = fill_page(_read("page.html"), parts)
    return write_shell(drawing.scene.title, look, _read("page.css"), [script], body)


def _read(name: str) -> str:
    return (files(__package__) / "page" / name).read_text(encoding="utf-8")


def _unlink(scene: Scene) -> Scene:
    """Return the scene without links: on the page a click opens the passages."""
    return replace(scene, parts=tuple(replace(part, link="") for part in scene.parts))


def _describe_entry(entry: Entry) -> Json:
    return {
        "passages": [describe_passage(each) for each in entry.passages[:MOST_PASSAGES]],
        "more": max(len(entry.passages) - MOST_PASSAGES, 0),
    }
