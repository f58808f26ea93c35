"""The figures of networks as rows of tables and as JSON."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date, timedelta
from typing import Any, Final

from tradegraph.cli.network_options import choose_options
from tradegraph.network import (
    FIGURES,
    WHOLE_FIGURES,
    build,
    measure_network,
    slice_time,
)
from tradegraph.network.figures import ActorFigures, NetworkFigures
from tradegraph.store import Store

Cell = str | int | float
Rows = list[tuple[Cell, ...]]
Records = tuple[tuple[str, ...], Rows]

_COLUMNS: Final = ("actor", "kind", *FIGURES)
_COMPARED: Final = ("degree", "strength")
_DIGITS = 4


def figure_rows(figures: NetworkFigures) -> Records:
    """Return the columns and rows of the actors' figures, the strongest actor first."""
    rows = [
        (each.label, each.kind, *(_round(getattr(each, name)) for name in FIGURES))
        for each in figures.actors
    ]
    return (*_COLUMNS, "iri"), [
        (*row, each.iri) for row, each in zip(rows, figures.actors, strict=True)
    ]


def whole_rows(figures: NetworkFigures) -> Records:
    """Return the columns and rows of the figures of a whole network, with their meanings."""
    rows: Rows = [
        (name, _round(figures.whole[name]), meaning) for name, meaning in WHOLE_FIGURES.items()
    ]
    return ("figure", "value", "meaning"), rows


def figures_by_period(store: Store, every: str, chosen: dict[str, Any], *, whole: bool) -> Records:
    """Return the columns and rows of the figures of each period, the earliest first."""
    rows: Rows = []
    columns: tuple[str, ...] = ()
    for period in slice_time(store, every, **choose_options(store, chosen)):
        figures = measure_network(period.network)
        columns, found = whole_rows(figures) if whole else figure_rows(figures)
        days = period.start.isoformat(), period.end.isoformat()
        rows += [(*days, *row) for row in found]
    return ("from", "to", *columns), rows


def compare_periods(store: Store, day: date, chosen: dict[str, Any]) -> Records:
    """Return how actors' degree and strength changed from before a day to it and later.

    Who changed most comes first; who is new or gone counts as nothing where missing.
    """
    options = choose_options(store, chosen)
    before = build(store, **{**options, "end": day - timedelta(days=1)})
    after = build(store, **{**options, "start": day})
    old = {each.iri: each for each in measure_network(before).actors}
    new = {each.iri: each for each in measure_network(after).actors}
    rows = [_compare(old.get(iri), new.get(iri)) for iri in sorted({*old, *new})]
    rows.sort(key=lambda row: (-abs(int(row[7])), row[0]))
    columns = [f"{name}_{when}" for name in _COMPARED for when in ("before", "after", "change")]
    return ("actor", "kind", *columns, "iri"), rows


def _compare(old: ActorFigures | None, new: ActorFigures | None) -> tuple[Cell, ...]:
    known = new or old
    assert known is not None  # noqa: S101 - the caller takes the actors of either
    pairs = [(getattr(old, name, 0), getattr(new, name, 0)) for name in _COMPARED]
    numbers = [number for was, now in pairs for number in (was, now, now - was)]
    return (known.label, known.kind, *numbers, known.iri)


def write_json(figures: NetworkFigures) -> str:
    """Return everything that is known of a network's figures, with their meanings, as JSON."""
    document = {
        "actors": [_describe(each) for each in figures.actors],
        "whole": {name: _round(value) for name, value in sorted(figures.whole.items())},
        "communities": figures.communities,
        "bridges": figures.bridges,
        "meaning": {"actors": FIGURES, "whole": WHOLE_FIGURES},
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _describe(actor: ActorFigures) -> dict[str, Cell]:
    return {each.name: _round(getattr(actor, each.name)) for each in fields(actor)}


def _round(value: Cell) -> Cell:
    return round(value, _DIGITS) if isinstance(value, float) else value
