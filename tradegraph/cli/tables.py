"""Printing answers and lists: the format that is asked for, or that suits where it goes."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Sequence
from pathlib import Path

from pyoxigraph import Literal

from tradegraph.cli.invocation import line_width, on_terminal
from tradegraph.cli.options import format_option
from tradegraph.cli.output import write_result
from tradegraph.errors import UsageError
from tradegraph.render import (
    GRAPH_FORMATS,
    TABLE_FORMATS,
    guess_format,
    render_boolean,
    render_graph,
    render_table,
)
from tradegraph.store import Graph, Table

ANSWER_FORMATS = tuple(dict.fromkeys([*TABLE_FORMATS, *GRAPH_FORMATS]))

table_format_option = format_option(tuple(TABLE_FORMATS), "table on a terminal and csv in a pipe")


def write_answer(
    answer: Table | Graph | bool, format_name: str | None, output: Path | None
) -> None:
    """Write the answer to a query; raises UsageError for a format that cannot hold it."""
    if isinstance(answer, Graph):
        _demand(format_name, GRAPH_FORMATS, "this query gives a graph")
        chosen = format_name or (guess_format(output, GRAPH_FORMATS) if output else "turtle")
        write_result(render_graph(answer.triples, chosen), output)
        return
    _demand(format_name, TABLE_FORMATS, "this query gives no graph")
    chosen = choose_table_format(format_name, output)
    if isinstance(answer, bool):
        write_result(render_boolean(answer, chosen), output)
    else:
        write_table(answer, chosen, output)


def write_records(
    columns: Sequence[str],
    rows: Iterable[Sequence[str | int | float]],
    format_name: str | None,
    output: Path | None,
) -> None:
    """Write rows of texts and numbers as a table."""
    cells = tuple(tuple(Literal(cell) for cell in row) for row in rows)
    write_table(Table(tuple(columns), cells), choose_table_format(format_name, output), output)


def write_table(table: Table, format_name: str, output: Path | None) -> None:
    """Write a table; on a terminal it keeps to the width, and has colours where they are wanted."""
    shown = output is None and on_terminal()
    width = line_width() if shown else None
    color = output is None and _coloured(shown)
    write_result(render_table(table, format_name, width=width, color=color), output)


def choose_table_format(format_name: str | None, output: Path | None) -> str:
    """Return the format asked for, else the file's, else a table to look at or csv for a pipe."""
    if format_name:
        return format_name
    if output:
        return guess_format(output, TABLE_FORMATS)
    return "table" if on_terminal() else "csv"


def _demand(format_name: str | None, formats: Container[str], what: str) -> None:
    if format_name and format_name not in formats:
        known = TABLE_FORMATS if formats is TABLE_FORMATS else GRAPH_FORMATS
        raise UsageError(f"{what}, which {format_name} cannot hold", how=f"-f {' or '.join(known)}")


def _coloured(terminal: bool) -> bool:
    """Tell whether colours are wanted; see no-color.org and force-color.org."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (terminal and os.environ.get("TERM") != "dumb")
