"""Words that are written like a name of the registry and are none where they stand."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from tradegraph.language.matcher import NameMatch
from tradegraph.language.people import PROPER_NOUNS
from tradegraph.language.tokens import Token, Words
from tradegraph.registry import Registry

# What stands around the initials of a reporter; shortest text: "1 U.S. 1", not "1 U.S. 1%".
VOLUME = re.compile(r"\b \d{1,3} \s $", re.VERBOSE)
PAGE = re.compile(r"\s \d{1,4} \b (?! \s?% )", re.VERBOSE)
LONGEST_VOLUME: Final = 5
NAMED_THINGS: Final = ("ORG", "PERSON")
"""Labels of names that may hold a word for goods."""


def is_lookalike(
    match: NameMatch,
    token: Token | None,
    words: Words,
    measures: Collection[int],
    registry: Registry,
) -> bool:
    """Tell whether the match names nothing; `token` is its first word.

    `measures` are the indices of the words for tariffs.
    """
    if _is_reporter(match, words.text):
        return True
    if token is None:
        return False
    kinds = {registry.kind(name.entity) for name in match.names}
    if kinds == {"ProductScope"}:
        return _is_part_of_name(match, token, words)
    if kinds == {"ActorGroup"}:
        alone = token.end >= match.span.end
        return alone and token.pos in ("adjective", "adverb") and token.head not in measures
    return _is_part_of_person(match, token, words)


def _is_reporter(match: NameMatch, text: str) -> bool:
    """Tell whether the initials stand for a series of law reports, between volume and page."""
    begin, end = match.span.begin, match.span.end
    before = text[max(0, begin - LONGEST_VOLUME) : begin]
    return text[end - 1] == "." and bool(VOLUME.search(before) and PAGE.match(text, end))


def _is_part_of_name(match: NameMatch, token: Token, words: Words) -> bool:
    """Tell whether a word for goods, with a capital, belongs to the name of a firm or a person."""
    written = words.text[match.span.begin : match.span.end]
    if not token.text[:1].isupper() or written.isupper():
        return False
    return any(
        near.label in NAMED_THINGS and near.tag in PROPER_NOUNS and near.text[:1].isupper()
        for near in _words_beside(match, token, words)
    )


def _is_part_of_person(match: NameMatch, token: Token, words: Words) -> bool:
    """Tell whether a one-word place is part of a person's name (Jordan in Michael Jordan)."""
    if " " in match.names[0].text or token.label != "PERSON":
        return False
    if not any(part in name.entity for part in ("/country/", "/place/") for name in match.names):
        return False
    return any(near.label == "PERSON" for near in _words_beside(match, token, words))


def _words_beside(match: NameMatch, token: Token, words: Words) -> list[Token]:
    """Return the word before and the word after the match, in its sentence."""
    last = token.index
    while last + 1 < len(words.tokens) and words.tokens[last + 1].begin < match.span.end:
        last += 1
    beside = (
        *words.tokens[max(0, token.index - 1) : token.index],
        *words.tokens[last + 1 : last + 2],
    )
    return [near for near in beside if near.sentence == token.sentence]
