"""What other facts stand around a fact in its document.

Only the nearest of a type are compared with each other, so that the cost stays linear in the
text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Final

from tradegraph.model import Content, Fact, Measure, MeasureEvent, Span
from tradegraph.trained.outlook import Outlook, kinds_of, type_of

NEAREST: Final = 40
"""How many facts of its type, on either side, a fact is compared with."""
UNCOUNTED: Final = ("measure", "content", "paraphrase", "made_in", "deadline")
Values = frozenset[tuple[str, object]]


class Company:
    """The facts of a document, to be asked for those beside one of them."""

    def __init__(self, outlook: Outlook, facts: Sequence[Fact]) -> None:
        self._outlook = outlook
        self._by_type: dict[str, list[Fact]] = defaultdict(list)
        self._by_sentence: dict[int, list[Fact]] = defaultdict(list)
        self._places: dict[int, int] = {}
        self._values: dict[int, Values] = {}
        for fact in facts:
            same = self._by_type[type_of(fact)]
            self._places[id(fact)] = len(same)
            same.append(fact)
            for sentence in outlook.sentences_of(fact.evidence[0]):
                self._by_sentence[sentence.index].append(fact)

    def count(self, fact: Fact) -> int:
        """Return how many facts of its type the document tells."""
        return len(self._by_type[type_of(fact)])

    def touching(self, passage: Span) -> list[Fact]:
        """Return the facts that are told in a sentence of the passage, each once."""
        told = (
            fact
            for sentence in self._outlook.sentences_of(passage)
            for fact in self._by_sentence[sentence.index]
        )
        return list({id(fact): fact for fact in told}.values())

    def alike(self, fact: Fact) -> list[Fact]:
        """Return the nearest other facts of its type and kind."""
        place = self._places[id(fact)]
        near = self._by_type[type_of(fact)][max(0, place - NEAREST) : place + NEAREST + 1]
        return [f for f in near if f is not fact and kinds_of(f) == kinds_of(fact)]

    def values(self, fact: Fact) -> Values:
        """Return every value of every role that the fact fills."""
        if id(fact) not in self._values:
            self._values[id(fact)] = _spread_values(fact)
        return self._values[id(fact)]


def parts_of(fact: Fact) -> tuple[Content | Measure, ...]:
    """Return what the fact says, and of a measure event also its measure."""
    content = fact.content
    return (content, content.measure) if isinstance(content, MeasureEvent) else (content,)


def _spread_values(fact: Fact) -> Values:
    return frozenset(
        (each.name, value)
        for part in parts_of(fact)
        for each in fields(part)
        if each.name not in UNCOUNTED
        for value in _listed(getattr(part, each.name))
    )


def _listed(value: object) -> Iterable[object]:
    return value if isinstance(value, tuple) else () if value is None else (value,)
