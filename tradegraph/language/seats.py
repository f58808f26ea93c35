"""Whether the name of a seat of government means the city: *in Ottawa*, not *Ottawa said*.

The city is where something happens or somebody goes; the government acts, is asked and is named
together with others. So the city is what follows a preposition of place, also in a list of cities,
and what an adverb of place refers back to (*Brussels, where*).
"""

from __future__ import annotations

import re
from typing import Final

from tradegraph.language.matcher import NameMatch
from tradegraph.language.tokens import Token, Words

PLACE_PREPOSITIONS: Final = frozenset(
    ("in", "at", "near", "outside", "to", "around", "into", "across")
)
LOCATIVE_PREPOSITIONS: Final = PLACE_PREPOSITIONS - {"to"}
"""Those that make a city of a name wherever they stand before it; *to* also marks whom one asks."""
# What follows a city; shortest text: ", where"
FOLLOWING = re.compile(r", \s where \b", re.VERBOSE)
LONGEST_LIST: Final = 4
"""So many steps from a name in a list to the first of the list."""


def stands_for_place(match: NameMatch, token: Token | None, words: Words) -> bool:
    """Tell whether the name, of which the token is the first word, means the city."""
    if FOLLOWING.match(words.text, match.span.end):
        return True
    if token is None:
        return False
    return _follows_directly(token, words) or _is_object_of_place(token, words)


def _follows_directly(token: Token, words: Words) -> bool:
    """Tell whether a preposition of place is the word before; the parser may see none there."""
    if token.index == 0:
        return False
    before = words.tokens[token.index - 1]
    return before.sentence == token.sentence and before.lower in LOCATIVE_PREPOSITIONS


def _is_object_of_place(token: Token, words: Words) -> bool:
    """Tell whether the name, or the list that it belongs to, is a preposition's object."""
    for _ in range(LONGEST_LIST):
        head = words.tokens[token.head]
        if token.dep == "pobj":
            return head.lower in PLACE_PREPOSITIONS
        if token.dep != "conj" or head.index == token.index:
            return False
        token = head
    return False
