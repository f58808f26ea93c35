"""On whose word the document relies, and before which event a deal is wanted."""

from __future__ import annotations

import pytest

from tradegraph.extractors.settings import find_issuer, main_jurisdiction
from tradegraph.model import Encounter, MeasureEvent, NegotiationState, OfficeHolding

from .telling import facts_in, join, read, short

TOLD = (
    pytest.param(
        "Kari Vold said Norway imposed a 12% duty on Swedish cheese.",
        MeasureEvent,
        ("reported", "kari-vold"),
        id="what-a-speaker-affirms-is-reported",
    ),
    pytest.param(
        "Kari Vold said Norway will impose a 12% duty on Swedish cheese.",
        MeasureEvent,
        ("planned", "kari-vold"),
        id="a-plan-stays-a-plan",
    ),
    pytest.param(
        "“Norway imposed a 12% duty on Swedish cheese,” Kari Vold said.",
        MeasureEvent,
        ("reported", "kari-vold"),
        id="a-quotation-is-the-speakers",
    ),
    pytest.param(
        "Norway imposed a 12% duty on Swedish cheese. Kari Vold said the duty was wrong.",
        MeasureEvent,
        ("asserted", ""),
        id="another-sentence-is-the-authors",
    ),
    pytest.param(
        "According to Kari Vold, talks between Norway and Sweden have stalled.",
        NegotiationState,
        ("reported", "kari-vold"),
        id="according-to",
    ),
    pytest.param(
        "Norwegian Trade Minister Kari Vold said the duty on cheese was wrong.",
        OfficeHolding,
        ("asserted", ""),
        id="a-title-is-the-authors",
    ),
    pytest.param(
        "Scott Bessent said in an interview with Fox News that tariffs would stay.",
        Encounter,
        ("asserted", ""),
        id="an-interview-is-the-authors",
    ),
)


@pytest.mark.parametrize(("text", "kind", "told"), TOLD)
def test_a_fact_inside_a_statement_is_attributed_to_it(
    text: str, kind: type, told: tuple[str, str]
) -> None:
    fact = next(fact for fact in facts_in(text) if isinstance(fact.content, kind))
    speakers = fact.attribution.speakers if fact.attribution else ()
    assert (fact.modality, join(speakers)) == told


def test_a_negotiation_told_by_a_speaker_takes_the_day_of_the_words() -> None:
    text = "Kari Vold said on Monday that talks between Norway and Sweden have stalled."
    state = next(f.content for f in facts_in(text) if isinstance(f.content, NegotiationState))
    assert state.when is not None
    assert state.when.first.isoformat() == "2025-05-26"


DEADLINES = (
    pytest.param(
        "Norway lays a 12% duty on Swedish cheese. Norway and Sweden hope to reach a deal "
        "before the 90-day pause ends.",
        "pause",
        id="before-a-pause-ends",
    ),
    pytest.param(
        "Norway and Sweden hope to reach a deal before Norway raises its duty on cheese.",
        "increase",
        id="before-an-increase",
    ),
    pytest.param(
        "Norway and Sweden reached a deal. Norway raised its duty on cheese.",
        None,
        id="another-sentence-sets-none",
    ),
)


@pytest.mark.parametrize(("text", "event"), DEADLINES)
def test_the_event_before_which_a_deal_is_wanted_is_its_deadline(
    text: str, event: str | None
) -> None:
    states = [f.content for f in facts_in(text) if isinstance(f.content, NegotiationState)]
    deadline = states[0].deadline
    assert (deadline.event if deadline else None) == event


def test_the_document_is_about_the_jurisdiction_that_it_names_most() -> None:
    text = "Norway raised duties. Norway and Sweden met in Oslo. Norway spoke."
    assert short(main_jurisdiction(read(text)) or "") == "NO"


def test_of_two_jurisdictions_named_equally_often_none_leads() -> None:
    assert main_jurisdiction(read("Norway and Sweden met.")) is None


@pytest.mark.parametrize(
    ("doc_type", "issuer"),
    [
        pytest.param("official", "NO", id="an-official-text-speaks-for-its-jurisdiction"),
        pytest.param("news", "", id="news-is-issued-by-nobody"),
    ],
)
def test_an_official_text_has_an_issuer(doc_type: str, issuer: str) -> None:
    analysis = read("Norway raises its duty on cheese.", doc_type=doc_type)
    assert short(find_issuer(analysis) or "") == issuer
