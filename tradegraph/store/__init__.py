"""The store: one folder, or memory, with the documents' graphs and an index to query them."""

from tradegraph.store.oxigraph import Store, open_store
from tradegraph.store.querytext import Bindings, parameters
from tradegraph.store.results import Graph, Table, Term
from tradegraph.store.session import MEMORY

__all__ = ["MEMORY", "Bindings", "Graph", "Store", "Table", "Term", "open_store", "parameters"]
