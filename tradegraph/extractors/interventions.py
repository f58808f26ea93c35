"""Records of the Global Trade Alert as facts: an import tariff announced, in effect, removed.

The record's labelled lines are read; interventions of other kinds are kept without facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from tradegraph.language.dates import find_dates
from tradegraph.model import DateRange, Document, Fact, Measure, MeasureEvent, Rate, Reading, Span
from tradegraph.registry import Registry

EXTRACTOR: Final = "interventions"
CONFIDENCE: Final = 0.9
LINE: Final = re.compile(r"^(?P<label>[A-Z][\w ]{2,30}): (?P<value>\S.*)$", re.MULTILINE)
TARIFF: Final = re.compile(r"\b(?:tariff|duty|duties)\b", re.IGNORECASE)
NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
CODE: Final = re.compile(r"\b\d{6}\b")
EVENTS: Final = (
    ("Announced on", "announcement"),
    ("Implemented on", "entry-into-effect"),
    ("Removed on", "revocation"),
)
"""The record's days, and the event that happened on each."""
MOST_PRODUCTS: Final = 12
"""So many headings tell a measure from others; a longer list is left to the record."""


def read_intervention(document: Document, registry: Registry) -> Reading | None:
    """Return what a record says, or None when the text is no record of an intervention."""
    lines = {m["label"]: m for m in LINE.finditer(document.text)}
    if "Intervention" not in lines:
        return None
    facts = tuple(_read_facts(lines, registry))
    return Reading(document, facts=facts)


def _read_facts(lines: dict[str, re.Match[str]], registry: Registry) -> Iterator[Fact]:
    kind = lines.get("Type")
    imposers = _read_places(lines.get("Implementing jurisdictions"), registry)
    if kind is None or not TARIFF.search(kind["value"]) or not imposers:
        return
    affected = _read_places(lines.get("Affected jurisdictions"), registry)
    targets = tuple(place for place in affected if place not in imposers)
    codes = (
        CODE.findall(lines["Affected products"]["value"]) if "Affected products" in lines else []
    )
    products = tuple(f"HS {code}" for code in dict.fromkeys(codes))[:MOST_PRODUCTS]
    measure = Measure(imposers, targets, products)
    for label, event in EVENTS:
        day = _read_day(lines.get(label))
        if day is None:
            continue
        used = ["Type", "Implementing jurisdictions", label]
        rate = _read_level(lines, "New level") if event != "revocation" else None
        old = _read_level(lines, "Prior level") if event == "entry-into-effect" else None
        used += ["New level"] if rate else []
        content = MeasureEvent(event, measure, rate=rate, old_rate=old, when=DateRange(day, day))
        spans = tuple(sorted(Span(*lines[name].span()) for name in used))
        yield Fact(content, spans, confidence=CONFIDENCE, extractor=EXTRACTOR)


def _read_places(line: re.Match[str] | None, registry: Registry) -> tuple[str, ...]:
    """Return the jurisdictions that a line lists."""
    names = re.split(r"\s*[;,|]\s*", line["value"]) if line else []
    found = (iri for name in names for iri in registry.entities_named(name)[:1])
    places = (iri for iri in found if registry.kind(iri) in ("Country", "CustomsUnion"))
    return tuple(dict.fromkeys(places))


def _read_day(line: re.Match[str] | None) -> date | None:
    days = find_dates(line["value"], None) if line else ()
    return days[0].past.first if days else None


def _read_level(lines: dict[str, re.Match[str]], label: str) -> Rate | None:
    """Return a level in percent; other units are left to the record."""
    unit = lines.get("Unit")
    if label not in lines or (unit and not re.search(r"%|percent", unit["value"])):
        return None
    found = NUMBER.match(lines[label]["value"])
    return Rate(float(found[0]), float(found[0]), text=lines[label]["value"]) if found else None
