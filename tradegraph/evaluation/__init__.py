"""Evaluation: how well the facts that were read agree with those that annotators found.

A fact is found when its type and core roles agree with an annotated one; then every value of every
role is compared, and the modality. Values that are not in doubt between readers, a name in full or
by its surname, are taken as equal; the rules stand in `names`, `roles` and `matching`.
"""

from tradegraph.evaluation.figures import Cited, Figures, count_figures, group_figures
from tradegraph.evaluation.report import Miss, list_misses
from tradegraph.evaluation.resolution import KindFigures, count_resolutions, resolve_names
from tradegraph.evaluation.roles import Tally
from tradegraph.evaluation.scoring import (
    Evaluation,
    evaluate_documents,
    evaluate_graph,
    load_graph,
    read_documents,
    score_documents,
)

__all__ = [
    "Cited",
    "Evaluation",
    "Figures",
    "KindFigures",
    "Miss",
    "Tally",
    "count_figures",
    "count_resolutions",
    "evaluate_documents",
    "evaluate_graph",
    "group_figures",
    "list_misses",
    "load_graph",
    "read_documents",
    "resolve_names",
    "score_documents",
]
