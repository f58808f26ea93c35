"""Every fact quotes its passage, and a measure told twice is one fact with both."""

from __future__ import annotations

import pytest

from tradegraph.extractors import BUILT_IN, extract_facts
from tradegraph.model import MeasureEvent, Ruling, Stay

from .telling import facts_in, read

STORY = (
    "Norwegian Trade Minister Kari Vold said on Monday that Norway will impose a 12% duty on "
    "Swedish cheese. “We cannot wait,” Vold said.\n\n"
    "Norway and Sweden held talks in Geneva. The talks have stalled."
)
PASSAGES = (
    pytest.param(
        "Kari Vold said Norway would cut its duty on cheese.",
        MeasureEvent,
        ["Norway would cut its duty on cheese"],
        id="what-is-said-without-who-says-it",
    ),
    pytest.param(
        "The US Court of International Trade struck down the tariffs.",
        Ruling,
        ["The US Court of International Trade struck down the tariffs."],
        id="a-whole-sentence",
    ),
)


@pytest.mark.parametrize(("text", "kind", "quoted"), PASSAGES)
def test_the_passage_is_the_clause_that_states_the_fact(
    text: str, kind: type, quoted: list[str]
) -> None:
    facts = [fact for fact in facts_in(text) if isinstance(fact.content, kind)]
    spans = [fact.evidence[0] for fact in facts]
    assert [text[span.begin : span.end] for span in spans] == quoted


def test_every_passage_lies_in_the_text_and_begins_with_a_word_or_mark() -> None:
    facts = facts_in(STORY)
    assert len(facts) >= 5
    for fact in facts:
        for span in fact.evidence:
            quoted = STORY[span.begin : span.end]
            assert quoted == quoted.strip(" ,;:—–-\t\n") != ""


def test_a_measure_told_twice_is_one_fact_with_two_passages() -> None:
    text = "Norway raised its duty on Swedish cheese. Norway raised its duty on cheese to 12%."
    (fact,) = (fact for fact in facts_in(text) if isinstance(fact.content, MeasureEvent))
    assert len(fact.evidence) == 2
    assert isinstance(fact.content, MeasureEvent)
    assert fact.content.rate is not None


def test_a_stay_told_twice_is_told_once() -> None:
    text = (
        "The US Court of International Trade struck down the tariffs. The Court of Appeals for "
        "the Federal Circuit stayed the ruling on Thursday. The stay by the Court of Appeals for "
        "the Federal Circuit came on Thursday."
    )
    assert sum(isinstance(fact.content, Stay) for fact in facts_in(text)) == 1


def test_each_family_of_facts_can_be_read_alone() -> None:
    for name, extractor in BUILT_IN.items():
        extract_facts(read(STORY), {name: extractor})


def test_the_same_text_gives_the_same_facts() -> None:
    assert facts_in(STORY) == facts_in(STORY)


@pytest.mark.parametrize("text", ["", " \n ", "Hm.", "25%", "“”", "Tariffs!", "," * 50])
def test_a_text_that_says_nothing_gives_no_fact(text: str) -> None:
    assert facts_in(text) == ()


def test_a_text_without_a_date_gives_no_relative_dates() -> None:
    text = "Norway imposed a 12% duty on Swedish cheese on Monday."
    (fact,) = facts_in(text, published=None)
    assert isinstance(fact.content, MeasureEvent)
    assert fact.content.when is None
