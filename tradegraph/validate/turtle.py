"""A report as a SHACL validation report in Turtle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from tradegraph.validate.findings import Finding, Report
from tradegraph.vocabulary import DCTERMS, PREFIXES, RDF, XSD, document_iri, tg

SH = "http://www.w3.org/ns/shacl#"
KEY = re.compile(r"[0-9a-f]{16}")
TYPE = NamedNode(RDF + "type")


def write_turtle(report: Report) -> str:
    """Return the report in Turtle, findings in its order, with numbered blank nodes."""
    top = BlankNode("report")
    conforms = Literal(str(report.conforms).lower(), datatype=NamedNode(XSD + "boolean"))
    triples = [Triple(top, TYPE, _sh("ValidationReport")), Triple(top, _sh("conforms"), conforms)]
    for number, finding in enumerate(report.findings, start=1):
        result = BlankNode(f"result{number}")
        triples.append(Triple(top, _sh("result"), result))
        triples += _describe(result, finding)
    prefixes = PREFIXES | {"sh": SH}
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b"").decode()


def _describe(result: BlankNode, finding: Finding) -> list[Triple]:
    focus = finding.focus
    node = BlankNode(focus[2:]) if focus.startswith("_:") else NamedNode(focus)
    triples = [
        Triple(result, TYPE, _sh("ValidationResult")),
        Triple(result, _sh("focusNode"), node),
        Triple(result, _sh("resultMessage"), Literal(finding.message)),
        Triple(result, _sh("resultSeverity"), _sh(finding.severity.capitalize())),
        Triple(result, _sh("sourceShape"), NamedNode(finding.shape)),
    ]
    if finding.value is not None:
        triples.append(Triple(result, _sh("value"), Literal(finding.value)))
    return triples + [Triple(result, *pair) for pair in _locate(finding)]


def _locate(finding: Finding) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    """Yield what says where the node comes from."""
    document = finding.document or ""
    if KEY.fullmatch(document):
        yield NamedNode(DCTERMS + "source"), NamedNode(document_iri(document))
    elif document:
        yield NamedNode(DCTERMS + "source"), Literal(document)
    if finding.line is not None:
        place = Literal(f"{document}, line {finding.line}")
        yield NamedNode(DCTERMS + "bibliographicCitation"), place
    if finding.quote is not None:
        yield NamedNode(tg("quote")), Literal(finding.quote)


def _sh(name: str) -> NamedNode:
    return NamedNode(SH + name)
