"""What the schema of GEXF 1.2 (https://gexf.net/schema.html) demands of the elements we write."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from xml.etree import ElementTree as ET

NAMESPACE = "{http://www.gexf.net/1.2draft}"
Check = Callable[[str], object]


def one_of(*words: str) -> Check:
    return words.index


def whole(text: str) -> object:
    """An XML token: nothing around it, no double spaces, no line ends."""
    if text != " ".join(text.split()):
        raise ValueError(text)
    return text


TIMES: Mapping[str, Check] = {"start": date.fromisoformat, "end": date.fromisoformat}
VALUES: Mapping[str, Check] = {
    "string": str,
    "integer": int,
    "long": int,
    "float": float,
    "double": float,
    "boolean": one_of("true", "false"),
}


@dataclass(frozen=True)
class Rule:
    """The children an element may have, and its attributes; `needs` are those it must have."""

    children: Collection[str] = ()
    needs: Collection[str] = ()
    attributes: Mapping[str, Check] = field(default_factory=dict)


RULES = {
    "gexf": Rule(("meta", "graph"), ("version",), {"version": one_of("1.2")}),
    "meta": Rule(
        ("creator", "keywords", "description"), (), {"lastmodifieddate": date.fromisoformat}
    ),
    "creator": Rule(),
    "graph": Rule(
        ("attributes", "nodes", "edges"),
        (),
        {
            "defaultedgetype": one_of("directed", "undirected", "mutual"),
            "mode": one_of("static", "dynamic"),
            "timeformat": one_of("integer", "double", "date", "dateTime"),
            "idtype": one_of("integer", "string"),
            **TIMES,
        },
    ),
    "attributes": Rule(
        ("attribute",),
        ("class",),
        {"class": one_of("node", "edge"), "mode": one_of("static", "dynamic"), **TIMES},
    ),
    "attribute": Rule(
        ("default", "options"),
        ("id", "title", "type"),
        {"id": str, "title": str, "type": one_of(*VALUES, "liststring", "anyURI")},
    ),
    "nodes": Rule(("node",), (), {"count": int}),
    "node": Rule(("attvalues", "spells"), ("id",), {"id": str, "label": whole, **TIMES}),
    "edges": Rule(("edge",), (), {"count": int}),
    "edge": Rule(
        ("attvalues", "spells"),
        ("id", "source", "target"),
        {
            **dict.fromkeys(("id", "source", "target"), str),
            "type": one_of("directed", "undirected", "mutual"),
            "label": whole,
            "weight": float,
            **TIMES,
        },
    ),
    "attvalues": Rule(("attvalue",)),
    "attvalue": Rule((), ("for", "value"), {"for": str, "value": str, **TIMES}),
}


def find_breaches(data: bytes) -> list[str]:
    """Return what in a GEXF file the schema forbids, and values that are not of their type."""
    root = ET.fromstring(data)  # noqa: S314 - our own bytes
    return [*_check(root), *_check_values(root)]


def _check(element: ET.Element) -> Iterator[str]:
    name = element.tag.removeprefix(NAMESPACE)
    rule = RULES[name]
    for child in element:
        kind = child.tag.removeprefix(NAMESPACE)
        yield from _check(child) if kind in rule.children else [f"{name} holds {kind}"]
    yield from (f"{name} lacks {each}" for each in rule.needs if each not in element.attrib)
    for key, value in element.attrib.items():
        if key.startswith("{"):
            continue  # of another namespace, such as where the schema is
        try:
            rule.attributes[key](value)
        except KeyError:
            yield f"{name} has {key}"
        except ValueError:
            yield f"{name} has {key}={value!r}"


def _check_values(root: ET.Element) -> Iterator[str]:
    for kind in ("node", "edge"):
        declared = {
            each.get("id"): each.get("type", "")
            for group in root.iter(f"{NAMESPACE}attributes")
            if group.get("class") == kind
            for each in group
        }
        for value in root.findall(f".//{NAMESPACE}{kind}/{NAMESPACE}attvalues/"):
            try:
                VALUES[declared[value.get("for")]](value.get("value", ""))
            except (KeyError, ValueError):
                yield f"{kind} has the value {value.get('value')!r}"
