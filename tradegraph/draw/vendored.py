"""The scripts of others that a page carries: Cytoscape.js with the layout fcose.

`vendor/VENDOR.json` says what each is, in the order in which they are loaded; they come there by
`tools/vendor/vendor.py`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Vendored:
    """A script: its name, version and licence, and its text."""

    name: str
    version: str
    licence: str
    text: str


@cache
def read_vendored() -> tuple[Vendored, ...]:
    """Return the scripts in the order in which a page loads them."""
    folder = files(__package__) / "vendor"
    entries = json.loads((folder / "VENDOR.json").read_text(encoding="utf-8"))
    return tuple(
        Vendored(
            name=entry["name"],
            version=entry["version"],
            licence=entry["licence"],
            text=(folder / entry["file"]).read_text(encoding="utf-8"),
        )
        for entry in entries
    )
