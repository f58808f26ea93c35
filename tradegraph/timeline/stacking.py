"""Rows for labels, so that neither they nor the lines that lead to them cross one another."""

from __future__ import annotations

from collections.abc import Sequence


def stack_labels(spans: Sequence[tuple[float, float]]) -> list[int]:
    """Return the row of each label above its mark, 0 for the lowest.

    A span is where the label begins, which is where its mark stands, and how wide it is; spans
    come in order of their beginnings. A label lies above all those that begin under it, so the
    line from a label straight down to its mark meets no other label.
    """
    rows = [0] * len(spans)
    for number in range(len(spans) - 1, -1, -1):
        begin, width = spans[number]
        under = (
            rows[other]
            for other in range(number + 1, len(spans))
            if spans[other][0] < begin + width
        )
        rows[number] = 1 + max(under, default=-1)
    return rows
