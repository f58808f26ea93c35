"""Steps of investigations: opened, determined, terminated."""

from __future__ import annotations

import pytest

from tradegraph.extractors import extract_facts
from tradegraph.language import analyse
from tradegraph.model import Document, Hearing, Investigation
from tradegraph.registry import load_registry

from .telling import PUBLISHED, tell

STEPS = (
    pytest.param(
        "The Department of Commerce (Commerce) determines that clamps from Norway are being, or "
        "are likely to be, sold here at less than fair value. Commerce initiated these "
        "investigations on April 15, 2024.",
        [
            "determination us-commerce>NO clamps",
            "investigation-opened us-commerce> on 2024-04-15",
        ],
        id="agency-by-its-short-name",
    ),
    pytest.param(
        "The president ordered the Commerce Department to examine whether imported lamps are a "
        "danger to security.",
        ["investigation-opened us-commerce>"],
        id="examines-whether",
    ),
    pytest.param(
        "China started an anti-dumping probe into Norwegian canola.",
        ["investigation-opened CN>NO canola under adcvd"],
        id="country-opens",
    ),
    pytest.param(
        "India is looking into whether Norwegian tyres are sold below cost.",
        ["investigation-opened IN>"],
        id="country-looks-into",
    ),
    pytest.param(
        "China will watch how a probe of chips in other countries goes.",
        [],
        id="country-that-only-watches",
    ),
    pytest.param(
        "The Commerce Department began a national security review of imported chips.",
        ["investigation-opened us-commerce> chips"],
        id="national-security-review",
    ),
    pytest.param(
        "The Commerce Department opened an investigation into steel imports.",
        ["investigation-opened us-commerce> steel"],
        id="opened",
    ),
    pytest.param(
        "The US Trade Representative launched an investigation of Brazil under Section 301.",
        ["investigation-opened us-ustr>BR under s301"],
        id="launched-under",
    ),
    pytest.param(
        "The Commerce Department is investigating imports of drones from China.",
        ["investigation-opened us-commerce>CN drones"],
        id="verb-investigates",
    ),
    pytest.param(
        (
            "The Commerce Department issued a final determination in its antidumping "
            "investigation of Chinese paper."
        ),
        ["determination us-commerce>CN paper under adcvd"],
        id="determination",
    ),
    pytest.param(
        "An investigation into Turkish pasta was initiated by the European Commission.",
        ["investigation-opened eu-commission>TR pasta"],
        id="initiated-by",
    ),
    pytest.param(
        "The Commerce Department may open an investigation into copper imports.",
        ["possible: investigation-opened us-commerce> copper"],
        id="may-open",
    ),
    pytest.param(
        "The Commerce Department opened a probe of copper imports on Monday.",
        ["investigation-opened us-commerce> copper on 2025-05-26"],
        id="passive-with-date",
    ),
)


@pytest.mark.parametrize(("text", "told"), STEPS)
def test_an_agency_takes_a_step(text: str, told: list[str]) -> None:
    assert tell(text, Investigation) == told


NONE = (pytest.param("An investigation of the accident began.", [], id="no-agency-no-fact"),)


@pytest.mark.parametrize(("text", "told"), NONE)
def test_an_inquiry_without_an_agency_is_left_out(text: str, told: list[str]) -> None:
    assert tell(text, Investigation) == told


FINDINGS = (
    pytest.param(
        "The Department of Commerce preliminarily determines that steel pipe from Canada was "
        "dumped.",
        ["determination us-commerce>CA steel pipe"],
        id="dumped",
    ),
    pytest.param(
        "The International Trade Commission found that imports of glass from China injured the "
        "domestic industry.",
        ["determination us-usitc>CN glass"],
        id="injured",
    ),
    pytest.param(
        "The Secretary of Commerce found that steel imports threaten to impair the national "
        "security.",
        ["determination us-commerce> steel"],
        id="the-head-speaks-for-the-body",
    ),
    pytest.param(
        "The Trade Representative determined that certain acts of Brazil are actionable under "
        "Section 301.",
        ["determination us-ustr>BR under s301"],
        id="actionable",
    ),
    pytest.param(
        "China's Ministry of Commerce opened an inquiry into pork. The investigating authority "
        "has ruled that the goods were dumped.",
        ["investigation-opened cn-mofcom> pork", "determination cn-mofcom> pork"],
        id="the-investigating-authority-of-the-inquiry-before",
    ),
    pytest.param(
        "The Department of Commerce found that steel imports were cheap.", [], id="no-remedy"
    ),
    pytest.param(
        "The Agreement Suspending the Antidumping Duty Investigation on Sugar from Mexico is in "
        "force at the Department of Commerce.",
        [],
        id="the-name-of-an-agreement",
    ),
    pytest.param(
        "The Department of Commerce looked at the period of investigation.",
        [],
        id="the-period-of-investigation",
    ),
)


@pytest.mark.parametrize(("text", "told"), FINDINGS)
def test_a_finding_on_trade_remedies_is_a_determination(text: str, told: list[str]) -> None:
    assert tell(text, Investigation) == told


GOODS = (
    pytest.param(
        "The Commerce Department opened an investigation into the effect of imports of copper on "
        "the national security.",
        ["investigation-opened us-commerce> copper"],
        id="the-effect-of-imports",
    ),
    pytest.param(
        "The European Commission opened an inquiry into the alleged dumping of glass from China.",
        ["investigation-opened eu-commission>CN glass"],
        id="alleged-dumping",
    ),
    pytest.param(
        "The US Trade Representative opened an investigation of Brazil's trade practices.",
        ["investigation-opened us-ustr>BR"],
        id="practices-are-no-goods",
    ),
    pytest.param(
        "The Commerce Department opened a probe into whether tariffs are needed on imports of "
        "trucks.",
        ["investigation-opened us-commerce> trucks"],
        id="whether-tariffs-are-needed",
    ),
)


@pytest.mark.parametrize(("text", "told"), GOODS)
def test_what_is_asked_about_goods_is_no_good(text: str, told: list[str]) -> None:
    assert tell(text, Investigation) == told


TOLD_OTHERWISE = (
    pytest.param(
        "A panel remanded the US International Trade Commission's finding that Canadian lumber "
        "injured American mills.",
        ["determination us-usitc>CA lumber"],
        id="a-finding-as-a-noun",
    ),
    pytest.param(
        "The report of the Secretary of Commerce (Secretary) is public. The Secretary found and "
        "advised the President of his opinion that steel articles threaten to impair the national "
        "security.",
        ["determination us-commerce> steel articles"],
        id="introduced-in-parentheses-and-advised",
    ),
    pytest.param(
        "The Commerce Department opened an investigation into copper imports on Monday. The "
        "Commerce Department's investigation was the third.",
        ["investigation-opened us-commerce> copper on 2025-05-26"],
        id="told-twice",
    ),
    pytest.param(
        "No talks were held over the Commerce Department's investigation of copper imports.",
        ["investigation-opened us-commerce> copper"],
        id="taken-for-granted",
    ),
    pytest.param(
        "In May the premier ordered the Commerce Department to investigate imports of copper.",
        ["investigation-opened us-commerce> copper on 2025-05-01..2025-05-31"],
        id="ordered-is-opened",
    ),
    pytest.param(
        "The Trade Representative opened Section 301 inquiries into Norway. "
        "Investigations into taxes considered by Sweden were terminated.",
        [
            "investigation-opened us-ustr>NO under s301",
            "investigation-terminated us-ustr> under s301",
        ],
        id="ended-by-whoever-opened",
    ),
    pytest.param(
        "The Biden administration opened a separate review of the duties.",
        ["investigation-opened us-administration-biden>"],
        id="review-of-duties",
    ),
    pytest.param(
        "The International Trade Commission will make its final injury determination "
        "no later than May 30.",
        ["planned: determination us-usitc>"],
        id="no-later-than",
    ),
)


@pytest.mark.parametrize(("text", "told"), TOLD_OTHERWISE)
def test_a_step_is_read_where_it_is_told_otherwise(text: str, told: list[str]) -> None:
    assert tell(text, Investigation) == told


def test_a_notice_names_goods_and_countries_in_its_title() -> None:
    title = "Barium Chloride From India; Institution of a Countervailing Duty Investigation"
    text = f"{title}\n\nThe Department of Commerce initiates an investigation."
    document = Document(text, title=title, doc_type="fr-notice", published=PUBLISHED)
    facts = extract_facts(analyse(document, load_registry()))
    steps = [f.content for f in facts if isinstance(f.content, Investigation)]
    assert {(step.products, step.targets) for step in steps} == {
        (("Barium Chloride",), ("https://w3id.org/tradegraph/id/country/IN",))
    }


def test_a_step_dated_after_the_document_is_planned() -> None:
    text = "The US Trade Representative holds a hearing on the measure on September 17, 2025."
    assert tell(text, Hearing) == ["planned: us-ustr on 2025-09-17"]
