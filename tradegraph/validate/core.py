"""The door to pySHACL; importing it takes half a second."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyshacl
import rdflib
from pyshacl.errors import ReportableRuntimeError
from rdflib import SH

from tradegraph.errors import EngineError
from tradegraph.validate.findings import Finding
from tradegraph.validate.shapes import EXAMINED, SEVERITY_NAMES, Places
from tradegraph.validate.terms import name_node, shorten


def check_shapes(data: rdflib.Graph, shapes: rdflib.Graph, places: Places) -> Iterator[Finding]:
    """Yield what pySHACL finds; `places` tells the named shape and the path of each shape."""
    report = _validate(data, shapes)
    # Results of nested shapes are in the graph too, as details of these.
    for result in report.objects(None, SH.result):
        shape = str(report.value(result, SH.sourceShape))
        owner, path = places.get(shape, (shape, None))
        value = report.value(result, SH.value)
        focus = report.value(result, SH.focusNode)
        yield Finding(
            severity=SEVERITY_NAMES[report.value(result, SH.resultSeverity) or SH.Violation],
            message=_message(report, result),
            focus=name_node(focus),
            shape=owner,
            path=path,
            value=None if value is None or value == focus else shorten(str(value)),
        )


def _validate(data: rdflib.Graph, shapes: rdflib.Graph) -> rdflib.Graph:
    try:
        # In place: without rules and inference nothing is added to the graph.
        answer: tuple[bool, Any, str] = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    except ReportableRuntimeError as error:
        raise EngineError(f"the shapes cannot be checked: {error.message}") from error
    if not isinstance(answer[1], rdflib.Graph):
        raise EngineError(f"the shapes cannot be checked: {answer[2]}")
    return answer[1]


def _message(report: rdflib.Graph, result: rdflib.term.Node) -> str:
    messages = sorted(map(str, report.objects(result, SH.resultMessage)))
    return shorten(" ".join(messages)).replace(EXAMINED, "")
