"""Validation: SHACL shapes over documents and files, each finding with its passage.

rdflib and pySHACL are imported when something is validated, not before.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tradegraph.store import Store
from tradegraph.validate.findings import COLUMNS, SEVERITIES, Finding, Report

__all__ = ["COLUMNS", "SEVERITIES", "Finding", "Report", "validate_documents", "validate_files"]


def validate_documents(
    store: Store, keys: Sequence[str] | None = None, *, deep: bool = False
) -> Report:
    """Return the findings about documents of a store, by their keys, or about all of them.

    The derived graph must be up to date. The periods of the measures concerned are examined too.
    `deep` compares quotes with the text, as the writer did, and examines the registry as well.
    """
    from tradegraph.validate.documents import check_documents  # noqa: PLC0415 - half a second

    return check_documents(store, keys, deep=deep)


def validate_files(paths: Sequence[Path], *, deep: bool = False) -> Report:
    """Return the findings about files in Turtle, TriG, N-Triples or N-Quads.

    Raises InputError, with the line, for a file that cannot be read.
    """
    from tradegraph.validate.files import check_files  # noqa: PLC0415 - half a second

    return check_files(paths, deep=deep)
