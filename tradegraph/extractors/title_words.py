"""Which words a title is made of: *Acting Deputy Trade Representative*, not *since President*."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

LONGEST_TITLE: Final = 9
LONGEST_PHRASE: Final = 22
"""Words of a title with all that it is for."""
LINKS: Final = frozenset(("of", "for", "at", "on", "to", "and", "&", "in", "the", "-", "with"))
"""Words inside an office's name that are neither nouns nor adjectives."""
PURPOSES: Final = frozenset(("of", "for", "to", "on"))
"""What stands between an office and what it is for."""
POSSESSIVES: Final = ("'s", "’s")
JOINED: Final = (*POSSESSIVES, "-", "&")
OWN: Final = frozenset(("its", "their"))
MARKS: Final = frozenset((",", ".", ";", ":", "—", "–", "(", ")", "“", "”", '"'))
FINITE: Final = frozenset(("VBD", "VBZ", "VBP", "MD"))
NAMING: Final = ("N", "J", "V")
"""First letters of the tags of nouns, adjectives and verbs (*Acting*)."""


def walk_left(analysis: Analysis, name: Token, over: Container[str] = ()) -> list[Token]:
    """Return the words of a title that end before the name, passing over the words given."""
    title: list[Token] = []
    first = max(analysis.sentence_of(name).first, name.index - LONGEST_TITLE)
    for index in range(name.index - 1, first - 1, -1):
        token = analysis.tokens[index]
        inside = token.lower in over or belongs_to_title(analysis, token)
        if not inside or _changes_case(analysis, token, title[0] if title else name, over):
            break
        title.insert(0, token)
    while title and (title[0].lower in JOINED or title[0].lower in over):
        title = title[1:]
    return title


def _changes_case(analysis: Analysis, token: Token, after: Token, over: Container[str]) -> bool:
    """Tell whether a common noun stands before a title in capitals: *options President Lee*."""
    noun = belongs_to_title(analysis, after) or analysis.is_word(after, "office-noun")
    titled = after.text[:1].isupper() and noun
    if not titled or token.text[:1].isupper() or token.lower in JOINED or token.lower in over:
        return False
    return not analysis.is_word(token, "former", "acting", "office-noun")


def belongs_to_title(analysis: Analysis, token: Token) -> bool:
    """Tell whether the word may be part of a title: no verb, number, mark or person."""
    if token.tag in FINITE or token.tag == "CD" or token.text in MARKS:
        return False
    if token.lower in JOINED:
        return True
    mention = analysis.mention_at(token)
    if mention is not None and mention.kind == "Person":
        return False
    capitalised = token.text[:1].isupper() and token.tag[:1] in NAMING
    named = token.pos in ("noun", "adjective") or capitalised
    return named or analysis.is_word(token, "former", "acting", "office-noun")


def is_possessed(token: Token) -> bool:
    """Tell whether the word is the mark of a possessive."""
    return token.lower in POSSESSIVES


def is_office(analysis: Analysis, words: Sequence[Token]) -> bool:
    """Tell whether one of the words names an office."""
    mentions = (analysis.mention_at(token) for token in words)
    named = any(mention is not None and mention.kind == "Office" for mention in mentions)
    return named or any(analysis.is_word(token, "office-noun") for token in words)
