"""Validating what a store holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradegraph.store import Store
from tradegraph.validate.engine import examine
from tradegraph.validate.findings import Report, make_report
from tradegraph.validate.shapes import load_shapes
from tradegraph.validate.units import Unit, document_unit, make_unit, mentioned, period_unit
from tradegraph.vocabulary import GRAPH_REGISTRY


def check_documents(store: Store, keys: Sequence[str] | None, *, deep: bool) -> Report:
    """Return the findings about documents and the periods of their measures, or about all."""
    shapes = load_shapes(deep=deep)
    units = _units(store, keys, shapes.inverse, deep=deep)
    return make_report(examine(store, units, shapes))


def _units(
    store: Store, keys: Sequence[str] | None, inverse: Sequence[str], *, deep: bool
) -> Iterator[Unit]:
    measures: set[str] = set()
    for key in store.document_keys() if keys is None else keys:
        unit = document_unit(store, key, inverse)
        measures |= mentioned(unit)
        yield unit
    yield period_unit(store, None if keys is None else measures, inverse)
    if deep:
        yield make_unit(store, None, store.quads(GRAPH_REGISTRY), inverse)
