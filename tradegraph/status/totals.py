"""What the duties on a country's goods come to together, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tradegraph.derive.changes import IN_EFFECT
from tradegraph.derive.standing import ORDER
from tradegraph.derive.statements import Facts
from tradegraph.derive.stored import StoredFacts
from tradegraph.status.reach import find_authorities, find_label
from tradegraph.status.rows import StatusRow
from tradegraph.store import Store
from tradegraph.vocabulary import code

GENERAL: Final = frozenset(code("authority", notation) for notation in ("ieepa", "s122", "s338"))
"""Laws under which a duty can be laid on all goods of a country: 50 U.S.C. 1702, 19 U.S.C. 2132 and
1338. The others are for goods that were inquired into or listed: sections 201, 232, 301, AD/CVD."""


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of the general duties, in percent of value, and why they add up."""

    percent: float
    why: str


def add_up(store: Store, rows: Sequence[StatusRow]) -> Total | None:
    """Return what all goods of the country bear together, None when less than two duties do.

    Only duties under laws that reach all goods count, and no rates known only within bounds; what
    statements and news tell of only where no law does, since it may be the same duty. Each
    is laid in addition to others; where an order says that one is not collected besides another
    (`tg:excludedBy`), it is left out.
    """
    facts = StoredFacts(store)
    general = [row for row in rows if _counts(facts, row)]
    general = [row for row in general if row.rank <= ORDER] or general
    shown = {m for row in general for m in (row.measure, *facts.iris(row.measure, "specializes"))}
    kept = [row for row in general if not _is_excluded(facts, row, shown)]
    if len(kept) < 2:
        return None
    parts = " + ".join(f"{row.label} {row.rate}" for row in kept)
    out = [row.label for row in general if row not in kept]
    left = f"; an order excludes {', '.join(out)}" if out else ""
    return Total(sum(row.low or 0 for row in kept), f"{parts}: {_name_rule(facts, kept)}{left}")


def _counts(facts: Facts, row: StatusRow) -> bool:
    if row.low is None or row.low != row.high or row.is_narrow or row.status not in IN_EFFECT:
        return False
    return bool(GENERAL & set(find_authorities(facts, row.measure)))


def _is_excluded(facts: Facts, row: StatusRow, shown: set[str]) -> bool:
    return bool(set(facts.iris(row.measure, "excludedBy")) & (shown - {row.measure}))


def _name_rule(facts: Facts, rows: Iterable[StatusRow]) -> str:
    """Return the rule by which duties add up: what a document says, else what applies otherwise."""
    shown = [row.measure for row in rows]
    stacking = {
        other for measure in shown for other in facts.iris(measure, "stacksWith") if other in shown
    }
    if stacking:
        names = ", ".join(find_label(facts, each) for each in sorted(stacking))
        return f"additional duties, collected besides {names}"
    return "additional duties, and no order in the graph excludes one by the other"
