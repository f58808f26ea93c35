"""What which court decided about which measure."""

from __future__ import annotations

import pytest

from tradegraph.extractors import extract_facts
from tradegraph.language import analyse
from tradegraph.model import Document, Ruling
from tradegraph.registry import load_registry

from .telling import PUBLISHED, show, tell

MERITS = (
    pytest.param(
        "The US Court of International Trade struck down the tariffs on Wednesday.",
        ["us-cit unlawful US> on 2025-05-28"],
        id="struck-down",
    ),
    pytest.param(
        "The Court of International Trade ruled on Wednesday that the tariffs were illegal.",
        ["us-cit unlawful US> on 2025-05-28"],
        id="ruled-illegal",
    ),
    pytest.param(
        (
            "The US Court of International Trade found that the International Emergency "
            "Economic Powers Act does not authorize the tariffs."
        ),
        ["us-cit unlawful US> under ieepa"],
        id="found-that-act-does-not-authorize",
    ),
    pytest.param(
        "The Court of Appeals for the Federal Circuit upheld the US steel tariffs.",
        ["us-cafc lawful US> steel"],
        id="upheld",
    ),
    pytest.param(
        "The tariffs were struck down by the US Court of International Trade.",
        ["us-cit unlawful US>"],
        id="passive-by-court",
    ),
    pytest.param(
        "A ruling by the US Court of International Trade struck down the tariffs.",
        ["us-cit unlawful US>"],
        id="ruling-as-agent",
    ),
    pytest.param(
        "A WTO panel found that the US tariffs on steel were inconsistent with trade rules.",
        ["wto-dsb unlawful US> steel"],
        id="wto-panel",
    ),
    pytest.param(
        "The Norwood Trade Tribunal struck down the Norwegian duty on cheese.",
        ["norwood-trade-tribunal unlawful NO> cheese"],
        id="court-unknown-to-the-registry",
    ),
    pytest.param(
        "The Court of International Trade ruled that the tariffs were not illegal.",
        ["us-cit lawful US>"],
        id="not-illegal",
    ),
    pytest.param(
        "The justices of the Supreme Court upheld the tariffs.",
        ["us-scotus lawful US>"],
        id="justices",
    ),
)


@pytest.mark.parametrize(("text", "told"), MERITS)
def test_a_court_finds_a_measure_lawful_or_not(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


DISPOSITIONS = (
    pytest.param(
        (
            "The Court of Appeals for the Federal Circuit affirmed the judgment of the Court "
            "of International Trade on the tariffs."
        ),
        ["us-cafc affirmed US>"],
        id="affirmed",
    ),
    pytest.param(
        "The Supreme Court reversed the judgment on the tariffs.",
        ["us-scotus reversed US>"],
        id="reversed",
    ),
    pytest.param(
        "The Court of Appeals for the Federal Circuit vacated the ruling on the tariffs.",
        ["us-cafc vacated US>"],
        id="vacated",
    ),
    pytest.param(
        (
            "The Court of International Trade remanded the case to the Commerce Department "
            "over its duty rate."
        ),
        ["us-cit remanded US>"],
        id="remanded",
    ),
    pytest.param(
        (
            "The US District Court for the District of Columbia dismissed the lawsuit over "
            "the tariffs."
        ),
        ["us-dcd dismissed US>"],
        id="dismissed",
    ),
    pytest.param(
        "The Supreme Court denied the motion to speed up the tariff case.",
        ["us-scotus denied US>"],
        id="denied-motion",
    ),
    pytest.param(
        "The Supreme Court granted review of the tariff case.",
        ["us-scotus granted US>"],
        id="granted",
    ),
)


@pytest.mark.parametrize(("text", "told"), DISPOSITIONS)
def test_a_court_disposes_of_a_case(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


REACH = (
    pytest.param(
        (
            "The US Court of International Trade ruled that the vast majority of the US "
            "tariffs were illegal and ordered them reversed."
        ),
        ["us-cit unlawful US> scope most relief reversal-ordered"],
        id="most-of-the-tariffs",
    ),
    pytest.param(
        "The US Court of International Trade ruled the tariffs unlawful and ordered refunds.",
        ["us-cit unlawful US> relief refund"],
        id="refunds-ordered",
    ),
)


@pytest.mark.parametrize(("text", "told"), REACH)
def test_a_ruling_has_an_extent_and_a_relief(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


AHEAD = (
    pytest.param(
        "The Supreme Court may strike down the tariffs.",
        ["possible: us-scotus unlawful US>"],
        id="may-strike-down",
    ),
)


@pytest.mark.parametrize(("text", "told"), AHEAD)
def test_a_ruling_ahead_is_possible(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


NONE = (pytest.param("Critics said the tariffs were illegal.", [], id="no-court-no-ruling"),)


@pytest.mark.parametrize(("text", "told"), NONE)
def test_critics_do_not_rule(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


WORDINGS = (
    pytest.param(
        "The Federal Circuit found the tariffs exceeded the president's power.",
        ["us-cafc unlawful US>"],
        id="exceeded-power",
    ),
    pytest.param(
        "A federal judge in Washington ruled that the emergency law does not permit tariffs.",
        ["us-dcd unlawful US>"],
        id="judge-by-place",
    ),
    pytest.param(
        "The trade court threw out the challenge for want of standing.",
        ["us-cit dismissed"],
        id="threw-out-a-challenge",
    ),
    pytest.param(
        "The Supreme Court ruled that the premier acted within the law.",
        ["us-scotus lawful"],
        id="within-the-law",
    ),
    pytest.param(
        "The Supreme Court scrapped the tariffs on Friday.",
        ["us-scotus unlawful US> on 2025-05-30"],
        id="scrapped",
    ),
    pytest.param(
        "The trade court ordered refunds of the tariffs.",
        ["us-cit granted US> relief refund"],
        id="ordered-refunds",
    ),
    pytest.param(
        "The Court of International Trade heard the case. Summary judgment is granted to two "
        "importers.",
        ["us-cit granted"],
        id="a-motion-decided-without-naming-the-court-again",
    ),
    pytest.param(
        "The Court of International Trade heard the case. The objection was rejected.",
        ["us-cit denied"],
        id="an-objection-rejected",
    ),
    pytest.param("The plan was rejected. The court was closed.", [], id="no-motion"),
)


@pytest.mark.parametrize(("text", "told"), WORDINGS)
def test_courts_decide_in_many_words(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


SPOKEN_OF = (
    pytest.param(
        "The Supreme Court heard the case in November. The trade court's winners spoke last. "
        "On Friday the justices struck down the US tariffs.",
        ["us-scotus unlawful US> on 2025-05-30"],
        id="the-justices",
    ),
    pytest.param(
        "The Court of Appeals for the Federal Circuit took up a judgment of the US Court of "
        "International Trade. The appellate panel upheld the US steel tariffs.",
        ["us-cafc lawful US> steel"],
        id="the-appellate-panel",
    ),
    pytest.param(
        "Judge Richard Eaton sits on the US Court of International Trade. On Wednesday he struck "
        "down the US tariffs on steel.",
        ["us-cit unlawful US> steel on 2025-05-28"],
        id="he-is-a-judge",
    ),
)


@pytest.mark.parametrize(("text", "told"), SPOKEN_OF)
def test_a_court_is_known_by_its_level_or_by_its_judge(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


POWERS = (
    pytest.param(
        "The US Court of International Trade held that the president may raise the steel tariff.",
        ["us-cit lawful US> steel"],
        id="may",
    ),
    pytest.param(
        "A panel of the US Court of International Trade held on May 7 that the tariff goes beyond "
        "what Congress delegated.",
        ["us-cit unlawful US> on 2025-05-07"],
        id="goes-beyond",
    ),
    pytest.param(
        "The US Court of International Trade ordered the customs service to liquidate all entries "
        "without the tariff.",
        ["us-cit granted US>"],
        id="ordered-an-agency",
    ),
    pytest.param(
        "The US Court of International Trade told the parties to file briefs on the tariff.",
        [],
        id="told-the-parties",
    ),
)


@pytest.mark.parametrize(("text", "told"), POWERS)
def test_what_governments_may_do_makes_a_measure_lawful(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


def test_an_argument_that_is_rejected_is_no_request_that_is_denied() -> None:
    assert tell("The US Court of International Trade rejected that reading.", Ruling) == []


DAYS = (
    pytest.param(
        "The Court of Appeals for the Federal Circuit affirmed the US Court of International "
        "Trade, which had upheld the tariffs in March 2023.",
        [
            "us-cafc affirmed US>",
            "us-cit lawful US> on 2023-03-01..2023-03-31",
        ],
        id="another-courts-day",
    ),
    pytest.param(
        "The Court of Appeals for the Federal Circuit struck down the tariffs on May 7. It "
        "remanded "
        "the case.",
        ["us-cafc unlawful US> on 2025-05-07", "us-cafc remanded on 2025-05-07"],
        id="the-same-decision",
    ),
    pytest.param(
        "Duties have been collected since May 12, when the US Court of International Trade upheld "
        "the tariffs.",
        ["us-cit lawful US> on 2025-05-12"],
        id="when",
    ),
)


@pytest.mark.parametrize(("text", "told"), DAYS)
def test_a_ruling_has_the_day_of_its_own_decision(text: str, told: list[str]) -> None:
    assert tell(text, Ruling) == told


def test_the_title_cites_the_court_that_a_summary_leaves_out() -> None:
    document = Document(
        "The panel holds that the tariffs are unlawful.",
        title="Harbour Tools v. United States (Fed. Cir. Oct. 1, 2024)",
        published=PUBLISHED,
    )
    rulings = [show(f) for f in extract_facts(analyse(document, load_registry()))]
    assert rulings == ["us-cafc unlawful on 2024-10-01"]


VOTES = (
    pytest.param(
        "The Federal Circuit ruled, seven votes to four, that the tariffs are unlawful.", (7, 4)
    ),
    pytest.param("In a 6-3 ruling, the Supreme Court struck down the tariffs.", (6, 3)),
    pytest.param("The Supreme Court struck down the tariffs by a vote of 6 to 3.", (6, 3)),
    pytest.param("The Supreme Court struck down the tariffs after 3 to 4 months.", (None, None)),
    pytest.param("The Supreme Court struck down tariffs of 10 to 5 percent.", (None, None)),
)


@pytest.mark.parametrize(("text", "votes"), VOTES)
def test_prose_tells_how_a_court_voted(text: str, votes: tuple[int | None, int | None]) -> None:
    (ruling,) = read_rulings(text)
    assert (ruling.votes_for, ruling.votes_against) == votes


def test_a_judge_who_decides_is_named() -> None:
    (ruling,) = read_rulings(
        "Judge Gary Katzmann of the US Court of International Trade struck down the tariffs."
    )
    assert [judge.rpartition("/")[2] for judge in ruling.judges] == ["gary-katzmann"]


def read_rulings(text: str) -> list[Ruling]:
    analysis = analyse(Document(text, ("t",), PUBLISHED), load_registry())
    contents = (fact.content for fact in extract_facts(analysis))
    return [content for content in contents if isinstance(content, Ruling)]
