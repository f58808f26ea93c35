"""One event, one node: events of the same kind and parties told by several documents.

A document's own graph names an event by its class and principal arguments, not by its date, since
dates sharpen. Here, in the order of (publication day, document), each telling joins the first event
of that name whose days it may share; what can be none of them becomes `#2`, `#3` and so on. The
result depends on which documents there are, never on the order in which they came.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from tradegraph.store import Store
from tradegraph.store.sources import parse_document
from tradegraph.vocabulary import ID, document_graph, document_iri, tg

EVENT: Final = f"{ID}event/"
PASSING: Final = tuple(
    f"{ID}{kind}/" for kind in ("doc", "mention", "assertion", "extractor", "run")
)
"""The nodes of one document alone, from which nothing follows."""
NUMBER = re.compile(r"\#\d+$", re.VERBOSE)  # #2
ASSERTS: Final = tg("asserts")
PUBLISHED_ON: Final = tg("publishedOn")
NOT_BEFORE: Final = tg("notBefore")
NOT_AFTER: Final = tg("notAfter")

Touched = frozenset[str]
"""IRIs of nodes that a change may concern."""

Names = Mapping[str, str]
"""What the events of a document are called: local IRI to IRI in the index."""


@dataclass(frozen=True, order=True, slots=True)
class Telling:
    """One document's telling of an event: `local` is its IRI in the document's own graph.

    `first` and `last` are the days between which the event happened. A document without a date
    comes last.
    """

    published: date
    document: str
    local: str
    first: date = date.min
    last: date = date.max

    @property
    def key(self) -> str:
        """The event's name without a number."""
        return strip_number(self.local)


@dataclass
class _Event:
    """An event with the documents that tell it and the days that all of them leave open."""

    iri: str
    documents: set[str]
    first: date
    last: date

    def admits(self, telling: Telling) -> bool:
        """Tell whether the telling may be of this event; a document tells each event once."""
        overlaps = self.first <= telling.last and telling.first <= self.last
        return overlaps and telling.document not in self.documents

    def join(self, telling: Telling) -> None:
        """Take the telling in."""
        self.documents.add(telling.document)
        self.first, self.last = max(self.first, telling.first), min(self.last, telling.last)


def strip_number(iri: str) -> str:
    """Return the event's name without its number."""
    return NUMBER.sub("", iri)


def number_events(tellings: Iterable[Telling]) -> dict[str, dict[str, str]]:
    """Return the event that each telling is of: document to local IRI to IRI."""
    events: dict[str, list[_Event]] = defaultdict(list)
    chosen: dict[str, dict[str, str]] = defaultdict(dict)
    for telling in sorted(tellings):
        known = events[telling.key]
        event = next((event for event in known if event.admits(telling)), None)
        if event is None:
            iri = telling.key if not known else f"{telling.key}#{len(known) + 1}"
            event = _Event(iri, set(), date.min, date.max)
            known.append(event)
        event.join(telling)
        chosen[telling.document][telling.local] = event.iri
    return dict(chosen)


def read_tellings(key: str, quads: Iterable[Quad]) -> list[Telling]:
    """Return the events that a document's own graph tells."""
    published = date.max
    bounds: dict[tuple[str, str], date] = {}
    events: set[str] = set()
    for quad in quads:
        name, subject = quad.predicate.value, _value(quad.subject)
        if subject.startswith(EVENT):
            events.add(subject)
            if name in (NOT_BEFORE, NOT_AFTER):
                bounds[subject, name] = date.fromisoformat(_value(quad.object))
        elif name == PUBLISHED_ON and subject == document_iri(key):
            published = date.fromisoformat(_value(quad.object))
    return [
        Telling(
            published,
            key,
            event,
            bounds.get((event, NOT_BEFORE), date.min),
            bounds.get((event, NOT_AFTER), date.max),
        )
        for event in sorted(events)
    ]


def link_documents(store: Store, changed: Mapping[str, bytes]) -> Touched:
    """Take the changed documents into the index, and name anew the events that this touches.

    Returns the nodes that these documents named before or name now.
    """
    sources = {key: parse_document(key, nquads) for key, nquads in changed.items()}
    told = {telling.key for key, quads in sources.items() for telling in read_tellings(key, quads)}
    others, touched = _read_others(store, told | _told_before(store, changed), sources)
    tellings = (t for key, quads in (sources | others).items() for t in read_tellings(key, quads))
    names = number_events(telling for telling in tellings if telling.key in touched)
    renamed = {key: list(_rename(quads, names.get(key, {}))) for key, quads in sources.items()}
    for key, quads in others.items():
        known, own = _current_names(store, key, quads), names.get(key, {})
        if any(known.get(local) != iri for local, iri in own.items()):
            renamed[key] = list(_rename(quads, {**known, **own}))
    before = _find_nodes(q for key in renamed for q in store.quads(document_graph(key)))
    store.index_documents(renamed)
    return before | _find_nodes(quad for quads in renamed.values() for quad in quads)


def unlink_document(store: Store, key: str) -> Touched:
    """Remove a document, and name anew the events that it told.

    Returns the nodes that it named, and those of the documents that tell the same events.
    """
    left = _documents_telling(store, _told_before(store, [key])) - {key}
    named = _find_nodes(store.quads(document_graph(key)))
    store.remove_document(key)
    others = {other: store.document_nquads(other) for other in sorted(left)}
    return named | link_documents(store, others)


def relink_documents(store: Store) -> None:
    """Make the documents' graphs in the index again, all of them."""
    link_documents(store, {key: store.document_nquads(key) for key in store.document_keys()})


def _find_nodes(quads: Iterable[Quad]) -> Touched:
    """Return the nodes that documents share, and the facts they tell; no passages, no mentions."""
    nodes = (node for quad in quads for node in (quad.subject, quad.object))
    return frozenset(
        node.value
        for node in nodes
        if isinstance(node, NamedNode)
        and node.value.startswith(ID)
        and not node.value.startswith(PASSING)
    )


def _read_others(
    store: Store, touched: Collection[str], changed: Collection[str]
) -> tuple[dict[str, list[Quad]], set[str]]:
    """Return the unchanged documents that tell touched events, and all the events to name anew.

    A document is indexed again with the names its events have now. Where such a name cannot be
    seen, since nothing asserts the event, the event is to be named anew like those touched.
    """
    others: dict[str, list[Quad]] = {}
    settled: set[str] = set()
    open_names = set(touched)
    while open_names:
        settled |= open_names
        unseen: set[str] = set()
        for key in sorted(_documents_telling(store, open_names) - set(changed) - set(others)):
            others[key] = parse_document(key, store.document_nquads(key))
            known = _current_names(store, key, others[key])
            told = read_tellings(key, others[key])
            unseen |= {telling.key for telling in told if telling.local not in known}
        open_names = unseen - settled
    return others, settled


def _told_before(store: Store, keys: Iterable[str]) -> set[str]:
    """Return the names of the events that the documents told so far."""
    return {
        strip_number(subject)
        for key in keys
        for quad in store.quads(document_graph(key))
        if (subject := _value(quad.subject)).startswith(EVENT)
    }


def _documents_telling(store: Store, names: Iterable[str]) -> set[str]:
    """Return the documents in the index that tell events of these names."""
    prefix = document_graph("")
    found: set[str] = set()
    for name in names:
        for number in count(1):  # the numbers of a name have no gaps
            iri = name if number == 1 else f"{name}#{number}"
            graphs = {_value(quad.graph_name) for quad in store.quads(subject=iri)}
            documents = {graph.removeprefix(prefix) for graph in graphs if graph.startswith(prefix)}
            if not documents:
                break
            found |= documents
    return found


def _current_names(store: Store, key: str, quads: Iterable[Quad]) -> Names:
    """Return what the index calls the events of a document."""
    local = _asserted(quads)
    now = _asserted(store.quads(document_graph(key), predicate=ASSERTS))
    return {event: now[a] for a, event in local.items() if a in now and event.startswith(EVENT)}


def _asserted(quads: Iterable[Quad]) -> dict[str, str]:
    """Return what each assertion is about."""
    return {_value(q.subject): _value(q.object) for q in quads if q.predicate.value == ASSERTS}


def _rename(quads: Iterable[Quad], names: Names) -> Iterator[Quad]:
    for quad in quads:
        subject, value = names.get(_value(quad.subject)), names.get(_value(quad.object))
        if subject is None and value is None:
            yield quad
        else:
            yield Quad(
                NamedNode(subject) if subject else quad.subject,
                quad.predicate,
                NamedNode(value) if value else quad.object,
                quad.graph_name,
            )


def _value(term: NamedNode | BlankNode | Literal | Triple | object) -> str:
    return str(getattr(term, "value", ""))
