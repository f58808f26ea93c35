"""Where words are published: the medium that carries them, or the occasion on which they are said.

A medium is named beside the verb of speech (*told Norwood Radio*), reports the whole (*Norwood
Radio reported*), or is meant by a verb of its own (*tweeted*). An occasion has no name but its
noun: *at a news conference in Oslo*, *in a letter*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradegraph.extractors.grammar import clause_verb
from tradegraph.identifiers import mint_placeholder
from tradegraph.language.analysis import Analysis
from tradegraph.language.quotes import Quotation
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import Entity, Span

CARRYING = ("with", "on", "to", "in", "by", "for", "from", "via")
"""Prepositions before the medium that carries the words."""
STAGING = ("at", "in", "on", "during", "via", "after")
"""Prepositions before the occasion on which the words are said."""
ADDRESSED = ("dobj", "dative")
"""How an occasion follows a verb: *told a briefing*."""
NAMED = ("dobj", "dative", "poss", "compound")
PLACED = ("in", "at")
"""Prepositions after an occasion's noun, before where it is held."""
WHOLE = ("amod", "compound", "nmod", "poss")


def find_outlet(
    analysis: Analysis, sentence: Sentence, verb: Token | None, quotes: Sequence[Quotation]
) -> str | None:
    """Return what carries the words of the sentence; an occasion is known by its passage alone."""
    own = [t for t in analysis.sentence_tokens(sentence) if not _is_said(t, quotes)]
    found = (*_find_media(analysis, sentence), *_find_services(analysis, own))
    occasions = _find_occasions(analysis, own) if verb is not None else iter(())
    return next(iter(found), None) or next(occasions, None)


def _is_said(token: Token, quotes: Sequence[Quotation]) -> bool:
    return any(Span(token.begin, token.end) in quote.span for quote in quotes)


def _find_media(analysis: Analysis, sentence: Sentence) -> Iterator[str]:
    """Yield the media that are named as carrying or reporting the words."""
    for mention in analysis.mentions_in(sentence.span, "MediaOutlet"):
        head = analysis.head_of(mention.span)
        if head is None or mention.entity is None:
            continue
        above = analysis.head(head)
        carrying = head.dep == "pobj" and above.lower in CARRYING
        if head.dep in NAMED or carrying or _reports(analysis, head):
            yield mention.entity


def _reports(analysis: Analysis, head: Token) -> bool:
    """Tell whether the medium is the one that reports: *Norwood Radio reported*."""
    verb = analysis.head(head)
    return head.dep == "nsubj" and analysis.is_word(verb, "reporting-verb")


def _find_services(analysis: Analysis, words: Sequence[Token]) -> Iterator[str]:
    """Yield the services whose own verb or noun says that something is posted: *tweeted*."""
    for token in words:
        if token.pos in ("verb", "noun"):
            yield from analysis.registry.subjects("postingWord", token.lemma)


def _find_occasions(analysis: Analysis, words: Sequence[Token]) -> Iterator[str]:
    """Yield the occasions on which somebody speaks, as the text describes them."""
    for token in words:
        staged = token.dep == "pobj" and analysis.head(token).lower in STAGING
        staged = staged or token.dep in ADDRESSED
        occasion = token.pos == "noun" and staged and analysis.is_word(token, "venue-noun")
        if not (occasion or _is_seat(analysis, token)):
            continue
        verb = clause_verb(analysis, token)
        if verb is not None and analysis.is_word(verb, "reporting-verb", "speaking-verb"):
            yield _describe_occasion(analysis, token)


def _is_seat(analysis: Analysis, token: Token) -> bool:
    """Tell whether words are said in the house of a body: *at the White House*."""
    mention = analysis.mention_at(token)
    inside = token.dep == "pobj" and analysis.head(token).lower == "at"
    return inside and mention is not None and mention.kind == "GovernmentBody"


def _describe_occasion(analysis: Analysis, token: Token) -> str:
    """Return the occasion named by the noun, what stands before it, and where it is held."""
    inside = [t for c in analysis.children(token, *WHOLE) for t in analysis.subtree(c)] + [token]
    for preposition in analysis.children(token, "prep"):
        if preposition.lower in PLACED:
            inside += analysis.subtree(preposition)
    span = Span(min(t.begin for t in inside), max(t.end for t in inside))
    iri = mint_placeholder("outlet", analysis.document, span)
    analysis.entities.setdefault(iri, Entity(iri, "MediaOutlet", analysis.text(span)))
    return iri
