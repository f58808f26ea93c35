"""Turtle and TriG for reading: one paragraph a subject, in order, with short names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Quad

from tradegraph.render.terms import used_prefixes, write_iri, write_term
from tradegraph.render.triples import (
    TYPE,
    Description,
    Statement,
    describe,
    iris_shown,
    merge_graphs,
    name_blanks,
    split_graphs,
)

STEP = " " * 4


def write_turtle(statements: Iterable[Statement]) -> str:
    """Return the statements as Turtle; the names of their graphs are left out."""
    quads = merge_graphs(statements)
    return _join([*_prefix_lines(quads), *_paragraphs(quads, name_blanks(quads), "")])


def write_trig(statements: Iterable[Statement]) -> str:
    """Return the statements as TriG, a block for each named graph."""
    graphs = split_graphs(statements)
    every = [quad for _, quads in graphs for quad in quads]
    blanks = name_blanks(every)
    blocks = list(_prefix_lines(every))
    for name, quads in graphs:
        if name is None:
            blocks += _paragraphs(quads, blanks, "")
        else:
            inner = "\n\n".join(_paragraphs(quads, blanks, STEP))
            blocks.append(f"{write_iri(name)} {{\n{inner}\n}}")
    return _join(blocks)


def _join(blocks: list[str]) -> str:
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _prefix_lines(quads: Iterable[Quad]) -> Iterator[str]:
    prefixes = used_prefixes(iris_shown(quads))
    if prefixes:
        yield "\n".join(f"@prefix {name}: <{iri}> ." for name, iri in prefixes.items())


def _paragraphs(quads: Iterable[Quad], blanks: Mapping[str, str], indent: str) -> list[str]:
    return [_paragraph(each, blanks, indent) for each in describe(quads)]


def _paragraph(description: Description, blanks: Mapping[str, str], indent: str) -> str:
    lines = []
    for predicate, values in description.properties:
        name = "a" if predicate.value == TYPE else write_iri(predicate.value)
        texts = [write_term(value, blanks) for value in values]
        lines.append(f"{name} " + f",\n{indent}{STEP}{STEP}".join(texts))
    subject = write_term(description.subject, blanks)
    return f"{indent}{subject} " + f" ;\n{indent}{STEP}".join(lines) + " ."
