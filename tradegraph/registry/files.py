"""Which files make up the registry: those shipped, then those of a folder of the user's own."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from tradegraph import resources
from tradegraph.errors import InputError
from tradegraph.resources import REGISTRY_VARIABLE


@dataclass(frozen=True, slots=True)
class RegistryFile:
    """One file of the registry: its name for messages, and its bytes."""

    name: str
    content: bytes


def read_files() -> tuple[RegistryFile, ...]:
    """Return the shipped files and the user's, each sorted by name.

    Raises InputError for a folder that is not there or a file that cannot be read.
    """
    shipped = (RegistryFile(each.name, each.read_bytes()) for each in resources.registry_files())
    folder = find_folder()
    own = () if folder is None or _is_shipped(folder) else _read_folder(folder)
    return (*shipped, *own)


def find_folder() -> Path | None:
    """Return the folder of the user's own entries, None without one."""
    named = os.environ.get(REGISTRY_VARIABLE)
    return Path(named) if named else None


def _is_shipped(folder: Path) -> bool:
    shipped = resources.ONTOLOGY / "registry"
    return isinstance(shipped, Path) and shipped.resolve() == folder.resolve()


def _read_folder(folder: Path) -> tuple[RegistryFile, ...]:
    if not folder.is_dir():
        how = f"mkdir -p {folder}, or another {REGISTRY_VARIABLE}"
        raise InputError("no such folder of registry files", where=str(folder), how=how)
    found = []
    for path in sorted(folder.glob("*.ttl")):
        try:
            found.append(RegistryFile(str(path), path.read_bytes()))
        except OSError as error:
            raise InputError(error.strerror or str(error), where=str(path)) from error
    return tuple(found)
