"""Turtle files that people keep in order: one paragraph an entry, sorted, comments left alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pyoxigraph import Triple

from tradegraph.render import render_graph
from tradegraph.vocabulary import PREFIXES

# @prefix per: <https://w3id.org/tradegraph/id/person/> .
PREFIX: Final = re.compile(
    r"^@prefix \s+ (?P<name>[\w-]*): \s* <(?P<iri>[^>]*)> \s* \.", re.VERBOSE | re.MULTILINE
)
# per:jane-doe a tg:Person ;
SUBJECT: Final = re.compile(r"^(?P<name>[\w-]*:\S+|<[^>]*>) \s", re.VERBOSE)


def insert_entry(text: str, triples: Sequence[Triple]) -> str:
    """Return the Turtle with one more entry at its place; what is there is left as it is.

    Prefixes that the entry needs and the file lacks are added in front.
    """
    head, _, paragraph = render_graph(triples, "turtle").rstrip("\n").rpartition("\n\n")
    paragraph = _put_label_first(paragraph)
    needed = dict(PREFIX.findall(head))
    known = dict(PREFIX.findall(text))
    missing = [f"@prefix {name}: <{iri}> ." for name, iri in needed.items() if name not in known]
    blocks = text.rstrip("\n").split("\n\n") if text.strip() else []
    if missing:
        lines = [line for line in blocks[0].splitlines() if line] if known else []
        blocks[: 1 if known else 0] = ["\n".join(sorted([*lines, *missing]))]
    subject = _read_subject(paragraph)
    place = next(
        (
            i
            for i, block in enumerate(blocks)
            if (other := _read_subject(block)) and other > subject
        ),
        len(blocks),
    )
    blocks.insert(place, paragraph)
    return "\n\n".join(blocks) + "\n"


def _put_label_first(paragraph: str) -> str:
    """Return an entry with its label, which is one line, next to its class."""
    lines = paragraph.splitlines()
    label = next(line for line in lines if line.lstrip().startswith("rdfs:label "))
    lines.remove(label)
    return "\n".join([lines[0], label, *lines[1:]])


def _read_subject(block: str) -> str:
    """Return the IRI that a paragraph describes; nothing for prefixes and comments."""
    found = SUBJECT.match(block)
    if found is None or block.startswith("@"):
        return ""
    prefix, colon, local = found["name"].partition(":")
    return PREFIXES.get(prefix, f"{prefix}:") + local if colon else found["name"]
