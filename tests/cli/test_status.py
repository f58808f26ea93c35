"""`status`, `diff` and `conflicts` on the command line, on the graph of the seed article."""

from __future__ import annotations

import json

import pytest

from tradegraph.status import CHANGE_COLUMNS, CONFLICT_COLUMNS, STATUS_COLUMNS

from .conftest import Run
from .reading_csv import rows

DUTIES = "US tariffs on Chinese goods, 2025"


def test_status_is_told_for_the_day_of_the_last_document(ask_seed: Run) -> None:
    done = ask_seed("status", "--measure", DUTIES)
    header, *found = rows(done.stdout)
    assert done.exit_code == 0
    assert done.stderr == "on 2025-05-30; another day: --on\n"
    assert tuple(header) == STATUS_COLUMNS
    (row,) = [dict(zip(header, each, strict=True)) for each in found]
    assert row["statusLabel"] == "in effect pending appeal"
    assert row["since"] == "2025-05-29"
    assert row["ruling"].startswith("US Court of International Trade 2025-05-26 to 2025-05-29")
    assert row["stay"] == "US Court of Appeals for the Federal Circuit 2025-05-29"
    assert row["sources"] == "000_b6e73fb1f3aa604a"


def test_each_period_of_a_row_can_be_explained(ask_seed: Run) -> None:
    header, *found = rows(ask_seed("status", "--measure", DUTIES).stdout)
    period = found[0][header.index("statusPeriod")]
    told = ask_seed("explain", period)
    assert told.exit_code == 0
    assert "000_b6e73fb1f3aa604a" in told.stdout


def test_status_on_another_day_and_as_json(ask_seed: Run) -> None:
    done = ask_seed("status", "--on", "2025-05-27", "--measure", DUTIES, "-f", "json")
    (row,) = json.loads(done.stdout)["results"]["bindings"]
    assert row["statusLabel"]["value"] == "uncertain"
    assert done.stderr == ""


def test_what_was_not_yet_known_does_not_count(ask_seed: Run) -> None:
    done = ask_seed("status", "--on", "2025-05-30", "--known-on", "2025-05-29", "--all")
    assert rows(done.stdout) == [list(STATUS_COLUMNS)]
    assert "no measure that is asked about has a status on this day" in done.stderr


def test_diff_ends_with_one_when_something_changed(ask_seed: Run) -> None:
    done = ask_seed("diff", "--from", "2025-05-28", "--to", "2025-05-29", "--measure", DUTIES)
    header, *found = rows(done.stdout)
    assert done.exit_code == 1
    assert tuple(header) == CHANGE_COLUMNS
    assert [DUTIES, "China", "status", "uncertain", "in effect pending appeal"] in [
        row[:5] for row in found
    ]


def test_diff_ends_with_zero_when_nothing_changed(ask_seed: Run) -> None:
    done = ask_seed("diff", "--from", "2025-05-29", "--to", "2025-05-30")
    assert (done.exit_code, rows(done.stdout)) == (0, [list(CHANGE_COLUMNS)])


def test_sources_that_agree_have_no_conflict(ask_seed: Run) -> None:
    done = ask_seed("conflicts")
    assert (done.exit_code, rows(done.stdout)) == (0, [list(CONFLICT_COLUMNS)])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["status", "--country", "Chna"], "did you mean"),
        (["status", "--authority", "Section 999"], "no legal authority is called 'Section 999'"),
        (["status", "--on", "yesterday"], "invalid value for '--on'"),
        (["diff", "--from", "2025-05-30", "--to", "2025-05-01"], "--to lies before --from"),
    ],
)
def test_what_cannot_be_is_one_clear_line(ask_seed: Run, arguments: list[str], words: str) -> None:
    done = ask_seed(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr
    assert done.stdout == ""
