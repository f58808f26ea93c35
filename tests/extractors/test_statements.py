"""Who said what on trade, in which words, where and when."""

from __future__ import annotations

import pytest

from tradegraph.model import Statement

from .telling import tell

REPORTED = (
    pytest.param(
        "Kari Vold said on Monday that the duty on cheese would stay in place.",
        ["kari-vold: reported on 2025-05-26"],
        id="said-indirect",
    ),
    pytest.param(
        "According to Kari Vold, the duty on cheese will stay in place.",
        ["kari-vold: reported"],
        id="according-to",
    ),
    pytest.param(
        "Kari Vold told Fox News that the duty on cheese would stay in place.",
        ["kari-vold: reported in fox-news"],
        id="told-outlet",
    ),
    pytest.param(
        "Nils Berg criticised the duty on cheese.", ["nils-berg: reported"], id="criticised"
    ),
    pytest.param(
        "Kari Vold visited Oslo. She said the duty on cheese would stay in place.",
        ["kari-vold: reported"],
        id="pronoun-speaker",
    ),
    pytest.param(
        "China said the tariffs on its goods were a mistake.",
        ["CN: reported"],
        id="country-as-speaker",
    ),
    pytest.param(
        "Chinese officials said the tariffs on their goods were a mistake.",
        ["cn-officials: reported"],
        id="officials-as-speaker",
    ),
    pytest.param(
        "The Trump administration said the tariffs on steel would stay in place.",
        ["us-administration-trump-2: reported"],
        id="administration-speaks",
    ),
)


@pytest.mark.parametrize(("text", "told"), REPORTED)
def test_a_clause_of_speech_is_reported(text: str, told: list[str]) -> None:
    assert tell(text, Statement) == told


QUOTED = (
    pytest.param(
        "“The duty on cheese will stay in place,” Kari Vold said on Monday.",
        ["kari-vold: The duty on cheese will stay in place on 2025-05-26"],
        id="quote-then-speaker",
    ),
    pytest.param(
        "Kari Vold said: “The duty on cheese will stay in place.”",
        ["kari-vold: The duty on cheese will stay in place"],
        id="speaker-then-quote",
    ),
    pytest.param(
        "“The duty on cheese will stay,” Kari Vold said. “It helps our farmers a lot.”",
        ["kari-vold: The duty on cheese will stay / It helps our farmers a lot"],
        id="speaker-in-the-middle",
    ),
    pytest.param(
        "“The duty on cheese will stay.” “We will not cut it,” Kari Vold said.",
        ["kari-vold: The duty on cheese will stay / We will not cut it"],
        id="quote-before-named-in-next-sentence",
    ),
    pytest.param(
        "Growers Union: “We welcome the duty on cheese.”",
        ["growers-union: We welcome the duty on cheese"],
        id="colon-line",
    ),
    pytest.param(
        "Kari Vold called the duty on cheese “a big win for farmers.”",
        ["kari-vold: a big win for farmers"],
        id="fragment",
    ),
    pytest.param(
        '"The duty on cheese will stay in place," Kari Vold said.',
        ["kari-vold: The duty on cheese will stay in place"],
        id="straight-quotes",
    ),
)


@pytest.mark.parametrize(("text", "told"), QUOTED)
def test_words_in_quotation_marks_are_their_speakers(text: str, told: list[str]) -> None:
    assert tell(text, Statement) == told


TURNS = (
    pytest.param(
        "“The duty on cheese will stay,” Kari Vold said. “We will not cut it this year.”",
        ["kari-vold: The duty on cheese will stay / We will not cut it this year"],
        id="turn-of-two-quotes",
    ),
    pytest.param(
        (
            "Kari Vold said the duty on cheese would stay in place. Nils Berg said the duty "
            "on cheese was a mistake."
        ),
        ["kari-vold: reported", "nils-berg: reported"],
        id="two-speakers-two-statements",
    ),
)


@pytest.mark.parametrize(("text", "told"), TURNS)
def test_a_turn_is_one_statement(text: str, told: list[str]) -> None:
    assert tell(text, Statement) == told


NONE = (
    pytest.param("Kari Vold said the weather in Oslo was fine today.", [], id="not-on-trade"),
    pytest.param(
        "Analysts said the duty on cheese would rise again.", [], id="analysts-are-no-speakers"
    ),
    pytest.param(
        "Norway imposed a “fair trade” duty on cheese.",
        [],
        id="name-in-quotation-marks-is-no-speech",
    ),
    pytest.param("Kari Vold did not say that the duty on cheese would stay.", [], id="did-not-say"),
)


@pytest.mark.parametrize(("text", "told"), NONE)
def test_what_is_no_speech_on_trade_is_left_out(text: str, told: list[str]) -> None:
    assert tell(text, Statement) == told
