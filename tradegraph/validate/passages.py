"""Where in a document's text a node comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad

from tradegraph.vocabulary import tg


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text; `line` counts from 1 and is None where the text is not at hand."""

    line: int | None
    quote: str


class Passages:
    """The passages of one document's nodes; of what it only names, where it does so."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._values: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._assertions: dict[str, list[str]] = defaultdict(list)
        for quad in quads:
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                subject, value = quad.subject.value, quad.object.value
                self._values[subject, quad.predicate.value].append(value)
                if quad.predicate.value in (tg("asserts"), tg("refersTo")):
                    self._assertions[value].append(subject)

    def find(self, node: str) -> Passage | None:
        """Return the first passage of a node: its own, its assertions', or its mentions'."""
        spans = self._values.get((node, tg("evidence")), [])
        told = (
            self._values.get((each, tg("evidence")), []) for each in self._assertions.get(node, ())
        )
        found = [self._read(span) for span in {node, *spans, *chain.from_iterable(told)}]
        passages = sorted((begin, quote, document) for begin, quote, document in found if quote)
        if not passages:
            return None
        begin, quote, document = passages[0]
        text = self._first(document, "text")
        return Passage(text.count("\n", 0, begin) + 1 if text else None, quote)

    def _read(self, span: str) -> tuple[int, str, str]:
        begin = self._first(span, "begin")
        offset = int(begin) if begin.isdecimal() else 0
        return offset, self._first(span, "quote"), self._first(span, "inDocument")

    def _first(self, node: str, name: str) -> str:
        return min(self._values.get((node, tg(name)), [""]))
