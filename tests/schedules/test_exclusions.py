"""Which duties of a schedule give way to others, by its notes and by the exceptions of its rows."""

from __future__ import annotations

import pytest

from tradegraph.identifiers import mint
from tradegraph.model import MeasureRelation, Span
from tradegraph.registry import load_registry
from tradegraph.schedules.exclusions import find_exclusions
from tradegraph.schedules.preferences import find_preferred
from tradegraph.schedules.programmes import Programmes
from tradegraph.schedules.rows import Row

US = mint("country", "US")
BRAZIL, LUMBER = "us-brazil-2025", "us-s232-timber-lumber-2025"


def told(text: str, *rows: Row) -> list[tuple[str, ...]]:
    facts = find_exclusions(text, rows, Programmes(load_registry(), US))
    return [pair(fact.content) for fact in facts]


def pair(content: object) -> tuple[str, ...]:
    assert isinstance(content, MeasureRelation)
    measures = (content.measure, *content.others)
    return tuple((each.programme or "").rpartition("/")[2] for each in measures)


@pytest.mark.parametrize(
    "note",
    [
        (
            "The additional duties imposed by heading 9903.01.77 shall not apply to wood products "
            "provided for in headings 9903.76.01, 9903.76.02 and 9903.76.03."
        ),
        (
            "The additional duties imposed by heading 9903.01.77 shall apply to logs provided for "
            "in 9903.41.01, but shall not apply to wood products provided for in 9903.76.01."
        ),
    ],
    ids=["wholly", "but for some"],
)
def test_note_lets_a_duty_give_way(note: str) -> None:
    assert told(note) == [(BRAZIL, LUMBER)]


@pytest.mark.parametrize(
    "note",
    [
        (
            "The additional duties imposed by heading 9903.01.77 shall not apply to goods whose "
            "entry is claimed under chapter 98."
        ),
        (
            "The additional duties imposed by heading 9999.01.77 shall not apply to wood products "
            "provided for in heading 9903.76.01."
        ),
    ],
    ids=["another chapter", "no such heading"],
)
def test_note_about_other_things_tells_nothing(note: str) -> None:
    assert told(note) == []


def row(heading: str, words: str, general: str) -> Row:
    return Row(heading, "", words, general, general, "No change", Span(0, 1))


def test_row_gives_way_to_excepted_rows_that_lay_a_duty() -> None:
    added = "The duty provided in the applicable subheading + 10%"
    free = "The duty provided in the applicable subheading"
    words = "Articles of Brazil, except for products described in headings {}"
    lumber = row("9903.76.01", "Lumber", added)
    donations = row("9903.01.79", "Donations", free)
    excepting = row("9903.01.77", words.format("9903.01.79 and 9903.76.01"), added)
    sparing = row("9903.01.77", words.format("9903.01.79"), added)
    assert told("", lumber, donations, excepting) == [(BRAZIL, LUMBER)]
    assert told("", lumber, donations, sparing) == []


@pytest.mark.parametrize(
    ("words", "goods"),
    [
        ("articles that qualify for preferential treatment under the USMCA", "USMCA-compliant"),
        ("articles entered free of duty, as related to the USMCA", "USMCA-compliant"),
        ("articles made under the USMCA", None),
        ("articles entered free of duty under chapter 98", None),
    ],
)
def test_goods_that_an_agreement_prefers_have_one_name(words: str, goods: str | None) -> None:
    found = find_preferred(words, load_registry())
    assert found == (f"{goods} goods" if goods else None)
