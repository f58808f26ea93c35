"""When an edition was published, as far as its own text tells."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.pages import Printed, add, print_page
from tradegraph.derive.known import open_known
from tradegraph.model import Document
from tradegraph.pipeline import ingest
from tradegraph.registry import load_registry
from tradegraph.schedules import read_schedule
from tradegraph.status import Question, read_status
from tradegraph.store import open_store


def schedule(*words: str, notes: str = "") -> Document:
    row = Printed("9903.01.25", ["Articles of any country", *words], add("10%"))
    return Document(print_page(row) + notes, ("a",), doc_type="schedule")


@pytest.mark.parametrize(
    ("words", "notes", "first"),
    [
        pytest.param((), "", "2026-01-01", id="the head gives the year"),
        pytest.param(
            ("[Compiler's note: provision terminated as of", "February 7, 2026.]"),
            "",
            "2026-02-07",
            id="what is noted beside a row as ended had ended",
        ),
        pytest.param(
            (),
            "[Compiler's note: headings 9903.01.84 through 9903.01.89 are terminated as of "
            "April 6, 2026.]",
            "2026-04-06",
            id="so had what the notes tell",
        ),
        pytest.param(
            ("[Compiler's note: provision terminated as of", "November 14, 2025.]"),
            "",
            "2026-01-01",
            id="an end of an earlier year says nothing",
        ),
        pytest.param(
            ("entered for consumption on or after", "November 10, 2026"),
            "",
            "2026-01-01",
            id="a first day may lie ahead",
        ),
    ],
)
def test_an_edition_lies_between_what_it_notes_and_the_end_of_its_year(
    words: tuple[str, ...], notes: str, first: str
) -> None:
    reading = read_schedule(schedule(*words, notes=notes), load_registry())
    assert reading is not None
    edition = reading.document.edition
    assert edition is not None
    assert (edition.first.isoformat(), edition.last.isoformat()) == (first, "2026-12-31")
    assert edition.text == "Revision 6 (2026)"


TERMINATED = "[Compiler's note: heading 9903.01.99 is terminated as of April 6, 2026.]"


@pytest.mark.parametrize(
    ("known", "on", "statuses"),
    [("2026-04-05", "2026-05-01", []), ("2026-04-06", "2026-05-01", ["in-effect"])],
)
def test_an_edition_is_known_from_its_earliest_day(
    known: str, on: str, statuses: list[str]
) -> None:
    question = Question(date.fromisoformat(on), heading="9903.01.25")
    with open_store(":memory:") as store:
        ingest(store, [schedule(notes=TERMINATED)])
        with open_known(store, date.fromisoformat(known)) as then:
            assert [row.status for row in read_status(then, question)] == statuses
