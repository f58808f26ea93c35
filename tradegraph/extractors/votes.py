"""Who decided, and how many, as prose tells it: *ruled, seven votes to four*, *a 6-3 ruling*.

Two numbers are a vote where the word stands beside them, or where a ruling's noun follows.
"""

from __future__ import annotations

import re
from typing import Final

from tradegraph.extractors.grammar import find_agent
from tradegraph.language.analysis import Analysis
from tradegraph.language.numbers import IN_WORDS, read_number
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import Span

COUNT: Final = rf"(?:\d{{1,2}}|{IN_WORDS})"
# seven votes to four  7-4  six to three  11 against 2
PAIR: Final = re.compile(
    rf"\b(?P<carried>{COUNT})(?:\s+\w+)?(?:\s*[-–—]\s*|\s+(?:to|against)\s+)(?P<opposed>{COUNT})\b",
    re.IGNORECASE,
)
LARGEST: Final = 20
"""Judges on the largest bench: the 19 of the International Court, 12 of an appeals court."""
BESIDE: Final = 3
"""Words between the numbers and the word that makes them a vote."""


def read_votes(analysis: Analysis, sentence: Sentence) -> tuple[int, int] | None:
    """Return how many stood for the decision of the sentence and how many against it."""
    text = analysis.text(sentence.span)
    for found in PAIR.finditer(text):
        begin = sentence.span.begin
        span = Span(begin + found.start(), begin + found.end())
        carried, opposed = (int(read_number(found[side])) for side in ("carried", "opposed"))
        if opposed < carried <= LARGEST and _are_votes(analysis, span):
            return carried, opposed
    return None


def _are_votes(analysis: Analysis, span: Span) -> bool:
    inside = analysis.tokens_in(span)
    if not inside:
        return False
    first, last = inside[0].index, inside[-1].index + 1
    near = analysis.tokens[max(0, first - BESIDE) : last + BESIDE]
    after = analysis.tokens[last : last + 1]
    return any(analysis.is_word(token, "vote-word") for token in near) or any(
        analysis.is_word(token, "ruling-noun") for token in after
    )


def find_judges(analysis: Analysis, verb: Token) -> tuple[str, ...]:
    """Return the persons who do what the verb says: *Judge Doe of the trade court held*."""
    agent = find_agent(analysis, verb)
    if agent is None:
        return ()
    mentions = analysis.mentions_in(analysis.subtree_span(agent), "Person")
    return tuple(dict.fromkeys(m.entity for m in mentions if m.entity is not None))
