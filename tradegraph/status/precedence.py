"""The special goes before the general: parts before programmes, members before groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tradegraph.derive.standing import ORDER
from tradegraph.derive.statements import Facts
from tradegraph.derive.timeline import COLLECTED
from tradegraph.status.reach import find_targets, is_group, is_open
from tradegraph.status.rows import StatusRow

if TYPE_CHECKING:
    from tradegraph.status.reading import Question


def drop_general(facts: Facts, rows: Iterable[StatusRow], question: Question) -> list[StatusRow]:
    """Leave out what a more special row says for the country or the measure asked about.

    A group of which members are shown says nothing more than they do, nor does a programme beside
    its part for all goods of the country; one that is asked for by name is shown all the same. Of
    two measures of a group the one on the country's goods goes before the one on everybody's.
    """
    every = list(rows)
    held = {h for row in every for h in facts.iris(row.measure, "withinGroup") if h != row.measure}
    rated = {row.measure for row in every if row.rate and row.status in COLLECTED}
    every = [row for row in every if not _adds_nothing(facts, row, rated)]
    parts = {p: row for row in every if not row.is_narrow for p in _programmes(facts, row)}
    kept = [
        row
        for row in every
        if row.measure in question.measures
        or (
            not (row.measure in held and is_group(facts, row.measure))
            and not (row.measure in parts and _covers(parts[row.measure], row, question))
        )
    ]
    if question.country is None:
        return kept
    named = [row for row in kept if _is_for_some(facts, row) and _is_collected(row)]
    taken = {group: row for row in named for group in facts.iris(row.measure, "partOfGroup")}
    return [row for row in kept if not _gives_way(facts, row, taken)]


def _programmes(facts: Facts, row: StatusRow) -> tuple[str, ...]:
    return facts.iris(row.measure, "specializes")


def _covers(part: StatusRow, row: StatusRow, question: Question) -> bool:
    """Tell whether a part says what its programme says, on no weaker word."""
    return _is_as_good(part, row) and (question.country is not None or not row.rate)


def _is_as_good(first: StatusRow, second: StatusRow) -> bool:
    """Tell whether one source is no weaker than another; what is law is law."""
    return max(first.rank, ORDER) <= max(second.rank, ORDER)


def _adds_nothing(facts: Facts, part: StatusRow, rated: set[str]) -> bool:
    """Tell whether a part is collected at the rate of its programme, which is shown."""
    return (
        part.status in COLLECTED and not part.rate and bool(rated & set(_programmes(facts, part)))
    )


def _is_for_some(facts: Facts, row: StatusRow) -> bool:
    targets = find_targets(facts, row.measure)
    return bool(targets) and not all(is_open(facts, each) for each in targets)


def _is_collected(row: StatusRow) -> bool:
    return row.status in COLLECTED and bool(row.rate) and not row.is_narrow


def _gives_way(facts: Facts, row: StatusRow, taken: Mapping[str, StatusRow]) -> bool:
    """Tell whether a duty on everybody's goods has one on the country's own in its group."""
    if _is_for_some(facts, row) or row.is_narrow:
        return False
    groups = facts.iris(row.measure, "partOfGroup")
    return any(group in taken and _is_as_good(taken[group], row) for group in groups)
