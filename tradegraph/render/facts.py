"""Facts as a table: one row for each assertion, with the roles that the fact gives to whom.

Several values of a cell are joined by "; ", several passages by " | ". Things are named by their
label, codes by their notation, rates in percent, dates as days; `begin` and `end` count code
points of the document's text. What a document's own graph says of a fact goes before what others
say of it.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from pyoxigraph import Literal, NamedNode

from tradegraph.render.terms import display
from tradegraph.render.triples import TYPE, Statement, graph_name
from tradegraph.store import Term
from tradegraph.vocabulary import CODE, DCTERMS, ONT, RDFS, tg

Path = tuple[str, ...]

ROLES: Final[dict[str, tuple[Path, ...]]] = {
    "kind": (("eventType",),),
    "by": (
        ("participant",),
        ("conductedBy",),
        ("filedBy",),
        ("appellant",),
        ("affects", "orderedBy"),
    ),
    "imposer": (("affects", "imposedBy"), ("ofMeasure", "imposedBy"), ("imposedBy",)),
    "target": (
        ("setsRate", "rateTarget"),
        ("affects", "targets"),
        ("rateTarget",),
        ("targets",),
        ("investigates",),
    ),
    "product": (("affects", "product"), ("product",)),
    "authority": (("affects", "legalAuthority"), ("legalAuthority",)),
    "measure": (("affects",), ("ofMeasure",), ("rulesOn",), ("enjoins",)),
    "rateLow": (("setsRate", "rateLow"), ("rateLow",)),
    "rateHigh": (("setsRate", "rateHigh"), ("rateHigh",)),
    "oldRateLow": (("replacesRate", "rateLow"),),
    "oldRateHigh": (("replacesRate", "rateHigh"),),
    "court": (("issuedBy",), ("filedWith",), ("appealedTo",)),
    "outcome": (("outcome",),),
    "decision": (("stays",), ("liftsStay",), ("appealsDecision",)),
    "against": (("retaliatesAgainst",), ("filedAgainst",)),
    "parties": (("inNegotiation", "party"), ("requiredFor", "agreementParty")),
    "state": (("negotiationStatus",), ("status",)),
    "speaker": (("speaker",),),
    "outlet": (("outlet",),),
    "about": (("about",), ("characterizes",), ("requires",)),
    "said": (("quotedText",), ("paraphrase",)),
    "person": (("holder",),),
    "office": (("office",),),
    "place": (("location",),),
    "notBefore": (("notBefore",),),
    "notAfter": (("notAfter",),),
    "effectiveOn": (("effectiveOn",),),
    "validUntil": (("validUntil",), ("until",)),
    "duration": (("duration",),),
    "observedOn": (("observedOn",),),
}
"""Column to the paths that lead to its value, from the fact on; the first that leads anywhere."""

COLUMNS: Final = (
    "document",
    "published",
    "fact",
    "type",
    "modality",
    "polarity",
    "attributedTo",
    *ROLES,
    "quote",
    "begin",
    "end",
    "confidence",
    "extractor",
)
"""The columns in order."""

# Superclasses, which say less than the class that stands beside them.
BROAD: Final = frozenset(
    map(tg, ("Fact", "Event", "Situation", "LegalEvent", "CourtAction", "Measure"))
)


class _Values:
    """What is said of each subject, by property and graph."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.assertions: list[tuple[Term, str | None]] = []
        self._values: dict[tuple[Term, str], dict[str | None, dict[Term, None]]] = defaultdict(dict)
        for each in statements:
            graph, predicate = graph_name(each), each.predicate.value
            if predicate == tg("asserts"):
                self.assertions.append((each.subject, graph))
            self._values[each.subject, predicate].setdefault(graph, {})[each.object] = None

    def values(self, subject: Term, predicate: str, graph: str | None) -> list[Term]:
        """Return a property's values, in order: those of this graph if it has any, else all."""
        by_graph = self._values.get((subject, predicate), {})
        found = by_graph.get(graph) or {each: None for some in by_graph.values() for each in some}
        return sorted(found, key=str)

    def follow(self, subject: Term, path: Path, graph: str | None) -> list[Term]:
        """Return what a path of ontology properties leads to."""
        reached = [subject]
        for name in path:
            reached = [end for each in reached for end in self.values(each, tg(name), graph)]
        return list(dict.fromkeys(reached))

    def name(self, term: Term) -> str:
        """Return a thing's label, a code's notation, a literal's text."""
        if isinstance(term, NamedNode) and term.value.startswith(CODE):
            return term.value.removeprefix(CODE).partition("-")[2]
        if isinstance(term, NamedNode):
            labels = self.values(term, RDFS + "label", None)
            return display(labels[0] if labels else term)
        return display(term)


def write_facts(statements: Iterable[Statement]) -> str:
    """Return the assertions among the statements as CSV, in the order of documents and passages."""
    values = _Values(statements)
    rows = [
        (_place(values, assertion, graph), _row(values, assertion, fact, graph))
        for assertion, graph in dict.fromkeys(values.assertions)
        for fact in values.follow(assertion, ("asserts",), graph)
    ]
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(row for _, row in sorted(rows))
    return stream.getvalue()


def _place(values: _Values, assertion: Term, graph: str | None) -> tuple[str, int, str]:
    """Return where an assertion comes in the order: its document and its first character."""
    begins = values.follow(assertion, ("evidence", "begin"), graph)
    numbers = [int(each.value) for each in begins if isinstance(each, Literal)]
    document = values.follow(assertion, ("evidence", "inDocument"), graph)
    return str(document), min(numbers, default=0), str(assertion)


def _row(values: _Values, assertion: Term, fact: Term, graph: str | None) -> tuple[str, ...]:
    def of_assertion(*path: str) -> str:
        return _join(values, values.follow(assertion, path, graph))

    documents = values.follow(assertion, ("evidence", "inDocument"), graph)
    spans = _in_order(values, values.follow(assertion, ("evidence",), graph), graph)
    passages = [
        " | ".join(display(end) for span in spans for end in values.values(span, tg(name), graph))
        for name in ("quote", "begin", "end")
    ]
    return (
        _join(values, [_identifier(values, document) for document in documents]),
        of_assertion("evidence", "inDocument", "publishedOn"),
        display(fact),
        _type_of(values, fact, graph),
        of_assertion("modality"),
        of_assertion("polarity"),
        of_assertion("attribution", "speaker"),
        *(_role(values, fact, paths, graph) for paths in ROLES.values()),
        *passages,
        of_assertion("confidence"),
        of_assertion("extractedBy"),
    )


def _role(values: _Values, fact: Term, paths: tuple[Path, ...], graph: str | None) -> str:
    found = (values.follow(fact, path, graph) for path in paths)
    return _join(values, next((ends for ends in found if ends), []))


def _type_of(values: _Values, fact: Term, graph: str | None) -> str:
    types = [term.value for term in values.values(fact, TYPE, graph) if isinstance(term, NamedNode)]
    own = [iri for iri in types if iri.startswith(ONT) and iri not in BROAD]
    return "; ".join(iri.removeprefix(ONT) for iri in own)


def _identifier(values: _Values, document: Term) -> Term:
    found = values.values(document, DCTERMS + "identifier", None)
    return found[0] if found else document


def _in_order(values: _Values, spans: list[Term], graph: str | None) -> list[Term]:
    def begin(span: Term) -> tuple[int, str]:
        numbers = values.values(span, tg("begin"), graph)
        return int(display(numbers[0])) if numbers else 0, str(span)

    return sorted(spans, key=begin)


def _join(values: _Values, terms: list[Term]) -> str:
    return "; ".join(dict.fromkeys(map(values.name, terms)))
