"""Finding the registry's names in text: longest match, leftmost first, at word borders.

A name with a capital is matched as written, one in lower case whatever the case. Both kinds of
apostrophe are alike. A name does not run over the end of a line. The matcher is compiled once for a
registry.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tradegraph.model import Span
from tradegraph.registry import Name, Registry

PIECE: Final = re.compile(r"[^\W\d_]+ | \d+ | [^\w\s] | _ | \n", re.VERBOSE)
PLAIN: Final = str.maketrans("’‘ʼ“”–—", "'''\"\"--")
SHORTEST_FOLDED: Final = 3
"""A lower-case name shorter than this is not looked for."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A run of text that is written like these names of the registry."""

    span: Span
    names: tuple[Name, ...]


class _Node:
    __slots__ = ("following", "names")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.names: list[Name] = []


class Matcher:
    """A tree of names by their pieces."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._exact = _Node()
        self._folded = _Node()
        for name in names:
            folded = name.text == name.text.lower()
            if folded and len(name.text) < SHORTEST_FOLDED:
                continue
            node = self._folded if folded else self._exact
            for piece in PIECE.findall(name.text.translate(PLAIN)):
                node = node.following.setdefault(piece, _Node())
            node.names.append(name)

    def find(self, text: str, begin: int = 0) -> Iterator[NameMatch]:
        """Yield the names found from `begin` on; what they cover does not overlap."""
        plain = text.translate(PLAIN)
        places = [match.span() for match in PIECE.finditer(plain, begin)]
        pieces = [plain[first:last] for first, last in places]
        lower = [piece.lower() for piece in pieces]
        ends = [_may_end(text, last) for _, last in places]
        index = 0
        while index < len(pieces):
            length = 0
            if _may_begin(text, places[index][0]):
                exact, cased = _find_longest(self._exact, pieces, ends, index)
                folded, uncased = _find_longest(self._folded, lower, ends, index)
                length = max(exact, folded)
            if length:
                span = Span(places[index][0], places[index + length - 1][1])
                same = (*(cased if exact == length else ()), *(uncased if folded == length else ()))
                yield NameMatch(span, same)
            index += max(length, 1)


def _find_longest(
    node: _Node, pieces: Sequence[str], ends: Sequence[bool], index: int
) -> tuple[int, list[Name]]:
    """Return how many pieces the longest name from `index` on takes, and the names so written."""
    best: tuple[int, list[Name]] = (0, [])
    for position in range(index, len(pieces)):
        following = node.following.get(pieces[position])
        if following is None:
            break
        node = following
        if node.names and ends[position]:
            best = (position - index + 1, node.names)
    return best


def _may_begin(text: str, offset: int) -> bool:
    """Tell whether a word begins here."""
    return offset == 0 or not text[offset - 1].isalnum()


def _may_end(text: str, offset: int) -> bool:
    """Tell whether a word ends here; letters before a sign of currency belong to it (US$)."""
    if offset == len(text):
        return True
    following = text[offset]
    return not following.isalnum() and unicodedata.category(following) != "Sc"


@lru_cache(maxsize=2)
def compile_matcher(registry: Registry) -> Matcher:
    """Return the matcher of the registry's names, without bare family names."""
    return Matcher(name for name in registry.names if name.role != "family")
