"""`timeline`: what happened to measures, cases and negotiations, over time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import click

from tradegraph.cli.invocation import Invocation, on_terminal, pass_invocation
from tradegraph.cli.network_options import DAY, to_day
from tradegraph.cli.options import examples, format_option, output_option
from tradegraph.cli.output import write_result
from tradegraph.cli.picture_options import picture_options
from tradegraph.cli.stores import open_to_read
from tradegraph.cli.tables import write_records
from tradegraph.describe import find_node
from tradegraph.errors import UsageError
from tradegraph.timeline import COLUMNS, FORMATS, Choice, draw_timeline, list_rows, read_timeline

TABLES: Final = ("table", "csv", "json")
SUFFIXES: Final = {"htm": "html", "txt": "table"}


@click.command(
    epilog=examples(
        "timeline -o timeline.svg",
        "timeline --about 'trade court' -o court.html",
        "timeline --known-on 2025-05-29 -f table",
        "timeline --from 2025-05-01 -o events.ics",
    )
)
@format_option((*FORMATS, *TABLES), "table on a terminal and csv in a pipe")
@output_option
@click.option(
    "--about",
    multiple=True,
    metavar="ENTITY",
    help="Only lanes and events of this measure, case, country, court..., named as for 'show'; may "
    "be repeated.",
)
@click.option(
    "--from", "start", type=DAY, callback=to_day, help="Only what goes on on this day or later."
)
@click.option(
    "--to", "end", type=DAY, callback=to_day, help="Only what goes on on this day or earlier."
)
@click.option(
    "--known-on",
    type=DAY,
    callback=to_day,
    help="As it was known on this day: only documents published by then count.",
)
@picture_options
@pass_invocation
def timeline(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    /,
    *,
    format_name: str | None,
    output: Path | None,
    about: tuple[str, ...],
    start: date | None,
    end: date | None,
    known_on: date | None,
    look: str,
    width: int | None,
    title: str | None,
) -> None:
    """Show over time what happened to measures, cases and negotiations.

    Each has a lane: events as marks, hollow when only planned, expected or possible; the status
    as a band; rates as steps, hatched where uncertain. HTML opens the passages behind a mark, ics
    is for calendars, and table, csv and json list everything. PNG and PDF need 'pip install
    tradegraph[draw]'.
    """
    form = format_name or _guess_format(output)
    if start and end and end < start:
        raise UsageError("--to lies before --from", how="the earlier day first")
    with open_to_read(invocation) as store:
        nodes = tuple(find_node(store, name) for name in about)
        found = read_timeline(store, Choice(nodes, start, end, known_on))
    if form in TABLES:
        write_records(COLUMNS, list_rows(found), form, output)
    else:
        write_result(draw_timeline(found, form, title=title, look=look, width=width), output)


def _guess_format(output: Path | None) -> str:
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    if not suffix:
        return "table" if on_terminal() and output is None else "csv"
    form = SUFFIXES.get(suffix, suffix)
    if form not in (*FORMATS, *TABLES):
        how = f"-f FORMAT: {', '.join((*FORMATS, *TABLES))}"
        raise UsageError(f"no format has the suffix .{suffix}", where=str(output), how=how)
    return form
