"""The facts that the seed article must give."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tradegraph.model import (
    Appeal,
    Encounter,
    Fact,
    MeasureEvent,
    MeasureState,
    NegotiationState,
    OfficeHolding,
    PostureChange,
    Requirement,
    Ruling,
    Statement,
    Stay,
)

from .telling import facts_in, show

SEED = Path(__file__).parents[2] / "seeds" / "000_b6e73fb1f3aa604a.txt"
TEXT = SEED.read_text(encoding="utf-8")
PUBLISHED = date(2025, 5, 30)


@pytest.fixture(scope="module")
def facts() -> tuple[Fact, ...]:
    return facts_in(TEXT, PUBLISHED)


OFFICES = {
    "scott-bessent is us-treasury-secretary",
    "donald-trump is us-president",
    "xi-jinping is cn-president",
    "scott-bessent is us-lead-trade-negotiator",
}
EXPECTED = (
    pytest.param(
        MeasureEvent,
        "decrease US>CN from over 100% on 2025-05-01..2025-05-29",
        id="the-us-retreats-from-over-100-percent",
    ),
    pytest.param(
        MeasureEvent,
        "decrease CN>US from over 100% on 2025-05-01..2025-05-29",
        id="china-retreats-from-over-100-percent",
    ),
    pytest.param(
        MeasureEvent,
        "imposition US> of us-trump-2025 on 2025-01-20..2025-05-29",
        id="tariffs-imposed-since-returning-to-office",
    ),
    pytest.param(MeasureEvent, "reported: pause US> for P90D", id="the-90-day-pause"),
    pytest.param(
        Ruling,
        "us-cit unlawful US> of us-trump-2025 US> of us-reciprocal-2025 scope most "
        "relief reversal-ordered on 2025-05-26..2025-05-29",
        id="the-trade-court-finds-most-tariffs-illegal-earlier-this-week",
    ),
    pytest.param(
        Stay, "us-cafc stays us-cit on 2025-05-29", id="the-appellate-court-pauses-that-ruling"
    ),
    pytest.param(
        Appeal,
        "us-administration-trump-2: us-cit > us-cafc on 2025-05-26..2025-05-30",
        id="the-administration-appeals",
    ),
    pytest.param(
        MeasureState,
        "in-effect-pending-appeal US> of us-trump-2025 since 2025-05-29",
        id="the-orders-remain-in-place",
    ),
    pytest.param(
        Encounter,
        "possible: call donald-trump+xi-jinping",
        id="a-call-between-the-presidents-may-be-needed",
    ),
    pytest.param(
        Encounter, "interview fox-news+scott-bessent on 2025-05-29", id="the-interview-on-thursday"
    ),
    pytest.param(
        Encounter,
        "talks cn-officials+scott-bessent in CH on 2025-05-01..2025-05-29",
        id="talks-in-switzerland-earlier-this-month",
    ),
    pytest.param(
        Encounter,
        "planned: meeting jp-delegation+scott-bessent in washington-dc on 2025-05-30",
        id="a-japanese-delegation-on-friday",
    ),
    pytest.param(
        NegotiationState,
        "reported: stalled CN+US on 2025-05-29",
        id="talks-with-china-are-a-bit-stalled",
    ),
    pytest.param(
        NegotiationState, "reported: deal-near US on 2025-05-29", id="large-deals-are-near"
    ),
    pytest.param(
        NegotiationState,
        "reported: active US+us-trading-partners on 2025-05-29",
        id="partners-try-to-complete-the-deals",
    ),
    pytest.param(
        Requirement,
        "possible: for a deal call donald-trump+xi-jinping",
        id="the-call-is-needed-for-a-deal",
    ),
    pytest.param(
        Requirement,
        "reported: for the talks engagement donald-trump+xi-jinping",
        id="both-leaders-have-to-weigh-in",
    ),
    pytest.param(
        PostureChange,
        "reported: not all-trading-partners after 2 court actions",
        id="no-change-in-posture-after-the-rulings",
    ),
)


@pytest.mark.parametrize(("kind", "line"), EXPECTED)
def test_the_seed_tells(facts: tuple[Fact, ...], kind: type, line: str) -> None:
    assert line in [show(fact) for fact in facts if isinstance(fact.content, kind)]


def test_three_people_hold_four_offices(facts: tuple[Fact, ...]) -> None:
    assert {show(fact) for fact in facts if isinstance(fact.content, OfficeHolding)} == OFFICES


def test_every_statement_is_the_secretarys(facts: tuple[Fact, ...]) -> None:
    statements = [fact.content for fact in facts if isinstance(fact.content, Statement)]
    assert len(statements) >= 5
    speakers = {speaker.rpartition("/")[2] for s in statements for speaker in s.speakers}
    assert speakers == {"scott-bessent"}


def test_quotations_are_the_texts_own(facts: tuple[Fact, ...]) -> None:
    statements = [fact.content for fact in facts if isinstance(fact.content, Statement)]
    quotes = [quote for statement in statements for quote in statement.quotes]
    assert "I would say that they are a bit stalled" in quotes
    assert all(quote in TEXT for quote in quotes)


def test_every_passage_quotes_the_article(facts: tuple[Fact, ...]) -> None:
    for fact in facts:
        for span in fact.evidence:
            assert 0 <= span.begin < span.end <= len(TEXT)
            assert TEXT[span.begin : span.end].strip()


def test_the_deal_wanted_before_the_pause_ends_has_it_as_deadline(facts: tuple[Fact, ...]) -> None:
    states = [fact.content for fact in facts if isinstance(fact.content, NegotiationState)]
    deadlines = [state.deadline.event for state in states if state.deadline]
    assert deadlines == ["pause"]


def test_the_stay_suspends_the_ruling_that_was_told(facts: tuple[Fact, ...]) -> None:
    (ruling,) = (fact.content for fact in facts if isinstance(fact.content, Ruling))
    (stay,) = (fact.content for fact in facts if isinstance(fact.content, Stay))
    assert stay.ruling == ruling
