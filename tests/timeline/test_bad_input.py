"""Timelines nobody would wish for: each becomes a file that its readers open, or one clear line."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from xml.etree import ElementTree as ET

import pytest

from tradegraph.draw.graphviz import has_graphviz
from tradegraph.errors import UsageError
from tradegraph.store import Store
from tradegraph.timeline import COLUMNS, FORMATS, draw_timeline, list_rows, read_timeline

from .graphs import MAY, REGISTRY, Story, many_events, open_story

SCRIPT = "</title></svg><script>alert(1)</script> & ]]> --> 'x'"
ONE_DAY = ["2024-05-06"]


def retaliate() -> Story:
    """Three measures, each in answer to the one before, the first to the last."""
    facts = "".join(
        f'msr:r{n} a tg:TariffMeasure ; rdfs:label "tariff {n}"@en ; tg:imposedBy cty:X{land} ;\n'
        f" tg:retaliatesAgainst msr:r{(n + 1) % 3} .\n"
        f"evt:r{n} a tg:MeasureEvent ; tg:eventType code:event-imposition ; tg:affects msr:r{n} ;\n"
        f' tg:notBefore "2024-05-0{n + 1}"^^xsd:date .\n'
        for n, land in enumerate("ABC")
    )
    return {"2024-12-31": (facts, {f"r{n}": "asserted" for n in range(3)})}


STORIES: dict[str, Callable[[], Story]] = {
    "names of other scripts": lambda: many_events(ONE_DAY, "中华人民共和国关税 رسوم جمركية 🍎🚢"),
    "a name of 300 characters": lambda: many_events(ONE_DAY, "very " * 60),
    "a name without a space": lambda: many_events(ONE_DAY, "x" * 300),
    "a name of nothing": lambda: many_events(ONE_DAY, ""),
    "script and markup": lambda: many_events(ONE_DAY, SCRIPT),
    "five hundred events on a day": lambda: many_events(ONE_DAY * 500),
    "the first and the last day there are": lambda: many_events(["0001-01-01", "9999-12-31"]),
    "a day that is none": lambda: many_events(["2024-02-31", "2024-05-06"]),
    "a cycle of retaliation": retaliate,
    "a document without a date": lambda: {"undated": (MAY, {"raise": "asserted"})},
}


def check_svg(data: bytes) -> None:
    root = ET.fromstring(data)  # noqa: S314 - our own bytes
    assert not [each for each in root.iter() if each.tag.endswith(("script", "foreignObject"))]


def check_html(data: bytes) -> None:
    text = data.decode()
    assert text.count("<script") == text.count("</script>") == 2
    assert json.loads(text.partition('id="entries">')[2].partition("</script>")[0])


def check_ics(data: bytes) -> None:
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"BEGIN:VEVENT") == data.count(b"END:VEVENT")


CHECKS: dict[str, Callable[[bytes], object]] = {
    "svg": check_svg,
    "html": check_html,
    "ics": check_ics,
    "png": lambda data: data.startswith(b"\x89PNG") or pytest.fail("no PNG"),
    "pdf": lambda data: data.startswith(b"%PDF") or pytest.fail("no PDF"),
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", STORIES)
def test_timeline_becomes_a_file_that_opens(name: str, form: str) -> None:
    if form in {"png", "pdf"} and not has_graphviz():
        pytest.skip("needs the extra with Graphviz")
    timeline = read_timeline(open_story(STORIES[name]()))
    CHECKS[form](draw_timeline(timeline, form))
    assert draw_timeline(timeline, form) == draw_timeline(timeline, form)


@pytest.mark.parametrize("name", STORIES)
def test_timeline_becomes_a_table(name: str) -> None:
    rows = list_rows(read_timeline(open_story(STORIES[name]())))
    stream = StringIO()
    csv.writer(stream).writerows([COLUMNS, *rows])
    stream.seek(0)
    back = list(csv.DictReader(stream))
    assert len(back) == len(rows) > 0
    assert all(None not in row and None not in row.values() for row in back)


def empty_store() -> Store:
    return open_story({"2024-12-31": ("", {})}, registry=REGISTRY)


def test_nothing_to_show_is_one_clear_line() -> None:
    with pytest.raises(UsageError, match="nothing to show: no event, status or rate") as error:
        read_timeline(empty_store())
    assert "\n" not in str(error.value)
