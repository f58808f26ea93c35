"""The words that extraction rules look for, as the registry lists them.

An entry says that a lemma, as a part of speech, evokes a concept of a code list: the verb *raise*
evokes `event-increase`. A lemma of several words stands for that sequence of lemmas; `~` in it
stands for up to six words in between, as in *put ~ on hold*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

GAP = "~"
LONGEST_GAP = 6


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


@dataclass(frozen=True, slots=True)
class LexicalMatch:
    """An entry found: the index of its head word and the first and last word it takes."""

    head: int
    first: int
    last: int
    concept: str
    pos: str


class Lexicon:
    """Entries by their first word."""

    def __init__(self, entries: Iterable[LexicalEntry]) -> None:
        self.entries = tuple(sorted(set(entries)))

    @cached_property
    def _by_first_word(self) -> dict[str, tuple[LexicalEntry, ...]]:
        grouped: dict[str, list[LexicalEntry]] = defaultdict(list)
        for entry in self.entries:
            grouped[entry.words[0]].append(entry)
        return {word: tuple(entries) for word, entries in grouped.items()}

    def words(self, concept: str) -> frozenset[str]:
        """Return the lemmas that evoke the concept."""
        return frozenset(entry.lemma for entry in self.entries if entry.concept == concept)

    def find(self, words: Sequence[frozenset[str]], poses: Sequence[str]) -> list[LexicalMatch]:
        """Return the entries found in a sentence, given each word's possible lemmas and its part of
        speech; of two with the same head and code list the longer one."""
        found: dict[int, list[LexicalMatch]] = defaultdict(list)
        for index, lemmas in enumerate(words):
            for lemma in lemmas:
                for entry in self._by_first_word.get(lemma, ()):
                    last = _match(entry.words, words, index)
                    if last is None:
                        continue
                    head = _head(entry, index, last)
                    if entry.pos in ("phrase", poses[head]):
                        found[head].append(LexicalMatch(head, index, last, entry.concept, entry.pos))
        return [match for matches in found.values() for match in _longest(matches)]


def _head(entry: LexicalEntry, first: int, last: int) -> int:
    """Return the head word: of a noun phrase the last word, or the one before a preposition."""
    if entry.pos != "noun":
        return first
    inner = next((i for i, word in enumerate(entry.words) if word in ("of", "for", "into", "to")), None)
    return last if inner is None or GAP in entry.words else first + inner - 1


def _longest(matches: list[LexicalMatch]) -> list[LexicalMatch]:
    """Leave out what a longer match of the same code list and head covers."""
    lengths: dict[str, int] = defaultdict(int)
    for match in matches:
        scheme = match.concept.partition("-")[0]
        lengths[scheme] = max(lengths[scheme], match.last - match.first)
    return [
        match
        for match in dict.fromkeys(matches)
        if match.concept.startswith("lexicon-")
        or match.last - match.first == lengths[match.concept.partition("-")[0]]
    ]


def _match(pattern: tuple[str, ...], words: Sequence[frozenset[str]], start: int) -> int | None:
    """Return the index of the last word that the pattern takes from `start` on."""
    index = start
    position = 0
    while position < len(pattern):
        if pattern[position] == GAP:
            following = pattern[position + 1]
            ahead = range(index, min(index + LONGEST_GAP + 1, len(words)))
            skipped = next((i for i in ahead if following in words[i]), None)
            if skipped is None:
                return None
            index = skipped
        elif index >= len(words) or pattern[position] not in words[index]:
            return None
        else:
            index += 1
        position += 1
    return index - 1
