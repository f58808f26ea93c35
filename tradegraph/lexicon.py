"""The words that extraction rules look for, as the registry lists them.

An entry says that a lemma, as a part of speech, evokes a concept of a code list: the verb *raise*
evokes `event-increase`. A lemma of several words stands for that sequence of lemmas; `~` in it
stands for up to six words in between, as in *put ~ on hold*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

GAP: Final = "~"
SPLIT: Final = " - "
HYPHEN: Final = re.compile(r"(?<=\w)-(?=\w)")
"""Inside a word: *duty-free*."""
LONGEST_GAP: Final = 6
PHRASE: Final = "phrase"
"""The part of speech of an entry that is found whatever its words are."""
LINKS: Final = frozenset(("of", "for", "into", "to"))
"""Prepositions that end the head of a noun phrase: the *head* of the board."""


@dataclass(frozen=True, order=True, slots=True)
class LexicalEntry:
    """A lemma, its part of speech, and the concept it evokes (`event-increase`)."""

    lemma: str
    pos: str
    concept: str

    @property
    def words(self) -> tuple[str, ...]:
        """The lemmas of its words."""
        return tuple(self.lemma.split())


@dataclass(frozen=True, order=True, slots=True)
class LexicalMatch:
    """An entry found: the index of its head word and the first and last word it takes."""

    head: int
    first: int
    last: int
    concept: str
    pos: str

    @property
    def scheme(self) -> str:
        """The code list of the concept."""
        return self.concept.partition("-")[0]

    def shift(self, by: int) -> LexicalMatch:
        """Return the match so many words later."""
        places = (self.head + by, self.first + by, self.last + by)
        return LexicalMatch(*places, self.concept, self.pos)


class Lexicon:
    """Entries by their first word."""

    def __init__(self, entries: Iterable[LexicalEntry]) -> None:
        self.entries = tuple(sorted({each for entry in entries for each in _split(entry)}))

    @cached_property
    def _by_first_word(self) -> dict[str, tuple[LexicalEntry, ...]]:
        grouped: dict[str, list[LexicalEntry]] = defaultdict(list)
        for entry in self.entries:
            grouped[entry.words[0]].append(entry)
        return {word: tuple(entries) for word, entries in grouped.items()}

    def find(self, words: Sequence[frozenset[str]], poses: Sequence[str]) -> list[LexicalMatch]:
        """Return the entries found in a sentence, sorted, given each word's lemmas and its pos.

        Of two with the same head and code list only the longer one is found, except for the
        classes of the code list `lexicon`, of which a word may have several.
        """
        found: dict[int, set[LexicalMatch]] = defaultdict(set)
        for index, lemmas in enumerate(words):
            for entry in (e for lemma in lemmas for e in self._by_first_word.get(lemma, ())):
                last = _match(entry.words, words, index)
                if last is None:
                    continue
                head = _find_head(entry, index, last)
                if entry.pos in (PHRASE, poses[head]):
                    found[head].add(LexicalMatch(head, index, last, entry.concept, entry.pos))
        return sorted(match for matches in found.values() for match in _keep_longest(matches))


def _split(entry: LexicalEntry) -> Iterator[LexicalEntry]:
    """Yield the entry, and with its hyphens as words of their own, as a tokenizer may have them."""
    yield entry
    if HYPHEN.search(entry.lemma):
        yield replace(entry, lemma=HYPHEN.sub(" - ", entry.lemma))


def _find_head(entry: LexicalEntry, first: int, last: int) -> int:
    """Return the head word: of a noun phrase the last word, or the one before a preposition.

    A word that hyphens divide is headed by its last part: *duty-free*.
    """
    if entry.pos != "noun" and SPLIT in entry.lemma and first + 2 == last:
        return last
    if entry.pos != "noun":
        return first
    if GAP in entry.words:
        return last
    link = next((i for i, word in enumerate(entry.words) if word in LINKS), None)
    return last if link is None else first + link - 1


def _keep_longest(matches: Iterable[LexicalMatch]) -> Iterator[LexicalMatch]:
    """Leave out what a longer match of the same code list and head covers."""
    lengths: dict[str, int] = defaultdict(int)
    for match in matches:
        lengths[match.scheme] = max(lengths[match.scheme], match.last - match.first)
    for match in matches:
        if match.scheme == "lexicon" or match.last - match.first == lengths[match.scheme]:
            yield match


def _match(pattern: Sequence[str], words: Sequence[frozenset[str]], start: int) -> int | None:
    """Return the index of the last word that the pattern takes from `start` on.

    A gap takes as few words as it can.
    """
    if not pattern:
        return start - 1
    if pattern[0] == GAP:
        ends = (_match(pattern[1:], words, start + skipped) for skipped in range(LONGEST_GAP + 1))
        return next((end for end in ends if end is not None), None)
    if start >= len(words) or pattern[0] not in words[start]:
        return None
    return _match(pattern[1:], words, start + 1)
