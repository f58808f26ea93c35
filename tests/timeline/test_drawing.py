"""The pictures, pages and calendars: nothing overlaps, nothing is executed, same bytes."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from draw.reading_svg import of_role, read_svg
from hypothesis import given
from hypothesis import strategies as st

from tradegraph.draw.graphviz import has_graphviz
from tradegraph.store import Store
from tradegraph.timeline import FORMATS, Choice, Timeline, draw_timeline, read_timeline
from tradegraph.timeline.axis import make_axis
from tradegraph.timeline.stacking import stack_labels

from .graphs import MARCH, REGISTRY, STORY, many_events, open_story

NASTY = "<script>alert(1)</script> & ]]> <!--data-->"


def draw(store: Store, form: str = "svg") -> bytes:
    return draw_timeline(read_timeline(store), form)


def list_days(count: int, apart: int) -> list[str]:
    return [(date(2024, 1, 1) + timedelta(days=n * apart)).isoformat() for n in range(count)]


@pytest.fixture(scope="module")
def told() -> Timeline:
    return read_timeline(open_story(STORY))


@pytest.mark.parametrize(
    "form", [form for form in FORMATS if form not in {"png", "pdf"} or has_graphviz()]
)
def test_same_graph_gives_same_bytes_in_whatever_order_it_came(form: str, told: Timeline) -> None:
    backwards = open_story(dict(reversed(STORY.items())))
    assert draw(backwards, form) == draw_timeline(told, form)


@pytest.mark.parametrize(("count", "apart"), [(1, 1), (12, 1), (40, 3), (60, 0), (30, 40)])
def test_labels_of_marks_do_not_overlap(count: int, apart: int) -> None:
    seen = read_svg(draw(open_story(many_events(list_days(count, apart)))))
    labels = [box for group in of_role(seen, "mark-label") for box in group.words]
    assert len(of_role(seen, "mark")) == count
    assert 0 < len(labels) <= count
    assert not [pair for pair in combinations(labels, 2) if pair[0].overlaps(pair[1])]


def test_labels_of_the_seed_do_not_overlap_each_other_nor_names(seed_store: Store) -> None:
    seen = read_svg(draw(seed_store))
    boxes = [
        box for role in ("mark-label", "lane", "track") for each in of_role(seen, role)
        for box in each.words
    ]  # fmt: skip
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


def test_everything_stays_inside_the_picture() -> None:
    data = draw(open_story(many_events(list_days(20, 9), "name " * 60)))
    width = float(re.search(rb'viewBox="0 0 ([\d.]+)', data)[1])  # type: ignore[index]
    boxes = [box for each in read_svg(data) for box in (*each.words, *each.shapes)]
    assert min(box.left for box in boxes) >= 0
    assert max(box.right for box in boxes) <= width


def test_labels_that_have_no_room_are_counted() -> None:
    seen = read_svg(draw(open_story(many_events(list_days(60, 0)))))
    shown = len(of_role(seen, "mark-label"))
    (lane,) = of_role(seen, "lane")
    assert f"{60 - shown} more without a label" in lane.texts


def test_higher_rate_stands_higher(told: Timeline) -> None:
    low, high = of_role(read_svg(draw_timeline(told, "svg")), "rate")
    assert high.shapes[0].height / low.shapes[0].height == pytest.approx(40 / 25, abs=0.02)
    assert high.shapes[0].bottom == low.shapes[0].bottom


def test_rate_between_bounds_is_hatched_above_the_lower() -> None:
    turtle = MARCH.replace("sit:rate25", "sit:some")
    store = open_story({"2024-03-02": (turtle, {"start": "asserted"})})
    (rate,) = of_role(read_svg(draw(store)), "rate")
    sure, doubtful = rate.shapes
    assert sure.height == pytest.approx(doubtful.height, abs=0.2)
    assert doubtful.bottom == pytest.approx(sure.top, abs=0.2)
    assert rate.element.findall("{http://www.w3.org/2000/svg}path")


def test_plan_is_drawn_hollow(told: Timeline) -> None:
    marks = of_role(read_svg(draw_timeline(told, "svg")), "mark")
    fills = {each.title.split(";")[1]: each.element[-1].get("fill") for each in marks}
    assert fills[" planned"] == "#ffffff"
    assert fills[" asserted"] != "#ffffff"


def test_event_without_a_day_is_counted_and_not_drawn() -> None:
    turtle = MARCH.replace('tg:notBefore "2024-06-01"^^xsd:date ;', "").replace(
        'tg:notAfter "2024-06-10"^^xsd:date', 'rdfs:label "talks"'
    )
    store = open_story({"2024-03-02": (turtle, {"deal": "planned"})})
    text = draw(store).decode()
    assert "1 events without a day" not in text
    assert "1 event without a day is not drawn" in text
    assert b"BEGIN:VEVENT" not in draw(store, "ics")


@pytest.mark.parametrize("form", ["svg", "html"])
def test_markup_in_names_is_text(form: str) -> None:
    text = draw(open_story(many_events(["2024-05-06"], NASTY)), form).decode()
    assert "<script>alert" not in text
    assert text.count("<script") == (2 if form == "html" else 0)


def test_page_asks_for_nothing_and_holds_the_passages(told: Timeline) -> None:
    text = draw_timeline(told, "html").decode()
    assert "default-src 'none'" in text
    assert not re.search(r'(?:src|href)="https?:', text)
    found = re.search(r'id="entries">(.*?)</script>', text)
    assert found
    quotes = [p["quote"] for entry in json.loads(found[1]) for p in entry["passages"]]
    assert {"words of start", "words of ruling"} <= set(quotes)


def test_page_numbers_lead_to_their_entries(told: Timeline) -> None:
    text = draw_timeline(told, "html").decode()
    found = re.search(r'id="entries">(.*?)</script>', text)
    assert found
    numbers = {int(each) for each in re.findall(r'data-number="(\d+)"', text)}
    assert numbers == set(range(len(json.loads(found[1]))))


def test_calendar_keeps_to_its_standard(told: Timeline) -> None:
    data = draw_timeline(told, "ics")
    lines = data.split(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert data.count(b"BEGIN:VEVENT") == data.count(b"END:VEVENT") == 4
    whole = data.replace(b"\r\n ", b"").decode()
    assert "SUMMARY:Foundry v. Arcadia: ruling: unlawful\\, Court of Commerce" in whole
    assert "DTSTAMP:20240521T000000Z\r\nDTSTART;VALUE=DATE:20240520\r\n" in whole
    assert "DTEND;VALUE=DATE:20240521\r\n" in whole
    assert whole.count("STATUS:TENTATIVE") == 1
    uids = re.findall(r"UID:(.*)\r\n", whole)
    assert len(set(uids)) == len(uids)


def test_calendar_folds_between_characters() -> None:
    data = draw(open_story(many_events(["2024-05-06"], "关税" * 100)), "ics")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    for line in data.split(b"\r\n"):
        line.decode()
    assert "关税" * 100 in data.replace(b"\r\n ", b"").decode()


def test_what_was_known_is_said_in_the_picture() -> None:
    store = open_story(STORY)
    timeline = read_timeline(store, Choice(known_on=date(2024, 4, 1)))
    assert "as known on 1 April 2024" in draw_timeline(timeline, "svg").decode()


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(1, 200)), max_size=25))
def test_stacked_labels_and_their_lines_never_meet(spans: list[tuple[float, float]]) -> None:
    spans.sort()
    rows = stack_labels(spans, 6)
    for ((begin, width), row), ((later, _), other) in combinations(
        zip(spans, rows, strict=True), 2
    ):
        if row is not None and other is not None and later < begin + width:
            assert 6 > row > other


def test_label_without_a_row_takes_none_from_those_before_it() -> None:
    crowd = [(300.0, 50.0)] * 5
    assert stack_labels([(0.0, 50.0), *crowd], 3) == [0, None, None, 2, 1, 0]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2024, 5, 6), date(2024, 5, 6)),
        (date(2024, 1, 1), date(2024, 12, 31)),
        (date(1930, 6, 17), date(2025, 1, 1)),
        (date.min, date.max),
    ],
    ids=["a day", "a year", "a century", "all days there are"],
)
def test_named_days_keep_apart(first: date, last: date) -> None:
    axis = make_axis(first, last, 200.0, 700.0)
    places = [x for x, _ in axis.ticks()]
    assert places
    assert all(200.0 <= x <= 900.0 for x in places)
    assert all(b - a > 60 for a, b in pairwise(places))


def test_names_of_a_lane_and_of_its_rates_do_not_overlap() -> None:
    name = "Arcadian tariffs on steel, aluminium and copper from Borduria and Castoria, 2024"
    turtle = MARCH.replace('tg:notBefore "2024-03-01"^^xsd:date ; ', "")
    registry = REGISTRY.replace("Arcadian steel tariff", name)
    store = open_story({"2024-03-02": (turtle, {"start": "asserted"})}, registry)
    seen = read_svg(draw(store))
    assert of_role(seen, "track")
    boxes = [
        box for role in ("lane", "track") for each in of_role(seen, role) for box in each.words
    ]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]


def test_lane_without_a_day_is_counted_and_not_drawn() -> None:
    turtle = MARCH.replace('tg:notBefore "2024-06-01"^^xsd:date ;', "").replace(
        'tg:notAfter "2024-06-10"^^xsd:date', 'rdfs:label "talks"'
    )
    store = open_story({"2024-03-02": (turtle, {"start": "asserted", "deal": "planned"})})
    seen = read_svg(draw(store))
    lanes = {" ".join(each.texts) for each in of_role(seen, "lane")}
    assert len(lanes) == 1
    assert not any("talks" in lane for lane in lanes)
    (caption,) = of_role(seen, "caption")
    assert "1 lane has no day and is not shown" in " ".join(caption.texts)


def test_days_of_several_years_name_theirs() -> None:
    days = ["2023-05-06", "2024-05-06"]
    labels = of_role(read_svg(draw(open_story(many_events(days)))), "mark-label")
    words = {each.texts[0].partition(":")[0] for each in labels}
    assert words == {"6 May 2023", "6 May 2024"}
