"""What a row's words mean: its rate, its days, what has become of it.

Effect begins and ends by entry: goods "entered for consumption, or withdrawn from warehouse for
consumption, on or after 12:01 a.m. eastern time on" a day bear the duty from that day on, those
entered "before" one do not bear it from that day on (19 CFR 141.68).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tradegraph.language.dates import find_dates
from tradegraph.model import Rate

# The duty provided in the applicable subheading + 25%; ... + a duty of 25% upon the value of ...
ADDED: Final = re.compile(
    r"\+\s*(?:a\s+duty\s+of\s+)?(?P<percent>\d[\d,]*(?:\.\d+)?)\s*%(?P<of>\s+upon\s+the\s+value\b.*)?"
)
# 15%
WHOLE: Final = re.compile(r"(?P<percent>\d[\d,]*(?:\.\d+)?)\s*%$")
# 4.4¢/kg; $1.50/kg
SPECIFIC: Final = re.compile(r"\$?\d[\d.,]*\s*¢?\s*/\s*\w+")

CLOCK: Final = (
    r"(?:12:01\s*a\.?\s?m\.?,?\s+eastern\s+(?:standard|daylight|day\s+light)?\s*time,?\s+)?"
)
DAY: Final = r"(?:on\s+)?(?P<day>[A-Z][a-z]+\s+\d{1,2},\s+\d{4})"
# entered for consumption ... on or after 12:01 a.m. eastern standard time on February 4, 2025
ENTERED: Final = r"(?:entered|entries|withdrawn|consumption|effective)\b[^.;]{0,60}?"
FROM: Final = re.compile(rf"{ENTERED},?\s*(?:on\s+or\s+)?after\s+{CLOCK}{DAY}", re.IGNORECASE)
# and before 12:01 a.m. eastern standard time on March 7, 2025; and prior to ...
UNTIL: Final = re.compile(
    rf"(?:consumption|and)\b,?\s+(?:before|prior\s+to)\s+{CLOCK}{DAY}", re.IGNORECASE
)
# except for goods loaded onto a vessel ... before 12:01 a.m. eastern daylight time on April 9, 2025
LOADED: Final = re.compile(rf"\bloaded\b[^;]{{0,140}}?\bbefore\s+{CLOCK}{DAY}", re.IGNORECASE)

# Effective with respect to entries on or after April 3, 2025, ...; the day may be left open: [ ]
EFFECTIVE: Final = re.compile(
    r"^effective with respect to entries on or after (?:\[ \]|\w+ \d{1,2}, \d{4}),\s*",
    re.IGNORECASE,
)
# what a row excepts comes first and ends where its own goods are named
EXCEPTION: Final = re.compile(
    r"^except\b.*?(?:,|[\d)])\s+"
    r"(?=(?:the )?(?:articles?|products|passenger|automobile|derivative|goods|effective)\b)",
    re.IGNORECASE | re.DOTALL,
)
# a rate of duty under column 1 equal to or greater than 15 percent
FLOOR_REACHED: Final = re.compile(r"rate of duty under column 1\b[^;]*?equal to or greater than")
# [Compiler's note: provision terminated. See 90 Fed. Reg. 37963.]
COMPILER: Final = re.compile(
    r"\[?compiler.?s.? ?notes?(?::|--|\s)\s*(?P<words>[^\]]*)\]?", re.IGNORECASE
)
ENDED: Final = re.compile(r"\b(?P<how>terminat|suspend|expired|deleted)\w*", re.IGNORECASE)
AS_OF: Final = re.compile(rf"(?:as\s+of|terminated\s+on|close\s+of)\s+{DAY}", re.IGNORECASE)
BECAME: Final = re.compile(rf"effective\s+(?:on\s+or\s+after\s+|on\s+)?{DAY}", re.IGNORECASE)
GAZETTE: Final = re.compile(r"(?P<volume>\d{1,3})\s+Fed\.\s*Reg\.\s*(?P<page>[\d,]+)")

EVENTS: Final = {"terminat": "revocation", "suspend": "pause", "expired": "expiry"}
"""What the compiler's words say has happened; what is deleted is no longer in the schedule."""


@dataclass(frozen=True, slots=True)
class Days:
    """The first day of effect, and the last one; None where the words give none."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """What has become of a row: a notation of the code list `event`, when, and by which page."""

    event: str
    day: date | None
    gazette: str | None


def read_rate(cell: str) -> Rate | None:
    """Return the rate of a cell: added to the ordinary duty, or in its place.

    A rate that stands alone is the whole duty, a floor that includes the ordinary one. None where
    the ordinary duty stays as it is, and for specific duties.
    """
    if added := ADDED.search(cell):
        percent = float(added["percent"].replace(",", ""))
        return Rate(percent, percent, text=f"+ {added[0].removeprefix('+').strip()}")
    if whole := WHOLE.fullmatch(cell.strip()):
        percent = float(whole["percent"].replace(",", ""))
        return Rate(percent, percent, "baseline", text=cell.strip())
    return None


def leaves_duty(cell: str) -> bool:
    """Tell whether the cell adds nothing to the ordinary duty."""
    return bool(cell) and read_rate(cell) is None and not SPECIFIC.search(cell)


def is_below_floor(words: str) -> bool:
    """Tell whether the row only says that a floor adds nothing to an ordinary duty above it."""
    return bool(FLOOR_REACHED.search(words))


def drop_notes(words: str) -> str:
    """Return the words without the compiler's notes."""
    return " ".join(COMPILER.sub(" ", words).split())


def drop_exception(words: str) -> str:
    """Return the words without the day and the exceptions at their beginning."""
    plain = EXCEPTION.sub("", EFFECTIVE.sub("", words, count=1), count=1)
    return EFFECTIVE.sub("", plain, count=1)


def read_days(words: str) -> Days:
    """Return the days on which goods that bear the row's duty are entered."""
    note = COMPILER.search(words)
    plain = drop_notes(words)
    own = drop_exception(plain)
    first = (
        (_read_day(BECAME, note["words"]) if note else None)
        or _read_day(FROM, _leading(plain) or own)
        or _read_day(LOADED, plain)
    )
    return _close(first, _read_day(UNTIL, own))


def read_transit(words: str) -> Days:
    """Return the days on which goods that the row spares are entered."""
    plain = drop_exception(drop_notes(words))
    first = _read_day(FROM, _leading(drop_notes(words)) or plain)
    return _close(first or read_loading(words), _read_day(UNTIL, plain))


def read_loading(words: str) -> date | None:
    """Return the day before which goods in transit were loaded: the row's, or its note's."""
    note = COMPILER.search(words)
    became = _read_day(BECAME, note["words"]) if note else None
    return _read_day(LOADED, drop_notes(words)) or became


def _leading(words: str) -> str:
    """Return the clause that gives the day of effect, at the beginning or after the exceptions."""
    clause = EFFECTIVE.match(words) or EFFECTIVE.match(EXCEPTION.sub("", words, count=1))
    return clause[0] if clause else ""


def _close(first: date | None, end: date | None) -> Days:
    """Return the days from the first until the day before the end."""
    if end is None or (first and end <= first):
        return Days(first)
    return Days(first, end - timedelta(days=1))


def read_ending(words: str) -> Ending | None:
    """Return what the compiler's note says has become of the row."""
    note = COMPILER.search(words)
    return parse_ending(note["words"]) if note else None


def parse_ending(note: str) -> Ending | None:
    """Return what the words of a compiler's note say has become of a provision."""
    ended = ENDED.search(note)
    event = EVENTS.get(ended["how"].lower()) if ended else None
    if event is None:
        return None
    page = GAZETTE.search(note)
    gazette = f"{page['volume']} FR {page['page'].replace(',', '')}" if page else None
    return Ending(event, _read_day(AS_OF, note), gazette)


def _read_day(pattern: re.Pattern[str], words: str) -> date | None:
    """Return the first day that the pattern finds."""
    found = pattern.search(words)
    if found is None:
        return None
    days = find_dates(found["day"], None)
    return days[0].past.first if days else None
