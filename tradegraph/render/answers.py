"""Answers to queries in each format for tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

from tradegraph.render.formats import TABLE_FORMATS, find_format
from tradegraph.render.tables import (
    RESULTS_XML,
    write_csv,
    write_json,
    write_markdown,
    write_tsv,
    write_xml,
)
from tradegraph.render.terminal import write_table
from tradegraph.store import Table

WRITERS: Final[dict[str, Callable[[Table], str]]] = {
    "csv": write_csv,
    "tsv": write_tsv,
    "json": write_json,
    "xml": write_xml,
    "md": write_markdown,
}


def render_table(
    table: Table, format_name: str, *, width: int | None = None, color: bool = False
) -> str:
    """Return a table in a format; raises UsageError for an unknown one.

    `width` in characters and `color` matter to the format `table` only.
    """
    find_format(format_name, TABLE_FORMATS)
    if format_name == "table":
        return write_table(table, width=width, color=color)
    return WRITERS[format_name](table)


def render_boolean(value: bool, format_name: str) -> str:
    """Return the answer to a yes-or-no question; as a table it is the one word true or false."""
    find_format(format_name, TABLE_FORMATS)
    word = "true" if value else "false"
    if format_name == "json":
        return json.dumps({"head": {}, "boolean": value}) + "\n"
    if format_name == "xml":
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{RESULTS_XML}">'
        return f"{head}\n  <head/>\n  <boolean>{word}</boolean>\n</sparql>\n"
    return f"{word}\n"
