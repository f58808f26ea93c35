"""What later clauses and sentences add to a measure, and measures that a verb tells by itself."""

from __future__ import annotations

import pytest

from tradegraph.model import MeasureEvent

from .telling import tell

FOLLOWING = (
    pytest.param(
        "Norway imposed a 10% duty on Swedish cheese, and will raise it to 25% next year.",
        [
            "imposition NO>SE cheese 10%",
            "planned: increase NO>SE cheese 25% from 10% effective 2026-01-01..2026-12-31",
        ],
        id="raise-it-to",
    ),
    pytest.param(
        "Norway laid a 10% duty on Swedish cheese. It could rise to 25%.",
        ["imposition NO>SE cheese 10%", "possible: increase NO>SE cheese 25% from 10%"],
        id="it-could-rise",
    ),
    pytest.param(
        "Norway laid a 10% duty on Swedish cheese. The rate could rise to 25%.",
        ["imposition NO>SE cheese 10%", "possible: increase NO>SE cheese 25% from 10%"],
        id="the-rate-could-rise",
    ),
    pytest.param(
        "Norway laid a 10% duty on Swedish cheese. The order could rise to 25 pages.",
        ["imposition NO>SE cheese 10%"],
        id="an-order-is-no-rate",
    ),
    pytest.param(
        "Norway raised its duty on Swedish cheese. It held elections.",
        ["increase NO>SE cheese"],
        id="it-is-the-country",
    ),
)
BEGINNINGS = (
    pytest.param(
        "Norway announced a 10% duty on Swedish cheese. The duty takes effect on June 15.",
        ["announcement NO>SE cheese 10% effective 2025-06-15"],
        id="the-duty-takes-effect",
    ),
    pytest.param(
        "Norway announced a 10% duty on Swedish cheese. The move takes effect on June 15.",
        ["announcement NO>SE cheese 10% effective 2025-06-15"],
        id="the-move-takes-effect",
    ),
)
VERBS = (
    pytest.param(
        "Norway threatened to tax nearly all Swedish imports.",
        ["threatened: threat NO>SE"],
        id="tax-imports",
    ),
    pytest.param(
        "Norway is ready to target an additional $200 billion in Swedish imports.",
        ["planned: imposition NO>SE"],
        id="target-imports",
    ),
    pytest.param("Norway targeted voters in Sweden.", [], id="target-voters"),
)
TRUCES = (
    pytest.param(
        "Norway and Sweden declared a 90-day truce in the trade war on May 2.",
        ["pause NO>SE for P90D on 2025-05-02", "pause SE>NO for P90D on 2025-05-02"],
        id="truce-of-two",
    ),
    pytest.param("Norway called for a truce in the war.", [], id="no-trade-truce"),
)


@pytest.mark.parametrize(("text", "told"), FOLLOWING)
def test_a_pronoun_means_the_measure_told_last(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


@pytest.mark.parametrize(("text", "told"), BEGINNINGS)
def test_the_day_of_effect_completes_the_change_told_before(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


@pytest.mark.parametrize(("text", "told"), VERBS)
def test_a_verb_lays_a_measure_on_imports(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


@pytest.mark.parametrize(("text", "told"), TRUCES)
def test_a_truce_is_a_pause_by_both_sides(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norway hiked its export duties on fish.", id="export-duties"),
        pytest.param("Norway will remove non-tariff barriers.", id="non-tariff-barriers"),
        pytest.param("The anti-dumping duty investigation of fish began.", id="an-inquiry"),
        pytest.param("Norwegian tariffs hit 90% of the growers.", id="a-share-is-no-rate"),
    ],
)
def test_what_only_looks_like_a_tariff_on_imports_is_left_alone(text: str) -> None:
    assert not any("%" in line or "export" in line for line in tell(text, MeasureEvent))
