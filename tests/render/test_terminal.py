from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from tradegraph.render import render_table
from tradegraph.store import Table
from tradegraph.vocabulary import ID

STEEL = NamedNode(ID + "measure/xa-steel")
RATES = Table(
    ("measure", "low", "passage"),
    (
        (STEEL, Literal(25), Literal("a duty of 25 percent on steel from Meridia")),
        (NamedNode(ID + "measure/xa-timber"), Literal(8), None),
    ),
)


def test_columns_are_as_wide_as_their_content_without_a_limit() -> None:
    assert render_table(RATES, "table") == (
        "measure         low   passage\n"
        "────────────────────────────────────────────────────────────────\n"
        "msr:xa-steel     25   a duty of 25 percent on steel from Meridia\n"
        "msr:xa-timber     8\n"
    )


def test_long_texts_are_wrapped_to_the_width() -> None:
    text = render_table(RATES, "table", width=50)
    assert max(map(len, text.splitlines())) <= 50
    assert "a duty of 25" in text


def test_what_does_not_fit_becomes_records() -> None:
    assert render_table(RATES, "table", width=24) == (
        "measure  msr:xa-steel\n"
        "low      25\n"
        "passage  a duty of 25\n"
        "         percent on\n"
        "         steel from\n"
        "         Meridia\n"
        "\n"
        "measure  msr:xa-timber\n"
        "low      8\n"
    )


def test_a_table_without_rows_shows_its_columns() -> None:
    assert render_table(Table(("measure", "low"), ()), "table", width=80).startswith(
        "measure   low\n"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m", id="escape sequence"),
        pytest.param("one\ntwo\tthree", "one two three", id="line break and tab"),
        pytest.param("[bold]not markup[/bold]", "[bold]not markup[/bold]", id="rich's markup"),
        pytest.param("a\u202eb", "a\\x202eb", id="override of the writing direction"),
    ],
)
def test_a_document_cannot_steer_the_terminal(text: str, shown: str) -> None:
    table = Table(("quote",), ((Literal(text),),))
    assert shown in render_table(table, "table")


def test_color_is_only_there_when_asked_for() -> None:
    assert "\x1b[" not in render_table(RATES, "table", width=80)
    assert "\x1b[1m" in render_table(RATES, "table", width=80, color=True)
    assert "\x1b[1m" in render_table(RATES, "table", width=24, color=True)
