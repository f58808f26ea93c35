"""A tariff schedule's rows: a heading, what it covers, and the rates of its columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tradegraph.model import Span

HEADING: Final = r"\d{4}(?:\.\d{2}){1,3}"
"""A heading or subheading as printed; the shortest are 9903.01 and 9903.01.25."""
# 9903.01.43-9903.01.75; the schedule also prints a soft hyphen, and a dash
RANGE: Final = re.compile(
    rf"(?<![\d.])(?P<first>{HEADING})(?:\s*(?:[-\u00ad–—]|through)\s*(?P<last>{HEADING}))?(?![\d])"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One numbered row. `general`, `special` and `other` are the columns 1 and 2 as printed.

    `own` is the row's text, `above` the texts without a number that introduce it; `span` is where
    the row stands in the document. `shaded` tells that on its page some rows have expired, which
    the print shows by a shade that a text does not keep.
    """

    heading: str
    above: str
    own: str
    general: str
    special: str
    other: str
    span: Span
    shaded: bool = False

    @property
    def words(self) -> str:
        """The whole description."""
        return f"{self.above} {self.own}".strip()


@dataclass(frozen=True, order=True, slots=True)
class HeadingRange:
    """Headings from the first to the last, both included; one heading is a range of its own."""

    first: str
    last: str

    def __contains__(self, heading: str) -> bool:
        return self.first <= heading <= self.last


def find_ranges(text: str) -> list[HeadingRange]:
    """Return the headings and ranges of headings that a text names, in order."""
    return [
        HeadingRange(match["first"], match["last"] or match["first"])
        for match in RANGE.finditer(text)
    ]
