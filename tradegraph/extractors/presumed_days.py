"""Days that a news story takes for granted: its news is of the days just before its publication.

What somebody says, what is planned or threatened, and how talks stand, is in a news story without a
day of its own as of the day that the story is about. What *has been* so may be old, and what
happened without a day may lie anywhere before: of that nothing is presumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from tradegraph.extractors.commitment import AHEAD
from tradegraph.language.analysis import Analysis
from tradegraph.model import DateRange, Fact, MeasureEvent, NegotiationState, Span, Statement

NEWS: Final = "news"
DAY: Final = timedelta(days=1)
FRESH: Final = timedelta(days=3)
"""So long before publication lies the day of which a story tells as news."""


def presume_days(analysis: Analysis, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts, with the story's days where they are its news and name no day."""
    days = find_story_days(analysis)
    for fact in facts:
        content = fact.content
        if not isinstance(content, Statement | NegotiationState | MeasureEvent):
            yield fact
        elif content.when is None and _is_news(analysis, fact):
            yield replace(fact, content=replace(content, when=days))
        else:
            yield fact


def _is_news(analysis: Analysis, fact: Fact) -> bool:
    """Tell whether the fact is told as what is new: said, so now, or still to come."""
    content = fact.content
    if isinstance(content, MeasureEvent) and fact.modality not in AHEAD:
        return False
    quoted = isinstance(content, Statement) and content.verbatim
    return quoted or not _is_perfect(analysis, fact.evidence[0])


def find_story_days(analysis: Analysis) -> DateRange | None:
    """Return the days from the one that a news story is about to its publication.

    That is the last day that the story names of the few before, else the day before. Of a text that
    is no news, or has no date, nothing is presumed.
    """
    document = analysis.document
    published = document.published
    if document.doc_type != NEWS or published is None:
        return None
    named = [d.past.first for d in analysis.dates if d.past.precision == "day"]
    recent = [day for day in named if published - FRESH <= day < published]
    return DateRange(max(recent, default=published - DAY), published, "window", None, published)


def _is_perfect(analysis: Analysis, passage: Span) -> bool:
    """Tell whether the main clause says what *has been* so, or the passage has no clause."""
    word = analysis.head_of(passage)
    above = (word, *analysis.ancestors(word)) if word is not None else ()
    verbs = [token for token in above if token.pos == "verb"]
    return not verbs or any(t.lemma == "have" for t in analysis.children(verbs[-1], "aux"))
