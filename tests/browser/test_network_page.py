"""The page of a network in a real browser: what a reader does with it."""

from __future__ import annotations

import re
import time
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from draw.invented import invent_network
from draw.test_svg import nasty_network
from pyoxigraph import RdfFormat, parse

from tradegraph.network import build

SEED = Path(__file__).parents[1] / "data" / "seed_expected.trig"


@pytest.fixture(scope="module")
def seed() -> Any:
    return build(parse(SEED.read_bytes(), RdfFormat.TRIG), passages=True)


def count(shown: str) -> tuple[int, int]:
    """How many actors and ties are shown."""
    actors, ties = re.findall(r"\d+", shown)
    return int(actors), int(ties)


def test_whole_network_is_shown_first(visit: Any, seed: Any) -> None:
    page = visit(seed)
    assert count(page.shown())[0] == len(seed)
    box = page.page.locator("#picture canvas").first.bounding_box()
    assert box["width"] > 600
    assert box["height"] > 300


def test_box_of_a_family_takes_its_ties_away(visit: Any, seed: Any) -> None:
    page = visit(seed)
    _, before = count(page.shown())
    page.page.click("summary:has-text('Ties')")
    page.page.uncheck("#families input[value=talks]")
    actors, after = count(page.shown())
    assert 0 < after < before
    assert actors < len(seed)
    page.page.check("#families input[value=talks]")
    assert count(page.shown())[1] == before


def test_box_of_a_kind_takes_its_actors_away(visit: Any, seed: Any) -> None:
    page = visit(seed)
    page.page.click("summary:has-text('Actors')")
    page.page.uncheck("#kinds input[value=person]")
    people = sum(data["kind"] == "person" for _, data in seed.nodes(data=True))
    assert count(page.shown())[0] == len(seed) - people


def test_box_of_a_modality_takes_plans_away(visit: Any, seed: Any) -> None:
    page = visit(seed)
    before = count(page.shown())[1]
    page.page.click("summary:has-text('Certainty')")
    page.page.uncheck("#modalities input[value=planned]")
    page.page.uncheck("#modalities input[value=expected]")
    assert count(page.shown())[1] < before


def test_slider_of_documents_keeps_what_many_tell(visit: Any) -> None:
    graph = invent_network(20)
    page = visit(graph)
    page.slide("weight", 5)
    kept = count(page.shown())[1]
    assert 0 < kept < graph.number_of_edges()


def test_sliders_of_time_keep_to_a_period_and_play_moves_it(visit: Any) -> None:
    graph = invent_network(12)
    edges = list(graph.edges(keys=True))
    for number, edge in enumerate(edges):
        day = date(2025, 1 + number % 12, 3)
        graph.edges[edge].update(first=day, last=day)
    page = visit(graph)
    whole = count(page.shown())[1]
    page.slide("to", 2)
    assert page.page.inner_text("#days") == "2025-01-03 – 2025-03-03"
    assert 0 < count(page.shown())[1] < whole
    page.page.click("#play")
    deadline = time.monotonic() + 20
    while int(page.page.input_value("#from")) < 2:
        assert time.monotonic() < deadline
        page.page.wait_for_timeout(100)
    page.page.click("#play")
    assert page.page.inner_text("#play") == "Play"


def test_search_finds_an_actor_and_opens_its_ties(visit: Any, seed: Any) -> None:
    page = visit(seed).page
    page.keyboard.press("/")
    page.keyboard.type("xi jin")
    page.click("#found button:has-text('Xi Jinping')")
    assert page.inner_text("#heading") == "Xi Jinping"
    page.click("#told button:has-text('call')")
    assert "a call between President Donald Trump" in page.inner_text("#told blockquote >> nth=0")
    assert re.search(
        r"30 May 2025; characters \d+–\d+; .*confidence 0\.\d\d", page.inner_text("#told")
    )
    page.keyboard.press("Escape")
    assert page.is_hidden("#passages")


def test_search_that_finds_nobody_says_so(visit: Any, seed: Any) -> None:
    page = visit(seed).page
    page.fill("#search", "Zzyzx")
    assert "nobody and nothing is called “Zzyzx”" in page.inner_text("#found")


def test_click_on_a_line_opens_its_passages(visit: Any) -> None:
    graph = nx.MultiDiGraph(invent_network(2))
    page = visit(graph, layout="plain").page
    box = page.locator("#picture").bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    steps = [(dx, dy) for dy in range(-120, 121, 12) for dx in range(-120, 121, 12)]
    for dx, dy in steps:
        page.mouse.click(middle[0] + dx, middle[1] + dy)
        if page.is_visible("#told blockquote"):
            break
    assert "A sentence that tells of it" in page.inner_text("#told")


def test_pointer_on_an_actor_names_it(visit: Any, seed: Any) -> None:
    page = visit(seed).page
    box = page.locator("#picture").bounding_box()
    for y in range(20, int(box["height"]), 20):
        for x in range(20, int(box["width"]), 40):
            page.mouse.move(box["x"] + x, box["y"] + y)
            if page.is_visible("#hint"):
                assert page.inner_text("#hint")
                return
    pytest.fail("no place in the picture has a hint")


def test_keyboard_steps_through_actors_and_opens_one(visit: Any, seed: Any) -> None:
    page = visit(seed).page
    page.focus("#picture")
    page.keyboard.press("n")
    page.keyboard.press("n")
    named = page.inner_text("#hint").partition(" (")[0]
    page.keyboard.press("Enter")
    assert page.inner_text("#heading") == named
    assert page.evaluate("document.activeElement.id") == "heading"


@pytest.mark.parametrize("layout", ["force", "circle", "concentric", "printed"])
def test_layouts_can_be_changed(visit: Any, seed: Any, layout: str) -> None:
    page = visit(seed)
    page.page.select_option("#layout", layout)
    assert count(page.shown())[0] == len(seed)


def test_view_is_saved_as_svg_with_what_is_shown(visit: Any, seed: Any) -> None:
    page = visit(seed)
    page.page.click("summary:has-text('Ties')")
    page.page.uncheck("#families input[value=talks]")
    page.page.click("#period")  # a click beside a list of boxes closes it
    root = ET.fromstring(page.save("#save-svg"))  # noqa: S314 - our own page's
    name = "{http://www.w3.org/2000/svg}g"
    drawn = [each.get("class") for each in root.iter(name)]
    assert (drawn.count("actor"), drawn.count("tie")) == count(page.shown())
    assert "US Court of" in "".join(root.itertext())


def test_view_is_saved_as_png(visit: Any, seed: Any) -> None:
    data = visit(seed).save("#save-png")
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20]) > 800


def test_view_is_saved_as_graphml_that_networkx_reads(visit: Any, seed: Any) -> None:
    page = visit(seed)
    graph = nx.read_graphml(BytesIO(page.save("#save-graphml")), force_multigraph=True)
    assert (len(graph), graph.number_of_edges()) == count(page.shown())
    assert "Scott Bessent" in {data["label"] for _, data in graph.nodes(data=True)}


def test_nothing_in_a_label_is_executed(visit: Any) -> None:
    page = visit(nasty_network(), title="<img src=x onerror=alert(1)>").page
    page.fill("#search", "script")
    page.locator("#found button").first.click()
    assert page.evaluate("document.querySelectorAll('img, #told script').length") == 0


def test_dark_page_is_dark(visit: Any, seed: Any) -> None:
    page = visit(seed, look="dark").page
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 28)"


def test_large_network_can_be_used(visit: Any) -> None:
    page = visit(invent_network(600, ties_an_actor=3.0))
    page.page.fill("#search", "Arvalia")
    page.page.locator("#found button").first.click()
    assert page.page.is_visible("#told")
    assert count(page.shown())[0] == 600


WATCH = """
const inked = (canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value) => value > 0);
};
const look = () => {
  const sketch = document.querySelector("canvas.sketch");
  if (sketch) window.sketched = inked(sketch) && !document.documentElement.dataset.ready;
  else requestAnimationFrame(look);
};
look();
"""


def test_large_network_is_sketched_until_its_picture_is_ready(visit: Any) -> None:
    page = visit(invent_network(300, ties_an_actor=3.0), watch=WATCH).page
    assert page.evaluate("window.sketched")
    page.wait_for_selector("canvas.sketch", state="detached")


INK_ON_EDGES = """() => [...document.querySelectorAll("#picture canvas")].some((canvas) => {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const onEdge = (x, y) => x < 3 || y < 3 || x >= width - 3 || y >= height - 3;
  return data.some((ink, n) => ink > 0 && onEdge((n >> 2) % width, Math.floor((n >> 2) / width)));
})"""


@pytest.mark.parametrize("actors", [20, 300])
def test_first_picture_lies_inside_its_room(visit: Any, actors: int) -> None:
    page = visit(invent_network(actors)).page
    page.wait_for_timeout(500)
    assert not page.evaluate(INK_ON_EDGES)
