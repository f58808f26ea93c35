"""`registry`: what tradegraph knows before it reads, and how to care for it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from tradegraph.cli.invocation import Invocation, pass_invocation
from tradegraph.cli.options import examples, format_option, output_option
from tradegraph.cli.output import write_result
from tradegraph.cli.stores import open_to_read
from tradegraph.cli.summary import say_counts
from tradegraph.cli.tables import choose_table_format, table_format_option, write_records
from tradegraph.curation import (
    add_entry,
    add_person,
    check_registry,
    list_ambiguous,
    list_unknown,
)
from tradegraph.curation.additions import SORTS, Term
from tradegraph.curation.forms import COLUMNS as FORM_COLUMNS
from tradegraph.curation.gaps import COLUMNS as GAP_COLUMNS
from tradegraph.evaluation import read_documents
from tradegraph.evaluation.triggers import COLUMNS as TRIGGER_COLUMNS
from tradegraph.evaluation.triggers import count_triggers, list_trigger_rows
from tradegraph.registry import load_registry
from tradegraph.render import TABLE_FORMATS
from tradegraph.validate import COLUMNS

DAY = click.DateTime(["%Y-%m-%d"])


@click.group(epilog=examples("registry check", "registry unknown --limit 20"))
def registry() -> None:
    """Look after the names and words that tradegraph knows before it reads."""


@registry.command(
    epilog=examples("registry check", "registry check --quick -f json -o findings.json")
)
@click.option("--quick", is_flag=True, help="Leave the SHACL shapes out.")
@format_option(tuple(TABLE_FORMATS), "table on a terminal and csv in a pipe")
@output_option
@click.pass_context
@pass_invocation
def check(
    invocation: Invocation,
    ctx: click.Context,
    *,
    quick: bool,
    format_name: str | None,
    output: Path | None,
) -> None:
    """Look for mistakes in the registry's entries, shipped ones and your own.

    Entries described twice, without a source, with terms that the ontology lacks; names that
    several bear, offices with two holders at once, words that no rule looks for, files out of
    order, and what breaks the shapes. Ends with exit code 1 if there is a violation.
    """
    report = check_registry(shapes=not quick)
    chosen = choose_table_format(format_name, output)
    if chosen == "json":
        write_result(report.to_json(), output)
    else:
        write_records(COLUMNS, report.to_rows(), chosen, output)
    say_counts(invocation, report)
    ctx.exit(int(not report.conforms))


@registry.command(epilog=examples("registry ambiguous", "registry ambiguous -f csv -o forms.csv"))
@table_format_option
@output_option
def ambiguous(format_name: str | None, output: Path | None) -> None:
    """List the names that several entries bear, which only the context tells apart."""
    rows = (
        (form.name, " ".join(form.kinds), form.jurisdictions, " ".join(form.entries))
        for form in list_ambiguous(load_registry())
    )
    write_records(FORM_COLUMNS, rows, format_name, output)


@registry.command(epilog=examples("registry unknown", "registry unknown --limit 20"))
@click.option("--limit", type=click.IntRange(1), help="Stop after this many names.")
@table_format_option
@output_option
@pass_invocation
def unknown(
    invocation: Invocation, *, limit: int | None, format_name: str | None, output: Path | None
) -> None:
    """List the names that the store's documents use most and the registry lacks."""
    with open_to_read(invocation) as store:
        found = list_unknown(store)[:limit]
    rows = ((each.name, each.kind, each.documents, each.uses, each.iri) for each in found)
    write_records(GAP_COLUMNS, rows, format_name, output)


@registry.command(epilog=examples("registry triggers gold/ docs.jsonl -f csv"))
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("docs", type=click.Path(path_type=Path))
@table_format_option
@output_option
def triggers(gold: Path, docs: Path, format_name: str | None, output: Path | None) -> None:
    """Tell how often each word of the lexicon stands where annotators found its kind of fact.

    GOLD and DOCS are as for 'tradegraph evaluate'. Of words for kinds of changes and meetings,
    states of talks and outcomes of rulings: how often each is found, the share of its places with
    such a fact, and the share of such facts that have it in their passage.
    """
    rows = list_trigger_rows(count_triggers(gold, read_documents(docs)))
    write_records(TRIGGER_COLUMNS, rows, format_name, output)


@registry.group(epilog=examples("registry add person --help", "registry add entry --help"))
def add() -> None:
    """Add an entry to the Turtle files of your own folder (--registry DIR)."""


@add.command(
    "person",
    epilog=examples(
        "--registry mine registry add person 'Jane Doe' --office us-trade-representative "
        "--from 2027-02-01 --source https://example.org/doe",
    ),
)
@click.argument("name")
@click.option("--office", help="The office they hold: the end of its IRI, or a name of only one.")
@click.option("--from", "start", type=DAY, help="The first day in the office.")
@click.option("--until", "end", type=DAY, help="The first day no longer in the office.")
@click.option("--family", help="The family name, if it is not the last word.")
@click.option("--alias", "aliases", multiple=True, help="Another name; may be repeated.")
@click.option("--source", required=True, help="Where this can be read: an address, or words.")
@pass_invocation
def add_person_command(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    *,
    name: str,
    office: str | None,
    start: datetime | None,
    end: datetime | None,
    family: str | None,
    aliases: tuple[str, ...],
    source: str,
) -> None:
    """Add a person, with an office if one is given; somebody known gets the office."""
    term = Term(office, _to_day(start), _to_day(end)) if office else None
    paths = add_person(name, source, aliases=aliases, family=family, term=term)
    invocation.say(f"written: {', '.join(map(str, paths))}")


@add.command(
    "entry",
    epilog=examples(
        "--registry mine registry add entry body 'Ministry of Trade' --of NZ "
        "--source https://example.org/ministry",
    ),
)
@click.argument("sort", type=click.Choice(list(SORTS)))
@click.argument("name")
@click.option("--of", "owner", help="Whose it is: a code such as NZ, or the end of a body's IRI.")
@click.option("--alias", "aliases", multiple=True, help="Another name; may be repeated.")
@click.option("--source", required=True, help="Where this can be read: an address, or words.")
@pass_invocation
def add_entry_command(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    *,
    sort: str,
    name: str,
    owner: str | None,
    aliases: tuple[str, ...],
    source: str,
) -> None:
    """Add a body, an organization, a court or an outlet."""
    paths = add_entry(sort, name, source, aliases=aliases, owner=owner)
    invocation.say(f"written: {', '.join(map(str, paths))}")


def _to_day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
