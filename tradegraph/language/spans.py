"""Passages in order: what stands inside one, and which characters are already spoken for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from tradegraph.model import Span


class Placed(Protocol):
    """Anything that stands at a span."""

    @property
    def span(self) -> Span:
        """Where it stands."""


P = TypeVar("P", bound=Placed)


class Ordered(Generic[P]):
    """Things found in a text, sorted by where they begin, to be looked up by place."""

    def __init__(self, items: Iterable[P]) -> None:
        self._items = sorted(items, key=lambda item: item.span)
        self._begins = [item.span.begin for item in self._items]

    def inside(self, span: Span) -> list[P]:
        """Return the things that lie wholly inside the span."""
        first = bisect_left(self._begins, span.begin)
        last = bisect_left(self._begins, span.end)
        return [item for item in self._items[first:last] if item.span in span]

    def around(self, span: Span) -> P | None:
        """Return the thing that holds the whole span, among things that do not overlap."""
        index = bisect_right(self._begins, span.begin) - 1
        if index >= 0 and span in self._items[index].span:
            return self._items[index]
        return None


class Taken:
    """The passages claimed so far; no two of them overlap."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._begins: list[int] = []
        self._ends: list[int] = []
        for span in spans:
            self.claim(span)

    def __contains__(self, offset: int) -> bool:
        return not self.is_free(Span(offset, offset + 1))

    def is_free(self, span: Span) -> bool:
        """Tell whether none of the span's characters is claimed."""
        before = bisect_left(self._begins, span.end)
        return before == 0 or self._ends[before - 1] <= span.begin

    def claim(self, span: Span) -> bool:
        """Claim the span if all of it is free, and tell whether it was."""
        if not self.is_free(span):
            return False
        index = bisect_left(self._begins, span.begin)
        self._begins.insert(index, span.begin)
        self._ends.insert(index, span.end)
        return True
