"""How negotiations stand, and between whom."""

from __future__ import annotations

import pytest

from tradegraph.model import NegotiationState

from .telling import tell

TALKS = (
    pytest.param(
        "Trade talks between Norway and Sweden have stalled.", ["stalled NO+SE"], id="stalled"
    ),
    pytest.param(
        "Trade talks with China are a bit stalled, the United States said.",
        ["reported: stalled CN+US"],
        id="stalled-adjective",
    ),
    pytest.param(
        "Talks between Norway and Sweden are at an impasse.", ["stalled NO+SE"], id="impasse"
    ),
    pytest.param(
        "Trade talks between Norway and Sweden made progress on Monday.",
        ["advanced NO+SE on 2025-05-26"],
        id="advanced",
    ),
    pytest.param(
        "Talks between Norway and Sweden are in an advanced stage.",
        ["advanced NO+SE"],
        id="advanced-stage",
    ),
    pytest.param("Talks between Norway and Sweden continue.", ["active NO+SE"], id="active"),
    pytest.param(
        "Norway is negotiating with Sweden on fish tariffs.", ["active NO+SE"], id="negotiating"
    ),
    pytest.param(
        "Norway and Sweden will launch talks on a trade deal.",
        ["planned: planned NO+SE"],
        id="launched",
    ),
    pytest.param("Norway suspended trade talks with Sweden.", ["suspended NO+SE"], id="suspended"),
    pytest.param(
        "Norway called off trade talks with Sweden on Monday.",
        ["suspended NO+SE on 2025-05-26"],
        id="called-off",
    ),
    pytest.param(
        "Trade talks between Norway and Sweden collapsed.", ["broken-off NO+SE"], id="collapsed"
    ),
)


@pytest.mark.parametrize(("text", "told"), TALKS)
def test_talks_go_on_stall_advance_or_end(text: str, told: list[str]) -> None:
    assert tell(text, NegotiationState) == told


DEALS = (
    pytest.param(
        "Norway and Sweden are close to a trade deal.", ["deal-near NO+SE"], id="deal-near"
    ),
    pytest.param(
        "Norway and Sweden are nearing a trade deal.", ["deal-near NO+SE"], id="deal-nearing"
    ),
    pytest.param(
        "Norway and Sweden reached a trade deal on Monday.",
        ["deal-reached NO+SE on 2025-05-26"],
        id="deal-reached",
    ),
    pytest.param(
        "Norway signed a trade agreement with Sweden in May.",
        ["deal-reached NO+SE on 2025-05-01..2025-05-31"],
        id="deal-signed",
    ),
    pytest.param(
        "Norway and Sweden failed to reach a trade deal.",
        ["denied: not deal-reached NO+SE"],
        id="deal-not-reached",
    ),
    pytest.param(
        "Norway and Sweden may reach a trade deal.",
        ["possible: deal-reached NO+SE"],
        id="deal-possible",
    ),
    pytest.param(
        "Norway and Sweden are racing to reach a trade deal.",
        ["active NO+SE"],
        id="deal-sought-is-active",
    ),
    pytest.param(
        "Norway and Sweden signed an interim agreement on fish.",
        ["deal-reached NO+SE of interim agreement"],
        id="deal-named",
    ),
    pytest.param(
        "Norway and Sweden reached no deal.", ["denied: not deal-reached NO+SE"], id="no-deal"
    ),
    pytest.param(
        "A call is needed for Norway and Sweden to reach a deal.", [], id="needed-deal-is-no-deal"
    ),
)


@pytest.mark.parametrize(("text", "told"), DEALS)
def test_deals_are_near_reached_sought_or_missed(text: str, told: list[str]) -> None:
    assert tell(text, NegotiationState) == told


SPOKEN_OF = (
    pytest.param("Norway may hold talks with Sweden.", [], id="talks-that-may-be"),
    pytest.param(
        "If Norway and Sweden reach a deal, the duty will fall.", [], id="a-deal-as-condition"
    ),
    pytest.param("Norway and Sweden discussed the tariff.", [], id="a-topic-discussed"),
    pytest.param(
        "The Agreement Suspending the Duty Investigation on Sugar from Mexico remains in force.",
        [],
        id="a-participle-in-the-name",
    ),
    pytest.param("A trade agreement with Sweden would help.", [], id="a-deal-wished-for"),
    pytest.param(
        "Talks between Norway and Sweden began in May.",
        ["active NO+SE"],
        id="begun-talks-go-on",
    ),
    pytest.param(
        "The talks between Norway and Sweden made little progress.",
        ["stalled NO+SE"],
        id="little-progress",
    ),
    pytest.param(
        "Norway's trade agreement with Sweden is a step forward.",
        ["deal-reached NO+SE"],
        id="a-deal-that-they-have",
    ),
    pytest.param(
        "NAFTA talks stalled.", ["stalled CA+MX+US of NAFTA"], id="parties-of-the-named-agreement"
    ),
    pytest.param(
        "Talks over NAFTA have stalled.",
        ["stalled CA+MX+US of NAFTA"],
        id="talks-on-a-named-agreement",
    ),
    pytest.param(
        "Canada, Mexico and the United States signed the NAFTA deal.",
        ["deal-reached CA+MX+US of NAFTA"],
        id="a-name-before-the-word-deal",
    ),
    pytest.param(
        "Agreement Suspending the Antidumping Investigation of Sugar From Mexico",
        [],
        id="a-title-that-is-a-name",
    ),
    pytest.param(
        "Norway and Sweden reached a beef accord.",
        ["deal-reached NO+SE of beef accord"],
        id="a-deal-named-by-its-goods",
    ),
)


@pytest.mark.parametrize(("text", "told"), SPOKEN_OF)
def test_a_state_is_more_than_a_word_for_talks(text: str, told: list[str]) -> None:
    assert tell(text, NegotiationState) == told


PARTIES = (
    pytest.param(
        "Norway met Sweden in Oslo. The two sides reached a deal on tariffs.",
        ["deal-reached NO+SE"],
        id="both-sides",
    ),
    pytest.param(
        "Norway and Sweden tax fish. The two countries reached a deal.",
        ["deal-reached NO+SE"],
        id="two-countries",
    ),
    pytest.param(
        "The world's two largest economies reached a deal.",
        ["deal-reached CN+US"],
        id="two-largest-economies",
    ),
    pytest.param(
        "The European Union is in talks with the United States on tariffs.",
        ["active EU+US"],
        id="eu-talks",
    ),
)


@pytest.mark.parametrize(("text", "told"), PARTIES)
def test_parties_are_named_or_understood(text: str, told: list[str]) -> None:
    assert tell(text, NegotiationState) == told


NAMES = (
    pytest.param(
        "Norway and Sweden declared a 60-day truce in their trade war.",
        ["deal-reached NO+SE of 60-day truce"],
        id="truce",
    ),
    pytest.param(
        "Norway signed a free-trade agreement with Sweden.",
        ["deal-reached NO+SE of free-trade agreement"],
        id="hyphen",
    ),
    pytest.param(
        "Norway and Sweden signed a free trade agreement in May. The FTA was signed in Oslo.",
        ["deal-reached NO+SE of free trade agreement on 2025-05-01..2025-05-31"],
        id="initials-of-the-same",
    ),
    pytest.param(
        "Norway and Sweden signed an Agreement on Fair and Open Trade that cuts duties.",
        ["deal-reached NO+SE of Agreement on Fair and Open Trade"],
        id="a-title-in-capitals",
    ),
    pytest.param(
        "Norway and Sweden reached a trade deal.", ["deal-reached NO+SE"], id="no-name-of-its-own"
    ),
)


@pytest.mark.parametrize(("text", "told"), NAMES)
def test_an_agreement_is_called_by_its_kind_or_title(text: str, told: list[str]) -> None:
    assert tell(text, NegotiationState) == told


HAD = (
    pytest.param(
        "Norway is not living up to its trade deal with Sweden.",
        ["deal-reached NO+SE"],
        id="broken-but-reached",
    ),
    pytest.param(
        "The pact will build upon the agreement signed by Norway and Sweden in 2004.",
        ["deal-reached NO+SE on 2004-01-01..2004-12-31"],
        id="an-older-one",
    ),
    pytest.param(
        "Norway's trade pact with Sweden will break down barriers.",
        ["deal-reached NO+SE"],
        id="breaks-down-barriers",
    ),
    pytest.param(
        "Norway has two weeks to make a deal with Sweden on tariffs.",
        ["possible: deal-reached NO+SE"],
        id="a-goal",
    ),
    pytest.param(
        "Norway and Sweden are very close to making a deal.", ["deal-near NO+SE"], id="close-to"
    ),
    pytest.param(
        "Norway will raise tariffs on fish from Sweden if a deal is not reached.",
        [],
        id="if-none-is-reached",
    ),
    pytest.param("Norway and Sweden reached a ceasefire on their border.", [], id="truce-of-arms"),
    pytest.param(
        "Norway and Sweden agreed to a ceasefire in their tariff war.",
        ["deal-reached NO+SE of ceasefire"],
        id="truce-of-trade",
    ),
)


@pytest.mark.parametrize(("text", "told"), HAD)
def test_a_deal_that_they_have_is_told_from_one_to_come(text: str, told: list[str]) -> None:
    assert tell(text, NegotiationState) == told


AHEAD = (
    pytest.param(
        "Talks between Norway and Sweden will continue.",
        ["planned: active NO+SE"],
        id="to-go-on",
    ),
    pytest.param(
        "Norway is willing to negotiate with Sweden.",
        ["possible: planned NO+SE"],
        id="offered",
    ),
    pytest.param("Norway urged Sweden to negotiate a way out.", [], id="only-urged"),
    pytest.param(
        "A lack of progress in talks between Norway and Sweden led to the duty.",
        ["stalled NO+SE"],
        id="lack-of-progress",
    ),
    pytest.param(
        "Norway put off the duty on Swedish fish while officials hammered out a text.",
        [],
        id="put-off-is-the-duty",
    ),
    pytest.param(
        "Norway met Sweden on Monday. They could reach a deal by June.",
        ["possible: deal-reached NO+SE on 2025-06-01..2025-06-30"],
        id="they-are-both-sides",
    ),
    pytest.param("Norway called it the best deal ever agreed to.", [], id="a-side-is-missing"),
    pytest.param(
        "Norway and Sweden reached a trade deal. The deal will be signed by Norway in June.",
        ["deal-reached NO+SE", "planned: deal-reached NO+SE on 2025-06-01..2025-06-30"],
        id="the-deal-told-before",
    ),
    pytest.param(
        "The minister sees a risk that the talks between Norway and Sweden would fail.",
        ["possible: broken-off NO+SE"],
        id="may-fail",
    ),
    pytest.param(
        "Norway hopes to conclude a trade pact with Sweden.",
        ["possible: deal-reached NO+SE"],
        id="hopes-to-conclude",
    ),
    pytest.param(
        "Norway wants a trade deal with Sweden.",
        ["possible: deal-reached NO+SE"],
        id="wants-a-deal",
    ),
    pytest.param(
        "Norway is ready for a limited trade deal with Sweden.",
        ["possible: deal-reached NO+SE"],
        id="ready-for-a-deal",
    ),
    pytest.param(
        "Norway hopes for a trade deal with Sweden.",
        ["possible: deal-reached NO+SE"],
        id="hopes-for-a-deal",
    ),
    pytest.param(
        "Norway wants talks with Sweden.",
        ["possible: planned NO+SE"],
        id="wants-talks",
    ),
)


@pytest.mark.parametrize(("text", "told"), AHEAD)
def test_talks_and_deals_ahead_are_told_as_such(text: str, told: list[str]) -> None:
    assert tell(text, NegotiationState) == told


ROUND_ABOUT = (
    pytest.param(
        "NAFTA, which is under renegotiation, has cost jobs.",
        ["active CA+MX+US of NAFTA"],
        id="under-renegotiation",
    ),
    pytest.param(
        "Norway is ready to discuss a new lumber agreement with Sweden.",
        ["possible: planned NO+SE"],
        id="ready-to-discuss",
    ),
    pytest.param(
        "Norway, Sweden and Finland share a market. The three countries made little progress "
        "on a deal.",
        ["stalled FI+NO+SE"],
        id="three-sides",
    ),
    pytest.param(
        "Norway and Sweden regret the negotiations being at a standstill.",
        ["stalled NO+SE"],
        id="a-clause-beside-the-talks",
    ),
    pytest.param(
        "Norway has negotiated a trade pact with Sweden.",
        ["deal-reached NO+SE"],
        id="negotiated-is-reached",
    ),
    pytest.param("Norway pushes for a trade pact with Sweden.", ["active NO+SE"], id="worked-for"),
    pytest.param(
        "Norway and Sweden will enjoy lower rates under their trade deals with Finland.",
        ["deal-reached FI+NO", "deal-reached FI+SE"],
        id="several-deals",
    ),
    pytest.param(
        "Norway has struck deals with Sweden and Finland.",
        ["deal-reached NO+SE", "deal-reached FI+NO"],
        id="several-partners",
    ),
    pytest.param(
        "Norway changed the duty with the understanding that Sweden will sign a pact in May.",
        ["planned: deal-reached NO+SE on 2025-05-01..2025-05-31"],
        id="a-proviso-is-no-deal",
    ),
    pytest.param(
        "Norway taxes Swedish fish. Sweden taxes Norwegian fish. Prices rose. Exploratory "
        "discussions are under way.",
        ["active NO+SE"],
        id="the-sides-of-the-document",
    ),
    pytest.param(
        "Norway would keep negotiating with Sweden.", ["planned: active NO+SE"], id="keep-at-it"
    ),
    pytest.param(
        "Talks between Norway and Sweden broke up without a deal.",
        ["broken-off NO+SE"],
        id="broke-up",
    ),
    pytest.param(
        "Norway and Sweden are racing to seal a deal before August 1.",
        ["active NO+SE"],
        id="a-deadline-is-no-date",
    ),
    pytest.param(
        "Trade talks between Norway and Sweden have hit a roadblock.",
        ["stalled NO+SE"],
        id="roadblock",
    ),
    pytest.param(
        "Norway and Sweden are still talking about tariffs.",
        ["active NO+SE"],
        id="still-talking",
    ),
    pytest.param(
        "Trade talks between Norway and Sweden ran into the sand.",
        ["stalled NO+SE"],
        id="into-the-sand",
    ),
    pytest.param(
        "Trade talks between Norway and Sweden failed.",
        ["broken-off NO+SE"],
        id="failed",
    ),
    pytest.param(
        "A deal between Norway and Sweden on steel tariffs fell through.",
        ["broken-off NO+SE"],
        id="fell-through",
    ),
    pytest.param(
        "Trade talks between Norway and Sweden failed to settle it.",
        ["denied: not deal-reached NO+SE"],
        id="failed-to-settle",
    ),
)


@pytest.mark.parametrize(("text", "told"), ROUND_ABOUT)
def test_a_state_is_told_in_other_words(text: str, told: list[str]) -> None:
    assert tell(text, NegotiationState) == told
