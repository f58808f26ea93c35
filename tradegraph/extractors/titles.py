"""Titles beside names: which words say what office a person holds.

Before the name (*Trade Minister Ann Lee*), set off before it (*the trade minister, Ann Lee,*), in
apposition after it (*Ann Lee, the trade minister,*), or inside a name of the registry.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Mention

LONGEST_TITLE = 9
LONGEST_APPOSITION = 22
NEAREST = 8
"""Words of an apposition among which its office must be."""
ARTICLES = frozenset(("a", "an", "the", "one", "its", "their"))
LINKS = frozenset(("of", "for", "at", "on", "to", "and", "&", "in", "the", "-", "with", "from"))
"""Words inside an office's name that are neither nouns nor adjectives."""
POSSESSIVES = ("'s", "’s")
JOINED = (*POSSESSIVES, "-", "&")
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
RELATIVE = frozenset(("WP", "WDT", "WRB"))
STOPS = frozenset((",", ".", ";", ":", "—", "–", "("))
MARKS = STOPS | {")", "“", "”", '"'}


def find_titles(analysis: Analysis, mention: Mention) -> list[Sequence[Token]]:
    """Return the words of each title that stands beside the person's name."""
    inside = analysis.tokens_in(mention.span)
    if not inside:
        return []
    found = (
        _title_inside(analysis, inside),
        _title_before(analysis, inside[0]),
        _title_after(analysis, inside[-1]),
    )
    return [title for title in found if title]


def _title_inside(analysis: Analysis, inside: Sequence[Token]) -> list[Token]:
    """Return the title that a name of the registry includes: *President Lee*."""
    title: list[Token] = []
    for token in inside[:-1]:
        if not analysis.is_word(token, "office-noun", "acting", "former"):
            break
        title.append(token)
    if not title or not _ends_in_office(analysis, title):
        return []
    return [*_walk_left(analysis, title[0]), *title]


def _title_before(analysis: Analysis, name: Token) -> Sequence[Token]:
    """Return the words of the title that stands directly before the name, or before a comma."""
    first = analysis.sentence_of(name).first
    if name.index - 1 > first and analysis.tokens[name.index - 1].text == ",":
        return _title_set_off(analysis, name.index - 1, first)
    title = _walk_left(analysis, name)
    return title if title and _ends_in_office(analysis, title) else []


def _walk_left(analysis: Analysis, name: Token) -> list[Token]:
    """Return the words of a title that end before the name."""
    title: list[Token] = []
    first = max(analysis.sentence_of(name).first, name.index - LONGEST_TITLE)
    for index in range(name.index - 1, first - 1, -1):
        token = analysis.tokens[index]
        if not _belongs_to_title(analysis, token):
            break
        title.insert(0, token)
    return title


def _belongs_to_title(analysis: Analysis, token: Token) -> bool:
    if token.tag in FINITE or token.tag == "CD" or token.text in MARKS:
        return False
    if token.lower in JOINED:
        return True
    mention = analysis.mention_at(token)
    if mention is not None and mention.kind == "Person":
        return False
    named = token.pos in ("noun", "adjective") or token.text[:1].isupper()
    return named or analysis.is_word(token, "former", "acting", "office-noun")


def _title_set_off(analysis: Analysis, comma: int, first: int) -> Sequence[Token]:
    """Return the words of *the minister for trade of Norway* before a comma and the name."""
    for begin in range(max(first, comma - LONGEST_APPOSITION), comma):
        words = analysis.tokens[begin:comma]
        if not is_office(analysis, words) or not all(map(_is_nominal, words)):
            continue
        if words[0].lower == "the":
            return words[1:]
        if words[0].dep == "poss" and words[1].lower in POSSESSIVES:
            return words
    return []


def _is_nominal(token: Token) -> bool:
    inside = token.lower in LINKS or token.lower in POSSESSIVES
    return inside or token.pos in ("noun", "adjective", "preposition")


def _title_after(analysis: Analysis, name: Token) -> Sequence[Token]:
    """Return the words of the apposition after the name, up to its closing comma."""
    last = analysis.sentence_of(name).last
    begin = name.index + 1
    if begin + 1 >= last or analysis.tokens[begin].text != ",":
        return []
    words: list[Token] = []
    for token in analysis.tokens[begin + 1 : min(last, begin + LONGEST_APPOSITION + 1)]:
        if token.text in STOPS or token.tag in FINITE or token.tag in RELATIVE:
            break
        words.append(token)
    while words and words[0].lower in ARTICLES:
        words = words[1:]
    return words if _is_apposition(analysis, words) else []


def _is_apposition(analysis: Analysis, words: Sequence[Token]) -> bool:
    """Tell whether the words are a noun phrase with an office near its begin, and no name."""
    first = [analysis.mention_at(token) for token in words[:3]]
    if any(mention is not None and mention.kind == "Person" for mention in first):
        return False
    headed = any(t.pos == "noun" and _is_head(analysis, t, words) for t in words)
    return headed and is_office(analysis, words[:NEAREST])


def _is_head(analysis: Analysis, token: Token, words: Sequence[Token]) -> bool:
    return token.head == token.index or analysis.head(token) not in words


def _ends_in_office(analysis: Analysis, title: Sequence[Token]) -> bool:
    """Tell whether the last word ends an office, also one of several words (*head of*)."""
    last = title[-1]
    return is_office(analysis, [last]) or any(
        match.last == last.index and match.concept == "lexicon-office-noun"
        for match in analysis.words[last.sentence]
    )


def is_office(analysis: Analysis, words: Sequence[Token]) -> bool:
    """Tell whether one of the words names an office."""
    mentions = (analysis.mention_at(token) for token in words)
    named = any(mention is not None and mention.kind == "Office" for mention in mentions)
    return named or any(analysis.is_word(token, "office-noun") for token in words)
