"""Offices told after a name: *Ann Lee, the trade minister of Norway,*; *Ann Lee is its head*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from tradegraph.extractors.title_words import FINITE, LONGEST_PHRASE, is_office, walk_left
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Span

NEAREST: Final = 8
"""Words of an apposition among which its office must be."""
ARTICLES: Final = frozenset(("a", "an", "the", "one", "its", "their"))
RELATIVE: Final = frozenset(("WP", "WDT", "WRB"))
STOPS: Final = frozenset((",", ".", ";", ":", "—", "–", "("))
PAST: Final = frozenset(("VBD", "VBN"))
RANKED: Final = frozenset(("JJS", "RBS"))


def find_appositions(analysis: Analysis, name: Token) -> Iterator[Sequence[Token]]:
    """Yield the words of each office that is told of the person after the name's last word."""
    sentence = analysis.sentence_of(name)
    begin = name.index + 1
    if begin + 1 < sentence.last and analysis.tokens[begin].text == ",":
        yield from _split_offices(analysis, _phrase_from(analysis, begin + 1, sentence.last))
    predicate = _find_predicate(analysis, name)
    if predicate is not None:
        first = min(token.index for token in analysis.subtree(predicate))
        words = _phrase_from(analysis, first, sentence.last)
        if len(words) > 1:
            yield from _split_offices(analysis, words)


def _phrase_from(analysis: Analysis, begin: int, last: int) -> list[Token]:
    """Return the words of a noun phrase up to its closing comma, without its article."""
    words: list[Token] = []
    for token in analysis.tokens[begin : min(last, begin + LONGEST_PHRASE)]:
        stops = token.text in STOPS and not _goes_on(analysis, token, words)
        if stops or token.tag in FINITE or token.tag in RELATIVE or _begins_day(analysis, token):
            break
        words.append(token)
    while words and words[0].lower in ARTICLES:
        words = words[1:]
    while words and words[-1].pos == "preposition":
        words = words[:-1]
    return words


def _begins_day(analysis: Analysis, token: Token) -> bool:
    """Tell whether the rest of the clause begins with its day: *the envoy on Thursday*."""
    before = analysis.tokens[token.index - 1].lower
    return before == "on" and bool(analysis.dates_in(Span(token.begin, token.end)))


def _goes_on(analysis: Analysis, comma: Token, words: Sequence[Token]) -> bool:
    """Tell whether the comma stands in a list of what an office is for: *for industry, labor*."""
    after = analysis.tokens[comma.index + 1 : comma.index + 2]
    if comma.text != "," or not after or after[0].dep != "conj":
        return False
    head = analysis.head(after[0])
    return head in words and not is_office(analysis, [head])


def _split_offices(analysis: Analysis, words: list[Token]) -> Iterator[Sequence[Token]]:
    """Yield the phrase, or its two halves: *former envoy of Norway and now head of the bank*."""
    for index, token in enumerate(words[:-1]):
        now = words[index + 1].tag == "RB" or analysis.is_word(words[index + 1], "former")
        if token.lower == "and" and now and is_office(analysis, words[index + 2 :]):
            yield from _split_offices(analysis, words[:index])
            words = words[index + (2 if words[index + 1].tag == "RB" else 1) :]
            break
    if _is_apposition(analysis, words):
        yield words


def _is_apposition(analysis: Analysis, words: Sequence[Token]) -> bool:
    """Tell whether the words are a noun phrase with an office near its begin, and no name."""
    if not words or words[0].tag in PAST:
        return False
    headed = any(t.pos == "noun" and _is_head(analysis, t, words) for t in words)
    return headed and is_office(analysis, _words_before_name(analysis, words)[:NEAREST])


def _words_before_name(analysis: Analysis, words: Sequence[Token]) -> Sequence[Token]:
    """Return the words up to another person's name and that person's title."""
    before = list(takewhile(lambda token: not _is_person(analysis, token), words))
    if len(before) == len(words):
        return before
    other = len(walk_left(analysis, words[len(before)]))
    return before[: max(0, len(before) - other)]


def _is_person(analysis: Analysis, token: Token) -> bool:
    mention = analysis.mention_at(token)
    return mention is not None and mention.kind == "Person"


def _is_head(analysis: Analysis, token: Token, words: Sequence[Token]) -> bool:
    return token.head == token.index or analysis.head(token) not in words


def _find_predicate(analysis: Analysis, name: Token) -> Token | None:
    """Return the office that a clause gives to its subject: *Lee is the minister of trade*."""
    clauses = analysis.children(name, "relcl")
    if name.dep == "nsubj":
        clauses = [*clauses, analysis.head(name)]
    for verb in clauses:
        told = verb.lemma == "be" and verb.tag in FINITE and not analysis.children(verb, "neg")
        for noun in analysis.children(verb, "attr") if told else ():
            ranked = any(t.tag in RANKED for t in analysis.subtree(noun))
            whose = analysis.children(noun, "relcl", "acl", "nummod")
            if is_office(analysis, [noun]) and not ranked and not whose:
                return noun
    return None
