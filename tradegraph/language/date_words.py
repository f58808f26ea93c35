"""The words that date expressions are made of, and what a rule for such an expression is.

The pieces are written for verbose patterns that ignore case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from tradegraph.language.numbers import IN_WORDS, VAGUE
from tradegraph.model import DateRange

MONTH_NAMES: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTHS: Final = {
    name: number for number, month in enumerate(MONTH_NAMES, 1) for name in (month, month[:3])
} | {"sept": 9}
DAY_NAMES: Final = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
WEEKDAYS: Final = {
    name: number for number, day in enumerate(DAY_NAMES) for name in (day, day[:3])
} | {"tues": 1, "thur": 3, "thurs": 3}
NTH: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}

_VERBS = ("march", "may")
_PLAIN_MONTHS = "|".join(name for name in MONTH_NAMES if name not in _VERBS)
_CASED_MONTHS = "|".join(f"{name.title()}|{name.upper()}" for name in _VERBS)
_SHORT = [name for name in MONTHS if name not in MONTH_NAMES]
_SHORT_MONTHS = "|".join(f"{name.title()}|{name.upper()}" for name in sorted(_SHORT, reverse=True))
_SHORT_DAYS = "|".join(name.title() for name in WEEKDAYS if name not in DAY_NAMES)

S: Final = r"[ \u00a0]{1,2}"
"""A space; two where a soft line break of two characters was."""
MONTH: Final = rf"""(?P<month>
    (?: {_PLAIN_MONTHS} | (?-i: {_CASED_MONTHS} ) ) \b   # May, but not: it may
  | (?-i: {_SHORT_MONTHS} ) \b \.?                       # Jan
)"""
DAY: Final = r"(?P<day> [0-3]?\d ) (?:st|nd|rd|th)? \b (?! [.,]?\d | \s?-?(?: % | per\s?cent ) )"
YEAR: Final = r"(?P<year> (?:19|20)\d\d ) \b"
WEEKDAY: Final = rf"""(?P<weekday>
    (?: {"|".join(DAY_NAMES)} ) \b                        # Friday
  | (?-i: {_SHORT_DAYS} ) (?: \. | (?= ,[ ] [A-Z0-9] ) )   # Fri. and, in a date line: Fri, 30
)"""
COUNT: Final = rf"(?P<count> \d+ | {IN_WORDS} | {VAGUE} )"
UNIT: Final = r"(?P<unit> hour|day|week|month|quarter|year )s? \b"

Parts = Mapping[str, str]
"""The named groups of a match that took part in it, in lower case."""
Resolve = Callable[[Parts, date], tuple[DateRange, ...]]
"""What an expression means on the day it is read from: in the past and, if different, in a plan."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to write a date, and what it means; a group `words` leaves out what stands around."""

    pattern: re.Pattern[str]
    resolve: Resolve


def write_rule(pattern: str, resolve: Resolve) -> Rule:
    """Return the rule with this verbose pattern."""
    return Rule(re.compile(pattern, re.IGNORECASE | re.VERBOSE), resolve)


def read_month(part: Parts) -> int:
    """Return the number of the month named in the group `month`."""
    return MONTHS[part["month"].rstrip(".")]
