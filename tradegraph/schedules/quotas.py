"""Quotas of a schedule: what its notes and its rows let in under a heading, and for how long.

*The aggregate annual import volume under heading 9903.94.31 ... for calendar year 2025 shall be
limited to 65,205 passenger vehicles.* Within the quota goods bear the rate of its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from tradegraph.language.dates import find_dates
from tradegraph.model import Fact, Measure, MeasureEvent, Quota, Span
from tradegraph.schedules.goods import find_partners
from tradegraph.schedules.programmes import Programmes
from tradegraph.schedules.rows import HEADING, Row, find_ranges
from tradegraph.schedules.terms import read_ending, read_rate
from tradegraph.schedules.volumes import VOLUME, read_volume

TEMPORARY: Final = "9903."
# limited to 65,205 passenger vehicles; in excess of 25,000 vehicles; not exceeding 300,000 units
LIMIT: Final = re.compile(
    rf"\b(?:limited\s+to|not\s+exceed(?:ing)?|in\s+excess\s+of|an\s+additional)\s+(?={VOLUME})"
)
AGGREGATE: Final = re.compile(
    r"\baggregate\s+(?:annual\s+)?(?:import\s+)?(?:volume|quantity)\b|\bmay\s+be\s+entered\b"
)
# a sentence begins after a full stop, with its paragraph, or at a colon
SENTENCE: Final = re.compile(r"(?:(?<!U\.S)\.\s+(?=[A-Z])|\n\s*\n|:\s*\n)")
LONGEST: Final = 900
"""Characters before a limit in which its sentence begins."""
AFTER: Final = 50
"""Characters after it that may say for how long it is."""
CALENDAR_YEAR: Final = re.compile(r"\bfor\s+calendar\s+year\s+(?P<year>\d{4})\b")
MONTH_DAY: Final = r"[A-Z][a-z]+\s+\d{1,2},\s+\d{4}"
# If entered during the period from November 23, 2031, through November 22, 2032 .... 5 kilograms
PERIOD: Final = re.compile(
    rf"\bentered\s+during\s+the\s+period\s+from\s+(?P<first>{MONTH_DAY}),?\s+through\s+"
    rf"(?P<last>{MONTH_DAY})[\s.]*\.\.[\s.]*(?={VOLUME})"
)
# For the purposes of subheading 9903.55.01, the maximum annual aggregate quantity
PURPOSE: Final = re.compile(
    rf"\bpurposes\s+of\s+(?:sub)?heading\s+(?P<heading>{HEADING})\b(?P<words>.{{0,300}}?"
    r"\baggregate\s+quantity\b)",
    re.DOTALL,
)
MAXIMUM: Final = re.compile(r"\bmaximum\b")
LIST: Final = 2_000
"""Characters after the head of a list of periods in which its lines stand."""
BEGINNING: Final = re.compile(r"\bBeginning\s+on\s+(?P<day>[A-Z][a-z]+\s+\d{1,2},\s+\d{4})")
# between 12:01 a.m. local port time on February 13, 2031, and 11:59 p.m. on December 31, 2031
BETWEEN: Final = re.compile(
    r"\bbetween\b[^;]{0,50}?\bon\s+(?P<first>[A-Z][a-z]+\s+\d{1,2},\s+\d{4}),?\s+and\b[^;]{0,50}?"
    r"\bon\s+(?P<last>[A-Z][a-z]+\s+\d{1,2},\s+\d{4})"
)
QUARTERLY: Final = re.compile(
    r"\bin\s+any\s+quarter(?:ly)?\b|\bperiods\s+January\s+through\s+March,"
)
ANNUAL: Final = re.compile(r"\bannual(?:ly)?\b|\bper\s+year\b")
OTHER: Final = re.compile(r"Other\b")
DAY: Final = timedelta(days=1)
CONFIDENCE: Final = 0.9


def find_quotas(
    text: str, rows: Sequence[Row], duties: Iterable[Fact], programmes: Programmes
) -> Iterator[Fact]:
    """Yield the quotas of the temporary headings; `duties` are the facts of the chapter's rows."""
    laid = _find_laid(duties)
    known = {row.heading: row for row in rows if row.heading.startswith(TEMPORARY)}
    for row, following in pairwise([*rows, None]):
        if row and row.heading in known and AGGREGATE.search(row.words):
            over = following if following and OTHER.match(following.own) else None
            duty = laid.get(row.heading) or _make_event(row, programmes)
            yield from _read(row, row.words, row.span, duty, over)
    for purpose in PURPOSE.finditer(text):
        row = known.get(purpose["heading"])
        if row:
            duty = laid.get(row.heading) or _make_event(row, programmes)
            yield from _read_periods(text, purpose, row, duty)
    for span in _find_limits(text):
        words = " ".join(text[span.begin : span.end].split())
        headings = [each.first for each in find_ranges(words) if each.first in known]
        if headings and not any(span.overlaps(row.span) for row in known.values()):
            row = known[headings[0]]
            duty = laid.get(row.heading) or _make_event(row, programmes)
            yield from _read(row, words, span, duty)


def _read_periods(
    text: str, purpose: re.Match[str], row: Row, duty: MeasureEvent
) -> Iterator[Fact]:
    """Yield a quota for each line of the list of periods that a note gives for a heading."""
    kind = "absolute" if MAXIMUM.search(purpose["words"]) else "tariff-rate"
    for line in PERIOD.finditer(text, purpose.end(), purpose.end() + LIST):
        end = text.find("\n", line.end())
        volume = read_volume(text[line.end() : end if end > 0 else None], 0)
        if volume:
            content = Quota(
                kind,
                duty.measure,
                volume.amount,
                volume.unit,
                in_quota=duty.rate,
                effective=_read_day(line["first"]),
                until=_read_day(line["last"]),
                headings=duty.headings,
            )
            spans = (Span(*purpose.span()), Span(line.start(), line.end() + volume.end))
            modality = "possible" if row.shaded else "asserted"
            yield Fact(content, spans, modality, confidence=CONFIDENCE, extractor="schedule")


def _find_laid(duties: Iterable[Fact]) -> dict[str, MeasureEvent]:
    """Return by heading the duty that goods within its quota bear."""
    return {
        heading: fact.content
        for fact in duties
        if isinstance(fact.content, MeasureEvent) and fact.content.rate
        for heading in fact.content.headings
    }


def _make_event(row: Row, programmes: Programmes) -> MeasureEvent:
    """Return the row's measure, of which no duty is known."""
    measure = Measure(
        (programmes.imposer,),
        find_partners(row.words, programmes),
        (f"articles of heading {row.heading}",),
        headings=(row.heading,),
    )
    return MeasureEvent("entry-into-effect", measure, headings=(row.heading,))


def _find_limits(text: str) -> Iterator[Span]:
    """Yield the sentences that limit an aggregate quantity, up to where the volume ends."""
    for limit in LIMIT.finditer(text):
        start = max(0, limit.start() - LONGEST)
        breaks = [match.end() for match in SENTENCE.finditer(text, start, limit.start())]
        begin = breaks[-1] if breaks else start
        volume = read_volume(text, limit.end())
        if volume and AGGREGATE.search(text, begin, limit.start()):
            end = text.find(".", volume.end)
            yield Span(begin, min(end if end > 0 else len(text), volume.end + AFTER))


def _read(
    row: Row, words: str, span: Span, duty: MeasureEvent, over: Row | None = None
) -> Iterator[Fact]:
    """Yield the quota that the words open; none where it is not known when its provision ended."""
    limit, ending = LIMIT.search(words), read_ending(words)
    volume = read_volume(words, limit.end()) if limit else None
    if volume is None or (ending and ending.day is None):
        return
    first, last = _read_days(words)
    content = Quota(
        "tariff-rate",
        duty.measure,
        volume.amount,
        volume.unit,
        "P3M" if QUARTERLY.search(words) else "P1Y" if ANNUAL.search(words) and not last else None,
        duty.rate,
        read_rate(over.general) if over else None,
        first or (duty.effective.first if duty.effective and not last else None),
        ending.day - DAY if ending and ending.day else last,
        headings=duty.headings,
    )
    modality = "possible" if row.shaded else "asserted"  # it may be one of the expired rows
    yield Fact(content, (span,), modality, confidence=CONFIDENCE, extractor="schedule")


def _read_days(words: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of the quota, None for one that is not given."""
    if year := CALENDAR_YEAR.search(words):
        return date(int(year["year"]), 1, 1), date(int(year["year"]), 12, 31)
    if between := BETWEEN.search(words):
        return _read_day(between["first"]), _read_day(between["last"])
    beginning = BEGINNING.search(words)
    return (_read_day(beginning["day"]) if beginning else None), None


def _read_day(words: str) -> date | None:
    days = find_dates(words, None)
    return days[0].past.first if days else None
