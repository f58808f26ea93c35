from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tradegraph.errors import InputError
from tradegraph.evaluation.gold import read_annotation, read_gold
from tradegraph.model import DateRange, Span

from .corpus import GOLD, INCREASE, TEXTS


def write(folder: Path, content: Any, name: str = "wire") -> Path:
    file = folder / f"{name}.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return file


def test_a_fact_is_read_with_every_role(tmp_path: Path) -> None:
    (fact,) = read_annotation(write(tmp_path, {"facts": [INCREASE]}), TEXTS["wire"]).facts
    assert fact.fact_type == "MeasureEvent"
    assert fact.actors == {"imposer": (frozenset({"CA"}),), "target": (frozenset({"CL"}),)}
    assert fact.phrases == {"product": ("copper",)}
    assert fact.rates == {"rate": frozenset({12.5})}
    assert fact.days == {"date": DateRange(date(2025, 3, 3), date(2025, 3, 3))}
    assert fact.codes == {"kind": "increase"}
    assert fact.spans == (Span(0, 67),)


def test_evidence_that_is_not_in_the_text_is_nowhere(tmp_path: Path) -> None:
    annotated = {"facts": [INCREASE | {"evidence": "in another text"}]}
    (fact,) = read_annotation(write(tmp_path, annotated), TEXTS["wire"]).facts
    assert fact.spans == ()


def test_annotations_of_other_documents_are_passed_over(tmp_path: Path) -> None:
    for name in ("wire", "order"):
        write(tmp_path, {"facts": GOLD[name]}, name)
    found = read_gold(tmp_path, {"order": TEXTS["order"]})
    assert [each.document for each in found] == ["order"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("{", "not as annotated facts are written", id="no JSON"),
        pytest.param({"id": "wire"}, "not as annotated facts are written", id="no facts"),
        pytest.param([], "not as annotated facts are written", id="a list"),
        pytest.param({"facts": ["rise"]}, "not as annotated facts are written", id="no object"),
        pytest.param(
            {"facts": [{"type": "Rulling", "modality": "actual"}]},
            "no fact is of type 'Rulling'; try: did you mean 'Ruling'?",
            id="unknown type",
        ),
        pytest.param({"facts": [INCREASE | {"rate": "25"}]}, "no rate: '25'", id="rate"),
        pytest.param(
            {"facts": [INCREASE | {"date": ["Monday", "Monday"]}]}, "no ISO date", id="date"
        ),
        pytest.param(
            {"facts": [INCREASE | {"date": "2025-03-03"}]}, "not as annotated", id="one day"
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: Any, message: str) -> None:
    file = write(tmp_path, content)
    with pytest.raises(InputError) as caught:
        read_annotation(file, TEXTS["wire"])
    assert str(caught.value).startswith(f"{file}: {message}")


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        read_gold(tmp_path / "gold", TEXTS)


def test_a_folder_about_other_documents_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"facts": []}, "elsewhere")
    with pytest.raises(InputError, match="no file is named after one of the documents"):
        read_gold(tmp_path, TEXTS)
