"""Titles beside names: which words say what office a person holds.

Before the name (*Trade Minister Ann Lee*, *Commissioner for Trade Ann Lee*), set off before it
(*the trade minister, Ann Lee,*), inside a name of the registry, or in apposition after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tradegraph.extractors.appositions import find_appositions
from tradegraph.extractors.title_words import (
    LINKS,
    LONGEST_PHRASE,
    OWN,
    POSSESSIVES,
    PURPOSES,
    belongs_to_title,
    is_office,
    is_possessed,
    walk_left,
)
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Mention

COORDINATING: Final = frozenset(("and", "&"))


def find_titles(analysis: Analysis, mention: Mention) -> list[Sequence[Token]]:
    """Return the words of each title that stands beside the person's name."""
    inside = analysis.tokens_in(mention.span)
    if not inside:
        return []
    found = (
        _title_inside(analysis, inside),
        *_titles_before(analysis, inside[0]),
        *find_appositions(analysis, inside[-1]),
    )
    return [title for title in found if title]


def _title_inside(analysis: Analysis, inside: Sequence[Token]) -> list[Token]:
    """Return the title that a name of the registry includes: *Vice Premier Lee*."""
    ends = [t.index for t in inside[:-1] if _office_begin(analysis, t) is not None]
    if not ends:
        return []
    own = analysis.tokens[inside[0].index : ends[-1] + 1]
    return [*walk_left(analysis, own[0]), *own]


def _titles_before(analysis: Analysis, name: Token) -> list[Sequence[Token]]:
    """Return the words of the titles that stand directly before the name, or before a comma."""
    first = analysis.sentence_of(name).first
    while name.index > first and analysis.is_word(analysis.tokens[name.index - 1], "honorific"):
        name = analysis.tokens[name.index - 1]
    if name.index - 1 > first and analysis.tokens[name.index - 1].text == ",":
        return [_title_set_off(analysis, name.index - 1, first)]
    title = _title_ending_at(analysis, name.index - 1) if name.index > first else []
    return [title] if title else _titles_of_portfolio(analysis, name)


def _title_ending_at(analysis: Analysis, last: int) -> list[Token]:
    """Return the words of the title that ends in the word, if that ends an office's name."""
    end = analysis.tokens[last]
    begin = _office_begin(analysis, end) if belongs_to_title(analysis, end) else None
    if begin is None:
        return []
    title = [*walk_left(analysis, analysis.tokens[begin]), *analysis.tokens[begin : last + 1]]
    first = title[0].index
    if first == last and first > 1 and analysis.tokens[first - 1].lower in COORDINATING:
        title = [*_title_ending_at(analysis, first - 2), *analysis.tokens[first - 1 : last + 1]]
    return title if title[0].lower not in COORDINATING else [end]


def _office_begin(analysis: Analysis, last: Token) -> int | None:
    """Return where the office's name begins that ends in the word (*chief of staff*)."""
    mention = analysis.mention_at(last)
    if mention is not None and mention.kind == "Office":
        return analysis.tokens_in(mention.span)[0].index
    phrases = [
        match.first
        for match in analysis.words[last.sentence]
        if match.last == last.index and match.concept == "lexicon-office-noun"
    ]
    return min(phrases, default=None)


def _titles_of_portfolio(analysis: Analysis, name: Token) -> list[Sequence[Token]]:
    """Return titles that end in what the office is for: *Minister for Trade and Industry Lee*."""
    words = walk_left(analysis, name, over=LINKS)
    if not words or words[-1].lower in LINKS:
        return []
    starts = (
        token
        for token, after in pairwise(words)
        if token.text[0].isupper() and is_office(analysis, [token]) and after.lower in PURPOSES
    )
    start = next(iter(reversed(list(starts))), None)
    if start is None:
        return []
    title = [*walk_left(analysis, start), *analysis.tokens[start.index : name.index]]
    before = title[0].index - 1
    joined = before > words[0].index and analysis.tokens[before].lower in COORDINATING
    return [_title_ending_at(analysis, before - 1), title] if joined else [title]


def _title_set_off(analysis: Analysis, comma: int, first: int) -> Sequence[Token]:
    """Return the words of *the minister for trade of Norway* before a comma and the name."""
    for begin in range(max(first, comma - LONGEST_PHRASE), comma):
        words = analysis.tokens[begin:comma]
        inside = all(_is_nominal(analysis, token) for token in words[1:])
        if not inside or not is_office(analysis, words):
            continue
        if words[0].lower in {"the", *OWN}:
            return words[1:]
        if words[0].dep == "poss" and words[1].lower in POSSESSIVES:
            return words
    return []


def _is_nominal(analysis: Analysis, token: Token) -> bool:
    if token.text == ",":
        return analysis.tokens[token.index + 1].dep == "conj"
    inside = token.lower in LINKS or is_possessed(token)
    return inside or token.pos in ("noun", "adjective", "preposition")
