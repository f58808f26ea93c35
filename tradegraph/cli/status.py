"""`status`, `diff` and `conflicts`: what holds on a day, what changed, what sources disagree on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from tradegraph.cli.invocation import Invocation, pass_invocation
from tradegraph.cli.network_options import DAY, to_day
from tradegraph.cli.options import Command, Decorator, examples, output_option
from tradegraph.cli.stores import open_to_read
from tradegraph.cli.tables import table_format_option, write_records
from tradegraph.derive.known import open_known
from tradegraph.describe import find_measures, find_node
from tradegraph.errors import UsageError
from tradegraph.status import (
    CHANGE_COLUMNS,
    CONFLICT_COLUMNS,
    STATUS_COLUMNS,
    Question,
    add_up,
    last_day,
    list_changes,
    list_conflicts,
    list_status,
    read_status,
)
from tradegraph.status.authorities import find_authority
from tradegraph.store import Store

CHOICES: tuple[Decorator, ...] = (
    click.option(
        "--known-on",
        type=DAY,
        callback=to_day,
        help="As it was known on this day: only documents published by then count, an edition "
        "of the tariff schedule from the earliest day that its own notes allow.",
    ),
    click.option(
        "--all",
        "everything",
        is_flag=True,
        help="Also what is over, and what only statements and news tell of.",
    ),
    click.option("--product", metavar="WORD", help="Only duties on goods with this in their name."),
    click.option(
        "--heading",
        metavar="HTS",
        help="Only under this heading of the tariff schedule, or a range of them.",
    ),
    click.option("--authority", metavar="NAME", help="Only under this law: ieepa, 'Section 232'."),
    click.option(
        "--measure",
        "measures",
        multiple=True,
        metavar="NAME",
        help="Only this measure, its parts, or the measures of this group: a name, or words of one "
        "('lumber tariffs'); may be repeated.",
    ),
    click.option("--by", "imposer", metavar="COUNTRY", help="Only what this country imposes."),
    click.option("--country", metavar="COUNTRY", help="Only what the goods of this country bear."),
)
"""Which measures are asked about, the last one first."""

ORDERS = ("source", "rate")


def choose_measures(function: Command) -> Command:
    """Add the options that choose measures."""
    for decorate in CHOICES:
        function = decorate(function)
    return function


@click.command(
    epilog=examples(
        "status --on 2025-05-30 --country CN",
        "status --on 2025-06-05 --country EU --product steel",
        "status --on 2026-03-01 --authority 'Section 122'",
        "status --on 2025-05-30 --heading 9903.01.25 --known-on 2025-05-20",
    )
)
@click.option(
    "--on", "day", type=DAY, callback=to_day, help="The day. Without it: that of the last document."
)
@choose_measures
@click.option(
    "--sort",
    type=click.Choice(ORDERS),
    default=ORDERS[0],
    show_default=True,
    help="The best source first, or the highest rate.",
)
@table_format_option
@output_option
@pass_invocation
def status(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    /,
    *,
    day: date | None,
    known_on: date | None,
    sort: str,
    format_name: str | None,
    output: Path | None,
    **choice: object,
) -> None:
    """Show which tariffs hold on a day: rate, law, ruling, stay and terms, on whose word.

    A row a measure; a measure with several rates has several. Since and until are half-open: on the
    day of 'until' it holds no more. With --country a last row adds up what all goods of the country
    bear. Pass a period or a measure to 'tradegraph explain' or 'show' for the passages.
    """
    with _open(invocation, known_on) as store:
        on = day or known_on or last_day(store)
        if on is None:
            raise UsageError("no document in the store has a date", how="--on 2025-05-30")
        question = _ask(store, on, choice)
        rows = read_status(store, question)
        total = add_up(store, rows) if question.country else None
        whose = str(choice["country"])
    if sort == "rate":
        rows.sort(key=lambda row: -(row.high if row.high is not None else row.low or -1))
    table = list_status(rows)
    if total:
        told = {
            "measureLabel": "total",
            "target": whose,
            "rate": f"{total.percent:g}%",
            "sources": total.why,
        }
        table.append(tuple(told.get(name, "") for name in STATUS_COLUMNS))
    if day is None:
        invocation.say(f"on {on}; another day: --on")
    if not rows:
        invocation.say("no measure that is asked about has a status on this day; try: --all")
    write_records(STATUS_COLUMNS, table, format_name, output)


@click.command(
    epilog=examples(
        "diff --from 2025-05-27 --to 2025-05-30",
        "diff --from 2025-04-08 --to 2025-04-10 --country CN",
    )
)
@click.option("--from", "start", type=DAY, callback=to_day, required=True, help="The earlier day.")
@click.option("--to", "end", type=DAY, callback=to_day, required=True, help="The later day.")
@choose_measures
@table_format_option
@output_option
@click.pass_context
@pass_invocation
def diff(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    ctx: click.Context,
    /,
    *,
    start: date,
    end: date,
    known_on: date | None,
    format_name: str | None,
    output: Path | None,
    **choice: object,
) -> None:
    """Show what changed between two days: statuses, rates, rulings, stays.

    Ends with 1 when something did.
    """
    if end < start:
        raise UsageError("--to lies before --from", how="the earlier day first")
    with _open(invocation, known_on) as store:
        before, after = (read_status(store, _ask(store, day, choice)) for day in (start, end))
    rows = list_changes(before, after)
    write_records(CHANGE_COLUMNS, rows, format_name, output)
    ctx.exit(1 if rows else 0)


@click.command(
    epilog=examples("conflicts", "conflicts --measure 'reciprocal tariff on China' -f json")
)
@click.option(
    "--measure",
    "measures",
    multiple=True,
    metavar="NAME",
    help="Only about this measure: a name, or words of one; may be repeated.",
)
@table_format_option
@output_option
@click.pass_context
@pass_invocation
def conflicts(
    invocation: Invocation,
    ctx: click.Context,
    *,
    measures: tuple[str, ...],
    format_name: str | None,
    output: Path | None,
) -> None:
    """Show what sources disagree on: both values and passages, and which counts.

    The tariff schedule goes before orders and notices, those before court papers, those before what
    agencies say, that before news; among equals the later document. Ends with 1 when there are any.
    """
    with open_to_read(invocation) as store:
        rows = list_conflicts(store, _find_all(store, measures))
    write_records(CONFLICT_COLUMNS, rows, format_name, output)
    ctx.exit(1 if rows else 0)


@contextmanager
def _open(invocation: Invocation, known_on: date | None) -> Iterator[Store]:
    with open_to_read(invocation) as store:
        if known_on is None:
            yield store
            return
        with open_known(store, known_on) as known:
            yield known


def _find_all(store: Store, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(measure for name in names for measure in find_measures(store, name))


def _ask(store: Store, on: date, choice: dict[str, object]) -> Question:
    """Return the question that the options ask."""

    def find(name: str) -> str | None:
        value = choice[name]
        return find_node(store, str(value)) if value else None

    measures = choice["measures"]
    assert isinstance(measures, tuple)  # noqa: S101 - `multiple` gives one
    authority = choice["authority"]
    return Question(
        on=on,
        country=find("country"),
        imposer=find("imposer"),
        measures=_find_all(store, measures),
        authority=find_authority(store, str(authority)) if authority else None,
        heading=str(choice["heading"]) if choice["heading"] else None,
        product=str(choice["product"]) if choice["product"] else None,
        everything=bool(choice["everything"]),
    )
