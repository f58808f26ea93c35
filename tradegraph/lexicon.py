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
        """Return the entries found in a sentence, given each word's possible lemmas and its
        part of speech; of two with the same head the longer one, once for each concept."""
        found: list[LexicalMatch] = []
        for index, lemmas in enumerate(words):
            here = [
                LexicalMatch(index, index, last, entry.concept, entry.pos)
                for lemma in lemmas
                for entry in self._by_first_word.get(lemma, ())
                if _fits(entry.pos, poses[index])
                and (last := _match(entry.words, words, index)) is not None
            ]
            longest = max((match.last - match.first for match in here), default=0)
            multiword = {m.concept.partition("-")[0] for m in here if m.last > m.first}
            found += [
                match
                for match in dict.fromkeys(here)
                if match.last - match.first == longest
                or match.last > match.first
                or match.concept.partition("-")[0] not in multiword
            ]
        return found


def _fits(wanted: str, pos: str) -> bool:
    return wanted in ("phrase", pos)


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
