"""Which court does what a verb says: its agent, the court just before it, or the one that sits.

Long names of courts and parentheses lead a parser astray (*five days after the full court, by
seven votes to four, affirmed*); the name of a court right before a finite verb is its subject.
"""

from __future__ import annotations

from typing import Final

from tradegraph.extractors.court_names import find_court
from tradegraph.extractors.court_references import latest_court
from tradegraph.extractors.grammar import find_agent, is_passive
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

REACH: Final = 4
"""So many sentences after its name a court decides without being named again."""
FINITE: Final = ("VBD", "VBZ", "VBP", "VBN")
HELPING: Final = ("MD", "RB")
LONGEST_ASIDE: Final = 10
"""Words between two commas that may stand between a court and its verb."""


def deciding_agent(analysis: Analysis, verb: Token) -> Token | None:
    """Return who does what the verb says, the court just before it rather than another."""
    agent = find_agent(analysis, verb)
    if is_passive(analysis, verb) or verb.tag not in FINITE:
        return agent
    return _court_beside(analysis, verb) or agent


def acting_court(analysis: Analysis, verb: Token) -> str | None:
    """Return the court that does what the verb says."""
    return find_court(analysis, deciding_agent(analysis, verb))


def _court_beside(analysis: Analysis, verb: Token) -> Token | None:
    """Return the last word of a court's name that stands before the verb and its auxiliaries."""
    first = analysis.sentence_of(verb).first
    index = verb.index - 1
    while index > first and _is_helping(analysis.tokens[index]):
        index -= 1
    if index > first and analysis.tokens[index].text == ",":
        commas = range(index - 1, max(first, index - LONGEST_ASIDE), -1)
        opening = next((i for i in commas if analysis.tokens[i].text == ","), None)
        index = index if opening is None else opening - 1
    word = analysis.tokens[max(index, first)]
    mention = analysis.mention_at(word)
    named = mention is not None and mention.kind == "Court" and mention.entity is not None
    return word if named and word is not verb else None


def _is_helping(word: Token) -> bool:
    return word.dep in ("aux", "auxpass", "neg", "advmod") or word.tag in HELPING


def sitting_court(analysis: Analysis, word: Token) -> str | None:
    """Return the court spoken of last in the sentences just before, which sits in the case."""
    court = latest_court(analysis, word)
    named = [m for m in analysis.mentions if m.entity == court and m.span.begin < word.begin]
    where = analysis.sentence_at(named[-1].span.begin) if court and named else None
    return court if where is None or word.sentence - where.index <= REACH else None
