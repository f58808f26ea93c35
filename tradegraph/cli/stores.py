"""Opening the store that `--store` names."""

from __future__ import annotations

from collections.abc import Callable

from tradegraph.cli.invocation import Invocation
from tradegraph.plugins import load_plugins
from tradegraph.store import MEMORY, Store, open_store


def open_to_read(invocation: Invocation) -> Store:
    """Open the store for questions; a store that is not there is an error, not an empty one."""
    return find_opener(invocation.store)(invocation.store, read_only=True, repair=_repair)


def open_to_write(invocation: Invocation) -> Store:
    """Open the store for changes, making it if it is not there."""
    return find_opener(invocation.store)(invocation.store, repair=_repair)


def find_opener(location: str) -> Callable[..., Store]:
    """Return what opens a store there: for `NAME:...` the installed plug-in of that name."""
    name, colon, _ = location.partition(":")
    if not colon or location == MEMORY:
        return open_store
    return load_plugins("tradegraph.stores", {}).get(name, open_store)


def _repair(store: Store) -> None:
    """Make good what a change that was broken off left behind."""
    from tradegraph.pipeline import rebuild  # noqa: PLC0415 - needed only after an accident

    rebuild(store)
