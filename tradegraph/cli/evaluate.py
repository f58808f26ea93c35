"""`evaluate`: how well facts are read, against those that annotators found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from pyoxigraph import Literal, NamedNode

from tradegraph.cli.invocation import Invocation, pass_invocation
from tradegraph.cli.options import confidence_option, examples, format_option, output_option
from tradegraph.cli.output import write_result
from tradegraph.cli.progress import show_progress
from tradegraph.cli.summary import count
from tradegraph.cli.tables import choose_table_format, write_records, write_table
from tradegraph.errors import UsageError
from tradegraph.evaluation import (
    Evaluation,
    Figures,
    count_figures,
    count_resolutions,
    group_figures,
    list_misses,
    load_graph,
    read_documents,
    resolve_names,
    score_documents,
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
from tradegraph.evaluation.resolution import (
    KIND_COLUMNS,
    UNRESOLVED_COLUMNS,
    Resolution,
    list_kind_rows,
    list_unresolved_rows,
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
        "evaluate gold/ docs.jsonl --names --misses",
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
@confidence_option
@click.option(
    "--by",
    type=click.Choice(["type", "genre", "year"]),
    help="Also give the figures of each type of fact, or genre or year of the document.",
)
@click.option(
    "--names",
    is_flag=True,
    help="Give the share of names in the annotated facts that lead to the registry's right entry.",
)
@click.option(
    "--misses",
    is_flag=True,
    help="Show the missed and the extra facts with their passages instead of figures; with --names "
    "the names that lead nowhere or to another entry.",
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
    least: float | None,
    by: str | None,
    names: bool,
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
    if graph and least is not None:
        raise UsageError("--min-confidence is for reading, not for --graph", how="leave one out")
    documents = read_documents(docs)
    with show_progress(invocation) as progress:
        dataset = load_graph(documents, graph, least=least, progress=progress)
    chosen = choose_table_format(format_name, output)
    if names:
        resolutions = resolve_names(gold, documents, dataset)
        (_write_unresolved if misses else _write_kinds)(resolutions, chosen, output)
        return
    evaluation = score_documents(gold, documents, dataset)
    total = count_figures(evaluation)
    _say_cited(invocation, total)
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


def _write_kinds(resolutions: Sequence[Resolution], chosen: str, output: Path | None) -> None:
    rows = list_kind_rows(count_resolutions(resolutions))
    cells = tuple(tuple(map(_to_literal, row)) for row in rows)
    write_table(Table(KIND_COLUMNS, cells), chosen, output)


def _write_unresolved(resolutions: Sequence[Resolution], chosen: str, output: Path | None) -> None:
    write_records(UNRESOLVED_COLUMNS, list_unresolved_rows(resolutions), chosen, output)


def _to_literal(cell: Cell) -> Literal | None:
    """Return a cell as an RDF term, a share with four digits."""
    if isinstance(cell, float):
        return Literal(f"{cell:.4f}", datatype=DECIMAL)
    return None if cell is None else Literal(cell)
