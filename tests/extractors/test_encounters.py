"""Talks, meetings, calls, signings and interviews."""

from __future__ import annotations

import pytest

from tradegraph.extractors import extract_facts
from tradegraph.model import Encounter

from .telling import read, tell

TALKS = (
    pytest.param(
        "Norway and Sweden held talks in Geneva on Monday.",
        ["talks NO+SE in geneva on 2025-05-26"],
        id="talks-held",
    ),
    pytest.param(
        "US-China trade talks took place in Geneva.",
        ["talks CN+US in geneva"],
        id="talks-noun-with-pair",
    ),
    pytest.param(
        "Norway and Sweden will hold talks in Oslo next week.",
        ["planned: talks NO+SE in oslo on 2025-06-02..2025-06-08"],
        id="talks-next-week",
    ),
    pytest.param(
        "The second round of talks between Norway and Sweden took place in Oslo.",
        ["talks NO+SE in oslo"],
        id="round-of-talks",
    ),
)


@pytest.mark.parametrize(("text", "told"), TALKS)
def test_talks_are_told_with_place_or_time(text: str, told: list[str]) -> None:
    assert tell(text, Encounter) == told


MEETINGS = (
    pytest.param(
        (
            "Norway's trade minister Kari Vold met Swedish Trade Minister Nils Berg in Oslo "
            "on Thursday."
        ),
        ["meeting kari-vold+nils-berg in oslo on 2025-05-29"],
        id="meeting-of-two",
    ),
    pytest.param(
        "Scott Bessent will meet Japanese officials in Washington on Friday.",
        ["planned: meeting jp-officials+scott-bessent in washington-dc on 2025-05-30"],
        id="meeting-planned",
    ),
    pytest.param(
        "A meeting between Donald Trump and Xi Jinping was held in Geneva.",
        ["meeting donald-trump+xi-jinping in geneva"],
        id="meeting-noun",
    ),
    pytest.param(
        "President Donald Trump spoke by phone with Chinese President Xi Jinping on Thursday.",
        ["call donald-trump+xi-jinping on 2025-05-29"],
        id="call-with",
    ),
    pytest.param(
        "A call between Donald Trump and Xi Jinping may be needed to reach a deal.",
        ["possible: call donald-trump+xi-jinping"],
        id="call-noun-possible",
    ),
    pytest.param(
        "The Norwegian government met Chinese officials in Oslo on Monday.",
        ["meeting NO+cn-officials in oslo on 2025-05-26"],
        id="governments-met",
    ),
    pytest.param(
        "Chinese negotiators will meet Scott Bessent in Geneva next week.",
        ["planned: meeting cn-negotiators+scott-bessent in geneva on 2025-06-02..2025-06-08"],
        id="negotiators-will-meet",
    ),
    pytest.param(
        "Boris Johnson dined with Ursula von der Leyen in Brussels on Monday.",
        ["meeting boris-johnson+ursula-von-der-leyen in brussels on 2025-05-26"],
        id="dined",
    ),
)


@pytest.mark.parametrize(("text", "told"), MEETINGS)
def test_those_who_meet_or_call_take_part(text: str, told: list[str]) -> None:
    assert tell(text, Encounter) == told


OTHERS = (
    pytest.param(
        "The agreement was signed last week between Norway and Sweden.",
        ["signing NO+SE on 2025-05-19..2025-05-25"],
        id="signing-by-two",
    ),
    pytest.param(
        "Donald Trump signed a trade deal on Monday.",
        ["signing donald-trump on 2025-05-26"],
        id="signing-of-a-deal",
    ),
    pytest.param(
        "Kari Vold signed an order on tariffs on Monday.", [], id="an-order-is-signed-by-one"
    ),
    pytest.param(
        "Kari Vold told Bloomberg Television in an interview that the duty would stay.",
        ["interview bloomberg-television+kari-vold"],
        id="told-in-an-interview",
    ),
    pytest.param(
        "American and Chinese officials met in Geneva on Monday.",
        ["meeting cn-officials+us-officials in geneva on 2025-05-26"],
        id="officials-of-two-countries",
    ),
    pytest.param(
        "The Norwegian and Swedish governments met in Oslo on Wednesday.",
        ["meeting NO+SE in oslo on 2025-05-28"],
        id="two-governments",
    ),
    pytest.param(
        "Scott Bessent said in an interview with Fox News on Thursday that tariffs would stay.",
        ["interview fox-news+scott-bessent on 2025-05-29"],
        id="interview-full-name",
    ),
)


@pytest.mark.parametrize(("text", "told"), OTHERS)
def test_signings_and_interviews_are_encounters(text: str, told: list[str]) -> None:
    assert tell(text, Encounter) == told


NONE = (
    pytest.param(
        "Norway and Sweden held no talks on the tariffs.",
        ["denied: not talks NO+SE"],
        id="no-talks",
    ),
    pytest.param("Kari Vold met nobody.", [], id="alone-is-no-meeting"),
    pytest.param(
        "Norway and Sweden did not meet in Oslo.",
        ["denied: not meeting NO+SE in oslo"],
        id="cancelled",
    ),
)


@pytest.mark.parametrize(("text", "told"), NONE)
def test_what_did_not_take_place_is_denied_or_left_out(text: str, told: list[str]) -> None:
    assert tell(text, Encounter) == told


TOGETHER = (
    pytest.param(
        "A call between Donald Trump and Norwegian Trade Minister Kari Vold lasted an hour.",
        ["call donald-trump+kari-vold"],
        id="a-name-before-a-title",
    ),
    pytest.param(
        "Scott Bessent and Swedish Finance Minister Nils Berg met in Oslo.",
        ["meeting nils-berg+scott-bessent in oslo"],
        id="two-who-met",
    ),
    pytest.param(
        "Ministers Kari Vold and Nils Berg met in Oslo.",
        ["meeting kari-vold+nils-berg in oslo"],
        id="one-title-for-two",
    ),
    pytest.param(
        "Donald Trump held talks with President Xi Jinping in Geneva.",
        ["talks donald-trump+xi-jinping in geneva"],
        id="a-title-before-a-family-name",
    ),
)


@pytest.mark.parametrize(("text", "told"), TOGETHER)
def test_all_who_are_named_together_take_part(text: str, told: list[str]) -> None:
    assert tell(text, Encounter) == told


SITTINGS = (
    pytest.param(
        "The latest round of talks between Norway and Sweden ended without a result.",
        ["talks NO+SE"],
        id="a-round",
    ),
    pytest.param(
        "After talks with Norway, Sweden cut the duty on fish.", ["talks NO+SE"], id="after-talks"
    ),
    pytest.param(
        "Norway and Sweden wound up two days of negotiations without a text.",
        ["talks NO+SE"],
        id="days-of-negotiations",
    ),
    pytest.param("Norway answered the latest round of Swedish tariffs.", [], id="tariff-round"),
    pytest.param("After weeks of negotiations Norway and Sweden agreed.", [], id="weeks-of-talks"),
    pytest.param("Talks between Norway and Sweden broke down on Monday.", [], id="broken-down"),
    pytest.param("Norway wants to resume talks with Sweden.", [], id="to-be-resumed"),
)


@pytest.mark.parametrize(("text", "told"), SITTINGS)
def test_one_sitting_of_talks_is_an_encounter(text: str, told: list[str]) -> None:
    assert tell(text, Encounter) == told


ARRANGED = (
    pytest.param(
        "Kari Vold is in Oslo today to meet Nils Berg, the Swedish trade minister.",
        ["planned: meeting kari-vold+nils-berg in oslo on 2025-05-30"],
        id="purpose-of-a-journey",
    ),
    pytest.param(
        "The duty will stay until Kari Vold, the trade minister, meets Nils Berg, a Swedish envoy.",
        ["planned: meeting kari-vold+nils-berg"],
        id="until-they-meet",
    ),
    pytest.param(
        "Donald Trump has a call scheduled with Xi Jinping.",
        ["planned: call donald-trump+xi-jinping"],
        id="a-call-scheduled",
    ),
    pytest.param(
        "The White House has lined up a meeting between Donald Trump and Xi Jinping.",
        ["planned: meeting donald-trump+xi-jinping"],
        id="lined-up",
    ),
    pytest.param(
        "Two days of talks between Norway and Sweden failed to settle the dispute.",
        ["talks NO+SE"],
        id="held-though-they-failed",
    ),
    pytest.param(
        "Finance ministers of the Group of Seven meet in London on Friday.",
        ["planned: meeting g7-finance-ministers in london on 2025-05-30"],
        id="a-group-in-the-timetable",
    ),
)


@pytest.mark.parametrize(("text", "told"), ARRANGED)
def test_a_meeting_arranged_is_to_come(text: str, told: list[str]) -> None:
    assert tell(text, Encounter) == told


ATTENDING = (
    pytest.param(
        "A Swedish delegation led by Nils Berg met Kari Vold in Oslo.",
        ["meeting kari-vold+nils-berg in oslo"],
        id="who-leads-a-delegation",
    ),
    pytest.param(
        "My call with Nils Berg went well, Donald Trump said on Monday.",
        ["call donald-trump+nils-berg"],
        id="who-says-my",
    ),
    pytest.param(
        "Norway taxes goods from Sweden. Negotiators held a call on Monday.",
        ["call NO+SE on 2025-05-26"],
        id="negotiators-of-both-sides",
    ),
    pytest.param(
        "Donald Trump met Xi Jinping in May. Their meeting in Geneva was short.",
        [
            "meeting donald-trump+xi-jinping in geneva on 2025-05-01..2025-05-31",
        ],
        id="their-meeting",
    ),
    pytest.param(
        "Kari Vold visited the White House on Monday.",
        ["delegation-visit kari-vold+us-white-house on 2025-05-26"],
        id="the-host",
    ),
    pytest.param(
        "Nils Berg will return to Oslo on Monday.",
        ["planned: delegation-visit nils-berg in oslo on 2025-06-02"],
        id="return",
    ),
    pytest.param(
        "Donald Trump has imposed many tariffs since returning to the White House.",
        [],
        id="a-term-of-office",
    ),
    pytest.param(
        "Kari Vold said that she had had no contact with Nils Berg.",
        ["denied: not talks kari-vold+nils-berg"],
        id="no-contact",
    ),
    pytest.param(
        "There have been no talks between Norway and Sweden.",
        ["denied: not talks NO+SE"],
        id="there-were-none",
    ),
    pytest.param("They are going to buy fish from Norway.", [], id="going-to-buy"),
    pytest.param(
        "Norway said it had agreed to hold a new round of trade consultations with the US.",
        ["planned: talks NO+US"],
        id="a-country-that-reads-like-a-pronoun",
    ),
    pytest.param(
        "Donald Trump called off a meeting with Xi Jinping.",
        ["denied: not meeting donald-trump+xi-jinping"],
        id="called-off",
    ),
    pytest.param(
        "Scott Bessent and Chinese Vice Premier He Lifeng met in Geneva.",
        ["meeting he-lifeng+scott-bessent in geneva"],
        id="two-subjects-of-one-verb",
    ),
    pytest.param(
        "Ursula von der Leyen and Donald Trump are scheduled to meet in Geneva.",
        ["planned: meeting donald-trump+ursula-von-der-leyen in geneva"],
        id="joined-to-a-part-of-a-name",
    ),
    pytest.param(
        "Norwegian and Swedish officials sat down for a third day of talks in Geneva.",
        ["talks no-officials+se-officials in geneva"],
        id="met-for-talks-is-one-encounter",
    ),
    pytest.param(
        "Norway held talks with Sweden on a pact that collapsed in 2023.",
        ["talks NO+SE"],
        id="the-year-of-an-earlier-event",
    ),
    pytest.param(
        "The deal was sealed on Monday in Geneva, where Donald Trump met Xi Jinping.",
        ["meeting donald-trump+xi-jinping in geneva on 2025-05-26"],
        id="place-and-day-of-the-clause-above",
    ),
)


@pytest.mark.parametrize(("text", "told"), ATTENDING)
def test_who_takes_part_where_and_when_is_understood(text: str, told: list[str]) -> None:
    assert tell(text, Encounter) == told


def test_a_group_without_a_name_is_called_as_in_the_text() -> None:
    analysis = read("Donald Trump met with his top trade advisers on Thursday.")
    facts = [fact.content for fact in extract_facts(analysis)]
    (meeting,) = (each for each in facts if isinstance(each, Encounter))
    named = [analysis.entity(iri) for iri in meeting.participants]
    assert [each.label for each in named if each] == ["Donald Trump", "his top trade advisers"]
