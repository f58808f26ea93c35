"""Days and spans of days in text, resolved against the day of publication.

An expression that needs a day to be read from is left out where the document has no date, and one
that names no day of the calendar, as 31 June, everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from tradegraph.language.absolute_dates import ABSOLUTE
from tradegraph.language.date_words import Rule
from tradegraph.language.relative_dates import RELATIVE
from tradegraph.language.spans import Taken
from tradegraph.model import DateRange, Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: what it means in an account of the past, and in a plan."""

    span: Span
    past: DateRange
    future: DateRange


def find_dates(
    text: str, published: date | None, begin: int = 0, end: int | None = None
) -> tuple[DateMention, ...]:
    """Return the date expressions between two offsets of the text, in order, without overlaps."""
    place = Span(begin, len(text) if end is None else end)
    taken = Taken()
    found = list(_apply(ABSOLUTE, text, place, None, taken))
    if published is not None:
        found += _apply(RELATIVE, text, place, published, taken)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _apply(
    rules: Iterable[Rule], text: str, place: Span, anchor: date | None, taken: Taken
) -> Iterator[DateMention]:
    """Yield what the rules find where no earlier one did; a day that does not exist is used up."""
    for rule in rules:
        group = "words" if "words" in rule.pattern.groupindex else 0
        for match in rule.pattern.finditer(text, place.begin, place.end):
            span = Span(*match.span(group))
            if taken.claim(span):
                yield from _read(rule, match, span, anchor)


def _read(
    rule: Rule, match: re.Match[str], span: Span, anchor: date | None
) -> Iterator[DateMention]:
    groups = match.groupdict().items()
    parts = {name: " ".join(found.lower().split()) for name, found in groups if found}
    try:
        readings = rule.resolve(parts, anchor or date.min)
    except (ValueError, OverflowError):  # 31 June, or a count that leaves the calendar
        return
    if readings:
        words = match.string[span.begin : span.end]
        told = [replace(reading, text=words, anchor=anchor) for reading in readings]
        yield DateMention(span, told[0], told[-1])
