from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from html.parser import HTMLParser
from typing import Any

import pytest

from tradegraph.draw import draw_network

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


@pytest.mark.parametrize("layout", ["plain", "auto"])
def test_page_asks_for_nothing(layout: str) -> None:
    _, page = draw_page(invent_network(20), layout=layout)
    fetched = {
        value
        for tag, attributes in page.elements
        for name, value in attributes.items()
        if name in {"src", "href", "srcset", "data", "action", "poster", "xlink:href"}
    }
    assert fetched == {"data:,"}
    style = page.raw[0]
    assert not re.search(r"url\(|@import", style)
    script = page.raw[-1]
    assert not re.search(r"fetch\(|XMLHttpRequest|import\(|WebSocket|sendBeacon|innerHTML", script)


def test_page_forbids_every_script_but_its_own() -> None:
    _, page = draw_page(invent_network(5))
    (policy,) = [
        attributes["content"]
        for _, attributes in page.elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    style, _, script = page.raw
    digests = [
        b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in (style, script)
    ]
    assert policy == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digests[0]}'; "
        f"script-src 'sha256-{digests[1]}'; form-action 'none'"
    )


def test_labels_and_quotes_never_become_markup() -> None:
    text, page = draw_page(nasty_network(), title=NASTY[0], note=NASTY[1])
    assert page.count("script") == 2
    assert text.count("</script>") == 2
    assert page.count("b") == 0


def test_page_holds_the_passages_behind_each_tie() -> None:
    graph = invent_network(20)
    _, page = draw_page(graph)
    data = json.loads(page.raw[1])
    told = [each for tie in data["ties"] for each in tie["told"]]
    assert len(told) == graph.number_of_edges()
    assert told[0]["passages"][0] == {
        "title": "0",
        "date": "1 May 2025",
        "quote": "A sentence that tells of it, number 0.",
        "modality": told[0]["passages"][0]["modality"],
        "confidence": "0.90",
        "url": "",
    }
    quotes = {passage["quote"] for each in told for passage in each["passages"]}
    assert "A sentence that tells of it, number 8." in quotes


def test_nasty_text_comes_back_from_the_data_unchanged() -> None:
    _, page = draw_page(nasty_network())
    data = json.loads(page.raw[1])
    assert NASTY[0] in {actor["label"] for actor in data["actors"]}


def test_data_and_drawing_count_the_same_actors_and_ties() -> None:
    _, page = draw_page(invent_network(20))
    data = json.loads(page.raw[1])
    drawn = [attributes.get("class") for _, attributes in page.elements]
    assert drawn.count("actor") == len(data["actors"])
    assert drawn.count("tie") == drawn.count("tie-label") == len(data["ties"])


def test_page_of_forty_actors_is_small() -> None:
    text, _ = draw_page(invent_network(40))
    assert len(text) < 900_000
