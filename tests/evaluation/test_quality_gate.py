from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import quality_gate
from quality_gate import (
    NAMES,
    SEED,
    SETS,
    Floors,
    Measured,
    find_breaches,
    find_name_breaches,
    pin_floors,
    read_floors,
)

from tradegraph.evaluation import KindFigures

FINE = Measured(fact_f1=0.9, role_f1=0.8, modality_accuracy=0.95, wrong_spans=0)
FLOORS = Floors(
    required={"seed": {"fact_f1": 0.85}},
    pinned={name: {"fact_f1": 0.8, "role_f1": 0.7} for name in SETS} | {NAMES: {"courts": 0.95}},
    most_apart=0.05,
    most_wrong=0.02,
    cross_validated=0.9,
    most_miscalibrated=0.08,
)
NAMED = KindFigures("courts", names=100, right=97, wrong=1, ambiguous=1, unknown=1)


def breaches(**changed: Measured) -> list[str]:
    return list(find_breaches(dict.fromkeys(SETS, FINE) | changed, FLOORS))


def test_figures_above_their_floors_pass() -> None:
    assert breaches() == []


@pytest.mark.parametrize(
    ("name", "figures", "line"),
    [
        pytest.param(
            "dev",
            replace(FINE, role_f1=0.69),
            "dev: role_f1 is 0.6900, below its floor 0.7000",
            id="pinned",
        ),
        pytest.param(
            "seed",
            replace(FINE, fact_f1=0.84),
            "seed: fact_f1 is 0.8400, below its floor 0.8500",
            id="the higher of two",
        ),
        pytest.param(
            "train",
            replace(FINE, wrong_spans=2),
            "train: 2 passages do not quote their text",
            id="wrong passages",
        ),
        pytest.param(
            "dev",
            replace(FINE, fact_f1=0.96),
            "dev and unseen: fact_f1 0.0600 apart, more than 0.0500",
            id="dev far from unseen text",
        ),
    ],
)
def test_a_floor_that_is_not_reached_is_told(name: str, figures: Measured, line: str) -> None:
    assert breaches(**{name: figures}) == [line]


@pytest.mark.parametrize(
    ("figures", "lines"),
    [
        pytest.param(NAMED, [], id="enough"),
        pytest.param(
            replace(NAMED, right=94),
            ["names: courts resolve 0.9400, below their floor 0.9500"],
            id="too few right",
        ),
        pytest.param(
            replace(NAMED, wrong=3),
            ["names: courts go wrong 0.0300, more than 0.0200"],
            id="too many wrong",
        ),
        pytest.param(replace(NAMED, kind="places", right=0, wrong=50), [], id="without a floor"),
        pytest.param(
            replace(NAMED, kind="all", wrong=3),
            ["names: all go wrong 0.0300, more than 0.0200"],
            id="too many wrong in all",
        ),
    ],
)
def test_names_that_lead_astray_are_told(figures: KindFigures, lines: list[str]) -> None:
    assert list(find_name_breaches([figures], FLOORS)) == lines


def test_floors_are_pinned_a_little_below_what_is_measured(tmp_path: Path) -> None:
    file = tmp_path / "quality.json"
    told = {"required": {"seed": {}, NAMES: {"courts": 0.9}}, "pinned": {}}
    limits = dict.fromkeys(("most_apart", "most_wrong", "cross_validated"), 0.05)
    file.write_text(json.dumps({**told, **limits, "most_miscalibrated": 0.08}))
    pin_floors(dict.fromkeys(SETS, FINE), [NAMED, replace(NAMED, kind="places")], file)
    assert read_floors(file).of(NAMES) == {"courts": 0.965}
    assert read_floors(file).of("dev") == {
        "fact_f1": 0.895,
        "role_f1": 0.795,
        "modality_accuracy": 0.945,
    }


def test_every_set_has_pinned_floors() -> None:
    floors = read_floors()
    assert all(floors.of(name).keys() >= {"fact_f1", "role_f1"} for name in SETS)


def test_missing_documents_fail_the_gate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(quality_gate, "ANNOTATED", tmp_path / "eval")
    assert quality_gate.main([]) == 1
    assert quality_gate.main(["--allow-missing"]) == 0
    said = f"quality: no annotated documents in {tmp_path / 'eval'}\n"
    assert capsys.readouterr().err == said * 2


def test_the_seed_reaches_what_is_required_of_it(shared: Path) -> None:
    measured = quality_gate.measure(quality_gate.read_set(SEED, shared / "eval"))
    assert measured.fact_f1 >= 0.90
    assert measured.role_f1 >= 0.82
    assert measured.wrong_spans == 0
