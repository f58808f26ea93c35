"""Which duties of a schedule give way to others on the same goods.

The notes say so by headings: *the additional duties imposed by heading 9903.01.77 shall not apply
to wood products provided for in headings 9903.76.01 ...*; and so do rows: *except for products
described in headings 9903.02.02-9903.02.91*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tradegraph.model import Fact, Measure, MeasureRelation, Span
from tradegraph.schedules.programmes import Programmes
from tradegraph.schedules.rows import HEADING, HeadingRange, Row, find_ranges
from tradegraph.schedules.terms import read_rate

Pair = tuple[Sequence[HeadingRange], Sequence[HeadingRange], Span]
"""Headings whose duty gives way, those to which it does, and where that is said."""

LIST: Final = rf"(?:(?:sub)?headings?\s+)?{HEADING}(?:[\s,–—\u00ad-]|\band\b|\bor\b|{HEADING})*"
# the additional duties imposed by heading 1 shall not apply to axles provided for in headings 2
NOTE: Final = re.compile(
    rf"\badditional\s+dut(?:y|ies)\s+imposed\s+by\s+(?P<losing>{LIST})\s+shall\s+"
    rf"(?:apply\s+to[^.;:]{{3,90}}?{HEADING},?\s+but\s+shall\s+)?not\s+apply\s+to\s"
    rf"(?P<goods>(?:[^.;:]|(?<=\d)\.(?=\d)){{3,300}}?)\bprovided\s+for\s+in\s+(?P<winning>{LIST})"
)
# Articles the product of any country, except for products described in headings 1 and 2
ROW: Final = re.compile(
    rf"\bexcept\s+for\s+(?:products|articles)\s+described\s+in\s+(?P<winning>{LIST})", re.IGNORECASE
)


def find_exclusions(text: str, rows: Iterable[Row], programmes: Programmes) -> Iterator[Fact]:
    """Yield which programmes give way to which others, each pair once with all its passages."""
    told: dict[tuple[str, str], list[Span]] = {}
    for losing, winning, span in (*_read_notes(text), *_read_rows(list(rows))):
        for loser in programmes.of_ranges(losing):
            for winner in programmes.of_ranges(winning):
                if winner != loser:
                    told.setdefault((loser, winner), []).append(span)
    for (loser, winner), spans in told.items():
        content = MeasureRelation(
            _stand_for(programmes, loser), "excludedBy", (_stand_for(programmes, winner),)
        )
        evidence = tuple(sorted(dict.fromkeys(spans)))
        yield Fact(content, evidence, confidence=0.95, extractor="schedule")


def _read_notes(text: str) -> Iterator[Pair]:
    for match in NOTE.finditer(text):
        yield find_ranges(match["losing"]), find_ranges(match["winning"]), Span(*match.span())


def _read_rows(rows: Sequence[Row]) -> Iterator[Pair]:
    """Yield the headings that rows except, those that lay a duty of their own."""
    duties = [HeadingRange(row.heading, row.heading) for row in rows if read_rate(row.general)]
    for row in rows:
        excepted = [
            each for match in ROW.finditer(row.words) for each in find_ranges(match["winning"])
        ]
        laying = [duty for duty in duties if any(duty.first in held for held in excepted)]
        if laying:
            yield [HeadingRange(row.heading, row.heading)], laying, row.span


def _stand_for(programmes: Programmes, programme: str) -> Measure:
    return Measure(programmes.registry.values(programme, "imposedBy"), programme=programme)
