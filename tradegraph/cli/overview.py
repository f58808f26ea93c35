"""`stats`: how much of what the graph holds."""

from __future__ import annotations

from pathlib import Path

import click

from tradegraph.cli.invocation import Invocation, pass_invocation
from tradegraph.cli.options import examples, output_option
from tradegraph.cli.stores import open_to_read
from tradegraph.cli.tables import table_format_option, write_records
from tradegraph.statistics import count_contents


@click.command(epilog=examples("stats", "stats -f json"))
@table_format_option
@output_option
@pass_invocation
def stats(invocation: Invocation, format_name: str | None, output: Path | None) -> None:
    """Count documents, facts and entities.

    Also assertions by modality, mentions by how they were linked, derived periods, and the triples
    of each layer of the graph.
    """
    with open_to_read(invocation) as store:
        counts = count_contents(store)
    rows = [(each.group, each.name, each.count) for each in counts]
    write_records(("group", "name", "count"), rows, format_name, output)
