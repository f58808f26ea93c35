"""`timeline` on the command line: formats, choices, and one clear line for what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tradegraph.draw.graphviz import has_graphviz
from tradegraph.timeline import COLUMNS

from .conftest import Run

needs_graphviz = pytest.mark.skipif(not has_graphviz(), reason="needs the extra with Graphviz")


def test_pipe_gets_csv_with_a_row_for_each_event(ask_seed: Run) -> None:
    done = ask_seed("timeline")
    header, *rows = done.output.splitlines()
    assert done.exit_code == 0
    assert header == ",".join(COLUMNS)
    assert any("in effect pending appeal" in row for row in rows)


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("t.svg", b"<?xml"),
        pytest.param("t.pdf", b"%PDF", marks=needs_graphviz),
        pytest.param("t.png", b"\x89PNG", marks=needs_graphviz),
        ("t.html", b"<!doctype html>"),
        ("t.htm", b"<!doctype html>"),
        ("t.ics", b"BEGIN:VCALENDAR\r\n"),
        ("t.json", b"{"),
        ("t.csv", b"lane,"),
    ],
)
def test_suffix_chooses_the_format(ask_seed: Run, name: str, begin: bytes) -> None:
    assert ask_seed("timeline", "-o", name).exit_code == 0
    assert Path(name).read_bytes().startswith(begin)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--about", "Scot Bessent"], "did you mean 'Scott Bessent'?"),
        (["--from", "1900-01-01", "--to", "1800-01-01"], "--to lies before --from"),
        (["--known-on", "1900-01-01"], "nothing to show"),
        (["-o", "t.bmp"], "no format has the suffix .bmp"),
    ],
    ids=["a name misspelt", "days in the wrong order", "before all documents", "no such format"],
)
def test_what_cannot_be_shown_is_one_clear_line(
    ask_seed: Run, options: list[str], words: str
) -> None:
    done = ask_seed("timeline", *options)
    assert done.exit_code == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
