"""Answers and graphs as text: for people, for spreadsheets, for other programs.

The same content gives the same characters, whatever order it comes in.
"""

from tradegraph.render.answers import render_boolean, render_table
from tradegraph.render.facts import COLUMNS as FACT_COLUMNS
from tradegraph.render.formats import (
    GRAPH_FORMATS,
    TABLE_FORMATS,
    Format,
    find_format,
    guess_format,
)
from tradegraph.render.graphs import Renderer, list_renderers, render_graph
from tradegraph.render.terms import compact_iri, display

__all__ = [
    "FACT_COLUMNS",
    "GRAPH_FORMATS",
    "TABLE_FORMATS",
    "Format",
    "Renderer",
    "compact_iri",
    "display",
    "find_format",
    "guess_format",
    "list_renderers",
    "render_boolean",
    "render_graph",
    "render_table",
]
