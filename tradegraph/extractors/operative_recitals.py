"""Whose act a sentence of an order tells: the order's own, or that of an earlier order.

*In Executive Order 1 of May 2, 2031 (...), I determined to suspend ...*: the simple past in the
first person tells of the order named there, or of the one that the paragraph told of before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from tradegraph.extractors.operative_days import read_written_day

ORDER: Final = (
    r"(?P<name>(?:Executive\s+Order|Proclamation)\s+(?P<number>\d{4,5}))"
    r"(?:\s+of\s+(?P<day>[A-Z][a-z]+\s+\d{1,2},\s+\d{4}))?"
)
# In Executive Order 1 of April 9, 2031 (...), I determined ...; By Proclamation 2, and Proclamation
NAMED: Final = re.compile(ORDER)
OPENING: Final = re.compile(rf"\b(?:In|in|By|by|Under)\s+{ORDER}")
# Proclamation 1 of May 2, 2031, also: (a) revoked the exclusion; and (b) adjusted the tariff
DOING: Final = re.compile(
    rf"(?:^|[.:]\s+)\W*(?:\d+\.\s+)?{ORDER},?(?:\s*\([^()]*\))?\s+"
    r"(?:also|further|subsequently|then)?:?\s*(?:\([a-z]\)\s+)?[a-z]+ed\b"
)
# the emergency declared in Executive Order 1
DECLARED: Final = re.compile(
    rf"\b(?:declared|described|found|established|imposed|effectuated)\s+(?:in|under|by|pursuant\s+to)"
    rf"\s+{ORDER}"
)
# I determined, and decided to impose; but not: I hereby order, I have determined
PAST: Final = re.compile(
    r"\bI\s+(?:also\s+|further\s+|subsequently\s+|thereby\s+)?[a-z]+ed\b"
    r"|(?<!\bhave\s)(?<!\bhas\s)\bdecided\s+to\b"
)


@dataclass(frozen=True, slots=True)
class Recital:
    """An earlier order that a sentence tells of: its name, and the day that is given with it."""

    name: str
    day: date | None = None


def read_recitals(words: str, before: tuple[Recital, ...]) -> tuple[Recital, ...] | None:
    """Return the earlier orders whose act the sentence tells; None for an act of the order's own.

    `before` are those that the paragraph told of last; empty for an act of an order that the text
    does not name.
    """
    doing = DOING.search(words)
    if doing:
        return (_read(doing),)
    past = PAST.search(words)
    if past is None:
        return None
    head = words[: past.start()]
    if OPENING.search(head):
        return tuple(_read(match) for match in NAMED.finditer(_drop_titles(head)))
    declared = DECLARED.search(words)
    if declared:
        return (_read(declared),)
    return before


def name_orders(words: str) -> tuple[Recital, ...]:
    """Return the orders that open the sentence: *In Executive Order 1 ..., I found that ...*."""
    opening = OPENING.search(words)
    return (_read(opening),) if opening else ()


def _drop_titles(words: str) -> str:
    """Return the words without what stands in parentheses, where orders have their titles."""
    return re.sub(r"\([^()]*\)", "", words)


def _read(match: re.Match[str]) -> Recital:
    day = read_written_day(match["day"]) if match["day"] else None
    return Recital(" ".join(match["name"].split()), day)
