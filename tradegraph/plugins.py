"""What an installed package may add: readers, extractors, renderers, stores, by entry point.

A package adds a plain callable under `[project.entry-points."tradegraph.readers"]`; built-ins sit
in a dictionary beside their code and go the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Final, TypeVar, cast

from tradegraph.errors import UsageError

GROUPS: Final = (
    "tradegraph.readers",
    "tradegraph.extractors",
    "tradegraph.renderers",
    "tradegraph.stores",
)
"""The entry-point groups, one an extension point."""

BROKEN_IMPORT: Final = (AttributeError, ImportError, SyntaxError)
"""What loading an entry point raises when its package is damaged or of another version."""

Plugin = TypeVar("Plugin", bound=Callable[..., object])


def load_plugins(group: str, built_in: Mapping[str, Plugin]) -> dict[str, Plugin]:
    """Return the built-ins, in their order, and after them every installed plugin of `group`.

    Raises `UsageError` when two go by one name or a plugin cannot be loaded.
    """
    found = dict(built_in)
    owners = dict.fromkeys(built_in, "tradegraph")
    for entry in sorted(entry_points(group=group), key=lambda entry: (entry.name, entry.value)):
        owner = name_package(entry)
        if entry.name in found:
            raise UsageError(
                f"both {owners[entry.name]} and {owner} provide {entry.name!r}",
                where=group,
                how=f"pip uninstall {owner}",
            )
        found[entry.name] = cast("Plugin", load_plugin(entry))
        owners[entry.name] = owner
    return found


def load_plugin(entry: EntryPoint) -> Callable[..., object]:
    """Return the callable an entry point names."""
    owner = name_package(entry)
    try:
        plugin: object = entry.load()
    except BROKEN_IMPORT as error:
        raise UsageError(
            f"{entry.value} of {owner} cannot be loaded: {error}",
            where=f"{entry.group}: {entry.name}",
            how=f"pip install --upgrade {owner}, or pip uninstall {owner}",
        ) from error
    if not callable(plugin):
        raise UsageError(
            f"{entry.value} of {owner} is not callable",
            where=f"{entry.group}: {entry.name}",
            how=f"pip uninstall {owner}",
        )
    return plugin


def name_package(entry: EntryPoint) -> str:
    """Return the name of the package that installed an entry point."""
    return entry.dist.name if entry.dist else entry.module
