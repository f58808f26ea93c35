"""What a timeline holds: lanes with marks, statuses and rates, as frozen values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tradegraph.network import Passage
from tradegraph.network.claims import FIRM


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on a timeline: what it is in words, and the facts and passages it rests on.

    `documents` counts those that tell of it; a curated fact has none.
    """

    what: str
    facts: tuple[str, ...]
    passages: tuple[Passage, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class Mark:
    """An event, on some day from `first` to `last`; None for what is not known.

    `family` is one of the families of the network's ties. `modality` is "asserted" when somebody
    affirms the event or it is curated, else the firmest in which it is told.
    """

    entry: Entry
    family: str
    modality: str
    first: date | None
    last: date | None

    @property
    def day(self) -> date | None:
        """Where the mark stands: the day, or the last day it can have been."""
        return self.last or self.first

    @property
    def firm(self) -> bool:
        """Whether it is told as a fact."""
        return self.modality in FIRM


@dataclass(frozen=True, slots=True)
class Stretch:
    """A status from `start`, included, until `end`, excluded; None where not known or not over.

    `status` is its notation.
    """

    entry: Entry
    status: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Step:
    """A rate from `start`, included, until `end`, excluded; None where not known or not over.

    `low` and `high` are percent, None where a source gives no such bound; they are equal for an
    exact rate.
    """

    entry: Entry
    low: float | None
    high: float | None
    start: date | None
    end: date | None

    @property
    def uncertain(self) -> bool:
        """Whether the rate is known only within bounds, or not from which day on."""
        return self.low is None or self.low != self.high or self.start is None


@dataclass(frozen=True, slots=True)
class Track:
    """The rates of a measure over time, for the targets that share them; by their names."""

    targets: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A measure, case or negotiation with what happened to it, in order of time.

    `kind` is `measure`, `case`, `negotiation` or `other`; `iri` is empty for what belongs to none.
    """

    iri: str
    label: str
    kind: str
    marks: tuple[Mark, ...]
    stretches: tuple[Stretch, ...]
    tracks: tuple[Track, ...]

    def entries(self) -> Iterator[Entry]:
        """Yield everything on the lane: marks, statuses, rates."""
        yield from (mark.entry for mark in self.marks)
        yield from (stretch.entry for stretch in self.stretches)
        yield from (step.entry for track in self.tracks for step in track.steps)

    def days(self) -> Iterator[date]:
        """Yield the days that are known of what is on the lane."""
        pairs = [(mark.first, mark.last) for mark in self.marks]
        pairs += [(each.start, each.end) for each in self.stretches]
        pairs += [(step.start, step.end) for track in self.tracks for step in track.steps]
        yield from (day for pair in pairs for day in pair if day)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes, from the first to the last day to be shown; None where no day is known.

    `published` is the latest day of publication of the documents it rests on, and `documents`
    their number.
    """

    lanes: tuple[Lane, ...]
    first: date | None
    last: date | None
    documents: int
    published: date | None
    known_on: date | None = None
