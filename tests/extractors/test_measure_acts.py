"""What official texts tell by being issued, and by citing earlier acts."""

from __future__ import annotations

from datetime import date

import pytest

from tradegraph.extractors import extract_facts
from tradegraph.model import MeasureEvent

from .telling import read, show

SIGNED = date(2026, 2, 20)


def tell(text: str, doc_type: str = "executive-order") -> list[str]:
    """Return the lines of the measure events of an official text of that day."""
    analysis = read(text, SIGNED, doc_type)
    facts = extract_facts(analysis)
    return [show(fact) for fact in facts if isinstance(fact.content, MeasureEvent)]


ACTS = (
    pytest.param(
        "The United States imposes a 12 percent duty on rice from Sweden.",
        ["imposition US>SE rice 12% on 2026-02-20"],
        id="present",
    ),
    pytest.param(
        "The duty on rice from Sweden shall be 12 percent in the United States.",
        ["imposition US>SE rice 12% on 2026-02-20"],
        id="shall-in-an-order-enacts",
    ),
    pytest.param(
        "The United States imposed a 12 percent duty on rice from Sweden.",
        ["imposition US>SE rice 12%"],
        id="past-is-told-not-done",
    ),
    pytest.param(
        "In May 2025 the United States imposed a 12 percent duty on rice from Sweden.",
        ["imposition US>SE rice 12% on 2025-05-01..2025-05-31"],
        id="own-date",
    ),
    pytest.param(
        (
            "By section 338 of the Tariff Act of 1930 the President may act. "
            "The United States imposes a 12 percent duty on rice from Sweden."
        ),
        ["imposition US>SE rice under s338 12% on 2026-02-20"],
        id="the-one-power-cited",
    ),
)


@pytest.mark.parametrize(("text", "told"), ACTS)
def test_an_official_text_acts_on_its_own_day(text: str, told: list[str]) -> None:
    assert tell(text) == told


def test_a_statement_only_promises_what_shall_be() -> None:
    text = "The United States shall impose a 12 percent duty on rice from Sweden."
    assert tell(text, "official") == ["planned: imposition US>SE rice 12% on 2026-02-20"]


ENACTED = (
    pytest.param(
        "Importers of rice from Sweden shall pay a US duty of 12 percent.",
        "official",
        "imposition",
        id="a-notice-to-the-trade",
    ),
    pytest.param(
        "The President has determined that rice shall no longer be subject to US duties.",
        "press-release",
        "exemption",
        id="a-release-tells-what-is-decided",
    ),
    pytest.param(
        "I set forth a list of goods that should not be subject to US duties.",
        "executive-order",
        "exemption",
        id="a-list-of-goods-to-be-spared",
    ),
    pytest.param(
        "The order provided that US duties do not apply to rice from Sweden.",
        "executive-order",
        "exemption",
        id="an-order-that-provided",
    ),
)


@pytest.mark.parametrize(("text", "doc_type", "event"), ENACTED)
def test_what_an_authority_decides_is_so(text: str, doc_type: str, event: str) -> None:
    assert [line.split()[0] for line in tell(text, doc_type)] == [event]


def test_a_recital_is_dated_by_the_act_that_it_cites() -> None:
    text = (
        "In Executive Order 14194, the United States decided to impose a 12 percent duty "
        "on rice from Sweden."
    )
    told = tell(text)
    assert told
    assert all(line.endswith("12% on 2025-02-01") for line in told)


def test_news_does_not_act_on_its_day() -> None:
    told = tell("The United States imposes a 12 percent duty on rice from Sweden.", "news")
    assert told == ["imposition US>SE rice 12%"]


RECITALS = (
    pytest.param(
        "In Executive Order 14194 of February 1, 2025 (Imposing Duties), I acted.",
        ["imposition US> of us-fentanyl-mx-2025 on 2025-02-01"],
        id="title-in-parentheses",
    ),
    pytest.param(
        "Proclamation 9705 of March 8, 2018 (Adjusting Imports of Steel Into the United States)",
        ["imposition US> of us-s232-steel on 2018-03-08"],
        id="proclamation",
    ),
    pytest.param("Executive Order 14194 is amended.", [], id="no-title"),
    pytest.param(
        "In Executive Order 14259 of April 8, 2025 (Amendment to Duties), I acted.",
        [],
        id="an-amendment-begins-no-programme",
    ),
)


@pytest.mark.parametrize(("text", "told"), RECITALS)
def test_a_cited_title_tells_what_the_act_began(text: str, told: list[str]) -> None:
    assert tell(text) == told
