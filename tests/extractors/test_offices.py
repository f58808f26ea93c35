"""Who is said to hold which office."""

from __future__ import annotations

import pytest

from tradegraph.extractors import extract_facts
from tradegraph.model import OfficeHolding

from .telling import read, tell

OFFICES = (
    pytest.param(
        "French President Emmanuel Macron called the duties unfair.",
        ["emmanuel-macron is fr-president"],
        id="title-before-name",
    ),
    pytest.param(
        "Canadian Prime Minister Mark Carney said the levy would stay.",
        ["mark-carney is ca-prime-minister"],
        id="title-with-country-adjective",
    ),
    pytest.param(
        "The Treasury secretary, Scott Bessent, said the tariffs would stay.",
        ["scott-bessent is us-treasury-secretary"],
        id="title-set-off-by-commas",
    ),
    pytest.param(
        "Norway's trade minister, Kari Vold, said the tariff talks would go on.",
        ["kari-vold is no-trade-minister"],
        id="possessive-owner-set-off",
    ),
    pytest.param(
        "Norway's trade minister Kari Vold welcomed the tariff cut.",
        ["kari-vold is no-trade-minister"],
        id="possessive-owner-before-name",
    ),
    pytest.param(
        (
            "Ursula von der Leyen, president of the European Commission, said the EU would "
            "impose tariffs."
        ),
        ["ursula-von-der-leyen is eu-commission-president"],
        id="apposition-of-an-office",
    ),
    pytest.param(
        "Ann Lee, the chief executive of Harbour Tools, said the tariff would hurt.",
        ["ann-lee is chief-executive-of-harbour-tools"],
        id="apposition-in-a-firm",
    ),
    pytest.param(
        "Lars Holm, an economist at Norwood Bank, said tariffs would rise again.",
        ["lars-holm is norwood-bank-economist"],
        id="apposition-with-indefinite-article",
    ),
    pytest.param(
        "Former Commerce Secretary Wilbur Ross defended the steel tariffs.",
        ["wilbur-ross is us-former-commerce-secretary"],
        id="former-stays-in-the-office",
    ),
    pytest.param(
        "President Donald Trump raised tariffs.",
        ["donald-trump is us-president"],
        id="name-of-the-registry-with-title",
    ),
    pytest.param(
        "Commission spokesman Jan Holt said the duties were wrong.",
        ["jan-holt is eu-commission-spokesperson"],
        id="title-of-a-spokesman",
    ),
    pytest.param(
        "Maria Silva, head of the Growers Union, said the duties were wrong.",
        ["maria-silva is growers-union-head"],
        id="title-of-a-union",
    ),
    pytest.param(
        "Kari Vold, Norway's minister for trade, said the duties were wrong.",
        ["kari-vold is no-trade-minister"],
        id="title-after-comma-of-country",
    ),
    pytest.param(
        "Japanese Foreign Minister Aiko Mori rejected the tariffs.",
        ["aiko-mori is jp-foreign-minister"],
        id="foreign-minister",
    ),
)


WHOSE = (
    pytest.param("Ann Lee, an economist at Norwood Metrics in Oslo,", "Norwood Metrics", id="firm"),
    pytest.param("Ann Lee, chief U.S. economist at Norwood Bank,", "Norwood Bank", id="abroad"),
    pytest.param("Ann Lee, chief analyst with research firm Holm Data,", "Holm Data", id="kind"),
    pytest.param("Ann Lee, a GU spokeswoman,", "GU", id="abbreviated-before"),
    pytest.param("GU's president Ann Lee", "GU", id="possessive"),
    pytest.param("Growers Council president Ann Lee", "Growers Council", id="whole-name-before"),
    pytest.param(
        "Ann Lee, director for industry, labor and trade at the Center for Tin Research,",
        "Center for Tin Research",
        id="list-of-fields",
    ),
    pytest.param(
        "Ann Lee, president of the Norwegian Growers Association,",
        "Norwegian Growers Association",
        id="country-in-the-body's-name",
    ),
    pytest.param("Ann Lee, head of the growers' union in Norway,", None, id="place-is-no-owner"),
    pytest.param("Its CEO Ann Lee", None, id="no-country-has-a-ceo"),
)


@pytest.mark.parametrize(("words", "owner"), WHOSE)
def test_an_office_belongs_to_the_body_that_the_title_names(words: str, owner: str | None) -> None:
    text = f"Norway cut the tariff. {words} said on Monday that tariffs would rise."
    analysis = read(text)
    (holding,) = (
        f.content for f in extract_facts(analysis) if isinstance(f.content, OfficeHolding)
    )
    office = analysis.entity(holding.office)
    assert office is not None
    body = analysis.entity(office.owner) if office.owner else None
    assert (body.label if body else None) == owner


PORTFOLIOS = (
    pytest.param(
        "EU Commissioner for Trade Kari Vold opposed the tariff.",
        ["kari-vold is eu-trade-commissioner"],
        id="office-known-by-its-purpose",
    ),
    pytest.param(
        "Minister of Finance Kari Vold said tariffs were wrong.",
        ["kari-vold is minister-of-finance"],
        id="minister-of",
    ),
    pytest.param(
        "Deputy Prime Minister and Minister for Tin and Industry Kari Vold opposed the tariff.",
        ["kari-vold is deputy-prime-minister", "kari-vold is minister-for-tin-and-industry"],
        id="two-offices-in-a-row",
    ),
    pytest.param(
        "The Minister of Trade, Industry and Tin, Mr Jan Holt, approved the duties.",
        ["jan-holt is minister-of-trade-industry-and-tin"],
        id="list-and-honorific",
    ),
    pytest.param(
        "White House Chief of Staff Kari Vold said tariffs were wrong.",
        ["kari-vold is us-chief-of-staff"],
        id="office-of-several-words",
    ),
    pytest.param(
        "Kari Vold is Norway's top trade negotiator. She opposed the tariff.",
        ["kari-vold is no-chief-negotiator"],
        id="predicate",
    ),
    pytest.param(
        "Ann Lee, a former Norwegian envoy and now vice president at Holm Data, spoke of tariffs.",
        ["ann-lee is no-former-norwegian-envoy", "ann-lee is holm-data-vice-president"],
        id="then-and-now",
    ),
)


@pytest.mark.parametrize(("text", "told"), PORTFOLIOS)
def test_titles_are_read_to_both_ends(text: str, told: list[str]) -> None:
    assert tell(text, OfficeHolding) == told


STRANGE = (
    pytest.param("Ann Lee, briefed EU envoys on the tariff.", [], id="participle"),
    pytest.param("An Executive Order Imposing Duties was published.", [], id="name-of-an-order"),
    pytest.param("Tariffs hit the plant in Prince George County.", [], id="name-of-a-place"),
    pytest.param(
        "Since President Trump raised tariffs, prices rose.",
        ["donald-trump is us-president"],
        id="preposition-before",
    ),
    pytest.param(
        "One of the options President Trump weighs is a tariff.",
        ["donald-trump is us-president"],
        id="noun-before",
    ),
    pytest.param(
        "Ann Lee, the right hand of President Trump, spoke of tariffs.",
        ["donald-trump is us-president"],
        id="office-of-another",
    ),
)


@pytest.mark.parametrize(("text", "told"), STRANGE)
def test_words_around_a_title_are_no_part_of_it(text: str, told: list[str]) -> None:
    assert tell(text, OfficeHolding) == told


@pytest.mark.parametrize(("text", "told"), OFFICES)
def test_a_title_beside_a_name_states_an_office(text: str, told: list[str]) -> None:
    assert tell(text, OfficeHolding) == told


SEVERAL = (
    pytest.param(
        "Senators Ann Lee and Mary Park opposed the tariff bill.",
        ["ann-lee is us-senator", "mary-park is us-senator"],
        id="plural-title-of-two",
    ),
    pytest.param(
        "Justices Sonia Sotomayor and Elena Kagan heard the case.",
        ["sonia-sotomayor is us-justice", "elena-kagan is us-justice"],
        id="justices-in-the-plural",
    ),
)


@pytest.mark.parametrize(("text", "told"), SEVERAL)
def test_a_title_in_the_plural_covers_all_names_after_it(text: str, told: list[str]) -> None:
    assert tell(text, OfficeHolding) == told


UNNAMED = (
    pytest.param(
        "Scott Bessent flew to Geneva. The Treasury secretary said the tariffs would stay.",
        ["scott-bessent is us-treasury-secretary"],
        id="office-alone-with-named-holder",
    ),
)


@pytest.mark.parametrize(("text", "told"), UNNAMED)
def test_an_office_alone_means_its_holder_named_elsewhere(text: str, told: list[str]) -> None:
    assert tell(text, OfficeHolding) == told


NONE = (
    pytest.param(
        "Kari Vold, who lives in Oslo, said the duties were wrong.",
        [],
        id="no-office-in-a-relative-clause",
    ),
    pytest.param("Kari Vold, in Oslo, said the duties were wrong.", [], id="no-office-in-a-place"),
)


@pytest.mark.parametrize(("text", "told"), NONE)
def test_words_after_a_name_that_are_no_office_state_none(text: str, told: list[str]) -> None:
    assert tell(text, OfficeHolding) == told
