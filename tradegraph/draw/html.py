"""A picture as one HTML file: point, filter, and read the passages behind a tie.

The file asks for nothing: style, script and data stand inside, and its own policy forbids every
request and every script but the one it carries.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from datetime import date
from html import escape
from importlib.resources import files

from tradegraph.draw.caption import write_day
from tradegraph.draw.palette import TIE_WORDS
from tradegraph.draw.picture import Picture, Strand, Told, word_told
from tradegraph.draw.scene import Scene
from tradegraph.draw.svg import write_svg_element
from tradegraph.network import Passage
from tradegraph.network.text import clean_text
from tradegraph.network.words import MODALITY_WORDS

_MARKER = re.compile("<!--([a-z]+)-->")
_CERTAIN, _OPEN, _DENIED = "given as fact", "planned, expected or possible", "denied"

Json = dict[str, object]


def write_html(picture: Picture, scene: Scene) -> str:
    """Return the page; it shows the same drawing as the SVG."""
    style, script = _read_page("page.css"), _read_page("page.js")
    parts = {
        "policy": _write_policy(style, script),
        "title": escape(scene.title),
        "style": style,
        "picture": write_svg_element(scene),
        "data": write_json(_describe_network(picture)),
        "script": script,
    }
    # Every other piece is a marker's name; what a document says is never searched for markers.
    pieces = _MARKER.split(_read_page("page.html"))
    return "".join(parts[piece] if odd % 2 else piece for odd, piece in enumerate(pieces))


def _read_page(name: str) -> str:
    return (files(__package__) / "page" / name).read_text(encoding="utf-8")


def _write_policy(style: str, script: str) -> str:
    sources = {"style-src": style, "script-src": script}
    allowed = [f"{kind} 'sha256-{_digest(text)}'" for kind, text in sources.items()]
    return "; ".join(["default-src 'none'", "img-src data:", *allowed, "form-action 'none'"])


def _digest(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


def write_json(value: Json) -> str:
    """Return JSON that may stand in a script element: no `<`, `>` or `&` and only ASCII."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    for letter in "<>&":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _describe_network(picture: Picture) -> Json:
    place = {node.iri: number for number, node in enumerate(picture.nodes)}
    return {
        "actors": [{"label": node.label, "kind": node.kind} for node in picture.nodes],
        "ties": [_describe_tie(strand, place) for strand in picture.strands],
    }


def _describe_tie(strand: Strand, place: dict[str, int]) -> Json:
    certainty = _CERTAIN if strand.firm else _OPEN
    return {
        "source": place[strand.source],
        "target": place[strand.target],
        "directed": strand.directed,
        "family": TIE_WORDS[strand.family],
        "certainty": certainty if strand.positive else _DENIED,
        "label": "; ".join(dict.fromkeys(map(word_told, strand.told))),
        "told": [_describe_told(told) for told in strand.told],
    }


def _describe_told(told: Told) -> Json:
    documents = f"{told.weight} document" + ("s" if told.weight != 1 else "")
    return {
        "label": word_told(told),
        "days": _write_days(told.first, told.last),
        "documents": documents,
        "passages": [_describe_passage(passage) for passage in told.passages],
    }


def _write_days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return "without a date"
    days = write_day(first), write_day(last)
    return days[0] if first == last else f"between {days[0]} and {days[1]}"


def _describe_passage(passage: Passage) -> Json:
    return {
        "title": clean_text(passage.title),
        "date": write_day(passage.published) if passage.published else "undated",
        "quote": clean_text(passage.quote),
        "modality": MODALITY_WORDS.get(passage.modality, passage.modality),
        "confidence": f"{passage.confidence:.2f}",
        "url": passage.url or "",
    }
