"""Opening the store that `--store` names."""

from __future__ import annotations

from tradegraph.cli.invocation import Invocation
from tradegraph.store import Store, open_store


def open_to_read(invocation: Invocation) -> Store:
    """Open the store for questions; a store that is not there is an error, not an empty one."""
    return open_store(invocation.store, read_only=True, repair=_repair)


def open_to_write(invocation: Invocation) -> Store:
    """Open the store for changes, making it if it is not there."""
    return open_store(invocation.store, repair=_repair)


def _repair(store: Store) -> None:
    """Make good what a change that was broken off left behind."""
    from tradegraph.pipeline import rebuild  # noqa: PLC0415 - needed only after an accident

    rebuild(store)
