"""Which rows stand for a whole programme: the duty it lays where no other row says otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from tradegraph.schedules.goods import find_partners, is_about_evasion
from tradegraph.schedules.programmes import Programmes
from tradegraph.schedules.rows import Row
from tradegraph.schedules.terms import read_days, read_ending, read_rate

TRANSIT: Final = re.compile(r"\(1\)\s+were\s+loaded\b")


@dataclass(frozen=True, slots=True)
class Lead:
    """A row that lays a programme's own duty, and the row that spares goods already in transit."""

    row: Row
    transit: Row | None


def find_leads(
    rows: Sequence[Row], programmes: Programmes, ended: Set[str]
) -> dict[tuple[str, str], Lead]:
    """Return the leading rows by programme and heading.

    The first row that lays a duty on all of a programme's partners leads; a later one follows it
    when its predecessor has ended: by its own words, or by the notes for the headings `ended`.
    """
    leads: dict[tuple[str, str], Lead] = {}
    running: set[str] = set()
    for row in rows:
        if not read_rate(row.general) or is_about_evasion(row.words):
            continue
        partners = find_partners(row.words, programmes)
        for programme in programmes.of_heading(row.heading):
            if programme in running or programmes.narrow(programme, partners):
                continue
            leads[programme, row.heading] = Lead(row, _find_transit(rows, programme, programmes))
            over = read_days(row.words).last or read_ending(row.words) or row.heading in ended
            if not over:
                running.add(programme)
    return leads


def _find_transit(rows: Sequence[Row], programme: str, programmes: Programmes) -> Row | None:
    """Return the row that spares goods loaded before the programme's duty began."""
    return next(
        (
            row
            for row in rows
            if TRANSIT.search(row.words) and programme in programmes.of_heading(row.heading)
        ),
        None,
    )
