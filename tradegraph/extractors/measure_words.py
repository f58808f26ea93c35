"""Which words name an import measure, and which percentages are rates of duty.

What is said of exports, of inquiries or of other taxes only looks like a measure; a percentage of
something is a share, not a rate.
"""

from __future__ import annotations

from tradegraph.extractors.coordination import PREMODIFIERS
from tradegraph.extractors.jurisdictions import ACTOR_KINDS
from tradegraph.language.analysis import Analysis
from tradegraph.language.quantities import RateMention
from tradegraph.language.tokens import Token
from tradegraph.model import Span

REST = 12
"""Characters after a percentage in which the next word begins."""


def may_name_measure(analysis: Analysis, token: Token) -> bool:
    """Tell whether the word can be the head of a measure's name."""
    inside, other = _is_inside(analysis, token), _is_no_measure(analysis, token)
    return token.pos == "noun" and not inside and not other


def names_measure(analysis: Analysis, token: Token) -> bool:
    """Tell whether the word names a measure by itself, or ends the name of one."""
    return analysis.is_word(token, "measure-noun") or _ends_measure(analysis, token)


def _is_inside(analysis: Analysis, token: Token) -> bool:
    """Tell whether the noun is the first part of a longer measure's name (*duty rate*)."""
    inner = token.dep in ("compound", "nmod")
    return inner and analysis.is_word(analysis.head(token), "measure-noun")


def _is_no_measure(analysis: Analysis, token: Token) -> bool:
    """Tell whether the word only seems to name an import measure.

    It is part of the name of a body or of an inquiry (*duty investigation*), or said of exports or
    of what is no tariff (*export duties*, *non-tariff barriers*).
    """
    mention = analysis.mention_at(token)
    named = mention is not None and mention.kind in ACTOR_KINDS
    inquiry = token.dep in ("compound", "nmod") and analysis.is_word(
        analysis.head(token), "investigation-noun", "negotiation-noun"
    )
    before = analysis.children(token, *PREMODIFIERS)
    return named or inquiry or any(analysis.is_word(t, "other-trade") for t in before)


def _ends_measure(analysis: Analysis, token: Token) -> bool:
    return any(
        match.last == token.index and match.concept == "lexicon-measure-noun"
        for match in analysis.words[token.sentence]
    )


def is_share(analysis: Analysis, rate: RateMention) -> bool:
    """Tell whether a percentage is a part or a change of something else: *90% of*, *12% more*.

    One that does something is a share of people: *90 percent opposed the duty*.
    """
    head = analysis.head_of(rate.span)
    if head is not None and head.dep == "nsubj" and _acts(analysis, analysis.head(head)):
        return True
    following = analysis.tokens_in(Span(rate.span.end, rate.span.end + REST))
    return bool(following) and analysis.is_word(following[0], "share-cue")


def _acts(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the verb says something, so that its subject are people."""
    says = analysis.is_word(verb, "reporting-verb")
    return says and bool(analysis.children(verb, "dobj", "ccomp"))
