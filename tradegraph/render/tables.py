"""Tables of answers in the W3C's formats for SPARQL results, and in Markdown.

CSV holds plain values, TSV terms as Turtle writes them, JSON and XML typed terms. Specifications:
SPARQL 1.1 Query Results CSV and TSV Formats, JSON Format, XML Format (2nd edition).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from tradegraph.render.characters import escape_attribute, escape_text
from tradegraph.render.terms import BARE, PLAIN_TYPES, display
from tradegraph.store import Table, Term

RESULTS_XML: Final = "http://www.w3.org/2005/sparql-results#"

# What GitHub would read as markup inside a cell.
MARKDOWN = re.compile(r"[\\`*_\[\]|~]")
HTML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def write_csv(table: Table) -> str:
    """Return the table as CSV with the plain text of each term; lines end with CR LF."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(table.variables)
    writer.writerows([_plain(term) for term in row] for row in table.rows)
    return stream.getvalue()


def write_tsv(table: Table) -> str:
    """Return the table as TSV with each term as in Turtle, IRIs in full."""
    lines = ["\t".join(f"?{name}" for name in table.variables)]
    lines += ["\t".join(_in_tsv(term) for term in row) for row in table.rows]
    return "".join(f"{line}\n" for line in lines)


def write_json(table: Table) -> str:
    """Return the table as SPARQL results in JSON."""
    bindings = [
        {name: _in_json(term) for name, term in zip(table.variables, row, strict=True) if term}
        for row in table.rows
    ]
    document = {"head": {"vars": list(table.variables)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def write_xml(table: Table) -> str:
    """Return the table as SPARQL results in XML; raises UsageError for a control character."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<sparql xmlns="{RESULTS_XML}">',
        "  <head>",
    ]
    lines += [f'    <variable name="{escape_attribute(name)}"/>' for name in table.variables]
    lines += ["  </head>", "  <results>"]
    for row in table.rows:
        lines.append("    <result>")
        lines += _cells_in_xml(table.variables, row)
        lines.append("    </result>")
    return "\n".join([*lines, "  </results>", "</sparql>"]) + "\n"


def write_markdown(table: Table) -> str:
    """Return the table as GitHub's Markdown, with short names for IRIs."""
    lines = [_markdown_line(table.variables), _markdown_line("---" for _ in table.variables)]
    lines += [_markdown_line(_in_markdown(term) for term in row) for row in table.rows]
    return "".join(f"{line}\n" for line in lines)


def _plain(term: Term | None) -> str:
    if isinstance(term, NamedNode | Literal):
        return term.value
    return "" if term is None else str(term)


def _in_tsv(term: Term | None) -> str:
    if term is None:
        return ""
    if not isinstance(term, Literal):
        return str(term)
    pattern = BARE.get(term.datatype.value)
    # N-Triples lets a tab stand as it is; here it would begin the next cell.
    return (
        term.value if pattern and pattern.fullmatch(term.value) else str(term).replace("\t", "\\t")
    )


def _in_json(term: Term) -> dict[str, Any]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {key: _in_json(part) for key, part in parts.items()}}
    written = {"type": "literal", "value": term.value}
    if term.language:
        return written | {"xml:lang": term.language}
    datatype = term.datatype.value
    return written if datatype in PLAIN_TYPES else written | {"datatype": datatype}


def _cells_in_xml(names: tuple[str, ...], row: tuple[Term | None, ...]) -> Iterator[str]:
    for name, term in zip(names, row, strict=True):
        if term is not None:
            yield f'      <binding name="{escape_attribute(name)}">{_in_xml(term)}</binding>'


def _in_xml(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{escape_text(term.value, 'xml')}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{term.value}</bnode>"
    if isinstance(term, Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        inner = "".join(f"<{name}>{_in_xml(part)}</{name}>" for name, part in parts)
        return f"<triple>{inner}</triple>"
    attribute = ""
    if term.language:
        attribute = f' xml:lang="{term.language}"'
    elif term.datatype.value not in PLAIN_TYPES:
        attribute = f' datatype="{escape_attribute(term.datatype.value)}"'
    return f"<literal{attribute}>{escape_text(term.value, 'xml')}</literal>"


def _in_markdown(term: Term | None) -> str:
    text = " ".join(display(term).split()).translate(HTML)
    return MARKDOWN.sub(r"\\\g<0>", text)


def _markdown_line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
