"""On which day a ruling was handed down that its own clause does not date.

What a court decides in one judgment is told in one run of sentences, and dated once: *the panel
upheld the judgment on Friday. It set aside the injunction.*
"""

from __future__ import annotations

from typing import Final

from tradegraph.extractors.coordination import PREMODIFIERS
from tradegraph.extractors.court_references import cited_court, cited_day
from tradegraph.extractors.docket import Docket
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import DateRange, Ruling

REACH: Final = 3
"""So many sentences after a dated one a court's decision is still the same."""


def find_decision_day(
    analysis: Analysis, verb: Token, court: str, docket: Docket
) -> DateRange | None:
    """Return the day of what the court is told to decide just before, or that a title cites."""
    told = _told_before(analysis, verb, court, docket) or _named_before(analysis, verb)
    return told or (cited_day(analysis) if cited_court(analysis) == court else None)


def _told_before(analysis: Analysis, verb: Token, court: str, docket: Docket) -> DateRange | None:
    for fact in reversed(docket.rulings):
        content = fact.content
        if not isinstance(content, Ruling) or content.court != court or content.when is None:
            continue
        where = analysis.sentence_at(fact.evidence[-1].begin)
        gap = verb.sentence - where.index if where is not None else 0
        if gap > REACH:
            return None
        if gap >= 0:
            return content.when
    return None


def _named_before(analysis: Analysis, verb: Token) -> DateRange | None:
    """Return the day by which the decision is called: *Friday's ruling*, *the May 28 judgment*."""
    first = analysis.sentences[max(0, verb.sentence - REACH)].first
    for index in range(verb.index - 1, first - 1, -1):
        noun = analysis.tokens[index]
        if analysis.is_word(noun, "ruling-noun"):
            for word in analysis.children(noun, *PREMODIFIERS):
                days = analysis.dates_in(analysis.subtree_span(word))
                if days:
                    return days[0].past
    return None
