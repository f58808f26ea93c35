"""Reading out of a graph which facts it asserts of which document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from pyoxigraph import DefaultGraph, Quad

from tradegraph.evaluation.actors import find_kinds
from tradegraph.evaluation.contents import read_contents
from tradegraph.evaluation.conventions import read_conventions
from tradegraph.evaluation.dataset import Dataset, Node
from tradegraph.evaluation.facts import ROLES, Fact
from tradegraph.model import Span
from tradegraph.vocabulary import DCTERMS, tg

# shortest: a.md; an identifier may be a file's name
FILE_SUFFIX: Final = re.compile(r"\.(?:txt|json|md|html?)$")
NARROWER: Final = {"CertiorariPetition": "Appeal", "CertiorariDecision": "Ruling"}
"""Classes that are scored as a broader type; that they also have it need not stand in a graph."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a graph asserts of one document: each fact once, and how many passages it cites.

    `wrong_spans` are those whose quote is not what the text has there.
    """

    facts: tuple[Fact, ...] = ()
    spans: int = 0
    wrong_spans: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passages that one assertion cites."""

    spans: tuple[Span, ...]
    wrong: int


def read_predictions(dataset: Dataset, texts: Mapping[str, str]) -> dict[str, Prediction]:
    """Return what the graph asserts of the documents, by the identifiers that `texts` go by.

    An assertion is of the document whose graph it stands in. Where several documents share the
    unnamed graph, it is of the one whose passages it cites.
    """
    facts: defaultdict[str, list[Fact]] = defaultdict(list)
    spans: defaultdict[str, list[Evidence]] = defaultdict(list)
    for quad in dataset.match(DCTERMS + "identifier"):
        name = FILE_SUFFIX.sub("", Node(dataset, quad.object).value)
        if name in texts:
            for evidence, fact in _read_document(dataset, quad, texts[name]):
                spans[name].append(evidence)
                facts[name] += [fact] if fact else []
    return {
        name: Prediction(
            merge_repeated(facts[name]),
            sum(len(each.spans) for each in cited),
            sum(each.wrong for each in cited),
        )
        for name, cited in spans.items()
    }


def merge_repeated(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts, each once with the passages of all assertions; a denied one is another."""
    merged: dict[tuple[str | None, bool], Fact] = {}
    for fact in facts:
        key = (fact.iri, fact.modality == "denied")
        before = merged.get(key)
        merged[key] = replace(before, spans=before.spans + fact.spans) if before else fact
    return tuple(merged.values())


def _read_document(
    dataset: Dataset, document: Quad, text: str
) -> Iterator[tuple[Evidence, Fact | None]]:
    """Yield the passages of each assertion, with the fact if it is of a type that is scored."""
    shared = isinstance(document.graph_name, DefaultGraph)
    graph = None if shared else document.graph_name
    for quad in dataset.match(tg("asserts"), graph):
        assertion = Node(dataset, quad.subject, graph)
        evidence = _read_evidence(assertion, Node(dataset, document.subject), text)
        if evidence.spans or not shared:
            yield evidence, _read_fact(assertion, Node(dataset, quad.object, graph), evidence)


def _read_evidence(assertion: Node, document: Node, text: str) -> Evidence:
    spans, wrong = [], 0
    for passage in assertion.all("evidence"):
        where = passage.first("inDocument")
        begin, end = passage.offset("begin"), passage.offset("end")
        if (where and where.term != document.term) or begin is None or end is None:
            continue
        span = Span(begin, end)
        wrong += text[span.begin : span.end] != (passage.text("quote") or "")
        spans.append(span)
    return Evidence(tuple(spans), wrong)


def _read_fact(assertion: Node, node: Node, evidence: Evidence) -> Fact | None:
    fact_type = _find_type(node)
    if fact_type is None:
        return None
    contents = read_contents(node, fact_type)
    return Fact(
        fact_type,
        _read_modality(assertion),
        evidence.spans,
        contents.actors,
        contents.phrases,
        contents.days,
        contents.rates,
        contents.codes,
        node.value,
    )


def _find_type(node: Node) -> str | None:
    kinds = find_kinds(node)
    own = next((name for name in ROLES if name in kinds), None)
    return own or next((broad for name, broad in NARROWER.items() if name in kinds), None)


def _read_modality(assertion: Node) -> str:
    if assertion.first_notation("polarity", "polarity") == "negative":
        return "denied"
    modality = assertion.first_notation("modality", "modality") or "asserted"
    return read_conventions().modalities.get(modality, "actual")
