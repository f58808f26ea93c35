"""Looking things up in what was read, and promises that hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_registry import read_text

from tradegraph.language.analysis import Analysis
from tradegraph.model import Span
from tradegraph.vocabulary import ID

TEXT = (
    "Rolf Thane, trade minister of Arcadia, said on Thursday: “We will raise the duty on steel "
    "from 10% to 25%.” Velmora will answer within 30 days."
)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return read_text(TEXT)


def place(words: str) -> Span:
    """Where these words stand in the text."""
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


def test_the_words_of_a_span_are_those_that_begin_in_it(analysis: Analysis) -> None:
    assert [t.text for t in analysis.tokens_in(place("trade minister of"))] == [
        "trade",
        "minister",
        "of",
    ]


def test_the_head_of_a_phrase_is_the_word_that_the_others_depend_on(analysis: Analysis) -> None:
    head = analysis.head_of(place("the duty"))
    assert head is not None
    assert head.text == "duty"
    assert analysis.head(head).text == "raise"
    assert analysis.subtree_span(head).begin == place("the duty").begin


def test_a_sentence_is_found_by_place(analysis: Analysis) -> None:
    sentence = analysis.sentence_at(place("answer").begin)
    assert sentence is not None
    assert analysis.text(sentence.span).startswith("Velmora")
    assert analysis.sentence_tokens(sentence)[0].text == "Velmora"


def test_the_way_up_ends_at_the_root(analysis: Analysis) -> None:
    token = analysis.tokens_in(place("steel"))[0]
    way = list(analysis.ancestors(token))
    assert way[-1].head == way[-1].index
    assert token in list(analysis.subtree(way[-1]))


def test_rates_dates_and_mentions_are_found_by_place(analysis: Analysis) -> None:
    first, second = (sentence.span for sentence in analysis.sentences)
    assert [m.rate.low for m in analysis.rates_in(first)] == [10, 25]
    assert analysis.rates_in(second) == []
    assert [analysis.text(m.span) for m in analysis.dates_in(first)] == ["Thursday"]
    assert [m.kind for m in analysis.mentions_in(first, "Person")] == ["Person"]
    assert {m.kind for m in analysis.mentions_in(second)} == {"Country"}


def test_a_word_knows_its_mention(analysis: Analysis) -> None:
    token = analysis.tokens_in(place("Thane"))[0]
    mention = analysis.mention_at(token)
    assert mention is not None
    assert mention.entity == f"{ID}person/rolf-thane"
    assert analysis.mention_at(analysis.tokens_in(place("said"))[0]) is None


def test_words_in_a_quotation_know_it(analysis: Analysis) -> None:
    quotation = analysis.in_quotation(place("the duty on steel"))
    assert quotation is not None
    assert analysis.text(quotation.span).startswith("“We")
    assert analysis.in_quotation(place("on Thursday")) is None
    assert analysis.in_quotation(quotation.span) is None


def test_a_word_evokes_what_the_lexicon_says(analysis: Analysis) -> None:
    raise_, duty = (analysis.tokens_in(place(word))[0] for word in ("raise", "duty"))
    assert analysis.concepts(raise_) == ("event-increase",)
    assert analysis.evokes(raise_, "event") == "increase"
    assert analysis.evokes(raise_, "modality") is None
    assert analysis.is_word(duty, "measure-noun")
    assert not analysis.is_word(duty, "office-noun", "event-noun")


def test_an_entity_belongs_to_its_jurisdiction(analysis: Analysis) -> None:
    assert analysis.jurisdiction(f"{ID}body/xa-customs") == f"{ID}country/XA"
    assert analysis.kind(f"{ID}body/xa-customs") == "GovernmentBody"
    assert analysis.kind(f"{ID}body/nobody") == ""
    assert analysis.jurisdiction(f"{ID}body/nobody") is None


def test_a_person_new_in_the_text_has_no_jurisdiction_of_their_own() -> None:
    analysis = read_text("Tarek Vello, a spokesman, met Rolf Thane.")
    person = f"{ID}person/tarek-vello"
    assert analysis.kind(person) == "Person"
    assert analysis.jurisdiction(person) is None
    assert analysis.local_jurisdiction(person) is None
    analysis.offices[person] = f"{ID}office/xb-trade-minister"
    assert analysis.local_jurisdiction(person) == f"{ID}country/XB"


def test_a_place_without_words_is_looked_up_by_what_stands_before(analysis: Analysis) -> None:
    gap = Span(place("Thane,").begin + 5, place("Thane,").begin + 5)
    head = analysis.head_of(gap)
    assert head is not None
    assert head.text == ","
    assert read_text("").sentence_at(0) is None
    assert read_text("").token_at(5) is None


# Pieces that rules look for, between characters of all kinds.
PIECES = (
    "Arcadia", "Rolf Thane", "trade minister", "25%", " from 10% to", "on Thursday", "May 12, 2024",
    "“", "”", "‘", "’s", '"', "$5bn", "90 days", "\n", "\r\n", "date 2025-05-30 ", "A.R.", " in ",
    "raise", "steel", ". ", "\u2028", "\x00", "\ud83d", "e\u0301", "\U0001f6a2", "１２%", "²",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=14).map("".join)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(TEXTS)
def test_whatever_the_text_every_span_lies_in_it_and_quotes_it(text: str) -> None:
    analysis = read_text(text)
    spans = [
        token_span for token in analysis.tokens for token_span in [Span(token.begin, token.end)]
    ]
    for found in (
        analysis.mentions,
        analysis.dates,
        analysis.rates,
        analysis.moneys,
        analysis.durations,
        analysis.quotations,
        analysis.sentences,
    ):
        spans += [each.span for each in found]
    for span in spans:
        assert 0 <= span.begin < span.end <= len(text)
        assert analysis.text(span) == text[span.begin : span.end] != ""
    for token in analysis.tokens:
        assert token.text == text[token.begin : token.end].replace("\ud83d", "\ufffd")
    for date in analysis.dates:
        assert date.past.first <= date.past.last
        assert date.future.first <= date.future.last
