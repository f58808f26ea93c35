"""`schema`: the ontology's terms."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from tradegraph.cli.options import examples, output_option
from tradegraph.cli.output import write_result
from tradegraph.cli.tables import table_format_option, write_records
from tradegraph.schema import SORTS, SchemaTerm, find_related, find_term, list_terms


@click.command(
    epilog=examples("schema --kind class", "schema Ruling", "schema code:event", "schema tgs:Stay")
)
@click.argument("term", required=False)
@click.option("--kind", type=click.Choice(SORTS), help="List only terms of this kind.")
@table_format_option
@output_option
def schema(
    term: str | None, kind: str | None, format_name: str | None, output: Path | None
) -> None:
    """List the ontology's terms, or show one.

    TERM is a class, property, code list, code or shape: tg:Ruling, Ruling or its label. Shown are
    its definition, its place among the others, its properties, and the shapes that check it.
    """
    if term is None:
        rows = [(each.name, each.sort, each.label, each.definition) for each in list_terms(kind)]
        write_records(("term", "kind", "label", "definition"), rows, format_name, output)
        return
    found = find_term(term)
    if format_name == "json":
        write_result(json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n", output)
    else:
        write_result(_describe(found), output)


def _describe(term: SchemaTerm) -> str:
    lines = [f"{term.name} ({term.sort}): {term.label}", f"  {term.definition}".rstrip()]
    lines += [f"  for example: {' '.join(example.split())}" for example in term.examples]
    for label, names in (("in" if term.sort == "code" else "below", term.broader),):
        lines += [f"  {label} {', '.join(names)}"] if names else []
    lines += [f"  of {', '.join(term.domain)}"] if term.domain else []
    lines += [f"  values: {', '.join(term.range)}"] if term.range else []
    lines += [f"  says: {message}" for message in term.messages]
    for group, related in find_related(term).items():
        lines += ["", group]
        lines += [f"  {each.name}  {each.definition or each.label}" for each in related]
    return "\n".join(line for line in lines if line.strip() or not line) + "\n"
