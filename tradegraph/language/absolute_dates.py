"""Dates that say their year: they mean the same on whatever day they are read."""

from __future__ import annotations

from datetime import date
from typing import Final

from tradegraph.language.calendar_spans import month_span, part_of, quarter_span, year_span
from tradegraph.language.date_words import (
    DAY,
    MONTH,
    NTH,
    YEAR,
    Parts,
    Rule,
    S,
    read_month,
    write_rule,
)
from tradegraph.model import DateRange


def _resolve_iso(part: Parts, _: date) -> tuple[DateRange, ...]:
    day = date(int(part["year"]), int(part["month"]), int(part["day"]))
    return (DateRange(day, day),)


def _resolve_day(part: Parts, _: date) -> tuple[DateRange, ...]:
    day = date(int(part["year"]), read_month(part), int(part["day"]))
    return (DateRange(day, day),)


def _resolve_month(part: Parts, _: date) -> tuple[DateRange, ...]:
    days = month_span(int(part["year"]), read_month(part))
    return (DateRange(*part_of(days, part.get("part", "")), "month"),)


def _resolve_quarter(part: Parts, _: date) -> tuple[DateRange, ...]:
    number = int(part.get("quarter") or NTH[part["nth"]])
    return (DateRange(*quarter_span(int(part["year"]), number), "quarter"),)


def _resolve_year(part: Parts, _: date) -> tuple[DateRange, ...]:
    return (DateRange(*part_of(year_span(int(part["year"])), part.get("part", "")), "year"),)


ISO = r"\b (?P<year> \d{4} ) - (?P<month> \d\d ) - (?P<day> \d\d ) \b"  # 2025-05-30
MONTH_DAY_YEAR = rf"\b {MONTH} {S} {DAY} ,? {S} {YEAR}"  # May 30, 2025
# 30 May 2025
DAY_MONTH_YEAR = rf"\b (?: the {S} )? {DAY} {S} (?: of {S} )? {MONTH} ,? {S} {YEAR}"
# May 2025, early May 2025
MONTH_YEAR = rf"""\b
    (?: (?P<part> early | mid | late | end ) [- ] (?: (?: of | in ) {S} )? )?
    {MONTH} ,? {S} (?: of {S} )? {YEAR}
"""
# Q2 2025, the second quarter of 2025
QUARTER_YEAR = rf"""\b
    (?: Q (?P<quarter> [1-4] ) | (?P<nth> {"|".join(NTH)} ) {S} quarter ) (?: {S} of )? {S} {YEAR}
"""
# late 2018, the end of 2018; not: late 2018-19
PART_OF_YEAR = rf"""\b
    (?P<part> early | mid | late | (?: the {S} )? end {S} of ) [- ]+ {YEAR} (?! [-–—] \d )
"""
# in 2018
YEAR_ALONE = rf"""\b
    (?: in | since | of | from | by | until | during | through ) {S}
    (?P<words> {YEAR} ) (?! [-–—] \d )
"""

ABSOLUTE: Final[tuple[Rule, ...]] = (
    write_rule(ISO, _resolve_iso),
    write_rule(MONTH_DAY_YEAR, _resolve_day),
    write_rule(DAY_MONTH_YEAR, _resolve_day),
    write_rule(MONTH_YEAR, _resolve_month),
    write_rule(QUARTER_YEAR, _resolve_quarter),
    write_rule(PART_OF_YEAR, _resolve_year),
    write_rule(YEAR_ALONE, _resolve_year),
)
"""In the order in which they are tried: of two that overlap, the earlier one stands."""
