"""Measures: who lays which duty on whose goods, what becomes of it, and on which terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tradegraph.model.passages import DateRange


@dataclass(frozen=True, slots=True)
class Rate:
    """A duty rate. Bounds in percent, None where the text leaves one open.

    `qualifier` and `kind` are notations of the code lists `qualifier` and `ratekind`; `amount` is
    money per `unit` (UCUM) in `currency` (ISO 4217) for specific duties.
    """

    low: float | None
    high: float | None
    qualifier: str = "exact"
    kind: str = "ad-valorem"
    text: str | None = None
    amount: float | None = None
    currency: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """Which measure is meant: who lays it on whose goods, and on which.

    `imposers` and `targets` are jurisdictions or groups, `products` the text's own short noun
    phrases, `authority` and `kind` notations of the code lists `authority` and `kind`;
    `programme` is the registry's measure group when the text names one; `headings` are those of
    the tariff schedule under which the duty is collected, as printed; `enacted_by` is the
    instrument that lays a measure of which no more is known.
    """

    imposers: tuple[str, ...]
    targets: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    authority: str | None = None
    kind: str | None = None
    programme: str | None = None
    label: str | None = None
    ordered_by: str | None = None
    except_targets: tuple[str, ...] = ()
    except_products: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    enacted_by: str | None = None


@dataclass(frozen=True, slots=True)
class MeasureEvent:
    """A change in the life of a measure; `event` is a notation of the code list `event`.

    Law knows four days of a change: `announced`, done or signed (`when`), of legal effect
    (`effective`, the first day) and `implemented` in the gazette or the schedule. `instruments`
    are the legal texts that make the change, `headings` the rows of the schedule that it concerns,
    `also` further measures that the same act changes alike.
    """

    event: str
    measure: Measure
    by: tuple[str, ...] = ()
    rate: Rate | None = None
    old_rate: Rate | None = None
    when: DateRange | None = None
    effective: DateRange | None = None
    until: date | None = None
    duration: str | None = None
    retaliates_against: str | None = None
    trade_value: float | None = None
    announced: DateRange | None = None
    implemented: date | None = None
    instruments: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    also: tuple[Measure, ...] = ()
    loaded_before: date | None = None
    entered_before: date | None = None


@dataclass(frozen=True, slots=True)
class MeasureRelation:
    """How a measure and others meet on the same goods.

    `relation` is the ontology's property: `excludedBy`, the measure gives way to the others, or
    `stacksWith`, their duties are added.
    """

    measure: Measure
    relation: str
    others: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class MeasureState:
    """The status of a measure as told; `status` is a notation of the code list `status`."""

    measure: Measure
    status: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Quota:
    """How many of the measure's goods may be imported, or may be at a lower rate.

    `kind` is a notation of the code list `quota`. `volume` counts `unit`, the text's own words, in
    each `period` (an `xsd:duration`) or in the one from `effective` to `until`; None where the
    text leaves it to others. Without `over_quota` goods in excess bear the measure's whole duty.
    """

    kind: str
    measure: Measure
    volume: float | None = None
    unit: str | None = None
    period: str | None = None
    in_quota: Rate | None = None
    over_quota: Rate | None = None
    effective: date | None = None
    until: date | None = None
    instruments: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyRefund:
    """Whether duties that were paid are given back; `kind` is a notation of the list `refund`.

    `since` is the day from which entries count; `measures` are those whose duties are meant.
    """

    kind: str
    measures: tuple[Measure, ...]
    available: bool = True
    since: date | None = None
    instruments: tuple[str, ...] = ()
