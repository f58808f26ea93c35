"""Facts by a language model: what is kept of its answers, what is dropped, what it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from llm.speaking import fail, say, say_facts, serve
from tradegraph.errors import EngineError
from tradegraph.extractors import extract_facts
from tradegraph.language import Analysis, analyse
from tradegraph.llm import LlmExtractor
from tradegraph.llm.answers import locate_quote
from tradegraph.llm.extractor import LONGEST_PART, split_text
from tradegraph.llm.settings import Settings
from tradegraph.model import Document, Fact, MeasureEvent, OfficeHolding, Span
from tradegraph.registry import load_registry

pytest.importorskip("openai", reason="needs the extra llm")

TEXT = (
    "Norway put a 12 percent duty on Swedish herring on Monday. Trade Minister Ada Lund was glad."
)
DUTY: dict[str, object] = {
    "type": "MeasureEvent",
    "kind": "imposition",
    "imposer": ["NO"],
    "target": ["SE"],
    "product": ["herring"],
    "rate": {"low": 12, "high": 12, "qualifier": "exact"},
    "date": ["2025-05-26", "2025-05-26"],
    "modality": "asserted",
    "evidence": "Norway put a 12 percent duty on Swedish herring",
}


def read(text: str = TEXT) -> Analysis:
    return analyse(Document(text, ("herring",), date(2025, 5, 30)), load_registry())


def ask(extractor: LlmExtractor, text: str = TEXT) -> list[Fact]:
    return list(extractor(read(text)))


def listen(url: str, **settings: object) -> LlmExtractor:
    return LlmExtractor(Settings(url, "scripted", **settings))  # type: ignore[arg-type]


@pytest.fixture
def told() -> Iterator[list[Fact]]:
    """What is made of an answer with a duty and an office."""
    holding: dict[str, object] = {
        "type": "OfficeHolding",
        "person": "Ada Lund",
        "office": "Trade Minister",
        "of": "Norway",
        "modality": "asserted",
        "evidence": "Trade Minister Ada Lund",
    }
    with serve(say_facts(DUTY, holding)) as script:
        yield ask(listen(script.url))


def test_fact_of_the_model_has_its_roles_and_its_passage(told: list[Fact]) -> None:
    duty = told[0]
    assert isinstance(duty.content, MeasureEvent)
    assert [iri[-2:] for iri in duty.content.measure.imposers] == ["NO"]
    assert [iri[-2:] for iri in duty.content.measure.targets] == ["SE"]
    assert duty.content.rate is not None
    assert duty.content.rate.low == 12
    assert duty.content.when is not None
    assert duty.content.when.first == date(2025, 5, 26)
    assert TEXT[duty.evidence[0].begin : duty.evidence[0].end] == DUTY["evidence"]
    assert duty.extractor == "llm"


def test_person_nobody_knows_is_introduced_by_the_document(told: list[Fact]) -> None:
    holding = told[1].content
    assert isinstance(holding, OfficeHolding)
    assert holding.person.endswith("/person/ada-lund")


def test_question_holds_the_text_its_day_and_the_schema() -> None:
    with serve(say_facts()) as script:
        ask(listen(script.url))
    asked = script.asked[0]
    assert asked["temperature"] == 0
    assert "12 percent duty on Swedish herring" in str(asked["messages"])
    assert "2025-05-30" in str(asked["messages"])
    assert "NegotiationState" in str(asked["response_format"])


@pytest.mark.parametrize(
    ("saying", "why"),
    [
        pytest.param(
            say_facts(DUTY | {"evidence": "Norway put a 15 percent duty on Swedish herring"}),
            "a quote that is not in the text",
            id="quote-not-in-text",
        ),
        pytest.param(say_facts(DUTY | {"imposer": None}), "a fact that lacks a role", id="role"),
        pytest.param(say_facts(DUTY | {"kind": "boost"}), "a fact that lacks a role", id="code"),
        pytest.param(say_facts(DUTY | {"type": "Boast"}), "a fact of no known type", id="type"),
        pytest.param(
            say_facts(DUTY | {"imposer": ["Atlantis"]}),
            "a name that nobody bears here",
            id="unknown-name",
        ),
        pytest.param(say('{"facts": [{"type"'), "the answer is no JSON of facts", id="malformed"),
        pytest.param(say("[" * 5000), "the answer is no JSON of facts", id="deeply-nested"),
        pytest.param(say("I would rather not."), "the answer is no JSON of facts", id="prose"),
        pytest.param(
            say(None, refusal="no politics"), "the model refused: no politics", id="refusal"
        ),
        pytest.param(
            say("{", finish_reason="length"), "the answer was cut off at its longest", id="cut"
        ),
    ],
)
def test_what_the_text_does_not_bear_out_is_dropped_and_counted(
    saying: dict[str, object], why: str
) -> None:
    with serve(saying) as script:
        extractor = listen(script.url)
        assert ask(extractor) == []
    assert extractor.usage.dropped == {why: 1}
    assert f"1 dropped: {why}" in extractor.report()


def test_answer_in_a_code_fence_is_read() -> None:
    with serve(say_facts(DUTY)) as script:
        body = script.sayings[0]["body"]
        assert isinstance(body, dict)
        message = body["choices"][0]["message"]
        message["content"] = f"```json\n{message['content']}\n```"
        assert len(ask(listen(script.url))) == 1


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("duty on Swedish\nherring", "duty on Swedish herring"),
        ('the "sea" toll', "the “sea” toll"),
        ("the sea toll", None),
        ("toll", None),
    ],
    ids=["line-break", "quotation-marks", "other-words", "too-short"],
)
def test_quote_is_found_where_only_blanks_and_marks_differ(quote: str, found: str | None) -> None:
    text = "A duty on Swedish herring, the “sea” toll, came."
    span = locate_quote(quote, text, Span(0, len(text)))
    assert (text[span.begin : span.end] if span else None) == found


def test_overloaded_endpoint_is_asked_again() -> None:
    with serve(fail(503), say_facts(DUTY)) as script:
        assert len(ask(listen(script.url))) == 1
    assert len(script.asked) == 2


def test_question_is_paid_for_once(tmp_path: Path) -> None:
    with serve(say_facts(DUTY)) as script:
        first = ask(listen(script.url, cache=tmp_path))
        extractor = listen(script.url, cache=tmp_path, prices=(1.0, 2.0))
        assert ask(extractor) == first
    assert len(script.asked) == 1
    assert extractor.report().startswith("0 requests, 1 remembered; 0 tokens sent")


def test_damaged_cache_is_asked_over(tmp_path: Path) -> None:
    with serve(say_facts(DUTY)) as script:
        ask(listen(script.url, cache=tmp_path))
        for file in tmp_path.iterdir():
            file.write_text("{", "utf-8")
        assert len(ask(listen(script.url, cache=tmp_path))) == 1
    assert len(script.asked) == 2


def test_cost_is_counted_by_tokens() -> None:
    with serve(say_facts()) as script:
        extractor = listen(script.url, prices=(10.0, 20.0))
        ask(extractor)
    assert extractor.report().endswith("100 tokens sent, 10 received; 0 facts; 0.0012 US dollars")


@pytest.mark.parametrize(
    ("saying", "settings", "what"),
    [
        pytest.param(say_facts() | {"late": 1}, {"timeout": 0.05}, "no answer within", id="late"),
        pytest.param(fail(401), {}, "status 401", id="key"),
    ],
)
def test_failing_endpoint_is_reported_and_the_rules_go_on(
    saying: dict[str, object], settings: dict[str, object], what: str
) -> None:
    troubles: list[EngineError] = []
    with serve(saying) as script:
        extractor = listen(script.url, **settings)
        facts = extract_facts(
            read(), {"llm": extractor, "one": lambda _: [Fact(FACT, (Span(0, 6),))]}, troubles
        )
    assert [fact.content for fact in facts] == [FACT]
    assert what in str(troubles[0])
    assert str(troubles[0]).startswith("herring: extractor llm: ")


FACT = OfficeHolding("https://w3id.org/tradegraph/id/person/x", "https://w3id.org/x")


def test_endpoint_that_is_not_there_is_named() -> None:
    with pytest.raises(EngineError, match=r"http://127\.0\.0\.1:9"):
        ask(listen("http://127.0.0.1:9/v1"))


def test_long_text_is_asked_about_in_parts_of_whole_sentences() -> None:
    text = "Norway put a duty on herring. " * 600 + "Sweden " * 2000
    parts = list(split_text(read(text)))
    assert all(part.end - part.begin <= LONGEST_PART for part in parts)
    assert text[parts[0].begin :].startswith("Norway")
    assert text[parts[0].begin : parts[0].end].rstrip().endswith(".")
    assert parts[-1].end >= len(text.rstrip())
