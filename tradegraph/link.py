"""One event, one node: events of the same kind and parties told by several documents.

A document's own graph names an event by its class and principal arguments, not by its date, since
dates sharpen. Here, in the order of (publication day, document), each telling joins the first event
of that name whose days it may share; what can be none of them becomes `#2`, `#3` and so on. The
result depends on which documents there are, never on the order in which they came.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode, Quad

from tradegraph.store import Store
from tradegraph.store.sources import parse_document
from tradegraph.vocabulary import ID, document_graph, document_iri, tg

EVENT = f"{ID}event/"
NUMBER = re.compile(r"#\d+$")
ASSERTS = tg("asserts")


@dataclass(frozen=True, order=True, slots=True)
class Telling:
    """One document's telling of an event: `local` is its IRI in the document's own graph."""

    published: date
    document: str
    local: str
    first: date | None = None
    last: date | None = None

    @property
    def key(self) -> str:
        """The event's name without a number."""
        return NUMBER.sub("", self.local)


@dataclass
class _Event:
    iri: str
    documents: set[str]
    first: date
    last: date


def number_events(tellings: Iterable[Telling]) -> dict[tuple[str, str], str]:
    """Return the event that each telling is of: (document, local IRI) to IRI."""
    events: dict[str, list[_Event]] = defaultdict(list)
    chosen: dict[tuple[str, str], str] = {}
    for telling in sorted(tellings):
        known = events[telling.key]
        first, last = telling.first or date.min, telling.last or date.max
        event = next(
            (e for e in known if e.first <= last and first <= e.last and telling.document not in e.documents),
            None,
        )
        if event is None:
            iri = telling.key if not known else f"{telling.key}#{len(known) + 1}"
            event = _Event(iri, set(), first, last)
            known.append(event)
        event.documents.add(telling.document)
        event.first, event.last = max(event.first, first), min(event.last, last)
        chosen[telling.document, telling.local] = event.iri
    return chosen


def read_tellings(key: str, quads: Sequence[Quad]) -> list[Telling]:
    """Return the events that a document's own graph tells."""
    published = date.max
    bounds: dict[tuple[str, str], date] = {}
    events: set[str] = set()
    for quad in quads:
        name, subject = quad.predicate.value, _value(quad.subject)
        if name == tg("publishedOn") and subject == document_iri(key):
            published = date.fromisoformat(quad.object.value)
        elif name in (tg("notBefore"), tg("notAfter")):
            bounds[subject, name] = date.fromisoformat(quad.object.value)
        if subject.startswith(EVENT):
            events.add(subject)
    return [
        Telling(published, key, event, bounds.get((event, tg("notBefore"))), bounds.get((event, tg("notAfter"))))
        for event in sorted(events)
    ]


def link_documents(store: Store, changed: Mapping[str, bytes]) -> None:
    """Take the changed documents into the index, and name anew the events that this touches."""
    sources = {key: parse_document(key, nquads) for key, nquads in changed.items()}
    touched = {t.key for key, quads in sources.items() for t in read_tellings(key, quads)}
    current: dict[str, dict[str, str]] = {}
    touched |= _touched_before(store, changed)
    for key in _documents_telling(store, touched) - set(changed):
        sources[key] = parse_document(key, store.document_nquads(key))
        current[key] = _current_names(store, key, sources[key])
    tellings = [t for key, quads in sources.items() for t in read_tellings(key, quads) if t.key in touched]
    names = number_events(tellings)
    renamed: dict[str, list[Quad]] = {}
    for key, quads in sources.items():
        own = {local: iri for (document, local), iri in names.items() if document == key}
        known = current.get(key)
        if known is None or any(known.get(local) != iri for local, iri in own.items()):
            renamed[key] = list(_rename(quads, {**(known or {}), **own}))
    store.index_documents(renamed)


def unlink_document(store: Store, key: str) -> None:
    """Remove a document, and name anew the events that it told."""
    touched = _touched_before(store, [key])
    store.remove_document(key)
    left = _documents_telling(store, touched)
    link_documents(store, {other: store.document_nquads(other) for other in sorted(left)})


def relink_documents(store: Store) -> None:
    """Make the documents' graphs in the index again, all of them."""
    link_documents(store, {key: store.document_nquads(key) for key in store.document_keys()})


def _touched_before(store: Store, keys: Iterable[str]) -> set[str]:
    """Return the names of the events that the documents told so far."""
    return {
        NUMBER.sub("", subject)
        for key in keys
        for quad in store.quads(document_graph(key), predicate=ASSERTS)
        if (subject := _value(quad.object)).startswith(EVENT)
    }


def _documents_telling(store: Store, names: Iterable[str]) -> set[str]:
    """Return the documents in the index that tell events of these names."""
    prefix = document_graph("")
    found: set[str] = set()
    for name in names:
        number = 1
        while True:
            iri = name if number == 1 else f"{name}#{number}"
            graphs = {_value(q.graph_name) for q in store.quads(subject=iri)}
            documents = {g.removeprefix(prefix) for g in graphs if g.startswith(prefix)}
            if not documents:
                break
            found |= documents
            number += 1
    return found


def _current_names(store: Store, key: str, quads: Sequence[Quad]) -> dict[str, str]:
    """Return what the index calls the events of a document: local IRI to IRI."""
    local = {_value(q.subject): _value(q.object) for q in quads if q.predicate.value == ASSERTS}
    now = {_value(q.subject): _value(q.object) for q in store.quads(document_graph(key), predicate=ASSERTS)}
    return {event: now[a] for a, event in local.items() if a in now and event.startswith(EVENT)}


def _rename(quads: Iterable[Quad], names: Mapping[str, str]) -> Iterator[Quad]:
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


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
