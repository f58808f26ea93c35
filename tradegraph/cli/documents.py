"""`build`, `ingest` and `retract`: documents in, documents out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from tradegraph.cli.exports import FORMATS, choose_graph_format, write_graph
from tradegraph.cli.invocation import Invocation, pass_invocation
from tradegraph.cli.options import confidence_option, examples, format_option, output_option
from tradegraph.cli.progress import show_progress
from tradegraph.cli.stores import open_to_write
from tradegraph.cli.summary import count, say_findings, say_hints, say_summary
from tradegraph.errors import InputError
from tradegraph.extractors import Extractor
from tradegraph.model import Document
from tradegraph.pipeline import IngestReport
from tradegraph.pipeline import ingest as ingest_documents
from tradegraph.pipeline import retract as retract_documents
from tradegraph.plugins import load_plugins
from tradegraph.readers import BUILT_IN, read_sources
from tradegraph.reading import choose_extractors
from tradegraph.validate import validate_documents

UNREADABLE = InputError.exit_code
sources_argument = click.argument("sources", metavar="SRC...", nargs=-1, required=True)
reader_option = click.option(
    "--reader",
    metavar="NAME",
    help="Read every file as text, markdown, html, pdf or jsonl instead of going by its suffix.",
)
extractor_option = click.option(
    "--extractor",
    "demanded",
    multiple=True,
    metavar="NAME",
    help="Also run an extractor that runs only on demand, such as llm; can be repeated.",
)
jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Read with so many processes; each takes about 300 MB.",
)


@click.command(
    epilog=examples(
        "build seeds/", "build news/ orders.jsonl -o graph.ttl", "build - < article.txt"
    )
)
@sources_argument
@reader_option
@extractor_option
@jobs_option
@confidence_option
@format_option(tuple(FORMATS), "no graph is written", open_ended=True)
@output_option
@click.pass_context
@pass_invocation
def build(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    ctx: click.Context,
    *,
    sources: tuple[str, ...],
    reader: str | None,
    demanded: tuple[str, ...],
    jobs: int,
    least: float | None,
    format_name: str | None,
    output: Path | None,
) -> None:
    """Turn documents into a validated graph, in one go.

    SRC are files, folders or - for stdin: text, Markdown, HTML, PDF, JSON Lines. The documents are
    read, taken into the store, linked with what is there and validated; what was found is
    summed up. A document that cannot be read is reported, and the others go on (exit code 3).
    With -o or -f the graph is written out.
    """
    form = choose_graph_format(format_name, output) if output or format_name else None
    extractors = choose_extractors(demanded) if demanded else None
    items = _read(invocation, sources, reader)
    with open_to_write(invocation) as store, show_progress(invocation) as progress:
        report = ingest_documents(
            store, items, extractors=extractors, jobs=jobs, least=least, progress=progress
        )
        progress("validating", 0)
        findings = validate_documents(store, [each.key for each in report.documents])
        if form:
            write_graph(store, form, output)
    _tell(invocation, report, extractors)
    say_findings(invocation, findings)
    say_hints(invocation, report)
    ctx.exit(_exit_code(report) or int(not findings.conforms))


@click.command(epilog=examples("ingest more/*.html", "ingest --reader jsonl - < articles"))
@sources_argument
@reader_option
@extractor_option
@jobs_option
@confidence_option
@click.pass_context
@pass_invocation
def ingest(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    ctx: click.Context,
    *,
    sources: tuple[str, ...],
    reader: str | None,
    demanded: tuple[str, ...],
    jobs: int,
    least: float | None,
) -> None:
    """Add documents to the store, or replace them.

    SRC are files, folders or - for stdin. A text that is in the store already is read anew.
    """
    extractors = choose_extractors(demanded) if demanded else None
    items = _read(invocation, sources, reader)
    with open_to_write(invocation) as store, show_progress(invocation) as progress:
        report = ingest_documents(
            store, items, extractors=extractors, jobs=jobs, least=least, progress=progress
        )
    _tell(invocation, report, extractors)
    ctx.exit(_exit_code(report))


@click.command(epilog=examples("retract 000_b6e73fb1f3aa604a", "retract doc:2f195f25f67f93db"))
@click.argument("documents", metavar="ID...", nargs=-1, required=True)
@pass_invocation
def retract(invocation: Invocation, documents: tuple[str, ...]) -> None:
    """Remove documents from the store without a trace.

    ID is a document's identifier (for a file, its name without suffix), its key or its IRI.
    """
    with open_to_write(invocation) as store, show_progress(invocation) as progress:
        keys = retract_documents(store, documents, progress=progress)
    invocation.say(f"retracted {count(len(keys), 'document')}: {', '.join(keys)}")


def _read(
    invocation: Invocation, sources: Sequence[str], reader: str | None
) -> list[Document | InputError]:
    """Return the documents, and the errors in place of those that cannot be read.

    Ends the command when there is no document at all, before a store is made.
    """
    readers = load_plugins("tradegraph.readers", BUILT_IN)
    items = list(read_sources(sources, reader=reader, readers=readers))
    if not items:
        raise InputError("no documents found", where=" ".join(sources), how="--reader NAME")
    failures = [item for item in items if isinstance(item, InputError)]
    if len(failures) < len(items):
        return items
    for failure in failures:
        invocation.report(failure)
    raise click.exceptions.Exit(UNREADABLE)


def _tell(
    invocation: Invocation, report: IngestReport, extractors: Mapping[str, Extractor] | None
) -> None:
    """Say what could not be read, what was found, and what an extractor on demand cost."""
    for error in (*report.failures, *report.troubles):
        invocation.report(error)
    say_summary(invocation, report)
    for name, extractor in (extractors or {}).items():
        account = getattr(extractor, "report", None)
        if callable(account):
            invocation.say(f"{name}: {account()}")


def _exit_code(report: IngestReport) -> int:
    if report.failures:
        return UNREADABLE
    return next((trouble.exit_code for trouble in report.troubles), 0)
