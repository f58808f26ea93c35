"""What every page has: a head with a policy, the style and the panel in which passages are shown.

A page asks for nothing: style, scripts and data stand inside, and its own policy forbids every
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

from tradegraph.draw.palette import Look

_MARKER = re.compile("<!--([a-z]+)-->")


def write_shell(title: str, look: Look, style: str, scripts: list[str], body: str) -> str:
    """Return the page with this body, whose style is `style` and whose scripts are `scripts`."""
    style = _read_page("shell.css") + style
    parts = {
        "policy": write_policy([style], scripts),
        "title": escape(title),
        "look": look.name,
        "style": style,
        "body": body,
    }
    return fill_page(_read_page("shell.html"), parts)


def fill_page(page: str, parts: Mapping[str, str]) -> str:
    """Return a page with its parts, and the panel, in place of the markers `<!--name-->`."""
    # Every other piece is a marker's name; what a document says is never searched for markers.
    pieces = _MARKER.split(page)
    known = {"panel": _read_page("panel.html"), **parts}
    return "".join(known[piece] if odd % 2 else piece for odd, piece in enumerate(pieces))


def _read_page(name: str) -> str:
    return (files(__package__) / "page" / name).read_text(encoding="utf-8")


def join_script(parts: Iterable[str]) -> str:
    """Return one script of the parts, which share the names of one function, and of the panel's."""
    rooms = "\n".join([_read_page("passages.js"), *parts])
    return f'\n"use strict";\n(async () => {{\n{rooms}}})();\n'


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
