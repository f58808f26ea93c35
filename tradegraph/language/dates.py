"""Days and spans of days in text, resolved against the day of publication.

The rules are those of the ontology's design: a bare weekday in the past is the latest such day up
to publication, in a plan the next one from publication on; "earlier this week" runs from Monday to
the day before; an expression that needs an anchor is left out where the document has no date.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tradegraph.language.calendar_spans import (
    month_span,
    part_of,
    quarter_span,
    shift_months,
    week_span,
    year_span,
)
from tradegraph.language.numbers import NUMBER_WORDS, read_number
from tradegraph.model import DateRange, Span

MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
WEEKDAYS = {
    name.lower(): number
    for names in (calendar.day_name, calendar.day_abbr)
    for number, name in enumerate(names)
} | {"tues": 1, "thurs": 3}
FEW = 5
"""How many units "a few" may reach at most."""

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_WEEKDAY = r"(?P<weekday>" + "|".join(calendar.day_name) + r"|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?"
_COUNT = r"(?P<count>\d+|(?:" + "|".join(NUMBER_WORDS) + r")(?:-\w+)?|an?|few|couple of|several)"
_UNIT = r"(?P<unit>hours?|days?|weeks?|months?|years?)"

# Each with the shortest text it must match.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b"),  # 2025-05-30
    ("day", rf"\b{_MONTH} {_DAY},? {_YEAR}"),  # May 30, 2025
    ("day", rf"\b(?:the )?{_DAY} (?:of )?{_MONTH},? {_YEAR}"),  # 30 May 2025
    ("month", rf"\b(?:(?P<part>early|mid|late|end)[- ](?:of |in )?)?{_MONTH},? (?:of )?{_YEAR}"),  # May 2025
    ("yearless", rf"\b{_MONTH} {_DAY}(?!\d|,? (?:19|20)\d\d)"),  # May 30
    ("yearless", rf"\b{_DAY} (?:of )?{_MONTH}(?!\s*(?:19|20)\d\d)"),  # 30 May
    ("quarter", rf"\b(?:Q(?P<quarter>[1-4])|(?P<nth>first|second|third|fourth) quarter)(?: of)?(?: {_YEAR})?"),  # Q2
    ("relative_month", rf"\b(?P<which>last|next|this|earlier this|later this) (?:{_MONTH})"),  # last May
    ("bare_month", rf"\b(?:in|since|by|until|from|of|for|to|through|during|before|after|and|around|late|early|mid-?|end of|starting|effective|beginning) (?P<part>early |mid-?|late |the end of )?{_MONTH}(?= |[.,;:)—-]|$)"),  # in May
    ("weekday", rf"\b(?:(?P<which>last|next|this|this past|this coming) )?{_WEEKDAY}"),  # Friday
    ("part_of", r"\b(?P<which>earlier|later|early|late|the end of|by the end of) (?P<of>this|next|last|the) (?P<unit>week|month|quarter|year)s?\b"),  # earlier this week
    ("which_unit", r"\b(?P<which>last|next|this|this past|this coming|the past|the previous|the coming|previous) (?P<unit>week|weekend|month|quarter|year|spring|summer|autumn|fall|winter)s?\b(?! of)"),  # last week
    ("ago", rf"\b(?:(?:about|around|nearly|almost|more than|over) )?{_COUNT} {_UNIT} (?:ago|earlier|before)\b"),  # a week ago
    ("past_units", rf"\b(?:in|over|during|within) the (?:past|last|previous) (?:{_COUNT} )?{_UNIT}\b"),  # in the past week
    ("next_units", rf"\b(?:(?:in|over|within|during) )?the (?:next|coming|following) (?:{_COUNT} )?{_UNIT}\b|\b(?P<soon>in the coming (?P<soon_unit>days|weeks|months))\b"),  # the next week
    ("in_units", rf"\b(?:in|within) (?:(?:about|around|at least|less than|the next) )?{_COUNT} {_UNIT}(?:'? time)?\b"),  # in two weeks
    ("named", r"\b(?P<named>today|yesterday|tomorrow|tonight|overnight|this (?:morning|afternoon|evening)|last night)\b"),  # today
    ("year", rf"\b(?:in|since|of|from|by|until|during|through|early|late|mid-?|end of) ?{_YEAR}(?![-–]\d)"),  # in 2018
)
EXPRESSION = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in PATTERNS]
CASED_MONTHS = re.compile(r"\b(?:may|march)\b")
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
NAMED_SHIFT = {"yesterday": -1, "last night": -1, "overnight": -1, "tomorrow": 1}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: what it means in an account of the past, and in a plan."""

    span: Span
    past: DateRange
    future: DateRange


def find_dates(text: str, published: date | None, begin: int = 0) -> tuple[DateMention, ...]:
    """Return the date expressions of the text from `begin` on, in order, without overlaps."""
    found: list[DateMention] = []
    taken: list[Span] = []
    for kind, pattern in EXPRESSION:
        for match in pattern.finditer(text, begin):
            span = _trimmed_span(match)
            if any(span.overlaps(other) for other in taken) or CASED_MONTHS.fullmatch(match[0].split()[-1]):
                continue
            try:
                readings = tuple(_resolve(kind, match, published))
            except (ValueError, OverflowError):  # 31 June, or a count that leaves the calendar
                continue
            if not readings:
                continue
            words = text[span.begin : span.end]
            past, future = (
                DateRange(first, last, precision, words, anchor)
                for first, last, precision, anchor in (readings[0], readings[-1])
            )
            found.append(DateMention(span, past, future))
            taken.append(span)
    return tuple(sorted(found, key=lambda mention: mention.span))


Reading = tuple[date, date, str, date | None]


def _trimmed_span(match: re.Match[str]) -> Span:
    """Leave the preposition outside: `in May` is about `May`."""
    lead = re.match(r"(?:in|since|by|until|from|of|for|to|through|during|before|after|and|around|starting|effective|beginning) (?=\D)(?!the (?:past|last|next|coming|previous|following))(?!(?:about|around|at least|less than|a|an|few|\d|" + "|".join(NUMBER_WORDS) + r")\b)", match[0], re.IGNORECASE)
    begin = match.start() + (lead.end() if lead else 0)
    return Span(begin, match.end() - (1 if match[0].endswith((" ", ",")) else 0))


def _resolve(kind: str, match: re.Match[str], published: date | None) -> Iterator[Reading]:
    """Yield the reading in the past and, where it differs, the reading in the future."""
    part = {key: value for key, value in match.groupdict().items() if value}
    if kind in ("iso", "day"):
        month = int(part["month"]) if kind == "iso" else MONTHS[part["month"].lower()]
        day = date(int(part["year"]), month, int(part["day"]))
        yield day, day, "day", None
    elif kind == "month":
        first, last = month_span(int(part["year"]), MONTHS[part["month"].lower()])
        yield *part_of(first, last, part.get("part", "")), "month", None
    elif kind == "year":
        yield *year_span(int(part["year"])), "year", None
    elif kind == "quarter" and ("year" in part or published):
        number = int(part.get("quarter") or NTH[part["nth"].lower()])
        year = int(part["year"]) if "year" in part else published.year if published else 0
        yield *quarter_span(year, number), "quarter", published
    elif published is not None:
        yield from _resolve_relative(kind, part, published)


def _resolve_relative(kind: str, part: dict[str, str], published: date) -> Iterator[Reading]:
    resolve = {
        "yearless": _yearless,
        "relative_month": _relative_month,
        "bare_month": _bare_month,
        "weekday": _weekday,
        "part_of": _part_of_unit,
        "which_unit": _which_unit,
        "ago": _ago,
        "past_units": _past_units,
        "next_units": _next_units,
        "in_units": _in_units,
        "named": _named,
    }[kind]
    for first, last, precision in resolve(part, published):
        yield first, last, precision, published


Bounds = tuple[date, date, str]
DAY = timedelta(days=1)


def _yearless(part: dict[str, str], published: date) -> Iterator[Bounds]:
    """The nearest such day: a date more than half a year ahead was meant as past, and vice versa."""
    month, number = MONTHS[part["month"].lower()], int(part["day"])
    days = [date(published.year + shift, month, number) for shift in (-1, 0, 1)]
    nearest = min(days, key=lambda day: abs(day - published))
    yield nearest, nearest, "day"


def _relative_month(part: dict[str, str], published: date) -> Iterator[Bounds]:
    month, which = MONTHS[part["month"].lower()], part["which"].lower()
    year = published.year
    if which == "last" and month >= published.month:
        year -= 1
    if which == "next" and month <= published.month:
        year += 1
    yield *month_span(year, month), "month"


def _bare_month(part: dict[str, str], published: date) -> Iterator[Bounds]:
    month = MONTHS[part["month"].lower()]
    past = published.year if month <= published.month else published.year - 1
    future = published.year if month >= published.month else published.year + 1
    for year in (past, future):
        yield *part_of(*month_span(year, month), part.get("part", "")), "month"


def _weekday(part: dict[str, str], published: date) -> Iterator[Bounds]:
    weekday = WEEKDAYS[part["weekday"].lower().rstrip(".")]
    back = timedelta(days=(published.weekday() - weekday) % 7)
    ahead = timedelta(days=(weekday - published.weekday()) % 7)
    which = part.get("which", "").lower()
    if which == "last":
        back = back or timedelta(days=7)
    if which in ("next", "this coming"):
        ahead = ahead or timedelta(days=7)
        yield published + ahead, published + ahead, "day"
        return
    yield published - back, published - back, "day"
    if which in ("", "this"):
        yield published + ahead, published + ahead, "day"


def _part_of_unit(part: dict[str, str], published: date) -> Iterator[Bounds]:
    first, last = _unit_span(part["unit"].lower(), part["of"].lower(), published)
    which = part["which"].lower()
    if part["of"].lower() in ("this", "the") and which in ("earlier", "early"):
        last = max(first, published - DAY)
    elif part["of"].lower() in ("this", "the") and which in ("later", "late"):
        first = min(published, last)
    elif which.endswith("end of"):
        first, last = part_of(first, last, "end")
    yield first, last, "window"


def _which_unit(part: dict[str, str], published: date) -> Iterator[Bounds]:
    unit, which = part["unit"].lower(), part["which"].lower()
    if unit in SEASONS:
        begin, end = SEASONS[unit]
        year = published.year + {"last": -1, "next": 1}.get(which, 0)
        last = month_span(year + (end < begin), end)[1]
        yield date(year, begin, 1), last, "quarter"
        return
    if unit == "weekend":
        monday = week_span(published)[0] + timedelta(days={"last": -7, "next": 7}.get(which, 0))
        if which in ("this past", "the past", "this") and published.weekday() < 5:
            monday -= timedelta(days=7)
        yield monday + timedelta(days=5), monday + timedelta(days=6), "window"
        return
    if which in ("the past", "this past"):
        yield _before(published, 1, unit), published, "window"
        return
    yield *_unit_span(unit, which, published), unit if unit != "day" else "window"


def _unit_span(unit: str, which: str, published: date) -> tuple[date, date]:
    shift = {"last": -1, "previous": -1, "the previous": -1, "next": 1, "the coming": 1, "this coming": 1}.get(which, 0)
    if unit == "week":
        return week_span(published + timedelta(days=7 * shift))
    if unit == "month":
        moved = shift_months(published, shift)
        return month_span(moved.year, moved.month)
    if unit == "quarter":
        moved = shift_months(published, 3 * shift)
        return quarter_span(moved.year, (moved.month + 2) // 3)
    return year_span(published.year + shift)


def _ago(part: dict[str, str], published: date) -> Iterator[Bounds]:
    unit = part["unit"].lower().rstrip("s")
    count = read_number(part["count"], few=3)
    middle = _before(published, count, unit)
    if unit in ("month", "year"):
        yield *(month_span(middle.year, middle.month) if unit == "month" else year_span(middle.year)), unit
    elif unit == "week":
        yield *week_span(middle), "week"
    else:
        yield middle, middle, "day"


def _past_units(part: dict[str, str], published: date) -> Iterator[Bounds]:
    count = read_number(part.get("count", "1"), few=FEW)
    yield _before(published, count, part["unit"].lower().rstrip("s")), published, "window"


def _next_units(part: dict[str, str], published: date) -> Iterator[Bounds]:
    unit = (part.get("unit") or part["soon_unit"]).lower()
    count = read_number(part.get("count", "few" if unit.endswith("s") else "1"), few=FEW)
    yield published, _after(published, count, unit.rstrip("s")), "window"


def _in_units(part: dict[str, str], published: date) -> Iterator[Bounds]:
    count = read_number(part["count"], few=FEW)
    unit = part["unit"].lower().rstrip("s")
    last = _after(published, count, unit)
    yield published, last, "window"


def _named(part: dict[str, str], published: date) -> Iterator[Bounds]:
    day = published + timedelta(days=NAMED_SHIFT.get(part["named"].lower(), 0))
    yield day, day, "day"


def _before(day: date, count: float, unit: str) -> date:
    return _after(day, -count, unit)


def _after(day: date, count: float, unit: str) -> date:
    if unit in ("month", "quarter", "year"):
        return shift_months(day, round(count * {"month": 1, "quarter": 3, "year": 12}[unit]))
    return day + timedelta(days=round(count * {"hour": 1 / 24, "day": 1, "week": 7}[unit]))
