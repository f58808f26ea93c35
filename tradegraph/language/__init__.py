"""The language layer: what a document's text says in words, before anyone asks what it means."""

from __future__ import annotations

from collections.abc import Sequence

from tradegraph.language.analysis import Analysis
from tradegraph.language.dates import find_dates
from tradegraph.language.mentions import find_mentions
from tradegraph.language.quantities import find_durations, find_money, find_rates
from tradegraph.language.quotes import find_quotations
from tradegraph.language.tokens import Sentence, Token, find_lines, parse_text
from tradegraph.lexicon import LexicalMatch, Lexicon
from tradegraph.model import Document
from tradegraph.registry import Registry

__all__ = ["Analysis", "analyse"]


def analyse(document: Document, registry: Registry) -> Analysis:
    """Return the document's words, sentences, names, dates, rates, sums and quotations."""
    text = document.text
    begin = next((line.begin for line in find_lines(text)), len(text))
    tokens, sentences = parse_text(text)
    words = _find_words(tokens, sentences, registry.lexicon)
    mentions, entities = find_mentions(document, begin, tokens, words, registry)
    return Analysis(
        document=document,
        registry=registry,
        tokens=tokens,
        sentences=sentences,
        words=words,
        mentions=mentions,
        entities=entities,
        dates=find_dates(text, document.published, begin),
        rates=find_rates(text, begin),
        moneys=find_money(text, begin),
        durations=find_durations(text, begin),
        quotations=find_quotations(text, begin),
    )


def _find_words(
    tokens: Sequence[Token], sentences: Sequence[Sentence], lexicon: Lexicon
) -> tuple[tuple[LexicalMatch, ...], ...]:
    """Return the lexicon's entries in each sentence, as indices of the document's words."""
    found = []
    for sentence in sentences:
        inside = tokens[sentence.first : sentence.last]
        matches = lexicon.find([t.lemmas for t in inside], [t.pos for t in inside])
        first = sentence.first
        found.append(
            tuple(
                LexicalMatch(m.head + first, m.first + first, m.last + first, m.concept, m.pos)
                for m in matches
            )
        )
    return tuple(found)
