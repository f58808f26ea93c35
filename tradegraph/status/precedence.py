"""The special goes before the general: parts before programmes, members before groups.

Two measures of a group are not both collected: the one on a country's own goods goes before the one
on everybody's. So does one that an order excludes by another (`tg:excludedBy`), and a programme
does not reach a country whose goods are exempt from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Final

from tradegraph.derive.changes import IN_EFFECT
from tradegraph.derive.events import find_rank
from tradegraph.derive.reach import find_parts
from tradegraph.derive.standing import ORDER, read_tellings
from tradegraph.derive.statements import Facts
from tradegraph.status.reach import find_circle, find_targets, is_group, is_open
from tradegraph.status.rows import StatusRow

DOUBTED: Final = "uncertain"


def drop_holders(
    facts: Facts, rows: Sequence[StatusRow], named: Sequence[str], *, whole: bool
) -> list[StatusRow]:
    """Leave out groups and programmes that say no more than their members and parts do.

    With `whole`, for the goods of one country, a part for all goods of its programme stands for the
    programme, rate and all; otherwise those that are `named` in the question stay.
    """
    paid = [row for row in rows if row.rate and row.status in IN_EFFECT]
    rated = {m for row in paid for m in (row.measure, *_programmes(facts, row))}
    shown = [row for row in rows if not _adds_nothing(facts, row, rated, whole=whole)]
    held: dict[str, list[StatusRow]] = defaultdict(list)
    for row in shown:
        for group in facts.iris(row.measure, "withinGroup"):
            held[group] += [row] if group != row.measure else []
    told = [row for row in shown if _is_settled(row)]
    parts = {p: row for row in told for p in _programmes(facts, row) if _is_whole(facts, row, p)}

    def says_less(row: StatusRow) -> bool:
        members = held[row.measure] if is_group(facts, row.measure) else ()
        if any(_is_as_good(each, row) for each in members):
            return True
        part = parts.get(row.measure)
        return part is not None and _is_as_good(part, row) and (whole or not row.rate)

    kept = () if whole else named
    return [row for row in shown if row.measure in kept or not says_less(row)]


def drop_general(
    facts: Facts, rows: Sequence[StatusRow], country: str, day: date
) -> list[StatusRow]:
    """Leave out duties on everybody's goods that those of a country do not bear on a day."""
    own = [row for row in rows if _is_for_some(facts, row) and _is_collected(row)]
    groups = {g: row for row in own for g in facts.iris(row.measure, "partOfGroup")}
    shown = {m for row in own for m in (row.measure, *_programmes(facts, row))}

    def is_borne(row: StatusRow) -> bool:
        if row.is_narrow or _is_for_some(facts, row):
            return True
        better = (groups.get(group) for group in facts.iris(row.measure, "partOfGroup"))
        return (
            not any(each and _is_as_good(each, row) for each in better)
            and shown.isdisjoint(facts.iris(row.measure, "excludedBy"))
            and _reaches(facts, row, country, day)
        )

    return [row for row in rows if is_borne(row)]


def _programmes(facts: Facts, row: StatusRow) -> tuple[str, ...]:
    return facts.iris(row.measure, "specializes")


def _is_settled(row: StatusRow) -> bool:
    """Tell whether it is known what has become of a part, which is not only announced."""
    return row.status != "announced" and bool(row.rate or row.status != DOUBTED)


def _is_whole(facts: Facts, row: StatusRow, programme: str) -> bool:
    """Tell whether a part is for all the goods of its programme."""
    goods = facts.iris(row.measure, "product")
    return not goods or goods == facts.iris(programme, "product")


def _is_as_good(first: StatusRow, second: StatusRow) -> bool:
    """Tell whether one source is no weaker than another; what is law is law."""
    return max(first.rank, ORDER) <= max(second.rank, ORDER)


def _adds_nothing(facts: Facts, part: StatusRow, rated: set[str], *, whole: bool) -> bool:
    """Tell whether a part has no rate beside its programme's or another part's, which is shown.

    The doubt whether it has a rate of its own is told with the `whole` of what goods bear.
    """
    if part.rate or part.status not in (IN_EFFECT if whole else {*IN_EFFECT, DOUBTED}):
        return False
    return bool(rated & set(_programmes(facts, part)))


def _is_for_some(facts: Facts, row: StatusRow) -> bool:
    targets = find_targets(facts, row.measure)
    return bool(targets) and not all(is_open(facts, each) for each in targets)


def _is_collected(row: StatusRow) -> bool:
    return row.status in IN_EFFECT and bool(row.rate) and not row.is_narrow


def _reaches(facts: Facts, row: StatusRow, country: str, day: date) -> bool:
    """Tell whether a programme reaches a country: not exempt, and not laid on others only."""
    circle = find_circle(facts, country, day)
    parts = find_parts(facts, row.measure)
    own = [each for each in parts if circle & set(facts.iris(each, "targets"))]
    if any(_is_exempt(facts, part, day) for part in own):
        return False
    by_country = any(facts.iris(each, "targets") for each in parts)
    return bool(row.rate) or bool(own) or not by_country


def _is_exempt(facts: Facts, part: str, day: date) -> bool:
    """Tell whether the law spares all the goods that a part is for."""
    if facts.iris(part, "product"):
        return False
    exemptions = (event for event in facts.subjects("affects", part) if _is_exemption(facts, event))
    begins = (facts.dates(event, "effectiveOn") for event in exemptions)
    return any(not days or days[0] <= day for days in begins)


def _is_exemption(facts: Facts, event: str) -> bool:
    if facts.notation(event, "eventType", "event") != "exemption":
        return False
    return find_rank(facts, event, read_tellings(facts, event)) <= ORDER
