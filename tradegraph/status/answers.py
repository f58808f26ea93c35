"""The rows of the named queries that a status rests on, as plain text by variable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode

from tradegraph.queries_catalogue import find_query
from tradegraph.store import Store, Table
from tradegraph.vocabulary import XSD

Answer = Mapping[str, str]
"""Variable -> IRI or lexical form; only what is bound."""


def ask(store: Store, name: str, day: date | None = None) -> Iterator[Answer]:
    """Yield the answers of a shipped query, for a day where it asks for one."""
    bindings = {}
    if day:
        bindings["day"] = [Literal(day.isoformat(), datatype=NamedNode(XSD + "date"))]
    table = store.query(find_query(name).text, bindings=bindings, source=name)
    assert isinstance(table, Table)  # noqa: S101 - all queries here are SELECT
    for row in table.rows:
        pairs = zip(table.variables, row, strict=True)
        yield {name: str(getattr(term, "value", term)) for name, term in pairs if term is not None}
