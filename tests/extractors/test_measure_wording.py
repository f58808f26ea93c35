"""Further wordings of what happens to a measure: parts, means, bearers, what is spared."""

from __future__ import annotations

import pytest

from tradegraph.model import MeasureEvent

from .telling import tell

MEANS = (
    pytest.param(
        "Norway hit $34 billion worth of Swedish goods with duties.",
        ["imposition NO>SE"],
        id="hit-many-words-with",
    ),
    pytest.param(
        "Mexico fought back with duties worth $3 billion.",
        ["imposition MX>"],
        id="fought-back-with",
    ),
    pytest.param(
        "The Norwegian duties target Swedish cheese.",
        ["imposition NO>SE cheese"],
        id="duties-target-goods",
    ),
    pytest.param(
        "Norway slapped its own taxes on imports from Sweden.",
        ["imposition NO>SE"],
        id="taxes-on-imports",
    ),
)
PARTS = (
    pytest.param(
        "Norway delayed the imposition of some of the new import taxes.",
        ["pause NO>"],
        id="some-of-the-taxes",
    ),
    pytest.param(
        "Norway announced a new round of tariffs on Swedish cheese.",
        ["announcement NO>SE cheese"],
        id="a-round-of-tariffs",
    ),
)
LEVELS = (
    pytest.param(
        "Norway's average tariff is 12 percent.", ["imposition NO> 12%"], id="rate-after-is"
    ),
    pytest.param(
        "Swedish cars will be subject to lower Norwegian tariffs of 10 percent.",
        ["planned: decrease NO>SE cars 10%"],
        id="subject-to-lower-tariffs",
    ),
    pytest.param(
        "Norway applies zero tariffs on Swedish goods.",
        ["exemption NO>SE 0%"],
        id="a-zero-rate-spares",
    ),
)
SPARED = (
    pytest.param(
        "Certain Swedish clocks shall no longer be subject to the Norwegian tariffs.",
        ["planned: exemption NO>SE clocks"],
        id="no-longer-subject",
    ),
    pytest.param(
        "Generic medicines are not subject to Norwegian tariffs at this time.",
        ["exemption NO> Generic medicines"],
        id="not-subject",
    ),
    pytest.param(
        "Consumer goods are not being hit with the Norwegian tariffs.",
        ["exemption NO> Consumer goods"],
        id="not-hit",
    ),
    pytest.param(
        "There are no Norwegian tariffs on Swedish rice.",
        ["exemption NO>SE rice"],
        id="no-tariffs-on",
    ),
    pytest.param(
        "The Norwegian duties no longer apply to Swedish rice.",
        ["exemption NO>SE rice"],
        id="no-longer-apply-to",
    ),
)
ENDED = (
    pytest.param(
        "The Norwegian duties shall no longer be in effect.",
        ["planned: revocation NO>"],
        id="no-longer-in-effect",
    ),
    pytest.param(
        "The Norwegian duties on rice shall no longer be collected.",
        ["planned: revocation NO> rice"],
        id="no-longer-collected",
    ),
)
MEANT = (
    pytest.param(
        "The tariffs on Swedish cheese stay for now, Norway said.",
        ["reported: imposition NO>SE cheese"],
        id="duties-that-stay-are-not-paused",
    ),
    pytest.param(
        "Norway announced that tariffs on all goods from Sweden would be cut by half.",
        ["planned: decrease NO>SE"],
        id="who-announces-a-cut-makes-it",
    ),
    pytest.param(
        "Norway approved a 10% duty on Swedish cheese.",
        ["imposition NO>SE cheese 10%"],
        id="approved-duties",
    ),
    pytest.param(
        "Norway hit back. Cheese from Sweden is taxed at 25%, while a levy applies to rice.",
        ["imposition NO> rice", "imposition NO>SE Cheese 25%"],
        id="taxed-beside-a-levy",
    ),
    pytest.param(
        "Swedish cheese enters Norway at zero duty.",
        ["exemption NO>SE cheese 0%"],
        id="goods-that-enter-duty-free",
    ),
    pytest.param(
        "The Norwegian tariffs entered into force on Monday.",
        ["entry-into-effect NO> effective 2025-05-26"],
        id="duties-that-enter-into-force-are-borne-by-nobody",
    ),
    pytest.param(
        "Importers of Swedish cheese pay Norway deposits of between 10 and 25 per cent.",
        ["imposition NO>SE cheese range 10-25%"],
        id="importers-of-goods",
    ),
    pytest.param(
        "Norway charges deposits of between 10 and 25 per cent on Swedish cheese.",
        ["imposition NO>SE cheese range 10-25%"],
        id="deposits-at-a-range-of-rates",
    ),
    pytest.param(
        "Sweden complained after Norway put tariffs on its steel.",
        ["imposition NO> steel"],
        id="nobody-taxes-its-own-goods",
    ),
    pytest.param(
        "Norway lifted its old tariff on Swedish cheese to 25 percent.",
        ["increase NO>SE cheese 25%"],
        id="lifted-to-a-rate",
    ),
    pytest.param(
        "The Norwegian tariffs on Swedish cheese vanished in May.",
        ["revocation NO>SE cheese on 2025-05-01..2025-05-31"],
        id="vanished",
    ),
    pytest.param(
        "Norway stopped collecting the duties on Swedish cheese.",
        ["revocation NO>SE cheese"],
        id="stopped-collecting",
    ),
    pytest.param(
        "Norway raised the prospect of tariffs on Swedish cheese.",
        ["threatened: threat NO>SE cheese"],
        id="raised-the-prospect",
    ),
    pytest.param(
        "Norway toyed with a 10% tariff on Swedish cheese.",
        ["possible: imposition NO>SE cheese 10%"],
        id="toyed-with",
    ),
    pytest.param(
        "Norway ruled out any retaliatory tariffs on Swedish goods.",
        ["denied: not imposition NO>SE against SE"],
        id="ruled-out-retaliation",
    ),
    pytest.param(
        "Norway announced tariffs on Swedish goods. Cheese was struck off the list.",
        ["announcement NO>SE", "exemption NO> Cheese"],
        id="struck-off-the-list",
    ),
    pytest.param(
        "Norway imposed a 5% duty on 500 tonnes of Swedish cheese.",
        ["imposition NO>SE cheese 5%"],
        id="goods-counted-in-tonnes",
    ),
)


@pytest.mark.parametrize(("text", "told"), [*MEANS, *PARTS, *LEVELS])
def test_a_measure_is_told_by_means_part_or_level(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Norway agreed to hold off on duties on cheese.",
            ["pause NO> cheese"],
            id="agreed-pause",
        ),
        pytest.param(
            "The Norwegian duties on cheese will remain in place.",
            ["imposition NO> cheese"],
            id="remain",
        ),
        pytest.param(
            "Norway agreed to lower duties on cheese.",
            ["planned: decrease NO> cheese"],
            id="agreed-cut-is-ahead",
        ),
    ],
)
def test_a_pause_is_made_by_agreeing_and_what_remains_is_so_now(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


@pytest.mark.parametrize(("text", "told"), SPARED)
def test_goods_that_bear_no_duty_are_exempt(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


@pytest.mark.parametrize(("text", "told"), ENDED)
def test_what_is_no_longer_in_effect_is_revoked(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Prices rose because of the Norwegian duties.", id="because-of"),
        pytest.param("Norway ended the season amid tariffs.", id="amid"),
    ],
)
def test_what_happens_because_of_a_measure_does_not_happen_to_it(text: str) -> None:
    assert tell(text, MeasureEvent) == []


@pytest.mark.parametrize(("text", "told"), MEANT)
def test_a_measure_is_read_as_its_wording_means_it(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told
