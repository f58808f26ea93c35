"""The store: documents, the graphs made of them, and questions about both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from tradegraph.errors import UsageError
from tradegraph.spelling import advise
from tradegraph.store.directory import Directory
from tradegraph.store.execution import Query, run_query
from tradegraph.store.index import VIEW, change_graph, named_quads, replace_graphs
from tradegraph.store.querytext import Bindings
from tradegraph.store.results import Graph, Table
from tradegraph.store.session import MEMORY, Session
from tradegraph.store.sources import MemorySources, Sources, find_key, parse_document
from tradegraph.vocabulary import DCTERMS, document_graph

BATCH = 200
"""So many documents are taken into the index at once: enough for its speed, little memory."""

IDENTIFIER = NamedNode(DCTERMS + "identifier")


class Store:
    """Documents and graphs in one place, on disk or in memory; made by `open_store`.

    Errors of the disk are EngineError. After one, or after an interruption, the store is repaired
    from its documents when it is next used or opened.
    """

    def __init__(
        self,
        directory: Directory | None,
        *,
        read_only: bool = False,
        repair: Callable[[Store], None] | None = None,
    ) -> None:
        self._sources: Sources = directory or MemorySources()
        mend = repair or Store.rebuild
        self._session = Session(directory, read_only=read_only, repair=lambda: mend(self))
        self._session.open()

    @property
    def location(self) -> str:
        """The folder of the store, or `:memory:`."""
        return self._session.location

    def close(self) -> None:
        """Let other processes use the store."""
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def changing(self) -> AbstractContextManager[None]:
        """Hold several changes together: if one is broken off, the store is repaired later."""
        return self._session.changing()

    def put_documents(self, items: Mapping[str, bytes]) -> None:
        """Store documents, key to N-Quads, each in place of what was there under its key."""
        graphs = {key: parse_document(key, nquads) for key, nquads in items.items()}
        with self.changing():
            self.write_sources(items)
            self.index_documents(graphs)

    def write_sources(self, items: Mapping[str, bytes]) -> None:
        """Write the documents' N-Quads, all or none, and leave the index as it is."""
        with self.changing():
            self._sources.write(items)

    def index_documents(self, graphs: Mapping[str, Iterable[Quad]]) -> None:
        """Replace the graphs of documents in the index, key to quads, in one transaction."""
        self._replace({document_graph(key): list(quads) for key, quads in graphs.items()})

    def remove_document(self, key: str) -> None:
        """Remove a document and its graph without trace."""
        self._demand(key)
        with self.changing():
            self._sources.remove(key)
            self._replace({document_graph(key): []})

    def document_keys(self) -> list[str]:
        """Return the keys of all documents, sorted."""
        return self._sources.keys()

    def document_nquads(self, key: str) -> bytes:
        """Return the N-Quads of a document, byte for byte as they were put in."""
        self._demand(key)
        return self._sources.read(key)

    def find_document(self, name: str) -> str:
        """Return the key of the document with this key, IRI, or identifier.

        Raises UsageError when there is none, and when several documents share the identifier.
        """
        return find_key(name, self.document_keys(), self.match(None, IDENTIFIER, None))

    def rebuild(self) -> None:
        """Make the documents' graphs in the index again from their N-Quads.

        Other graphs stay as they are: who keeps what follows from the documents in them, or links
        documents to each other, passes a `repair` to `open_store`.
        """
        with self.changing():
            keys = self.document_keys()
            known = set(map(document_graph, keys))
            documents = (name for name in self.graph_names() if name.startswith(document_graph("")))
            self._replace({name: [] for name in documents if name not in known})
            for start in range(0, len(keys), BATCH):
                batch = keys[start : start + BATCH]
                read = ((key, self._sources.read(key)) for key in batch)
                self.index_documents({key: parse_document(key, nquads) for key, nquads in read})

    def load_graph(self, name: str, quads: Iterable[Quad]) -> None:
        """Replace one named graph, whatever graph the quads name."""
        self._replace({name: list(quads)})

    def change_graph(self, name: str, *, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Take quads out of a named graph and put others in; the rest of it stays."""
        gone, new = list(removed), list(added)
        with self.changing(), self._session.reading() as index:
            change_graph(index, name, gone, new)

    def graph_names(self) -> list[str]:
        """Return the names of the graphs, sorted."""
        with self._session.reading() as index:
            return sorted(name.value for name in index.named_graphs())

    def quads(
        self, graph: str | None = None, *, subject: str | None = None, predicate: str | None = None
    ) -> Iterator[Quad]:
        """Yield the quads of one named graph, or of all; of one subject, of one property."""
        with self._session.reading() as index:
            yield from named_quads(index, graph, subject, predicate)

    def match(
        self,
        subject: NamedNode | BlankNode | None,
        predicate: NamedNode | None,
        value: NamedNode | BlankNode | Literal | None,
    ) -> Iterator[Triple]:
        """Yield the triples with these terms, each once in however many graphs it stands."""
        with self._session.reading() as index:
            for quad in index.quads_for_pattern(subject, predicate, value, VIEW):
                yield quad.triple

    def query(
        self,
        text: str,
        *,
        bindings: Bindings | None = None,
        timeout: float | None = None,
        limit: int | None = None,
        source: str = "query",
    ) -> Table | Graph | bool:
        """Answer a SPARQL query over all graphs together.

        `bindings` gives values to its parameters (see `parameters`), `timeout` is in seconds,
        `limit` cuts rows off, `source` names the query in messages. Raises InputError for broken
        syntax, UsageError for an update, SERVICE or an unknown parameter, EngineError otherwise.
        """
        query = Query(text, bindings or {}, timeout, limit, source)
        with self._session.reading() as index:
            return run_query(index, query)

    def _replace(self, graphs: Mapping[str, list[Quad]]) -> None:
        with self.changing(), self._session.reading() as index:
            replace_graphs(index, graphs)

    def _demand(self, key: str) -> None:
        if not self._sources.contains(key):
            how = advise(key, self.document_keys(), otherwise="the key of a document in the store")
            raise UsageError(f"no document with the key {key!r}", how=how)


def open_store(
    location: str | Path,
    *,
    read_only: bool = False,
    repair: Callable[[Store], None] | None = None,
) -> Store:
    """Open the store in a folder, or an empty one in memory for `:memory:`; a context manager.

    A writer makes the folder a store if it is new, and is alone with it; readers share it.
    `repair` makes good what a change that was broken off left behind: by default the documents'
    graphs are made again. Raises StoreBusyError at once while another process is in the way,
    InputError when the folder is no store.
    """
    directory = None if str(location) == MEMORY else Directory(Path(location))
    return Store(directory, read_only=read_only and directory is not None, repair=repair)
