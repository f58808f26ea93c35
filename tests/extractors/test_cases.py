"""Appeals, complaints and hearings."""

from __future__ import annotations

import pytest

from tradegraph.extractors import extract_facts
from tradegraph.model import Appeal, CaseFiling, Hearing

from .telling import read, tell

APPEALS = (
    pytest.param(
        "The US Court of International Trade struck down the tariffs of the United States. The "
        "government noticed an appeal to the Federal Circuit on Monday.",
        ["US: us-cit > us-cafc on 2025-05-26"],
        id="the-government-is-the-one-spoken-of",
    ),
    pytest.param(
        (
            "The US Court of International Trade struck down the tariffs. The Trump "
            "administration appealed the ruling."
        ),
        ["us-administration-trump-2: us-cit > us-cafc"],
        id="government-appealed",
    ),
    pytest.param(
        (
            "The Court of Appeals for the Federal Circuit struck down the tariffs. The "
            "administration will appeal to the Supreme Court."
        ),
        ["planned: us-administration-trump-2: us-cafc > us-scotus"],
        id="will-appeal-to",
    ),
    pytest.param(
        (
            "The US Court of International Trade upheld the tariffs. Harbour Tools appealed "
            "on Monday."
        ),
        ["harbour-tools: us-cit > us-cafc on 2025-05-26"],
        id="appealed-as-a-firm",
    ),
    pytest.param(
        (
            "The US Court of International Trade upheld the tariffs. A group of importers "
            "appealed the decision."
        ),
        ["at 58-76: us-cit > us-cafc"],
        id="group-of-importers",
    ),
)

GOING_UP = (
    pytest.param(
        "The Court of Appeals for the Federal Circuit struck down the tariffs. The administration "
        "turned to the Supreme Court on Wednesday.",
        ["us-administration-trump-2: us-cafc > us-scotus on 2025-05-28"],
        id="turned-to",
    ),
    pytest.param(
        "The Court of Appeals for the Federal Circuit upheld the tariffs. Harbour Tools petitioned "
        "for certiorari on Monday.",
        ["harbour-tools: us-cafc > us-scotus on 2025-05-26"],
        id="certiorari",
    ),
    pytest.param(
        "The Court of Appeals for the Federal Circuit upheld the tariffs. Importers could ask the "
        "full court to rehear the case.",
        ["possible: at 65-74: us-cafc > us-cafc"],
        id="rehearing",
    ),
    pytest.param(
        "The US Court of International Trade struck down the tariffs. The Court of Appeals for the "
        "Federal Circuit stayed the judgment pending appeal.",
        [],
        id="pending-appeal",
    ),
)


@pytest.mark.parametrize(("text", "told"), [*APPEALS, *GOING_UP])
def test_an_appeal_goes_from_the_ruling_to_a_higher_court(text: str, told: list[str]) -> None:
    assert tell(text, Appeal) == told


FILINGS = (
    pytest.param(
        (
            "A group of importers sued over the tariffs in the US Court of International "
            "Trade on Monday."
        ),
        ["at 2-20 v. US before us-cit on 2025-05-26"],
        id="sued-over",
    ),
    pytest.param(
        "Harbour Tools filed a lawsuit with the US Court of International Trade over the tariffs.",
        ["harbour-tools v. US before us-cit"],
        id="filed-a-lawsuit",
    ),
    pytest.param(
        "California sued the Trump administration over the tariffs.",
        ["california v. US"],
        id="state-sued",
    ),
    pytest.param(
        (
            "A lawsuit by small businesses challenges the tariffs before the US Court of "
            "International Trade."
        ),
        ["at 13-29 v. US before us-cit"],
        id="lawsuit-by",
    ),
)

COMPLAINTS = (
    pytest.param(
        "South Korea, whose firms sell washers to the United States, will complain to the WTO.",
        ["planned: KR v. US before wto-dsb"],
        id="complains",
    ),
    pytest.param(
        "The trade court ruled against the tariff. The case was brought in April by five firms.",
        ["at 75-85 v. US before us-cit on 2025-04-01..2025-04-30"],
        id="brought-by",
    ),
    pytest.param(
        "The trade court ruled against the tariff. Costco became a plaintiff in the litigation.",
        ["us-costco v. US before us-cit"],
        id="became-a-plaintiff",
    ),
    pytest.param(
        "The trade court in New York heard a suit by a toy maker over the tariffs on China.",
        ["at 46-55 v. US before us-cit"],
        id="not-whom-the-tariff-hits",
    ),
    pytest.param(
        "Five companies led by Harbour Tools brought the case before the US Court of International "
        "Trade on April 14.",
        ["harbour-tools v. US before us-cit on 2025-04-14"],
        id="led-by",
    ),
    pytest.param(
        "BYD, Geely and SAIC lodged their complaints with the EU's General Court on 21 January.",
        ["cn-byd+cn-geely+cn-saic v. EU before eu-general-court on 2025-01-21"],
        id="several",
    ),
    pytest.param(
        "The Supreme Court threw out a suit by Harbour Tools. The US Court of International Trade "
        "had dismissed it before.",
        ["harbour-tools v. US before us-scotus"],
        id="thrown-out-but-filed",
    ),
    pytest.param(
        "A coalition of 12 states, led by Oregon, filed a lawsuit in the US Court of International "
        "Trade challenging the tariffs.",
        ["oregon v. US before us-cit"],
        id="a-coalition",
    ),
    pytest.param(
        "Importers should file protests at the US Court of International Trade.",
        [],
        id="other-papers",
    ),
    pytest.param(
        "The US Court of International Trade heard that Norway would take the duty to its ceiling.",
        [],
        id="taken-to-no-court",
    ),
)


@pytest.mark.parametrize(("text", "told"), [*FILINGS, *COMPLAINTS])
def test_a_complaint_has_parties_and_a_court(text: str, told: list[str]) -> None:
    assert tell(text, CaseFiling) == told


HEARINGS = (
    pytest.param(
        "The Supreme Court heard arguments on the tariffs on November 5, 2025.",
        ["us-scotus on 2025-11-05"],
        id="heard-arguments",
    ),
    pytest.param(
        "A hearing in the US Court of International Trade is scheduled for June 5.",
        ["planned: us-cit on 2025-06-05"],
        id="hearing-in",
    ),
    pytest.param(
        "The Supreme Court will hear arguments over the tariffs in November.",
        ["planned: us-scotus on 2025-11-01..2025-11-30"],
        id="will-hear",
    ),
)

SESSIONS = (
    pytest.param(
        "A hearing is scheduled for September 3 in the Section 301 inquiry.",
        ["planned: us-ustr on 2025-09-03"],
        id="agency-that-the-law-charges",
    ),
    pytest.param(
        "The appeals court froze the ruling of the Court of International Trade. "
        "It will hear it on June 5.",
        ["planned: us-cafc on 2025-06-05"],
        id="hears-it",
    ),
    pytest.param(
        "The Supreme Court took the case. Arguments are to be held on November 5.",
        ["planned: us-scotus on 2025-11-05"],
        id="of-the-court-that-sits",
    ),
    pytest.param(
        "The ministry spoke ahead of a planned June 15 hearing by the Office of the US Trade "
        "Representative.",
        ["planned: us-ustr on 2025-06-15"],
        id="an-agency",
    ),
    pytest.param("The Supreme Court refused to hear the case.", [], id="refused-to-hear"),
    pytest.param(
        "The Supreme Court sat. Importers thought its arguments weak.", [], id="other-arguments"
    ),
)


@pytest.mark.parametrize(("text", "told"), [*HEARINGS, *SESSIONS])
def test_a_hearing_has_a_court_and_a_day(text: str, told: list[str]) -> None:
    assert tell(text, Hearing) == told


DISPUTES = (
    pytest.param(
        "India has lodged a complaint with the World Trade Organization against the United States.",
        ["IN v. US before wto-dsb"],
        id="complaint-with-the-wto",
    ),
    pytest.param(
        "China has requested consultations with Canada at the WTO.",
        ["CN v. CA before wto-dsb"],
        id="consultations",
    ),
    pytest.param(
        "China asked the World Trade Organization for a panel against Turkey on 16 January.",
        ["CN v. TR before wto-dsb on 2025-01-16"],
        id="a-panel",
    ),
    pytest.param(
        "Canada plans a challenge at the World Trade Organization.",
        ["planned: CA v.  before wto-dsb"],
        id="a-planned-challenge",
    ),
    pytest.param("Canada plans a challenge on the ice.", [], id="another-challenge"),
)


@pytest.mark.parametrize(("text", "told"), DISPUTES)
def test_complaints_go_to_the_dispute_settlement_body(text: str, told: list[str]) -> None:
    assert tell(text, CaseFiling) == told


@pytest.mark.parametrize(
    ("text", "plaintiff"),
    [
        pytest.param(
            "A complaint from an Oslo-based group of importers led to the duty, and it sued.",
            "Oslo-based group of importers",
            id="joined-by-a-hyphen",
        ),
        pytest.param("A lawsuit by Large Civil Aircraft was filed.", None, id="goods-do-not-sue"),
    ],
)
def test_party_is_named_from_the_start_of_a_word_and_is_no_good(
    text: str, plaintiff: str | None
) -> None:
    analysis = read(text)
    found = {
        entity.label
        for fact in extract_facts(analysis)
        if isinstance(fact.content, CaseFiling)
        for iri in fact.content.plaintiffs
        if (entity := analysis.entity(iri))
    }
    assert found == ({plaintiff} if plaintiff else set())


GOING = (
    pytest.param("Importers have gone to the Court of International Trade.", id="first-instance"),
    pytest.param("Two toy makers took the government to court over the tariffs.", id="any-court"),
)


@pytest.mark.parametrize("text", GOING)
def test_only_who_goes_to_a_reviewing_court_appeals(text: str) -> None:
    ruled = "The US Court of International Trade ruled on May 28 that the tariffs are unlawful. "
    assert tell(ruled + text, Appeal) == []
