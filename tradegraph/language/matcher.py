"""Finding the registry's names in text: longest match, leftmost first, at word borders.

How a name may be written is said in `registry.spelling`. A name does not run over the end of a
line. The tree of names that begin alike is made when a text has such a beginning.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tradegraph.model import Span
from tradegraph.registry import Name, Registry
from tradegraph.registry.entries import Starts, group_names
from tradegraph.registry.spelling import Piece, is_written_so, read_pieces

NOTHING: Final[tuple[Name, ...]] = ()


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
    """A tree of names by the keys of their pieces."""

    def __init__(self, starts: Starts) -> None:
        self._starts = starts
        self._root = _Node()

    @classmethod
    def of_names(cls, names: Iterable[Name]) -> Matcher:
        """Return the matcher of these names."""
        return cls(group_names(names))

    def find(self, text: str, begin: int = 0) -> Iterator[NameMatch]:
        """Yield the names found from `begin` on; what they cover does not overlap."""
        pieces = read_pieces(text, begin)
        index = 0
        while index < len(pieces):
            last, names = index, NOTHING
            if _may_begin(text, pieces[index].begin):
                last, names = self._find_longest(text, pieces, index)
            if names:
                yield NameMatch(Span(pieces[index].begin, pieces[last - 1].end), names)
            index = max(last, index + 1)

    def _find_longest(
        self, text: str, pieces: Sequence[Piece], index: int
    ) -> tuple[int, tuple[Name, ...]]:
        """Return after which piece the longest name from `index` on ends, and the names so written.

        Where a hyphen joins two pieces, they are looked for as two and as one.
        """
        end, best = index, NOTHING
        waiting = [(self._root, index)]
        while waiting:
            node, position = waiting.pop()
            for key, after in _next_keys(pieces, position):
                following = self._follow(node, key)
                if following is None:
                    continue
                waiting.append((following, after))
                if after < end or not following.names or not _may_end(text, pieces[after - 1].end):
                    continue
                span = Span(pieces[index].begin, pieces[after - 1].end)
                if names := _written_so(text, span, following.names):
                    best = tuple(dict.fromkeys((*(best if after == end else ()), *names)))
                    end = after
        return end, best

    def _follow(self, node: _Node, key: str) -> _Node | None:
        following = node.following.get(key)
        if following is None and node is self._root and key in self._starts:
            following = self._root.following[key] = _grow(self._starts[key])
        return following


def _grow(names: Iterable[Sequence[str]]) -> _Node:
    """Return the tree of names that begin alike, by their further pieces."""
    root = _Node()
    for rest, text, entity, role in names:
        node = root
        for key in rest.split():
            node = node.following.setdefault(key, _Node())
        node.names.append(Name(text, entity, role))
    return root


def _next_keys(pieces: Sequence[Piece], position: int) -> Iterator[tuple[str, int]]:
    """Yield the key at a position, or that of pieces a hyphen joins, and the position after it."""
    if position < len(pieces):
        piece = pieces[position]
        yield piece.key, position + 1
        if piece.linked and position + 1 < len(pieces):
            yield piece.key + pieces[position + 1].key, position + 2


def _written_so(text: str, span: Span, names: Iterable[Name]) -> list[Name]:
    words = text[span.begin : span.end]
    capitals = words.isupper() and _is_in_capitals(text, span)
    return [name for name in names if is_written_so(words, name.text, in_capitals=capitals)]


def _is_in_capitals(text: str, span: Span) -> bool:
    """Tell whether the line is all in capitals and says more than the words."""
    begin = text.rfind("\n", 0, span.begin) + 1
    end = text.find("\n", span.end)
    line = text[begin : end if end >= 0 else len(text)]
    return line.isupper() and len(line.split()) > len(text[span.begin : span.end].split())


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
    return Matcher(registry.starts)
