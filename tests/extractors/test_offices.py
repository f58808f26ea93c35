"""Who is said to hold which office."""

from __future__ import annotations

import pytest

from tradegraph.model import OfficeHolding

from .telling import tell

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
        ["lars-holm is economist-at-norwood-bank"],
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
        ["maria-silva is head-of-the-growers-union"],
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
