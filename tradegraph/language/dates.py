"""Days and spans of days in text, resolved against the day of publication.

An expression that needs a day to be read from is left out where the document has no date, and one
that names no day of the calendar, as 31 June, everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def find_dates(text: str, published: date | None, begin: int = 0) -> tuple[DateMention, ...]:
    """Return the date expressions of the text from `begin` on, in order, without overlaps."""
    taken = Taken()
    found = [
        mention
        for rule in ABSOLUTE
        for mention in _apply(rule, text, begin, date.min)
        if taken.claim(mention.span)
    ]
    if published is not None:
        found += [
            _anchor(mention, published)
            for rule in RELATIVE
            for mention in _apply(rule, text, begin, published)
            if taken.claim(mention.span)
        ]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _apply(rule: Rule, text: str, begin: int, day: date) -> Iterator[DateMention]:
    for match in rule.pattern.finditer(text, begin):
        readings = _read(rule, match, day)
        if readings:
            span = Span(*match.span("words" if "words" in match.re.groupindex else 0))
            words = text[span.begin : span.end]
            past, future = (replace(reading, text=words) for reading in (readings[0], readings[-1]))
            yield DateMention(span, past, future)


def _read(rule: Rule, match: re.Match[str], day: date) -> tuple[DateRange, ...]:
    parts = {
        name: " ".join(found.lower().split()) for name, found in match.groupdict().items() if found
    }
    try:
        return rule.resolve(parts, day)
    except (ValueError, OverflowError):  # 31 June, or a count that leaves the calendar
        return ()


def _anchor(mention: DateMention, published: date) -> DateMention:
    return replace(
        mention,
        past=replace(mention.past, anchor=published),
        future=replace(mention.future, anchor=published),
    )
