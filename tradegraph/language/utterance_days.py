"""Dates inside quotation marks, read from the day on which the words were spoken.

*“We will answer tomorrow,” she said on Thursday* means Friday, whatever the day of publication.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import Final

from tradegraph.language.analysis import Analysis
from tradegraph.language.dates import DateMention, find_dates
from tradegraph.language.quotes import Quotation
from tradegraph.model import Span

NEWS: Final = timedelta(days=7)
"""What was said longer ago is no news: its day is that of something else."""
FURTHEST: Final = 3
"""So many words may stand between a day and the verb of speech above it."""


def read_quoted_dates(analysis: Analysis) -> tuple[DateMention, ...]:
    """Return the dates, those in a quotation read from the day on which it was said.

    That is the one day which the quotation's sentences give for their verbs of speech; without
    exactly one, the dates stay as read from the day of publication.
    """
    found = {mention.span: mention for mention in analysis.dates}
    for quotation in analysis.quotations:
        inside = analysis.dates_in(quotation.words)
        day = _find_day_of_speech(analysis, quotation) if inside else None
        if day is not None:
            place = quotation.words
            again = find_dates(analysis.document.text, day, place.begin, place.end)
            found |= {mention.span: mention for mention in again if mention.span in found}
    return tuple(found[span] for span in sorted(found))


def _find_day_of_speech(analysis: Analysis, quotation: Quotation) -> date | None:
    published = analysis.document.published
    first = analysis.sentence_at(quotation.span.begin)
    last = analysis.sentence_at(quotation.span.end - 1)
    if published is None or first is None or last is None:
        return None
    dates = analysis.dates_in(Span(first.span.begin, last.span.end))
    days = {mention.past.first for mention in dates if _is_day_of_speech(analysis, mention)}
    recent = [day for day in days if published - NEWS < day < published]
    return recent[0] if len(days) == len(recent) == 1 else None


def _is_day_of_speech(analysis: Analysis, mention: DateMention) -> bool:
    """Tell whether the mention is a day outside of quotations that a verb of speech governs."""
    token = analysis.head_of(mention.span)
    if mention.past.precision != "day" or token is None or analysis.in_quotation(mention.span):
        return False
    above = islice(analysis.ancestors(token), FURTHEST)
    return any(analysis.is_word(word, "reporting-verb") for word in above)
