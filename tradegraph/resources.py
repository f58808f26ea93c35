"""Where the shipped ontology, shapes, registry and queries are found.

They lie at the top level of a checkout and inside the package in a wheel; both are read the
same way, also from a zip.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.abc import Traversable
from importlib.resources import files
from pathlib import Path
from typing import Final

REGISTRY_VARIABLE: Final = "TRADEGRAPH_REGISTRY"
"""The variable of the environment that names a folder of the user's own registry files."""

_package: Traversable = files(__package__)
_root: Traversable = _package if (_package / "ontology").is_dir() else Path(__file__).parents[1]

ONTOLOGY: Traversable = _root / "ontology"
QUERIES: Traversable = _root / "queries"


def files_in(folder: Traversable, suffix: str) -> Iterator[Traversable]:
    """Yield the files of `folder` whose names end in `suffix`, sorted by name."""
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return (entry for entry in entries if entry.is_file() and entry.name.endswith(suffix))


def ontology_files() -> list[Traversable]:
    """Return the ontology and its code lists."""
    return list(files_in(ONTOLOGY, ".ttl"))


def shape_files() -> list[Traversable]:
    """Return the SHACL shapes, one file a topic."""
    return list(files_in(ONTOLOGY / "shapes", ".ttl"))


def registry_files() -> list[Traversable]:
    """Return the registry, one file a kind of entry."""
    return list(files_in(ONTOLOGY / "registry", ".ttl"))


def query_files() -> list[Traversable]:
    """Return the named queries."""
    return list(files_in(QUERIES, ".rq"))
