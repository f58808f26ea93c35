"""Passages in order, and passages that are taken."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradegraph.language.spans import Ordered, Taken
from tradegraph.model import Span

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda s: Span(s[0], s[0] + s[1]))


@dataclass(frozen=True)
class Thing:
    """Something that stands at a span."""

    span: Span


@given(st.lists(SPANS), SPANS)
def test_what_lies_inside_is_what_a_look_at_everything_finds(
    spans: list[Span], where: Span
) -> None:
    found = Ordered(map(Thing, spans)).inside(where)
    assert [thing.span for thing in found] == sorted(span for span in spans if span in where)


@given(st.lists(SPANS))
def test_of_spans_that_overlap_only_the_first_is_taken(spans: list[Span]) -> None:
    taken = Taken()
    kept: list[Span] = []
    for span in spans:
        free = not any(span.overlaps(other) for other in kept)
        assert taken.is_free(span) == free
        assert taken.claim(span) == free
        kept += [span] if free else []
    assert {offset for offset in range(60) if offset in taken} == {
        offset for span in kept for offset in range(span.begin, span.end)
    }


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        pytest.param(Span(12, 15), Span(10, 20), id="inside"),
        pytest.param(Span(10, 20), Span(10, 20), id="the same"),
        pytest.param(Span(15, 25), None, id="over the edge"),
        pytest.param(Span(22, 24), None, id="between"),
        pytest.param(Span(0, 2), None, id="before all"),
    ],
)
def test_the_thing_around_a_span(where: Span, expected: Span | None) -> None:
    things = Ordered([Thing(Span(30, 40)), Thing(Span(10, 20))])
    found = things.around(where)
    assert (found.span if found else None) == expected
