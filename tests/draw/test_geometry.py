from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tradegraph.draw.curves import cut_curve, find_point, sample_chain, shorten_chain
from tradegraph.draw.letters import measure_text, wrap_text
from tradegraph.draw.shapes import OUTLINES, Box, enclose, holds
from tradegraph.draw.spread import spread_boxes
from tradegraph.draw.stress import find_distances, place_points

sizes = st.floats(5, 200)
places = st.floats(-300, 300)
boxes = st.builds(Box, places, places, sizes, sizes)
points = st.tuples(places, places)


@given(st.lists(boxes, max_size=14), st.sampled_from([0.0, 10.0, 40.0]))
@settings(max_examples=60, deadline=None)
def test_spread_boxes_keep_their_distance(crowd: list[Box], gap: float) -> None:
    spread = spread_boxes(crowd, gap, gap)
    assert [(b.width, b.height) for b in spread] == [(b.width, b.height) for b in crowd]
    for one, other in combinations(spread, 2):
        assert not one.grow(gap / 2 - 0.1).overlaps(other.grow(gap / 2 - 0.1))


def test_boxes_that_stand_apart_stay_where_they_are() -> None:
    apart = [Box(0, 0, 10, 10), Box(100, 0, 10, 10)]
    assert spread_boxes(apart, 20, 20) == apart


@given(st.text(max_size=80), st.floats(30, 200), st.integers(1, 4))
@settings(max_examples=200, deadline=None)
def test_wrapped_lines_are_no_wider_than_asked(text: str, width: float, most: int) -> None:
    lines = wrap_text(text, 12.0, width, most)
    assert len(lines) <= most
    assert all(measure_text(line, 12.0) <= width + 1e-6 for line in lines)
    if not any(line.endswith("…") for line in lines):
        assert "".join(lines).replace(" ", "") == "".join(text.split())


def test_lines_are_about_equally_long() -> None:
    lines = wrap_text("cuts tariffs from over 100%", 10.5, 128.0, 2)
    assert lines == ("cuts tariffs from", "over 100%")


@pytest.mark.parametrize(
    ("text", "narrower"), [("iiii", "mmmm"), ("é", "é́́"), ("abcd", "漢字漢字"), ("a", "🙂")]
)
def test_widths_follow_the_letters(text: str, narrower: str) -> None:
    assert measure_text(text, 10) <= measure_text(narrower, 10)


@pytest.mark.parametrize("name", OUTLINES)
def test_outline_fills_its_box_and_holds_its_centre(name: str) -> None:
    box = Box(10, 20, 120, 40)
    outline = OUTLINES[name](box)
    hull = enclose([Box(x, y, 0, 0) for x, y in outline])
    assert (hull.width, hull.height) == pytest.approx((120, 40))
    assert holds(outline, (10, 20))
    assert not holds(outline, (80, 20))


@given(st.tuples(points, points, points, points), st.floats(0.05, 0.95))
def test_cut_curve_keeps_its_course(curve: tuple[tuple[float, float], ...], t: float) -> None:
    a, b, c, d = curve
    before, after = cut_curve((a, b, c, d), t)
    assert before[3] == after[0]
    assert find_point(before, 0.5) == pytest.approx(find_point((a, b, c, d), t / 2), abs=1e-6)


def test_shortened_line_ends_before_its_target() -> None:
    line = ((0.0, 0.0), (30.0, 0.0), (70.0, 0.0), (100.0, 0.0))
    end = sample_chain(shorten_chain(line, 10.0), 4)[-1]
    assert math.dist(end, (100.0, 0.0)) == pytest.approx(10.0, abs=0.1)


def test_distances_are_shortest_paths_and_pieces_stay_near() -> None:
    rows = find_distances(4, [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 5.0)])
    assert rows[0][:3] == [0.0, 1.0, 2.0]
    assert 0 < rows[0][3] < 3


def test_chain_of_points_is_laid_out_straight() -> None:
    line = place_points(find_distances(3, [(0, 1, 1.0), (1, 2, 1.0)]))
    assert math.dist(line[0], line[2]) == pytest.approx(2.0, abs=0.05)
    assert math.dist(line[0], line[1]) == pytest.approx(1.0, abs=0.05)
