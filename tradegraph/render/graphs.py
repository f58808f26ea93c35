"""Graphs in each format, and what installed packages add."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from pyoxigraph import RdfFormat, serialize

from tradegraph.errors import UsageError
from tradegraph.plugins import load_plugins
from tradegraph.render.facts import write_facts
from tradegraph.render.jsonld import write_jsonld
from tradegraph.render.rdfxml import write_rdfxml
from tradegraph.render.triples import Statement, merge_graphs, split_graphs
from tradegraph.render.turtle import write_trig, write_turtle
from tradegraph.spelling import advise

GROUP: Final = "tradegraph.renderers"

Renderer = Callable[[Iterable[Statement]], str]
"""Takes quads or triples and returns text; the same ones, in any order, give the same text."""


def write_nt(statements: Iterable[Statement]) -> str:
    """Return the statements as N-Triples in order; the names of their graphs are left out."""
    triples = {quad.triple for quad in merge_graphs(statements)}
    return _decode(serialize(sorted(triples, key=str), format=RdfFormat.N_TRIPLES))


def write_nq(statements: Iterable[Statement]) -> str:
    """Return the statements as N-Quads in order."""
    quads = (quad for _, graph in split_graphs(statements) for quad in graph)
    return _decode(serialize(sorted(quads, key=str), format=RdfFormat.N_QUADS))


BUILT_IN: Final[dict[str, Renderer]] = {
    "turtle": write_turtle,
    "trig": write_trig,
    "nt": write_nt,
    "nq": write_nq,
    "json-ld": write_jsonld,
    "rdfxml": write_rdfxml,
    "csv": write_facts,
}


def list_renderers() -> dict[str, Renderer]:
    """Return the built-in renderers of graphs and those of installed packages, by name."""
    return load_plugins(GROUP, BUILT_IN)


def render_graph(statements: Iterable[Statement], format_name: str) -> str:
    """Return quads or triples in a format; the same ones, in any order, give the same text.

    Turtle, N-Triples and RDF/XML leave the names of the graphs out. Raises UsageError for an
    unknown format and for what the format cannot hold.
    """
    renderer = BUILT_IN.get(format_name)
    if renderer is None:
        known = list_renderers()
        if format_name not in known:
            how = advise(format_name, known, otherwise=f"one of {', '.join(known)}")
            raise UsageError(f"no format named {format_name!r}", how=how)
        renderer = known[format_name]
    return renderer(statements)


def _decode(octets: bytes | None) -> str:
    return octets.decode("utf-8") if octets else ""
