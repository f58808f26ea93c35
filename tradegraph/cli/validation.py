"""`validate`: whether the graph keeps to its shapes."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import click

from tradegraph.cli.invocation import Invocation, pass_invocation
from tradegraph.cli.options import examples, format_option, output_option
from tradegraph.cli.output import write_result
from tradegraph.cli.progress import show_progress
from tradegraph.cli.stores import open_to_read
from tradegraph.cli.summary import say_counts
from tradegraph.cli.tables import choose_table_format, write_records
from tradegraph.errors import InputError, UsageError
from tradegraph.render import TABLE_FORMATS
from tradegraph.validate import COLUMNS, SEVERITIES, Report, validate_documents, validate_files
from tradegraph.validate.turtle import write_turtle

FORMATS = (*TABLE_FORMATS, "turtle")


@click.command(
    epilog=examples(
        "validate",
        "validate --document 000_b6e73fb1f3aa604a --deep",
        "validate graph.ttl more.trig -f json -o report.json",
        "validate --fail-on warning",
    )
)
@click.argument("files", metavar="[FILE...]", nargs=-1)
@format_option(FORMATS, "table on a terminal and csv in a pipe")
@output_option
@click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="ID",
    help="Check only this document; may be repeated.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "none"]),
    default="violation",
    show_default=True,
    help="End with exit code 1 if there is a finding as grave as this.",
)
@click.option(
    "--deep", is_flag=True, help="Repeat every check with pySHACL over the whole graph; slow."
)
@click.pass_context
@pass_invocation
def validate(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    format_name: str | None,
    output: Path | None,
    documents: tuple[str, ...],
    fail_on: str,
    deep: bool,
) -> None:
    """Check the graph, or files, against the SHACL shapes.

    Without FILE the store is checked. Each finding has its severity, the rule, the node, and the
    document, line and passage it was read from. FILE is Turtle, TriG, N-Triples, N-Quads, or -.
    """
    if files and documents:
        raise UsageError("--document is about the store, not about files", how="one of the two")
    with show_progress(invocation) as progress:
        progress("validating", 0)
        if files:
            report = _check_files(files, deep=deep)
        else:
            report = _check_store(invocation, documents, deep=deep)
    _write(report, format_name, output)
    say_counts(invocation, report)
    ctx.exit(int(fail_on != "none" and report.reaches(fail_on)))


def _check_store(invocation: Invocation, documents: tuple[str, ...], *, deep: bool) -> Report:
    with open_to_read(invocation) as store:
        keys = [store.find_document(name) for name in documents] if documents else None
        return validate_documents(store, keys, deep=deep)


def _check_files(files: tuple[str, ...], *, deep: bool) -> Report:
    if "-" not in files:
        return validate_files([Path(each) for each in files], deep=deep)
    with tempfile.TemporaryDirectory() as folder:
        piped = Path(folder) / "stdin.trig"  # which Turtle is a part of
        piped.write_bytes(sys.stdin.buffer.read())
        paths = [piped if each == "-" else Path(each) for each in files]
        try:
            report = validate_files(paths, deep=deep)
        except InputError as error:
            where = (error.where or "").replace(str(piped), "-")
            raise InputError(error.what, where=where, how=error.how) from error
    return Report(
        tuple(
            replace(each, document="-") if each.document == str(piped) else each
            for each in report.findings
        )
    )


def _write(report: Report, format_name: str | None, output: Path | None) -> None:
    turtle = output and output.suffix == ".ttl"
    chosen = format_name or ("turtle" if turtle else choose_table_format(None, output))
    if chosen == "turtle":
        write_result(write_turtle(report), output)
    elif chosen == "json":
        write_result(report.to_json(), output)
    else:
        write_records(COLUMNS, report.to_rows(), chosen, output)
