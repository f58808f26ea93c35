"""A picture as one HTML file: search, filter, play through time, read the passages behind a tie.

The file asks for nothing: style, scripts and data stand inside, and its own policy forbids every
request and every script but those it carries.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files
from typing import Final

from tradegraph.draw.caption import Caption
from tradegraph.draw.layout import Layout
from tradegraph.draw.pagedata import describe_network
from tradegraph.draw.palette import Look
from tradegraph.draw.picture import Picture
from tradegraph.draw.vendored import Vendored, read_vendored

_MARKER = re.compile("<!--([a-z]+)-->")
_OWN: Final = ("passages", "network", "sketch", "graph", "filters", "panel", "takeaway", "main")


def write_html(picture: Picture, layout: Layout, caption: Caption, look: Look) -> str:
    """Return the page; a layout without routes leaves the lines to it."""
    style = _read_page("page.css")
    scripts = [*(each.text for each in read_vendored()), _read_script()]
    parts = {
        "policy": write_policy([style], scripts),
        "title": escape(caption.title),
        "period": escape(caption.period),
        "note": escape(caption.note),
        "look": look.name,
        "style": style,
        "data": write_json(describe_network(picture, layout, look)),
        "scripts": _write_scripts(read_vendored(), scripts),
    }
    return fill_page(_read_page("page.html"), parts)


def fill_page(page: str, parts: Mapping[str, str]) -> str:
    """Return a page with its parts in place of the markers `<!--name-->`."""
    # Every other piece is a marker's name; what a document says is never searched for markers.
    pieces = _MARKER.split(page)
    return "".join(parts[piece] if odd % 2 else piece for odd, piece in enumerate(pieces))


def _read_page(name: str) -> str:
    return (files(__package__) / "page" / name).read_text(encoding="utf-8")


def read_passages_script() -> str:
    """Return the part of a page's script that shows passages."""
    return _read_page("passages.js")


def _read_script() -> str:
    """Return our own script."""
    return join_script(_read_page(f"{name}.js") for name in _OWN)


def join_script(parts: Iterable[str]) -> str:
    """Return one script of parts that share the names of one function."""
    rooms = "\n".join(parts)
    return f'\n"use strict";\n(async () => {{\n{rooms}}})();\n'


def _write_scripts(vendored: Iterable[Vendored], scripts: list[str]) -> str:
    names = [f"{each.name} {each.version}, {each.licence} licence" for each in vendored]
    lines = [
        f"<!-- {name} -->\n<script>{text}</script>"
        for name, text in zip([*names, "tradegraph, MIT licence"], scripts, strict=True)
    ]
    return "\n".join(lines)


def write_policy(styles: list[str], scripts: list[str]) -> str:
    """Return the policy that forbids every request and every script but these."""
    sources = {"style-src": styles, "script-src": scripts}
    allowed = [
        " ".join([kind, *(f"'sha256-{_digest(text)}'" for text in texts)])
        for kind, texts in sources.items()
    ]
    return "; ".join(["default-src 'none'", "img-src data: blob:", *allowed, "form-action 'none'"])


def _digest(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


def write_json(value: object) -> str:
    """Return JSON that may stand in a script element: no `<`, `>` or `&` and only ASCII."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
