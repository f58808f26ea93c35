"""A picture as one HTML file: search, filter, play through time, read the passages behind a tie."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files
from typing import Final

from tradegraph.draw.caption import Caption
from tradegraph.draw.layout import Layout
from tradegraph.draw.pagedata import describe_network
from tradegraph.draw.palette import Look
from tradegraph.draw.picture import Picture
from tradegraph.draw.shell import fill_page, join_script, write_json, write_shell
from tradegraph.draw.vendored import Vendored, read_vendored

_OWN: Final = ("network", "sketch", "graph", "filters", "panel", "takeaway", "main")


def write_html(picture: Picture, layout: Layout, caption: Caption, look: Look) -> str:
    """Return the page; a layout without routes leaves the lines to it."""
    own = join_script(_read_page(f"{name}.js") for name in _OWN)
    scripts = [*(each.text for each in read_vendored()), own]
    parts = {
        "title": escape(caption.title),
        "period": escape(caption.period),
        "note": escape(caption.note),
        "data": write_json(describe_network(picture, layout, look)),
        "scripts": _write_scripts(read_vendored(), scripts),
    }
    body = fill_page(_read_page("page.html"), parts)
    return write_shell(caption.title, look, _read_page("page.css"), scripts, body)


def _read_page(name: str) -> str:
    return (files(__package__) / "page" / name).read_text(encoding="utf-8")


def _write_scripts(vendored: Iterable[Vendored], scripts: list[str]) -> str:
    names = [f"{each.name} {each.version}, {each.licence} licence" for each in vendored]
    lines = [
        f"<!-- {name} -->\n<script>{text}</script>"
        for name, text in zip([*names, "tradegraph, MIT licence"], scripts, strict=True)
    ]
    return "\n".join(lines)
