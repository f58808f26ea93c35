"""What a news story tells without a day: what is said, planned or so now is of the story's days."""

from __future__ import annotations

from datetime import date

import pytest

from tradegraph.extractors import extract_facts
from tradegraph.model import DateRange, MeasureEvent, NegotiationState, Statement

from .telling import PUBLISHED, facts_in, read

EVE = (date(2025, 5, 29), PUBLISHED)
NEWS = (
    pytest.param("Kari Vold said the duty on cheese would stay.", Statement, EVE, id="said"),
    pytest.param("“The duty on cheese will stay,” said Kari Vold.", Statement, EVE, id="quoted"),
    pytest.param(
        "On Wednesday a panel met. Kari Vold said the duty on cheese would stay.",
        Statement,
        (date(2025, 5, 28), PUBLISHED),
        id="since-the-day-the-story-names",
    ),
    pytest.param("Norway will impose a 10% tariff on rice.", MeasureEvent, EVE, id="planned"),
    pytest.param(
        "Trade talks between Norway and Iceland are stalled.", NegotiationState, EVE, id="state"
    ),
)


@pytest.mark.parametrize(("text", "kind", "expected"), NEWS)
def test_news_without_a_day_is_of_the_days_of_the_story(
    text: str, kind: type, expected: tuple[date, date]
) -> None:
    assert days_of(text, kind) == [expected]


OLD = (
    pytest.param("Norway imposed a 10% tariff on rice.", MeasureEvent, id="what-happened"),
    pytest.param(
        "Kari Vold has often said that the duty on cheese was wrong.", Statement, id="has-said"
    ),
    pytest.param(
        "Norway has threatened to impose a 10% tariff on rice.", MeasureEvent, id="has-threatened"
    ),
)


@pytest.mark.parametrize(("text", "kind"), OLD)
def test_what_may_be_old_keeps_no_day(text: str, kind: type) -> None:
    assert days_of(text, kind) == [None]


def test_a_day_in_words_stays() -> None:
    text = "Kari Vold said on Monday that the duty on cheese would stay."
    assert days_of(text, Statement) == [(date(2025, 5, 26), date(2025, 5, 26))]


def test_nothing_is_presumed_of_what_is_no_dated_news() -> None:
    text = "Kari Vold said the duty on cheese would stay."
    orders = extract_facts(read(text, doc_type="proclamation"))
    undated = facts_in(text, published=None)
    assert [f.content.when for f in (*orders, *undated) if isinstance(f.content, Statement)] == [
        None,
        None,
    ]


def days_of(text: str, kind: type) -> list[tuple[date, date] | None]:
    """Return the first and last day of each fact of the kind."""
    told = (getattr(f.content, "when", None) for f in facts_in(text) if isinstance(f.content, kind))
    return [(w.first, w.last) if isinstance(w, DateRange) else None for w in told]
