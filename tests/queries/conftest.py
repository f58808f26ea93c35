from __future__ import annotations

from collections.abc import Iterator

import pytest

from tradegraph.store import Store

from .datasets import ARCADIA, DATASETS, SEED, open_dataset


@pytest.fixture(scope="session")
def stores() -> Iterator[dict[str, Store]]:
    """A store for each dataset, by its name; do not write to them."""
    opened = {dataset.name: open_dataset(dataset) for dataset in DATASETS}
    yield opened
    for store in opened.values():
        store.close()


@pytest.fixture
def seed_view(stores: dict[str, Store]) -> Store:
    """The seed's graph with what follows from it by the ontology."""
    return stores[SEED.name]


@pytest.fixture
def arcadia_view(stores: dict[str, Store]) -> Store:
    """The graph of two papers on an invented country, with what follows from it."""
    return stores[ARCADIA.name]
