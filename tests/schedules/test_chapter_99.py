"""Chapter 99 itself: what somebody who reads it finds, and how long it takes to read."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tradegraph.graph import document_quads
from tradegraph.model import Document, Fact, MeasureEvent, MeasureRelation, Reading
from tradegraph.readers import read_sources
from tradegraph.reading import read_document
from tradegraph.registry import load_registry
from tradegraph.schedules.layout import read_page_rows

FILE = "hts_chapter99_2026_rev6.txt.gz"
LIMIT = 60
"""Seconds on one core."""
# 9903.01-9903.03, 9903.74-9903.85, 9903.94
ASKED = re.compile(r"9903\.(?:0[1-3]|7[4-9]|8[0-5]|94)\.")
FOUR_YEAR = {"9903.91.01": 25.0, "9903.91.02": 50.0, "9903.91.03": 100.0}


@pytest.fixture(scope="module")
def chapter(shared: Path) -> Document:
    (document,) = read_sources([shared / "data" / FILE])
    assert isinstance(document, Document)
    return document


@pytest.fixture(scope="module")
def reading(chapter: Document) -> Reading:
    return read_document(chapter, load_registry())


@dataclass(frozen=True)
class Said:
    """What a heading says of one partner's goods."""

    percent: float
    partner: str
    product: str
    first: str
    last: str
    ending: str


def duties(reading: Reading, heading: str) -> set[Said]:
    """The duties under a heading, each with what ended it."""
    events = [
        fact.content
        for fact in reading.facts
        if isinstance(fact.content, MeasureEvent) and heading in fact.content.headings
    ]
    ends = {e.measure: e for e in events if e.event in ("revocation", "pause", "expiry")}
    return {describe(event, ends.get(event.measure)) for event in events if event.rate is not None}


def describe(event: MeasureEvent, end: MeasureEvent | None) -> Said:
    assert event.rate is not None
    assert event.rate.low is not None
    sign = -1 if event.rate.qualifier == "baseline" else 1  # a whole duty, not an added one
    made = [iri.rpartition("/")[2] for iri in end.instruments] if end else []
    day = [str(end.effective.first)] if end and end.effective else []
    return Said(
        event.rate.low * sign,
        " ".join(target.rpartition("/")[2] for target in event.measure.targets),
        " ".join(event.measure.products),
        str(event.effective.first) if event.effective else "",
        str(event.until or ""),
        " ".join([end.event, *made, *day]) if end else "",
    )


def whole(
    percent: float, first: str = "", last: str = "", ending: str = "", product: str = ""
) -> set[Said]:
    """A duty on all that its programme covers, or on some goods of it."""
    return {Said(percent, "", product, first, last, ending)}


def each(percent: float, partners: str, first: str = "", ending: str = "") -> set[Said]:
    """A duty on the goods of each of these partners."""
    return {Said(percent, partner, "", first, "", ending) for partner in partners.split()}


ENDED = "revocation us-eo-14326 2025-08-07"
# Read by hand in the published text.
HAND_CHECKED = {
    "9903.01.01": whole(25),
    "9903.01.05": whole(10, product="potash"),
    "9903.01.10": whole(35),
    "9903.01.13": whole(10, product="crude oil"),
    "9903.01.15": whole(10, product="potash"),
    "9903.01.16": whole(40, product="transshipped articles"),
    "9903.01.20": whole(10, "2025-02-04", "2025-03-03"),
    "9903.01.24": whole(10, "2025-11-10"),
    "9903.01.25": whole(10, "2025-04-05"),
    "9903.01.43": each(11, "CM CD", "2025-04-09", ENDED),
    "9903.01.44": each(13, "TD GQ", "2025-04-09", ENDED),
    "9903.01.45": each(14, "NG", "2025-04-09", ENDED),
    "9903.01.46": each(15, "NO VE", "2025-04-09", ENDED),
    "9903.01.47": each(16, "MZ", "2025-04-09", ENDED),
    "9903.01.48": each(17, "IL MW PH ZM", "2025-04-09", ENDED),
    "9903.01.49": each(18, "NI ZW", "2025-04-09", ENDED),
    "9903.01.60": each(31, "LY MD CH", "2025-04-09", ENDED),
    "9903.01.63": whole(34, "2025-04-10", ending="pause us-eo-14358"),
    "9903.01.76": each(50, "LS", "2025-04-09", ENDED),
    "9903.01.77": whole(40, "2025-08-06"),
    "9903.01.84": whole(25, "2025-08-27", ending="revocation 2026-02-07"),
    "9903.02.01": whole(40, product="transshipped articles"),
    "9903.02.09": each(10, "BR", "2025-08-07"),
    "9903.02.10": each(25, "BN", "2025-08-07"),
    "9903.02.11": each(19, "KH", "2025-08-07"),
    "9903.02.56": each(15, "KR", "2025-08-07", "revocation us-90-fr-55964 2025-11-14"),
    "9903.02.58": each(39, "CH", "2025-08-07", "revocation us-fr-2025-12-switzerland"),
    "9903.02.69": each(20, "VN", "2025-08-07"),
    "9903.02.70": each(15, "ZM", "2025-08-07"),
    "9903.02.73": each(-15, "JP", "2025-08-07"),
    "9903.02.80": each(-15, "KR"),
    "9903.03.01": whole(10, "2026-02-24"),
    "9903.74.01": whole(25),
    "9903.74.02": whole(10, product="buses and other vehicles"),
    "9903.76.01": whole(10),
    "9903.76.02": whole(25, product="upholstered wooden furniture products"),
    "9903.79.01": whole(25),
    "9903.82.02": whole(50),
    "9903.82.04": each(25, "GB"),
    "9903.82.07": whole(-10, product="derivative aluminum and steel articles"),
    "9903.85.67": whole(200),
    "9903.94.01": whole(25),
    "9903.94.31": each(7.5, "GB", "2025-06-30"),
    "9903.94.41": each(-15, "JP"),
    "9903.94.45": each(-15, "EU"),
}
SPARED = [
    "9903.01.02", "9903.01.04", "9903.01.26", "9903.01.28", "9903.01.30", "9903.01.33",
    "9903.01.85", "9903.03.02", "9903.03.07", "9903.74.05", "9903.79.03", "9903.82.13",
    "9903.94.02",
]  # fmt: skip


def test_forty_headings_and_more_are_checked() -> None:
    assert len(HAND_CHECKED) >= 40


@pytest.mark.parametrize("heading", HAND_CHECKED)
def test_heading_says_what_a_reader_finds(heading: str, reading: Reading) -> None:
    assert duties(reading, heading) == HAND_CHECKED[heading]


@pytest.mark.parametrize("heading", SPARED)
def test_heading_that_adds_nothing_spares_goods(heading: str, reading: Reading) -> None:
    events = {
        fact.content.event
        for fact in reading.facts
        if isinstance(fact.content, MeasureEvent) and heading in fact.content.headings
    }
    assert events - {"revocation"} == {"exemption"}


def test_every_row_of_the_programmes_asked_for_is_found(chapter: Document) -> None:
    rows = [row for row in read_page_rows(chapter.text) if ASKED.match(row.heading)]
    assert Counter(row.heading[:7] for row in rows) == {
        "9903.01": 75, "9903.02": 91, "9903.03": 11, "9903.74": 10, "9903.76": 8,
        "9903.79": 9, "9903.82": 18, "9903.85": 2, "9903.94": 28,
    }  # fmt: skip
    assert len({row.heading for row in rows}) == len(rows)
    # 9903.01.29 has a rate in column 2 alone
    assert [row.heading for row in rows if not row.general] == ["9903.01.29"]


def test_every_row_that_lays_a_duty_gives_its_fact(chapter: Document, reading: Reading) -> None:
    laid = {
        row.heading
        for row in read_page_rows(chapter.text)
        if ASKED.match(row.heading) and re.search(r"\d\s*%", row.general)
    }
    told = {
        heading
        for fact in reading.facts
        if isinstance(fact.content, MeasureEvent) and fact.content.rate
        for heading in fact.content.headings
    }
    assert len(laid) == 163
    assert laid - told == set()


def quoted(reading: Reading) -> Iterator[tuple[str, str]]:
    for fact in reading.facts:
        if not isinstance(fact.content, MeasureEvent):
            continue
        yield (
            fact.content.headings[0],
            "".join(reading.document.text[span.begin : span.end] for span in fact.evidence),
        )


def test_every_fact_quotes_the_row_that_it_was_read_from(reading: Reading) -> None:
    assert len(reading.facts) > 500
    assert all(heading in quote for heading, quote in quoted(reading))


def test_reciprocal_duty_gives_way_to_those_of_section_232(reading: Reading) -> None:
    pairs = {
        (fact.content.measure.programme or "", other.programme or "")
        for fact in reading.facts
        if isinstance(fact.content, MeasureRelation)
        for other in fact.content.others
    }
    tails = {(loser.rpartition("/")[2], winner.rpartition("/")[2]) for loser, winner in pairs}
    assert ("us-reciprocal-baseline-2025", "us-reciprocal-country-2025") in tails
    assert ("us-reciprocal-country-2025", "us-reciprocal-baseline-2025") not in tails
    assert {winner for loser, winner in tails if loser == "us-brazil-2025"} == {
        "us-s232-aluminum",
        "us-s232-auto-parts-2025",
        "us-s232-autos-2025",
        "us-s232-copper-2025",
        "us-s232-derivatives",
        "us-s232-semiconductors-2026",
        "us-s232-steel",
        "us-s232-timber-lumber-2025",
        "us-s232-trucks-2025",
    }


def test_rates_of_one_programme_and_day_are_for_the_goods_of_their_headings(
    reading: Reading,
) -> None:
    """The four-year review lays 25, 50 and 100 percent on lists of goods that only a note has."""
    found = {heading: duties(reading, heading) for heading in FOUR_YEAR}
    assert {
        heading: {(said.percent, said.product, said.first) for said in every}
        for heading, every in found.items()
    } == {
        heading: {(percent, f"articles of heading {heading}", "2024-09-27")}
        for heading, percent in FOUR_YEAR.items()
    }


def test_note_gives_the_day_on_which_rows_ended(reading: Reading) -> None:
    ended = {
        str(fact.content.effective.first)
        for fact in reading.facts
        if isinstance(fact.content, MeasureEvent)
        and fact.content.event == "revocation"
        and fact.content.headings == ("9903.01.76",)
        and fact.content.effective
    }
    assert ended == {"2025-08-07"}


def test_row_that_may_have_expired_is_only_possible(reading: Reading) -> None:
    cheese = {f.modality for f in reading.facts if is_of(f, "9903.04.05")}
    surcharge = {f.modality for f in reading.facts if is_of(f, "9903.03.01")}
    assert (cheese, surcharge) == ({"possible"}, {"asserted"})


def is_of(fact: Fact, heading: str) -> bool:
    return isinstance(fact.content, MeasureEvent) and heading in fact.content.headings


def test_the_whole_chapter_is_read_within_a_minute(shared: Path) -> None:
    begun = time.process_time()
    (document,) = read_sources([shared / "data" / FILE])
    assert isinstance(document, Document)
    registry = load_registry()
    quads = document_quads(read_document(document, registry), registry)
    assert len(quads) > 10_000
    assert time.process_time() - begun < LIMIT
