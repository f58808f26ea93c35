"""Where a day stands on a picture, and which days the axis names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tradegraph.draw.caption import write_day

_LEAST_DAYS = 30
_MARGIN = 0.03
_CLOSEST = 76.0  # pixels between two named days: "31 May 2025" and some air
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to `last` across `width` pixels from `left` on."""

    first: date
    last: date
    left: float
    width: float

    @property
    def right(self) -> float:
        """Where the last day stands."""
        return self.left + self.width

    def place(self, day: date | None, otherwise: float = 0.0) -> float:
        """Return the x of a day, at the edge for one outside; `otherwise` for none."""
        if day is None:
            return otherwise
        part = (day - self.first).days / (self.last - self.first).days
        return self.left + self.width * min(max(part, 0.0), 1.0)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Yield the x and the words of each named day: days, months or years, as there is room."""
        pixels = self.width / (self.last - self.first).days
        step = next((days for days in _DAYS if days * pixels >= _CLOSEST), None)
        if step:
            day = self.first
            while day <= self.last - timedelta(days=step - 1):
                yield self.place(day), write_day(day)
                day += timedelta(days=step)
            return
        months = next((each for each in _MONTHS if each * 28 * pixels >= _CLOSEST), _MONTHS[-1])
        yield from self._name_months(months)

    def _name_months(self, step: int) -> Iterator[tuple[float, str]]:
        number = -(-(self.first.year * 12 + self.first.month - 1) // step) * step
        while (year := number // 12) <= self.last.year:
            day = date(max(year, 1), number % 12 + 1, 1)
            if self.first <= day <= self.last:
                words = write_day(day).partition(" ")[2]
                yield self.place(day), words if step % 12 else str(day.year)
            number += step


def make_axis(first: date, last: date, left: float, width: float) -> Axis:
    """Return an axis with some air on both sides, of a month at least."""
    span = max((last - first).days, _LEAST_DAYS)
    air = max(int(span * _MARGIN), (span - (last - first).days) // 2, 2)
    start = date.fromordinal(max(first.toordinal() - air, 1))
    end = date.fromordinal(min(last.toordinal() + air, date.max.toordinal()))
    return Axis(start, end, left, width)
