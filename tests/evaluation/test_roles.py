from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tradegraph.evaluation.facts import Fact
from tradegraph.evaluation.roles import Tally, compare_role
from tradegraph.model import DateRange


def named(*actors: set[str]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(names) for names in actors)


def days(first: str, last: str | None = None) -> DateRange:
    return DateRange(date.fromisoformat(first), date.fromisoformat(last or first))


def compare(role: str, field: str, gold: Any, found: Any) -> Tally:
    """Compare facts that have only this role; None leaves it out."""
    return compare_role(role, make_fact(role, field, gold), make_fact(role, field, found))


def make_fact(role: str, field: str, value: Any) -> Fact:
    fields: dict[str, Any] = {} if value is None else {field: {role: value}}
    return Fact("", "", **fields)


@pytest.mark.parametrize(
    ("role", "gold", "found", "tally"),
    [
        pytest.param("by", [{"Ada Marlow"}], [{"ada marlow"}], (1, 1, 1), id="agree"),
        pytest.param("by", [{"Ada Marlow"}], [{"pedro lima"}], (0, 1, 1), id="differ"),
        pytest.param("by", [{"Ada Marlow"}], [{"ada marlow"}, {"CA"}], (1, 1, 1), id="her country"),
        pytest.param("by", [], [{"ada marlow"}], (0, 0, 0), id="who acts need not be annotated"),
        pytest.param("target", [], [{"CL"}], (0, 1, 0), id="a target must be"),
        pytest.param("target", [{"CL"}], [{"CL"}, {"PE"}], (1, 2, 1), id="one too many"),
        pytest.param("target", [{"CL"}, {"CL"}], [{"CL"}], (1, 1, 2), id="each counts once"),
        pytest.param("imposer", [{"CA"}], [{"customs", "of:CA"}], (1, 1, 1), id="a body's country"),
        pytest.param("by", [{"CA"}], [{"customs", "of:CA"}], (0, 1, 1), id="not where bodies act"),
        pytest.param("office", [{"Premier"}], [{"premier of arcadia"}], (1, 1, 1), id="office"),
    ],
)
def test_actors_are_paired_by_their_names(
    role: str, gold: list[set[str]], found: list[set[str]], tally: tuple[int, int, int]
) -> None:
    assert compare(role, "actors", named(*gold), named(*found)) == Tally(*tally)


@pytest.mark.parametrize(
    ("gold", "found", "tally"),
    [
        pytest.param(("the steel",), ("steel",), (1, 1, 1), id="article"),
        pytest.param(("steel",), ("steel plates",), (1, 1, 1), id="part of a phrase"),
        pytest.param(("aluminium",), ("aluminum",), (1, 1, 1), id="spelling"),
        pytest.param(("steel",), ("glass",), (0, 1, 1), id="differ"),
        pytest.param((), ("glass",), (0, 1, 0), id="too many"),
    ],
)
def test_products_are_paired_by_their_letters(
    gold: tuple[str, ...], found: tuple[str, ...], tally: tuple[int, int, int]
) -> None:
    assert compare("product", "phrases", gold, found) == Tally(*tally)


@pytest.mark.parametrize(
    ("role", "gold", "found", "tally"),
    [
        pytest.param("date", days("2025-03-03"), days("2025-03-03"), (1, 1, 1), id="same day"),
        pytest.param(
            "date", days("2025-03-03"), days("2025-03-01", "2025-03-10"), (1, 1, 1), id="ten days"
        ),
        pytest.param(
            "date", days("2025-03-03"), days("2025-03-01", "2025-03-12"), (0, 1, 1), id="far wider"
        ),
        pytest.param("date", days("2025-03-03"), days("2025-03-04"), (0, 1, 1), id="day after"),
        pytest.param("date", None, days("2025-03-04"), (0, 0, 0), id="finer than annotated"),
        pytest.param("effective", None, days("2025-03-04"), (0, 1, 0), id="when it applies"),
        pytest.param("effective", days("2025-03-04"), None, (0, 0, 1), id="not found"),
    ],
)
def test_days_agree_where_they_overlap(
    role: str, gold: DateRange | None, found: DateRange | None, tally: tuple[int, int, int]
) -> None:
    assert compare(role, "days", gold, found) == Tally(*tally)


@pytest.mark.parametrize(
    ("gold", "found", "hits"),
    [
        pytest.param({10, 25}, {10.0, 25.0}, 1, id="same bounds"),
        pytest.param({25}, {10.0, 25.0}, 0, id="another bound"),
        pytest.param(set(), set(), 1, id="neither has a number"),
    ],
)
def test_rates_agree_by_their_numbers(gold: set[float], found: set[float], hits: int) -> None:
    assert compare("rate", "rates", frozenset(gold), frozenset(found)) == Tally(hits, 1, 1)


@pytest.mark.parametrize(
    ("role", "gold", "found", "tally"),
    [
        pytest.param("kind", "pause", "pause", (1, 1, 1), id="same"),
        pytest.param("kind", "announcement", "imposition", (1, 1, 1), id="what is coming"),
        pytest.param("kind", "pause", "imposition", (0, 1, 1), id="another"),
        pytest.param("kind", None, "pause", (0, 1, 0), id="not annotated"),
        pytest.param("verbatim", None, "true", (0, 0, 0), id="graphs always tell"),
        pytest.param("outcome", "vacated", None, (0, 0, 1), id="not found"),
    ],
)
def test_codes_agree_when_they_are_the_same(
    role: str, gold: str | None, found: str | None, tally: tuple[int, int, int]
) -> None:
    assert compare(role, "codes", gold, found) == Tally(*tally)


def test_shares_of_nothing_are_nothing() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)


def test_f1_is_the_harmonic_mean() -> None:
    assert Tally(hits=1, found=2, expected=4).f1 == pytest.approx(1 / 3)
