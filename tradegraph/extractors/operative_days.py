"""The days of operative language: the first day of effect, the last one, and for how long.

Effect that ends *until 12:01 a.m.* of a day does not touch that day; *through* a day it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from tradegraph.language.dates import find_dates
from tradegraph.model import Span

CLOCK: Final = (
    r"(?:(?P<clock>\d{1,2}:\d{2})(?:\s*[ap]\.?m\.?)?,?\s+"
    r"(?:eastern\s+(?:standard\s+|daylight\s+)?time,?\s+)?)?"
)
ON: Final = (
    rf"{CLOCK}(?:on\s+)?(?P<day>[A-Z][a-z]+\s+\d{{1,2}},\s+\d{{4}}"
    r"|(?:the\s+day\s+that\s+is\s+)?(?P<days>\d+|\w+)\s+(?P<unit>days|years)\s+(?:after|from)\s+the\s+date\s+of\s+this\s+(?:order|proclamation)"
    r"|the\s+date\s+of\s+this\s+(?:order|proclamation))"
)
# on or after 12:01 a.m. eastern time on May 9, 2031; effective May 9, 2031; will take effect on
EFFECTIVE: Final = re.compile(
    rf"(?:\bon\s+or\s+after|\beffective(?:\s+(?:as\s+of|at))?|\bas\s+of|,\s+at|\bbeginning"
    rf"|\btakes?\s+effect(?:\s+on)?|\bstarting(?:\s+on)?)\s+{ON}",
    re.IGNORECASE,
)
# to 100 percent on April 2, 2030
STEP: Final = re.compile(rf"\bpercent\b(?:\s+ad\s+valorem)?\s+on\s+{ON}", re.IGNORECASE)
UNTIL: Final = re.compile(rf"\b(?P<how>until|through)\s+{ON}", re.IGNORECASE)
# This 90-day suspension expires at 12:01 a.m. eastern daylight time on July 9, 2031.
EXPIRES: Final = re.compile(rf"\b(?:suspension|pause)\s+expires\s+(?:at|on)\s+{ON}", re.IGNORECASE)
PERIOD: Final = re.compile(
    r"\bfor\s+(?:an?\s+(?:additional\s+)?period\s+of\s+)?(?P<days>\d{1,3})\s+days\b"
)
ENTERED: Final = re.compile(r"\bentered\s+for\s+consumption\b")
# on April 3, 2031, for axles, and on the date ... for wheels, but no later than May 3, 2031
DATE: Final = r"[A-Z][a-z]+\s+\d{1,2},\s+\d{4}"
SPLIT: Final = re.compile(
    rf"(?P<first>{DATE}),?\s+for\s+(?P<one>[^,;.]{{3,90}}?),?\s+and\s+(?:on\s+)?"
    rf"(?:(?P<second>{DATE}),?\s+for\s+(?P<two>[^,;.]{{3,60}}?)(?=\s+and\b|[,;.])"
    rf"|the\s+date\b[^,;.]{{0,60}}?\sfor\s+(?P<three>[^,;.]{{3,60}}?),\s+but\s+no\s+later\s+than\s+"
    rf"(?P<last>{DATE}))"
)
# Both sides will take these actions by May 14, 2031.
TAKEN: Final = re.compile(rf"\btake\s+(?:these|the\s+following)\s+actions\s+by\s+{ON}")
# which day that is, the document does not say
BY_NOTICE: Final = re.compile(
    r"\bdate\s+of\s+(?:the\s+)?publication\b|\bpublication\s+of\s+this\s+order\b", re.IGNORECASE
)
UNTIL_EFFECT: Final = re.compile(r"\buntil\s+the\s+effective\s+date\s+of\b")
# Sec. 2; Section 1; Sec . 4
SECTION: Final = re.compile(r"\b(?:Sec|Section)\s?\.?\s*\d+\s?\.")
DAY: Final = timedelta(days=1)


def read_first_day(words: str, signed: date | None) -> date | None:
    """Return the first day of effect; days after the order count from its date."""
    return read_day(EFFECTIVE.search(words), signed)


def read_step(words: str, signed: date | None) -> date | None:
    """Return the day on which a rate goes on to the next one."""
    return read_day(STEP.search(words), signed) or read_first_day(words, signed)


def read_last_day(words: str, signed: date | None) -> date | None:
    """Return the last day of effect."""
    found = UNTIL.search(words)
    day = read_day(found, signed)
    if found is None or day is None:
        return None
    whole = found["how"].lower() == "through" or (found["clock"] or "").startswith("11:59")
    return day if whole else day - DAY


def read_expiry(words: str, signed: date | None) -> date | None:
    """Return the last day of a suspension that the words say expires."""
    day = read_day(EXPIRES.search(words), signed)
    return day - DAY if day else None


def read_period(words: str) -> str | None:
    """Return a term of days as an `xsd:duration`: P90D."""
    found = PERIOD.search(words)
    return f"P{found['days']}D" if found else None


def count_days(duration: str | None) -> timedelta | None:
    """Return the length of a term of days."""
    return timedelta(days=int(duration.strip("PD"))) if duration else None


def find_usual_days(text: str, sentences: Sequence[Span], signed: date | None) -> dict[range, date]:
    """Return for parts of the order the day from which all in it has effect.

    It is the only day that the part gives, otherwise the only one that the order gives; a part
    that waits for a notice has none.
    """
    given = {span: day for span in sentences if (day := _read_entry(text, span, signed))}
    every = set(given.values())
    found: dict[range, date] = {}
    for part in find_sections(text):
        own = {day for span, day in given.items() if span.begin in part} or every
        if len(own) == 1 and not BY_NOTICE.search(text, part.start, part.stop):
            found[part] = next(iter(own))
    return found


def find_sections(text: str) -> Iterator[range]:
    """Yield the sections of an order, what stands before the first one too."""
    starts = [0, *(match.start() for match in SECTION.finditer(text)), len(text)]
    yield from (range(begin, end) for begin, end in pairwise(starts))


def _read_entry(text: str, span: Span, signed: date | None) -> date | None:
    """Return the day from which the sentence says that goods entered are dutiable."""
    words = text[span.begin : span.end]
    if taken := TAKEN.search(words):
        return read_day(taken, signed)
    return read_first_day(words, signed) if ENTERED.search(words) else None


def read_day(found: re.Match[str] | None, signed: date | None) -> date | None:
    """Return the day of a match of `ON`; days after the order count from its date."""
    if found is None:
        return None
    if "date of this" in " ".join(found["day"].split()):
        count = found["days"] or "0"
        return _count_from(signed, int(count), found["unit"]) if count.isdigit() else None
    return read_written_day(found["day"])


def _count_from(signed: date | None, count: int, unit: str | None) -> date | None:
    if signed is None or unit != "years":
        return signed + timedelta(days=count) if signed else None
    return signed + (date(signed.year + count, 1, 1) - date(signed.year, 1, 1))


def read_split_days(words: str) -> tuple[tuple[str, date], ...]:
    """Return for which goods, or for whose, the duty has effect from which day."""
    found = SPLIT.search(words)
    if found is None:
        return ()
    days = read_written_day(found["first"]), read_written_day(found["second"] or found["last"])
    names = found["one"], found["two"] or found["three"]
    return tuple((name, day) for name, day in zip(names, days, strict=True) if day)


def read_written_day(words: str) -> date | None:
    """Return the day that the words name."""
    days = find_dates(words, None)
    return days[0].past.first if days else None
