"""Dates that are read from a day: the day of publication, or of the words that are quoted.

A bare weekday in the past is the latest such day up to that one, in a plan the next one from it on;
"earlier this week" runs from Monday to the day before; a day without a year is the nearest one.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from tradegraph.language.calendar_spans import (
    Days,
    month_span,
    part_of,
    quarter_span,
    season_span,
    shift,
    unit_span,
    week_span,
)
from tradegraph.language.date_words import (
    COUNT,
    DAY,
    MONTH,
    NTH,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    Parts,
    Rule,
    S,
    read_month,
    write_rule,
)
from tradegraph.language.numbers import read_number
from tradegraph.model import DateRange

ONE_DAY: Final = timedelta(days=1)
FEW: Final = 5
"""How many units "a few" may reach at most."""
FEW_AGO: Final = 3
"""How many units lie about in the middle of "a few"."""
FAR: Final = timedelta(days=90)
"""So far ahead an account of the past names no day, and a plan none so far back."""
SHIFTS: Final = {"last": -1, "previous": -1, "next": 1, "coming": 1}
NAMED_DAYS: Final = {"yesterday": -1, "last night": -1, "overnight": -1, "tomorrow": 1}

# April 2; not: April 25%, April 2, 2025
MONTH_DAY = rf"\b {MONTH} {S} {DAY} (?! ,? {S} (?:19|20)\d\d )"
DAY_MONTH = rf"\b {DAY} {S} (?: of {S} )? {MONTH} (?! ,? {S} (?:19|20)\d\d )"  # 2 April


def _resolve_yearless(part: Parts, published: date) -> tuple[DateRange, ...]:
    """Return the nearest day: none far ahead in an account of the past, none back in a plan."""
    month, number = read_month(part), int(part["day"])
    years = (published.year + step for step in (-1, 0, 1))
    days = [day for year in years if (day := _find_day(year, month, number))]
    told = [day for day in days if day - published <= FAR] or days
    planned = [day for day in days if published - day <= FAR] or days
    nearest = [
        min(among, key=lambda day: abs(day - published)) for among in (told, planned) if among
    ]
    return tuple(DateRange(day, day) for day in nearest)


def _find_day(year: int, month: int, number: int) -> date | None:
    """Return the day, or None where the month has no such day: 29 February."""
    first, last = month_span(year, month)
    return first.replace(day=number) if 1 <= number <= last.day else None


# Q2, the second quarter
QUARTER = rf"\b (?: Q (?P<quarter> [1-4] ) \b | (?P<nth> {'|'.join(NTH)} ) {S} quarter \b )"


def _resolve_quarter(part: Parts, published: date) -> tuple[DateRange, ...]:
    number = int(part.get("quarter") or NTH[part["nth"]])
    return (DateRange(*quarter_span(published.year, number), "quarter"),)


# last March; not: this May be
WHICH_MONTH = rf"""\b
    (?P<which> last | next | this | earlier {S} this | later {S} this ) {S} {MONTH}
    (?! {S} (?: be | have | not | also | well | soon ) \b )
"""


def _resolve_which_month(part: Parts, published: date) -> tuple[DateRange, ...]:
    month, year = read_month(part), published.year
    if part["which"] == "last" and month >= published.month:
        year -= 1
    if part["which"] == "next" and month <= published.month:
        year += 1
    return (DateRange(*month_span(year, month), "month"),)


PREPOSITION = """(?: in | since | by | until | from | of | for | to | through | during | before
    | after | and | around | starting | effective | beginning )"""
# in May, late May; a preposition or a part is needed, so that a name or a verb is no month.
BARE_MONTH = rf"""\b
    (?= (?: {PREPOSITION} | early | mid | late | end | the {S} end ) [- ] )
    (?: {PREPOSITION} {S} )?
    (?P<words>
        (?: (?P<part> early | mid | late | (?: the {S} )? end {S} of ) [- ]+ )? {MONTH}
    )
    (?= [\s.,;:)–—] | - (?-i: [A-Z] ) | $ )   # in May-June, but not: in May-like weather
"""


def _resolve_bare_month(part: Parts, published: date) -> tuple[DateRange, ...]:
    month, year = read_month(part), published.year
    past = year if month <= published.month else year - 1
    future = year if month >= published.month else year + 1
    return tuple(
        DateRange(*part_of(month_span(each, month), part.get("part", "")), "month")
        for each in (past, future)
    )


# Friday, last Friday, this coming Friday
WEEKDAY_ALONE = (
    rf"\b (?: (?P<which> last | next | this (?: {S} (?:past|coming) )? ) {S} )? {WEEKDAY}"
)


def _resolve_weekday(part: Parts, published: date) -> tuple[DateRange, ...]:
    weekday = WEEKDAYS[part["weekday"].rstrip(".")]
    back = timedelta(days=(published.weekday() - weekday) % 7)
    ahead = timedelta(days=(weekday - published.weekday()) % 7)
    which = part.get("which", "")
    if which == "last":
        back = back or timedelta(days=7)
    if which.startswith("next") or which.endswith("coming"):
        days = [published + (ahead or timedelta(days=7))]
    elif which in ("", "this"):
        days = [published - back, published + ahead]
    else:
        days = [published - back]
    return tuple(DateRange(day, day) for day in days)


# earlier this week, late last year, by the end of the month
PART_OF_UNIT = rf"""\b
    (?: by {S} )?
    (?P<words>
        (?P<part> earlier | later | early | late | the {S} end {S} of ) {S}
        (?P<which> this | next | last | the ) {S} (?P<unit> week | month | quarter | year )s?
    ) \b
"""


def _resolve_part_of_unit(part: Parts, published: date) -> tuple[DateRange, ...]:
    first, last = _shifted_unit(part["unit"], part["which"], published)
    current = part["which"] in ("this", "the")
    if "end" in part["part"]:
        first, last = part_of((first, last), "end")
    elif current and part["part"].startswith("earl"):
        last = max(first, published - ONE_DAY)
    elif current:
        first = min(published, last)
    return (DateRange(first, last, "window"),)


# last week, this year, the past month
WHICH_UNIT = rf"""\b
    (?P<which> last | next | previous | this (?: {S} (?:past|coming) )?
      | the {S} (?: past | previous | coming ) ) {S}
    (?P<unit> weekend | week | month | quarter | year | spring|summer|autumn|fall|winter )s? \b
    (?! {S} of )
"""


def _resolve_which_unit(part: Parts, published: date) -> tuple[DateRange, ...]:
    unit, which = part["unit"], part["which"]
    if unit == "weekend":
        return _resolve_weekend(part, published)
    if unit in ("spring", "summer", "autumn", "fall", "winter"):
        return (DateRange(*_find_season(unit, which, published), "quarter"),)
    if which.endswith("past"):
        return (DateRange(shift(published, -1, unit), published, "window"),)
    return (DateRange(*_shifted_unit(unit, which, published), unit),)


# over the weekend
THE_WEEKEND = rf"\b (?: over | at | during | by ) {S} (?P<words> the {S} weekend ) \b"


def _resolve_weekend(part: Parts, published: date) -> tuple[DateRange, ...]:
    """Return Saturday and Sunday of the week, the week before or the week after."""
    which = part.get("which", "")
    saturday = week_span(published)[0] + timedelta(days=5)
    weeks = [_read_shift(which)]
    if published < saturday and which in ("", "this", "this past", "the past"):
        weeks = [-1, 0]
    begins = [saturday + timedelta(weeks=week) for week in weeks]
    return tuple(DateRange(begin, begin + ONE_DAY, "window") for begin in begins)


def _find_season(season: str, which: str, published: date) -> Days:
    """Return the last such season that is over, the next one to come, or the nearest one."""
    spans = [season_span(published.year + step, season) for step in (-2, -1, 0, 1, 2)]
    step = _read_shift(which)
    if step < 0:
        return max(days for days in spans if days[1] < published)
    if step > 0:
        return min(days for days in spans if days[0] > published)
    return min(spans, key=lambda days: max(days[0] - published, published - days[1]))


def _read_shift(which: str) -> int:
    """Return how many units later than the present one the words mean: last, the coming."""
    return SHIFTS.get(which.rpartition(" ")[2], 0)


def _shifted_unit(unit: str, which: str, published: date) -> Days:
    return unit_span(shift(published, _read_shift(which), unit), unit)


# a week ago, about three months earlier
UNITS_AGO = rf"""\b
    (?: (?: about | around | nearly | almost | more {S} than | over ) {S} )?
    {COUNT} {S} {UNIT} {S} (?: ago | earlier | before ) \b
"""


def _resolve_units_ago(part: Parts, published: date) -> tuple[DateRange, ...]:
    unit, count = part["unit"], read_number(part["count"], few=FEW_AGO)
    days = unit_span(shift(published, -count, unit), unit)
    return (DateRange(*days, "day" if unit == "hour" else unit),)


# in the past week, over the last 48 hours
PAST_UNITS = rf"""\b
    (?: in | over | during | within ) {S} the {S} (?: past | last | previous ) {S}
    (?: {COUNT} {S} )? {UNIT}
"""


def _resolve_past_units(part: Parts, published: date) -> tuple[DateRange, ...]:
    count = read_number(part.get("count", "one"), few=FEW)
    return (DateRange(shift(published, -count, part["unit"]), published, "window"),)


# the next week, in the coming days, within the next two years
NEXT_UNITS = rf"""\b
    (?: (?: in | over | within | during ) {S} )? the {S} (?: next | coming | following ) {S}
    (?: {COUNT} {S} )? (?P<unit> hour|day|week|month|quarter|year ) (?P<several> s )? \b
"""


def _resolve_next_units(part: Parts, published: date) -> tuple[DateRange, ...]:
    count = read_number(part.get("count", "few" if "several" in part else "one"), few=FEW)
    return (DateRange(published, shift(published, count, part["unit"]), "window"),)


# in two weeks; not: for the first time in two years
IN_UNITS = rf"""\b
    (?<! time [ ] ) (?: in | within ) {S}
    (?: (?: about | around | at {S} least | less {S} than | the {S} next ) {S} )?
    {COUNT} {S} {UNIT} (?: [’']? {S} time )?
"""


def _resolve_in_units(part: Parts, published: date) -> tuple[DateRange, ...]:
    count = read_number(part["count"], few=FEW)
    return (DateRange(published, shift(published, count, part["unit"]), "window"),)


# today, this morning
NAMED_DAY = rf"""\b
    (?P<named> today | yesterday | tomorrow | tonight | overnight | last {S} night
      | this {S} (?: morning | afternoon | evening ) ) \b
"""


def _resolve_named_day(part: Parts, published: date) -> tuple[DateRange, ...]:
    day = published + timedelta(days=NAMED_DAYS.get(part["named"], 0))
    return (DateRange(day, day),)


RELATIVE: Final[tuple[Rule, ...]] = (
    write_rule(MONTH_DAY, _resolve_yearless),
    write_rule(DAY_MONTH, _resolve_yearless),
    write_rule(QUARTER, _resolve_quarter),
    write_rule(WHICH_MONTH, _resolve_which_month),
    write_rule(BARE_MONTH, _resolve_bare_month),
    write_rule(WEEKDAY_ALONE, _resolve_weekday),
    write_rule(PART_OF_UNIT, _resolve_part_of_unit),
    write_rule(WHICH_UNIT, _resolve_which_unit),
    write_rule(THE_WEEKEND, _resolve_weekend),
    write_rule(UNITS_AGO, _resolve_units_ago),
    write_rule(PAST_UNITS, _resolve_past_units),
    write_rule(NEXT_UNITS, _resolve_next_units),
    write_rule(IN_UNITS, _resolve_in_units),
    write_rule(NAMED_DAY, _resolve_named_day),
)
"""In the order in which they are tried: of two that overlap, the earlier one stands."""
