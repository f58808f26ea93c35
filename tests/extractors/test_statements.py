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
        "Kari Vold last week said that the duty on cheese would stay in place.",
        ["kari-vold: reported on 2025-05-19..2025-05-25"],
        id="said-in-a-week",
    ),
    pytest.param(
        "Kari Vold likened the duty on cheese to a fine.", ["kari-vold: reported"], id="likened"
    ),
    pytest.param(
        "The prime minister's office said the duty on cheese would stay.",
        ["at 0-27: reported"],
        id="an-office-as-speaker",
    ),
    pytest.param(
        "Kari Vold told “Norwood Cheese Talk” that the duty on cheese would stay in place.",
        ["kari-vold: reported"],
        id="a-title-is-no-speech",
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


GOING_ON = (
    pytest.param(
        "The trade ministry said in May that the duty on cheese would stay.\n"
        "The tariff of Iceland will fall, it added.",
        [
            "at 4-18: reported on 2025-05-01..2025-05-31",
            "at 4-18: reported on 2025-05-01..2025-05-31",
        ],
        id="it-added-is-the-speaker-before-not-the-country-in-between",
    ),
    pytest.param(
        "Kari Vold said the duty on cheese was fair.\n"
        "Donald Trump's tariffs on fish, she said, were not.",
        ["kari-vold: reported", "kari-vold: reported"],
        id="she-said-is-the-speaker-before-not-the-one-spoken-of",
    ),
    pytest.param(
        "Kari Vold said the duty on cheese was fair.\n"
        "Nils Berg disagreed: the tariff, he said, was a mistake.",
        ["kari-vold: reported", "nils-berg: reported"],
        id="he-is-the-subject-before-the-colon",
    ),
    pytest.param(
        "“The duty on cheese is fair,” Kari Vold said. Nils Berg doubts it.\n"
        "“The tariff on cheese is a mistake,” he told reporters.",
        ["kari-vold: The duty on cheese is fair", "nils-berg: The tariff on cheese is a mistake"],
        id="he-is-the-subject-of-the-sentence-between",
    ),
    pytest.param(
        "The Growers Union issued a statement.\n"
        "“The duty on cheese will stay in place,” the statement said.",
        ["growers-union: The duty on cheese will stay in place"],
        id="a-statement-speaks-for-who-issued-it",
    ),
    pytest.param(
        "Donald Trump said the duty on cheese was fair. Xi Jinping will travel to Norway.\n"
        "The president added that the tariff on wool would rise.",
        ["donald-trump: reported", "donald-trump: reported"],
        id="the-president-is-the-one-who-spoke",
    ),
    pytest.param(
        "Apple raised its prices. The company said the duty on phones was a burden.",
        ["us-apple: reported"],
        id="the-company-is-the-one-named-before",
    ),
    pytest.param(
        "Some 74 importers sent a letter on the duty on cheese.\n"
        "They warned that the tariff would hurt them.",
        ["at 0-17: reported"],
        id="they-are-the-group-before",
    ),
    pytest.param(
        "Donald Trump said the duty on cheese was fair.\n"
        "Liu He told reporters that the tariff on wool was a mistake.",
        ["donald-trump: reported", "liu-he: reported"],
        id="a-name-is-no-pronoun",
    ),
    pytest.param(
        "Norwegian officials said the duty on cheese would stay.\n"
        "“We will not cut the tariff on wool,” the officials said.",
        ["no-officials: We will not cut the tariff on wool"],
        id="the-officials-are-those-before",
    ),
    pytest.param(
        "China's Ministry of Commerce raised the duty on cheese. The ministry said on Monday "
        "that the tariff would stay in place.",
        ["cn-mofcom: reported on 2025-05-26"],
        id="the-ministry-is-the-one-named-before",
    ),
    pytest.param(
        "Norwood Growers Union (NGU) met. NGU said the duty on cheese would stay.",
        ["norwood-growers-union: reported"],
        id="an-abbreviation-is-spelled-out",
    ),
    pytest.param(
        "The tariff on cheese rose. Xu Lan, an analyst at Norwood Bank, left. "
        "Xu said the tariff on cheese would fall.",
        ["xu-lan: reported"],
        id="the-family-name-comes-first",
    ),
)


@pytest.mark.parametrize(("text", "told"), GOING_ON)
def test_a_speaker_is_taken_up_by_pronoun_or_noun(text: str, told: list[str]) -> None:
    assert tell(text, Statement) == told


AGAIN = (
    pytest.param(
        "Kari Vold said the duty on cheese was “unfair”.",
        ["kari-vold: unfair"],
        id="one-word-of-her-own",
    ),
    pytest.param(
        "Kari Vold spoke of “Cheese Day” and said the duty on cheese was a mistake.",
        ["kari-vold: reported"],
        id="a-name-in-quotation-marks",
    ),
    pytest.param(
        "China said on Monday it wanted talks on the duty on cheese.\n"
        "“We will talk about the tariff on cheese with all,” said Lin Jian, a foreign ministry "
        "spokesman of China.",
        ["lin-jian: We will talk about the tariff on cheese with all on 2025-05-26"],
        id="a-lead-speaks-for-its-ministry",
    ),
    pytest.param(
        "“The tariffs on cheese will stay where they are for good,” Kari Vold said.\n"
        "Nils Berg welcomed the tariff on wool.\n"
        "“The tariffs on cheese will stay where they are for good,” Kari Vold said.",
        [
            "kari-vold: The tariffs on cheese will stay where they are for good",
            "nils-berg: reported",
        ],
        id="the-same-words-twice",
    ),
    pytest.param(
        "Kari Vold is not amused.\n\n"
        "We will not cut the tariff on cheese. — Kari Vold (@karivold) May 24, 2025\n\n"
        "Nils Berg is.",
        ["kari-vold: We will not cut the tariff on cheese in x-platform on 2025-05-24"],
        id="an-embedded-post",
    ),
    pytest.param(
        '“The duty on cheese will stay in place," Kari Vold said.',
        ["kari-vold: The duty on cheese will stay in place"],
        id="marks-of-two-kinds",
    ),
    pytest.param(
        "Norwood Cheese and Wool Growers Association President and Chief Executive Kari Vold: "
        "“We welcome the duty on cheese.”",
        ["kari-vold: We welcome the duty on cheese"],
        id="a-long-title-before-a-colon",
    ),
)


@pytest.mark.parametrize(("text", "told"), AGAIN)
def test_a_statement_is_told_once(text: str, told: list[str]) -> None:
    assert tell(text, Statement) == told


SEVERAL = (
    pytest.param(
        "Kari Vold had warned of a tariff on wool, but Beijing said it would not change "
        "the duty on cheese.",
        ["kari-vold: reported", "CN: reported"],
        id="but",
    ),
    pytest.param(
        "While Kari Vold said that the duty on cheese would stay, Beijing argued that the tariff "
        "on wool was a mistake.",
        ["kari-vold: reported", "CN: reported"],
        id="while",
    ),
    pytest.param(
        "Kari Vold and Nils Berg said the duty on cheese would stay.",
        ["kari-vold: reported", "nils-berg: reported"],
        id="each-of-two-speakers",
    ),
    pytest.param(
        "Kari Vold said that the duty on cheese would stay and that the one on wool would fall.",
        ["kari-vold: reported"],
        id="two-clauses-of-one-statement",
    ),
    pytest.param(
        "China will defend its farmers against the tariff, Kari Vold said on Monday.",
        ["kari-vold: reported on 2025-05-26"],
        id="what-is-said-has-no-speaker-of-its-own",
    ),
    pytest.param(
        "Kari Vold said that Nils Berg promised that the duty on cheese would fall.",
        ["kari-vold: reported"],
        id="speech-in-speech",
    ),
)


PLACED = (
    pytest.param(
        "The duty on cheese will fall, said Kari Vold at the weekend.",
        ["kari-vold: reported on 2025-05-24..2025-05-25"],
        id="aside-at-the-end",
    ),
    pytest.param(
        "The duty on cheese, said Norway's trade minister, Kari Vold, should be “a signal to all”.",
        ["kari-vold: a signal to all"],
        id="aside-in-the-middle",
    ),
    pytest.param(
        "The duty on cheese was welcomed by Kari Vold and Nils Berg.",
        ["kari-vold: reported", "nils-berg: reported"],
        id="passive",
    ),
    pytest.param(
        "“The duty on cheese is a burden,” Kari Vold, a farmer from the north of Norwood, said.",
        ["kari-vold: The duty on cheese is a burden"],
        id="between-the-quotation-and-the-verb",
    ),
    pytest.param(
        "Kari Vold said the duty on cheese was fair; Nils Berg told reporters that it was not.",
        ["kari-vold: reported", "nils-berg: reported"],
        id="on-both-sides-of-a-semicolon",
    ),
    pytest.param(
        "Kari Vold on Monday called the duty on cheese a mistake.",
        ["kari-vold: reported on 2025-05-26"],
        id="day-between",
    ),
)


@pytest.mark.parametrize(("text", "told"), PLACED)
def test_a_speaker_is_found_on_either_side_of_the_verb(text: str, told: list[str]) -> None:
    assert tell(text, Statement) == told


UNTOLD = (
    pytest.param(
        "Cheese prices fell after Kari Vold warned of a tariff on wool.", [], id="clause-of-time"
    ),
    pytest.param("China announced a tariff on cheese.", [], id="a-country-announces-an-act"),
    pytest.param("Kari Vold called a conference on the tariff on cheese.", [], id="called-it"),
    pytest.param(
        "According to the Norwood Trade Institute, the tariff on cheese is 4 percent on average.",
        [],
        id="a-study",
    ),
    pytest.param(
        "The ceremony is a chance for Kari Vold to praise the duty on cheese.", [], id="a-purpose"
    ),
    pytest.param(
        "What reports on Wednesday suggested is a tariff on cheese.", [], id="a-day-says-nothing"
    ),
    pytest.param(
        "The duty on cheese rose. Shops will close early, said Ole Lie, a baker in Norwood.",
        [],
        id="somebody-of-no-office-on-something-else",
    ),
    pytest.param(
        "According to China, imports under the tariff were worth $4 billion.", [], id="a-count"
    ),
)


@pytest.mark.parametrize(("text", "told"), UNTOLD)
def test_no_words_are_told(text: str, told: list[str]) -> None:
    assert tell(text, Statement) == told


@pytest.mark.parametrize(("text", "told"), SEVERAL)
def test_each_clause_of_speech_has_its_speaker(text: str, told: list[str]) -> None:
    assert tell(text, Statement) == told


UNNAMED = (
    pytest.param(
        "People familiar with the talks said the tariff on cheese would fall.",
        ["at 0-30: reported"],
        id="informed-people",
    ),
    pytest.param(
        "One of the Norwegian officials said the tariff on cheese would fall.",
        ["no-officials: reported"],
        id="one-of-the-officials",
    ),
    pytest.param(
        "Senior Norwegian trade officials said the tariff on cheese would fall.",
        ["no-senior-trade-officials: reported"],
        id="senior-trade-officials",
    ),
    pytest.param("People in the street said the tariff on cheese would fall.", [], id="people"),
    pytest.param("According to Fox News, the duty on cheese will stay.", [], id="outlet"),
)


@pytest.mark.parametrize(("text", "told"), UNNAMED)
def test_unnamed_officials_speak_and_others_do_not(text: str, told: list[str]) -> None:
    assert tell(text, Statement) == told


DATELINES = (
    pytest.param(
        "OSLO (Reuters) - Kari Vold said on Monday that the duty on cheese would stay.",
        ["kari-vold: reported on 2025-05-26"],
        id="city-and-agency",
    ),
    pytest.param(
        "OSLO, May 30 -- China said the tariff on cheese would stay in place.",
        ["CN: reported"],
        id="city-and-day",
    ),
    pytest.param(
        "(CNN) Kari Vold said the tariff on cheese would stay in place.",
        ["kari-vold: reported"],
        id="agency",
    ),
)


@pytest.mark.parametrize(("text", "told"), DATELINES)
def test_a_dateline_does_not_speak(text: str, told: list[str]) -> None:
    assert tell(text, Statement) == told


TURNS = (
    pytest.param(
        "Kari Vold said the duty on cheese would stay. She said the duty on wool would fall.",
        ["kari-vold: reported"],
        id="reported-sentences-of-a-paragraph",
    ),
    pytest.param(
        "“The duty on cheese will stay,” Kari Vold said.\n“The duty on wool will fall,” she said.",
        ["kari-vold: The duty on cheese will stay / The duty on wool will fall"],
        id="quotations-joined-by-a-pronoun",
    ),
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
    pytest.param(
        "Kari Vold declined to say whether the duty on cheese would fall.", [], id="declined-to-say"
    ),
    pytest.param("Kari Vold threatened to raise the duty on cheese.", [], id="a-threat-to-act"),
    pytest.param("Kari Vold believes the duty on cheese will fall.", [], id="a-belief"),
)


@pytest.mark.parametrize(("text", "told"), NONE)
def test_what_is_no_speech_on_trade_is_left_out(text: str, told: list[str]) -> None:
    assert tell(text, Statement) == told
