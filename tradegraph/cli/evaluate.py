"""`evaluate`: how well facts are read, against those that annotators found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from pyoxigraph import Literal, NamedNode

from tradegraph.cli.invocation import Invocation, pass_invocation
from tradegraph.cli.options import examples, format_option, output_option
from tradegraph.cli.output import write_result
from tradegraph.cli.progress import show_progress
from tradegraph.cli.summary import count
from tradegraph.cli.tables import choose_table_format, write_records, write_table
from tradegraph.evaluation import (
    Evaluation,
    Figures,
    count_figures,
    evaluate_documents,
    evaluate_graph,
    group_figures,
    list_misses,
    read_documents,
)
from tradegraph.evaluation.report import (
    FIGURE_COLUMNS,
    MISS_COLUMNS,
    NARROW,
    Cell,
    list_figure_rows,
    list_miss_rows,
    write_figures,
    write_misses,
)
from tradegraph.store import Table
from tradegraph.vocabulary import XSD

FORMATS = ("table", "json", "csv")
DECIMAL = NamedNode(XSD + "decimal")


@click.command(
    epilog=examples(
        "evaluate gold/ docs.jsonl",
        "evaluate gold/ docs.jsonl --by genre -f csv",
        "evaluate gold/ docs.jsonl --graph graph.nq -o figures.json",
        "evaluate gold/ docs.jsonl --misses",
    )
)
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("docs", type=click.Path(path_type=Path))
@click.option(
    "--graph",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Score this exported graph, N-Quads or TriG, instead of reading the documents now.",
)
@click.option(
    "--by",
    type=click.Choice(["type", "genre", "year"]),
    help="Also give the figures of each type of fact, or genre or year of the document.",
)
@click.option(
    "--misses",
    is_flag=True,
    help="Show the missed and the extra facts with their passages instead of figures.",
)
@format_option(FORMATS, "table on a terminal and csv in a pipe")
@output_option
@pass_invocation
def evaluate(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    *,
    gold: Path,
    docs: Path,
    graph: Path | None,
    by: str | None,
    misses: bool,
    format_name: str | None,
    output: Path | None,
) -> None:
    """Compare what is read with what annotators found.

    GOLD is a folder of ID.json files, one a document: {"facts": [...]}. DOCS has the documents as
    JSON Lines, each with its "id". Facts count as found when type and core roles agree; of these
    every role and the modality are compared. Shares go from 0 to 1; csv and json give more than the
    table. The store is left alone.
    """
    documents = read_documents(docs)
    if graph:
        evaluation = evaluate_graph(gold, documents, graph)
    else:
        with show_progress(invocation) as progress:
            evaluation = evaluate_documents(gold, documents, progress=progress)
    total = count_figures(evaluation)
    _say_cited(invocation, total)
    chosen = choose_table_format(format_name, output)
    if misses:
        _write_misses(evaluation, chosen, output)
    else:
        groups = group_figures(evaluation, by) if by else []
        _write_figures([*groups, total], chosen, output)


def _say_cited(invocation: Invocation, total: Figures) -> None:
    if total.cited:
        documents = count(total.cited.documents, "document")
        passages = count(total.cited.spans, "passage")
        invocation.say(
            f"{documents}, {total.cited.documents_with_facts} with facts; "
            f"{passages}, {total.cited.wrong_spans} wrong; "
            f"modality macro F1 {total.modality_macro_f1:.3f}"
        )


def _write_figures(figures: Sequence[Figures], chosen: str, output: Path | None) -> None:
    if chosen == "json":
        write_result(write_figures(figures), output)
        return
    columns = FIGURE_COLUMNS[:NARROW] if chosen == "table" else FIGURE_COLUMNS
    rows = (tuple(map(_to_literal, row)) for row in list_figure_rows(figures))
    write_table(Table(columns, tuple(row[: len(columns)] for row in rows)), chosen, output)


def _write_misses(evaluation: Evaluation, chosen: str, output: Path | None) -> None:
    misses = list_misses(evaluation)
    if chosen == "json":
        write_result(write_misses(misses), output)
    else:
        write_records(MISS_COLUMNS, list_miss_rows(misses), chosen, output)


def _to_literal(cell: Cell) -> Literal | None:
    """Return a cell as an RDF term, a share with four digits."""
    if isinstance(cell, float):
        return Literal(f"{cell:.4f}", datatype=DECIMAL)
    return None if cell is None else Literal(cell)
