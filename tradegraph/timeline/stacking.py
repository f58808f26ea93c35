"""Rows for labels, so that neither they nor the lines that lead to them cross one another."""

from __future__ import annotations

from collections.abc import Sequence


def stack_labels(spans: Sequence[tuple[float, float]], most: int) -> list[int | None]:
    """Return the row of each label above its mark, 0 for the lowest; None if all are taken.

    A span is where the label begins, which is where its mark stands, and how wide it is; spans
    come in order of their beginnings, and there are `most` rows. A label lies above all those that
    begin under it, so the line from a label straight down to its mark meets no other label.
    """
    rows: list[int | None] = [None] * len(spans)
    for number in range(len(spans) - 1, -1, -1):
        begin, width = spans[number]
        later = zip(spans[number + 1 :], rows[number + 1 :], strict=True)
        under = (row for (x, _), row in later if row is not None and x < begin + width)
        row = 1 + max(under, default=-1)
        rows[number] = row if row < most else None
    return rows
