"""Finding the registry's names in text: longest match, leftmost first, at word borders.

A name with a capital is matched as written, one in lower case whatever the case. Both kinds of
apostrophe are alike. The matcher is compiled once for a registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tradegraph.model import Span
from tradegraph.registry import Name, Registry

PIECE: Final = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
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
        pieces = [(match[0], *match.span()) for match in PIECE.finditer(plain, begin)]
        index = 0
        while index < len(pieces):
            exact = _longest(self._exact, [piece for piece, _, _ in pieces[index : index + 24]])
            folded = _longest(
                self._folded, [piece.lower() for piece, _, _ in pieces[index : index + 24]]
            )
            length = max(exact[0], folded[0])
            if length:
                names = (exact[1] if exact[0] == length else []) + (
                    folded[1] if folded[0] == length else []
                )
                span = Span(pieces[index][1], pieces[index + length - 1][2])
                yield NameMatch(span, tuple(names))
            index += max(length, 1)


def _longest(node: _Node, pieces: list[str]) -> tuple[int, list[Name]]:
    best: tuple[int, list[Name]] = (0, [])
    for length, piece in enumerate(pieces, 1):
        following = node.following.get(piece)
        if following is None:
            break
        node = following
        if node.names:
            best = (length, node.names)
    return best


@lru_cache(maxsize=2)
def compile_matcher(registry: Registry) -> Matcher:
    """Return the matcher of the registry's names, without bare family names."""
    return Matcher(name for name in registry.names if name.role not in ("family", "citation"))
