"""`query`, `ask` and `queries`: questions in SPARQL, shipped or of the user's own."""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic

import click

from tradegraph.cli.invocation import Invocation, pass_invocation
from tradegraph.cli.options import Command, Decorator, examples, format_option, output_option
from tradegraph.cli.output import write_result
from tradegraph.cli.stores import open_to_read
from tradegraph.cli.tables import ANSWER_FORMATS, table_format_option, write_answer, write_records
from tradegraph.describe import find_node
from tradegraph.errors import InputError, UsageError
from tradegraph.queries_catalogue import NamedQuery, bind, find_query, list_queries, read_query
from tradegraph.store import Graph, Table
from tradegraph.store.querytext import bind as bind_values

QUERY_OPTIONS: tuple[Decorator, ...] = (
    click.option(
        "--timeout",
        type=click.FloatRange(0, min_open=True),
        default=60.0,
        show_default=True,
        metavar="SECONDS",
        help="Give up after this time.",
    ),
    click.option(
        "-p",
        "--param",
        "parameters",
        multiple=True,
        metavar="NAME=VALUE",
        help="Give a value to a parameter of the query; may be repeated.",
    ),
    click.option("-e", "--execute", "text", metavar="SPARQL", help="Run this text."),
    click.argument("query_name", metavar="[QUERY]", required=False),
)
"""What `query` and `ask` have in common: the query and its parameters, the last one first."""


def query_options(function: Command) -> Command:
    """Add what `query` and `ask` have in common."""
    for decorate in QUERY_OPTIONS:
        function = decorate(function)
    return function


@click.command(
    epilog=examples(
        "query in-effect-on-date -p day=2025-05-30",
        "query mine.rq -f json -o answer.json",
        "query -e 'SELECT ?court { ?court a tg:Court }' --limit 5",
        "query - < mine.rq",
    )
)
@query_options
@format_option(ANSWER_FORMATS, "table on a terminal and csv in a pipe, turtle for a graph")
@output_option
@click.option("--limit", type=click.IntRange(1), help="Stop after this many rows.")
@click.option("--explain", is_flag=True, help="Show the query as it is run, and do not run it.")
@pass_invocation
def query(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    *,
    query_name: str | None,
    text: str | None,
    parameters: tuple[str, ...],
    timeout: float,
    format_name: str | None,
    output: Path | None,
    limit: int | None,
    explain: bool,
) -> None:
    """Run a SPARQL query: a file, a shipped one by name, or text.

    QUERY is the name of a shipped query (see 'tradegraph queries'), a file FILE.rq, or - for stdin.
    Values of parameters are days, numbers, names such as 'Scott Bessent', codes or IRIs. The
    prefixes of the graph need no declaration. The default graph is the union of all graphs.
    """
    chosen = choose_query(query_name, text)
    with open_to_read(invocation) as store:
        bindings = bind(chosen, split_parameters(parameters), lambda name: find_node(store, name))
        if explain:
            write_result(bind_values(chosen.text, bindings), output)
            return
        started = monotonic()
        answer = store.query(
            chosen.text, bindings=bindings, timeout=timeout, limit=limit, source=chosen.name
        )
    invocation.detail(f"{chosen.name}: {monotonic() - started:.3f} s")
    write_answer(answer, format_name, output)
    if not isinstance(answer, bool) and answer.truncated:
        invocation.say(f"note: only the first {limit} are shown; try: --limit {(limit or 0) * 10}")


@click.command(
    epilog=examples(
        "ask is-in-effect -p measure=msr:us-reciprocal-2025 -p day=2025-05-30",
        "ask -e 'ASK { ?stay a tg:Stay }'",
    )
)
@query_options
@click.pass_context
@pass_invocation
def ask(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    ctx: click.Context,
    *,
    query_name: str | None,
    text: str | None,
    parameters: tuple[str, ...],
    timeout: float,
) -> None:
    """Ask a yes-or-no question; the exit code is the answer.

    QUERY is as for 'tradegraph query'. Prints true and ends with 0, or false and ends with 1. A
    query that gives rows is true if there are any.
    """
    chosen = choose_query(query_name, text)
    with open_to_read(invocation) as store:
        bindings = bind(chosen, split_parameters(parameters), lambda name: find_node(store, name))
        answer = store.query(
            chosen.text, bindings=bindings, timeout=timeout, limit=1, source=chosen.name
        )
    holds = answer if isinstance(answer, bool) else has_any(answer)
    write_result("true\n" if holds else "false\n", None)
    ctx.exit(0 if holds else 1)


@click.group(
    invoke_without_command=True, epilog=examples("queries list", "queries show in-effect-on-date")
)
@click.pass_context
def queries(ctx: click.Context) -> None:
    """List the shipped queries, or show one."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_command)


@queries.command("list", epilog=examples("queries list", "queries list -f json"))
@table_format_option
@output_option
def list_command(format_name: str | None = None, output: Path | None = None) -> None:
    """List the shipped queries with what they answer and their parameters."""
    rows = [
        (each.name, each.summary, ", ".join(parameter.name for parameter in each.parameters))
        for each in list_queries()
    ]
    write_records(("query", "answers", "parameters"), rows, format_name, output)


@queries.command("show", epilog=examples("queries show rulings-and-stays > mine.rq"))
@click.argument("name")
def show_command(name: str) -> None:
    """Print a shipped query, with its header, to read or to change."""
    write_result(find_query(name).text, None)


def choose_query(name: str | None, text: str | None) -> NamedQuery:
    """Return the query that the argument or `-e` gives; raises UsageError unless it is one."""
    if (name is None) == (text is None):
        raise UsageError("a query is needed: one name, one file, - or -e", how="tradegraph queries")
    if text is not None:
        return read_query(text, "-e")
    assert name is not None  # noqa: S101 - excluded above
    if name == "-":
        return read_query(_decode(sys.stdin.buffer.read(), "-"), "-")
    path = Path(name)
    if path.is_file():
        return read_query(_decode(_read_bytes(path), name), name)
    if path.suffix == ".rq" and len(path.parts) > 1:
        raise InputError(
            "no such file", where=name, how="tradegraph queries lists the shipped ones"
        )
    return find_query(name)


def split_parameters(parameters: tuple[str, ...]) -> dict[str, str]:
    """Return the values by name; raises UsageError for one that is not NAME=VALUE or is double."""
    values: dict[str, str] = {}
    for each in parameters:
        name, equals, value = each.partition("=")
        if not equals or not name:
            raise UsageError(
                f"{each!r} is not NAME=VALUE", where="--param", how="-p day=2025-05-30"
            )
        if name in values:
            raise UsageError(f"the parameter {name!r} is given twice", where="--param")
        values[name] = value
    return values


def has_any(answer: Table | Graph) -> bool:
    """Tell whether an answer has a row or a triple."""
    return bool(answer.rows if isinstance(answer, Table) else answer.triples)


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(reason, where=str(path), how="check the path") from error


def _decode(octets: bytes, where: str) -> str:
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("the query is not UTF-8", where=where, how="save it as UTF-8") from error
