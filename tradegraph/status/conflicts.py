"""What sources disagree on: both values with their passages, and which one counts by which rule."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from tradegraph.status.answers import ask
from tradegraph.store import Store

CONFLICT_COLUMNS: Final = (
    *("measureLabel", "what", "aspect", "preferred", "preferredIn", "preferredQuote"),
    *("rejected", "rejectedIn", "rejectedQuote", "rule", "measure", "prefers", "rejects"),
)
"""The columns: of the value that counts and of the one that does not, document and passage."""


def list_conflicts(store: Store, measures: Collection[str] = ()) -> list[tuple[str, ...]]:
    """Return the conflicts, those about certain measures if any are given."""
    answers = ask(store, "conflicts")
    return [
        tuple(answer.get(name, "") for name in CONFLICT_COLUMNS)
        for answer in answers
        if not measures or answer["measure"] in measures
    ]
