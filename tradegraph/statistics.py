"""How much of what the graph holds."""

from __future__ import annotations

from dataclasses import dataclass

from tradegraph.describe.rows import select
from tradegraph.store import Store

GROUPS = (
    *("documents", "facts", "assertions", "mentions", "entities named"),
    *("periods derived", "triples"),
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of one name there are in a group, such as 3 rulings among the facts."""

    group: str
    name: str
    count: int


def count_contents(store: Store) -> list[Count]:
    """Return the counts of the store by group, the largest first within one."""
    counts = [
        Count(row["group"], row["name"], int(row["count"])) for row in select(store, "counts")
    ]
    return sorted(counts, key=lambda each: (GROUPS.index(each.group), -each.count, each.name))
