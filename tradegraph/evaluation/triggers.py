"""How well the words of the lexicon tell of the facts that annotators found.

A trigger is a word that evokes a kind of change or meeting, a state of talks or an outcome of a
ruling. Each time it stands in a text it is right when a fact of that kind has its passage there; it
is blamed for no fact that other words tell. A threat or plan counts for the change it speaks of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tradegraph.evaluation.conventions import read_conventions
from tradegraph.evaluation.facts import Fact
from tradegraph.evaluation.gold import read_gold
from tradegraph.language import find_words
from tradegraph.language.tokens import Token, read_words
from tradegraph.lexicon import GAP, LexicalEntry, LexicalMatch
from tradegraph.model import Document, Span
from tradegraph.registry import load_registry

ROLE_OF_SCHEME: Final[Mapping[str, str]] = MappingProxyType(
    {"event": "kind", "negotiation": "state", "outcome": "outcome"}
)
"""The role whose value the concepts of a code list are."""
COLUMNS: Final = ("concept", "word", "pos", "found", "right", "precision", "facts", "recall")


@dataclass(frozen=True, slots=True)
class Trigger:
    """An entry of the lexicon: how often it was found and told a fact of its kind.

    `facts` is how many facts of that kind there are, `told` how many have the word in a passage.
    """

    entry: LexicalEntry
    found: int
    right: int
    facts: int
    told: int

    @property
    def precision(self) -> float:
        """The share of its places that tell such a fact, from 0 to 1."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of such facts that it tells, from 0 to 1."""
        return self.told / self.facts if self.facts else 0.0


def count_triggers(gold: Path, documents: Mapping[str, Document]) -> list[Trigger]:
    """Return the triggers that stand in the documents, by concept, those found most first."""
    lexicon = load_registry().lexicon
    entries = _group_entries(lexicon.entries)
    places: defaultdict[LexicalEntry, list[bool]] = defaultdict(list)
    told: defaultdict[LexicalEntry, set[tuple[str, int]]] = defaultdict(set)
    facts: Counter[tuple[str, str]] = Counter()
    texts = {name: document.text for name, document in documents.items()}
    for annotation in read_gold(gold, texts):
        facts.update(pair for each in annotation.facts for pair in each.codes.items())
        words = read_words(texts[annotation.document])
        for match in (match for each in find_words(words, lexicon) for match in each):
            head = words.tokens[match.head]
            for entry in _find_entries(entries, match, words.tokens):
                numbers = _find_facts(annotation.facts, entry, Span(head.begin, head.end))
                places[entry].append(bool(numbers))
                told[entry] |= {(annotation.document, number) for number in numbers}
    triggers = [
        Trigger(entry, len(found), sum(found), facts[_read_kind(entry)], len(told[entry]))
        for entry, found in places.items()
    ]
    return sorted(triggers, key=lambda each: (each.entry.concept, -each.found, each.entry))


def list_trigger_rows(triggers: Iterable[Trigger]) -> list[tuple[str | int, ...]]:
    """Return the triggers as the cells of a table under `COLUMNS`; shares have three digits."""
    return [
        (
            *(each.entry.concept, each.entry.lemma, each.entry.pos, each.found, each.right),
            *(f"{each.precision:.3f}", each.facts, f"{each.recall:.3f}"),
        )
        for each in triggers
    ]


def _group_entries(entries: Iterable[LexicalEntry]) -> dict[tuple[str, str], list[LexicalEntry]]:
    grouped: defaultdict[tuple[str, str], list[LexicalEntry]] = defaultdict(list)
    for entry in entries:
        if entry.concept.partition("-")[0] in ROLE_OF_SCHEME:
            grouped[entry.concept, entry.pos].append(entry)
    return grouped


def _find_entries(
    entries: Mapping[tuple[str, str], Sequence[LexicalEntry]],
    match: LexicalMatch,
    tokens: Sequence[Token],
) -> Iterator[LexicalEntry]:
    """Yield the entries that a match is of: their first, last and number of words agree."""
    length = match.last - match.first + 1
    for entry in entries.get((match.concept, match.pos), ()):
        fits = GAP in entry.words or len(entry.words) == length
        first, last = tokens[match.first].lemmas, tokens[match.last].lemmas
        if fits and entry.words[0] in first and entry.words[-1] in last:
            yield entry


def _find_facts(facts: Sequence[Fact], entry: LexicalEntry, place: Span) -> list[int]:
    """Return the numbers of the facts of the entry's kind that have a passage there."""
    role, kind = _read_kind(entry)
    return [
        number
        for number, fact in enumerate(facts)
        if fact.codes.get(role) == kind and any(place in span for span in fact.spans)
    ]


def _read_kind(entry: LexicalEntry) -> tuple[str, str]:
    """Return the role whose value the entry tells, and the value as annotators call it."""
    scheme, _, notation = entry.concept.partition("-")
    role = ROLE_OF_SCHEME[scheme]
    return role, read_conventions().kinds.get(notation, notation) if role == "kind" else notation
