"""The language layer: what a document's text says in words, before anyone asks what it means."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tradegraph.language.analysis import Analysis
from tradegraph.language.dates import find_dates
from tradegraph.language.furniture import hide_furniture
from tradegraph.language.mentions import find_mentions
from tradegraph.language.quantities import find_durations, find_money, find_rates
from tradegraph.language.quotes import find_quotations
from tradegraph.language.tokens import Words, read_words
from tradegraph.language.utterance_days import read_quoted_dates
from tradegraph.lexicon import LexicalMatch, Lexicon
from tradegraph.model import Document
from tradegraph.registry import Registry

__all__ = ["Analysis", "analyse", "find_end", "find_words"]

LONGEST_TEXT: Final = 500_000
"""Characters of a document that are read; the words of more do not fit into 800 MB."""


def analyse(document: Document, registry: Registry) -> Analysis:
    """Return the document's words, sentences, names, dates, rates, sums and quotations."""
    read = document.text[: find_end(document)]
    words = read_words(hide_furniture(read, registry.lexicon))
    matches = find_words(words, registry.lexicon)
    mentions, entities = find_mentions(document, words, matches, registry)
    text, begin = words.text, words.begin
    analysis = Analysis(
        document=document,
        registry=registry,
        tokens=words.tokens,
        sentences=words.sentences,
        words=matches,
        mentions=mentions,
        entities=entities,
        dates=find_dates(text, document.published, begin),
        rates=find_rates(text, begin),
        moneys=find_money(text, begin),
        durations=find_durations(text, begin),
        quotations=find_quotations(text, begin),
    )
    return replace(analysis, dates=read_quoted_dates(analysis))


def find_end(document: Document) -> int:
    """Return where reading ends: at the end, or in a very long text after its last whole line."""
    text = document.text
    if len(text) <= LONGEST_TEXT:
        return len(text)
    ends = (text.rfind(mark, 0, LONGEST_TEXT) + 1 for mark in ("\n", ". ", " "))
    return next((end for end in ends if end > LONGEST_TEXT // 2), LONGEST_TEXT)


def find_words(words: Words, lexicon: Lexicon) -> tuple[tuple[LexicalMatch, ...], ...]:
    """Return the lexicon's entries in each sentence, as indices of the document's words."""
    found = []
    for sentence in words.sentences:
        inside = words.tokens[sentence.first : sentence.last]
        matches = lexicon.find([t.lemmas for t in inside], [t.pos for t in inside])
        found.append(tuple(match.shift(sentence.first) for match in matches))
    return tuple(found)
