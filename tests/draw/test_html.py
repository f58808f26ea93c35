from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from html.parser import HTMLParser
from importlib import resources
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tradegraph.draw import draw_network
from tradegraph.draw.picture import make_picture
from tradegraph.draw.plain import layout_plainly
from tradegraph.draw.shapes import Box
from tradegraph.draw.vendored import Vendored, read_vendored

from .invented import invent_network
from .test_svg import NASTY, nasty_network


class Page(HTMLParser):
    """The elements of a page, and what stands in its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in {"script", "style"}:
            self.raw.append("")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            self.raw[-1] += data

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.elements)


def draw_page(graph: Any, **options: Any) -> tuple[str, Page]:
    text = draw_network(graph, None, "html", **options).decode()
    return text, Page(text)


def read_network(page: Page) -> Any:
    """What the page's script is given."""
    return json.loads(page.raw[1])


@pytest.mark.parametrize("layout", ["plain", "auto"])
def test_page_asks_for_nothing(layout: str) -> None:
    text, page = draw_page(invent_network(20), layout=layout)
    fetched = {
        value
        for tag, attributes in page.elements
        for name, value in attributes.items()
        if name in {"src", "href", "srcset", "data", "action", "poster", "xlink:href"}
    }
    assert fetched == {"data:,"}
    assert not re.search(r"url\(|@import", page.raw[0])
    own = page.raw[-1]
    assert not re.search(r"fetch\(|XMLHttpRequest|import\(|WebSocket|sendBeacon|innerHTML", own)
    assert "sourceMappingURL" not in text


def test_page_has_no_inline_handlers_and_no_inline_styles() -> None:
    _, page = draw_page(nasty_network())
    names = {name for _, attributes in page.elements for name in attributes}
    assert not [name for name in names if name.startswith("on") or name == "style"]


def test_page_forbids_every_script_but_those_it_carries() -> None:
    _, page = draw_page(invent_network(5))
    (policy,) = [
        attributes["content"]
        for _, attributes in page.elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    style, _, *scripts = page.raw
    sources = [
        f"'sha256-{b64encode(hashlib.sha256(each.encode()).digest()).decode()}'"
        for each in (style, *scripts)
    ]
    assert policy == (
        f"default-src 'none'; img-src data: blob:; style-src {sources[0]}; "
        f"script-src {' '.join(sources[1:])}; form-action 'none'"
    )


def test_labels_and_quotes_never_become_markup() -> None:
    text, page = draw_page(nasty_network(), title=NASTY[0], note=NASTY[1])
    scripts = len(read_vendored()) + 2  # those of others, the data, and our own
    assert page.count("script") == text.count("</script>") == scripts
    assert page.count("b") == 0


def test_page_holds_the_passages_behind_each_tie() -> None:
    graph = invent_network(20)
    _, page = draw_page(graph)
    told = [each for tie in read_network(page)["ties"] for each in tie["told"]]
    assert len(told) == graph.number_of_edges()
    assert told[0]["passages"][0] == {
        "title": "0",
        "date": "1 May 2025",
        "quote": "A sentence that tells of it, number 0.",
        "modality": told[0]["passages"][0]["modality"],
        "confidence": "0.90",
        "place": "characters 10–48; ",
        "url": "",
    }
    quotes = {passage["quote"] for each in told for passage in each["passages"]}
    assert "A sentence that tells of it, number 8." in quotes


def test_of_very_many_passages_the_first_are_shown_and_the_rest_counted() -> None:
    graph = invent_network(2)
    for _, _, data in graph.edges(data=True):
        data["passages"] = data["passages"] * 50
    _, page = draw_page(graph)
    for tie in read_network(page)["ties"]:
        for told in tie["told"]:
            assert len(told["passages"]) == min(40, len(told["passages"]) + told["more"])


def test_nasty_text_comes_back_from_the_data_unchanged() -> None:
    _, page = draw_page(nasty_network())
    assert NASTY[0] in {actor["label"] for actor in read_network(page)["actors"]}


def test_page_shows_actors_where_the_still_picture_has_them() -> None:
    graph = invent_network(20)
    _, page = draw_page(graph, layout="plain")
    network = read_network(page)
    picture = make_picture(graph)
    boxes = layout_plainly(picture).boxes
    for actor, node in zip(network["actors"], picture.nodes, strict=True):
        box = boxes[node.iri]
        assert (actor["x"], actor["y"]) == (round(box.x, 1), round(box.y, 1))
    for tie in network["ties"]:
        assert len(tie["along"]) == len(tie["across"])


def test_page_of_a_large_network_holds_all_of_it() -> None:
    _, page = draw_page(invent_network(300))
    actors = read_network(page)["actors"]
    assert len(actors) == 300
    boxes = [Box(each["x"], each["y"], each["width"], each["height"]) for each in actors]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_page_of_forty_actors_is_small() -> None:
    text, _ = draw_page(invent_network(40))
    assert len(text.encode()) < 900_000


@pytest.mark.parametrize("entry", read_vendored(), ids=lambda each: each.name)
def test_scripts_of_others_are_what_their_list_says(entry: Vendored) -> None:
    folder = resources.files("tradegraph.draw") / "vendor"
    known = json.loads((folder / "VENDOR.json").read_text("utf-8"))
    (about,) = [each for each in known if each["name"] == entry.name]
    data = (folder / about["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == about["sha256"]
    assert about["licence"] == "MIT"
    assert "Permission is hereby granted" in (folder / about["licence_file"]).read_text("utf-8")
    assert "</script" not in entry.text


def test_no_file_of_others_is_unlisted() -> None:
    folder = Path(str(resources.files("tradegraph.draw") / "vendor"))
    known = json.loads((folder / "VENDOR.json").read_text("utf-8"))
    listed = {each[name] for each in known for name in ("file", "licence_file")}
    assert {path.name for path in folder.iterdir()} == {*listed, "VENDOR.json"}


def test_versions_are_those_pinned_for_developers() -> None:
    pins = json.loads((Path(__file__).parents[2] / "tools/vendor/package.json").read_text("utf-8"))
    assert {each.name: each.version for each in read_vendored()} == pins["dependencies"]
