"""Networks through time: one a month, quarter or year, and what changed between two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from tradegraph.errors import UsageError
from tradegraph.network.building import build_from
from tradegraph.network.reading import Reading
from tradegraph.network.rules import choose_classes
from tradegraph.network.selection import Selection
from tradegraph.network.source import Graph
from tradegraph.spelling import advise

if TYPE_CHECKING:
    import networkx as nx

MONTHS: Final[dict[str, int]] = {"month": 1, "quarter": 3, "year": 12}
"""Length of a period -> how many months it has."""


@dataclass(frozen=True, slots=True)
class Period:
    """A network of the facts that can fall between two days, both included."""

    start: date
    end: date
    network: nx.MultiDiGraph


def slice_time(
    graph: Graph, every: str, *, lang: str = "en", sources: Sequence[str] = (), **options: Any
) -> list[Period]:
    """Return one network a `month`, `quarter` or `year`, from the first fact's to the last's.

    The other options are those of `build`; the graph is read once. A fact whose days are not known
    more closely stands in every period it can fall into. Raises UsageError as `build` does.
    """
    if every not in MONTHS:
        how = advise(every, MONTHS, otherwise=", ".join(MONTHS))
        raise UsageError(f"no period is called {every!r}", where="--every", how=how)
    whole = Selection.of(**options)
    reading = Reading(graph, lang, sources, choose_classes(whole.wants_type))
    days = [d for *_, data in build_from(reading, whole).edges(data=True) for d in _days(data)]
    if not days:
        return []
    first, last = max(min(days), whole.start or date.min), min(max(days), whole.end or date.max)
    periods = _cut_periods(first, last, MONTHS[every])
    parts = (replace(whole, start=from_day, end=to_day) for from_day, to_day in periods)
    return [Period(p.start, p.end, build_from(reading, p)) for p in parts if p.start and p.end]


def _days(data: dict[str, Any]) -> list[date]:
    return [day for day in (data["first"], data["last"]) if day]


def _cut_periods(first: date, last: date, months: int) -> Iterator[tuple[date, date]]:
    month = (first.month - 1) // months * months + 1
    start = date(first.year, month, 1)
    while start <= last:
        years, index = divmod(start.month - 1 + months, 12)
        following = date(start.year + years, index + 1, 1)
        yield start, following - timedelta(days=1)
        start = following
