"""`show` and `explain`: one entity, one fact."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from tradegraph.cli.invocation import Invocation, line_width, pass_invocation
from tradegraph.cli.options import examples, format_option, output_option
from tradegraph.cli.output import write_result
from tradegraph.cli.stores import open_to_read
from tradegraph.describe import (
    EntityDescription,
    FactExplanation,
    describe_entity,
    explain_fact,
    format_entity,
    format_explanation,
)

FORMATS = ("text", "json")


@click.command(
    epilog=examples(
        "show 'Scott Bessent'",
        "show CN --limit 10",
        "show msr:us-reciprocal-2025 -f json -o reciprocal.json",
    )
)
@click.argument("entity")
@format_option(FORMATS, "text")
@output_option
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=40,
    show_default=True,
    help="Show at most this many facts, the latest.",
)
@pass_invocation
def show(
    invocation: Invocation, entity: str, format_name: str | None, output: Path | None, limit: int
) -> None:
    """Show what the graph knows about an entity.

    ENTITY is a name or alias, a country's code, a short name such as per:scott-bessent, or an IRI.
    Its names, properties, facts and the documents that mention it are shown.
    """
    with open_to_read(invocation) as store:
        description = describe_entity(store, entity, limit=limit)
    write_result(_write(description, format_name, output), output)


@click.command(
    epilog=examples(
        "explain ruling-us-cit",
        "explain evt:stay-us-cafc-us-trump-2025-29a278ca -f json",
    )
)
@click.argument("fact")
@format_option(FORMATS, "text")
@output_option
@pass_invocation
def explain(
    invocation: Invocation, fact: str, format_name: str | None, output: Path | None
) -> None:
    """Show the passages a fact was read from, and who read them.

    FACT is a fact's IRI, its short name, or as much of that as is unambiguous. For each document
    that states it: the passage in its context with its characters counted from 0, what kind of
    claim it is, on whose word, the extractor and its confidence. Of a derived period, the facts
    that it rests on.
    """
    with open_to_read(invocation) as store:
        explanation = explain_fact(store, fact)
    write_result(_write(explanation, format_name, output), output)


def _write(
    value: EntityDescription | FactExplanation, format_name: str | None, output: Path | None
) -> str:
    as_json = format_name == "json" or (not format_name and output and output.suffix == ".json")
    if as_json:
        return json.dumps(asdict(value), ensure_ascii=False, indent=2) + "\n"
    if isinstance(value, EntityDescription):
        return format_entity(value, width=line_width())
    return format_explanation(value, width=line_width())
