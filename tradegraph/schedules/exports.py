"""Rows out of a schedule's export: one line a row, its cells between bars."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tradegraph.model import Span
from tradegraph.schedules.rows import Row

HEAD: Final = "heading | description | general | special | other | additionalDuties | notes"
"""The first line of such a text."""
CELLS: Final = 7


def is_export(text: str) -> bool:
    """Tell whether the text is of an export."""
    return text.startswith(HEAD)


def read_export_rows(text: str) -> Iterator[Row]:
    """Yield the rows; a line that lost cells is passed over."""
    begin = 0
    for line in text.splitlines(keepends=True):
        words = line.rstrip("\n")
        cells = words.split(" | ")
        if len(cells) == CELLS and cells[0] and words != HEAD:
            heading, description, general, special, other, _, _ = cells
            yield Row(
                heading, "", description, general, special, other, Span(begin, begin + len(words))
            )
        begin += len(line)
