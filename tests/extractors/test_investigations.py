"""Steps of investigations: opened, determined, terminated."""

from __future__ import annotations

import pytest

from tradegraph.model import Investigation

from .telling import tell

STEPS = (
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
        ["determination us-ustr>BR acts under s301"],
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
