"""From a model's words to records: JSON is read strictly, quotes are looked up in the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tradegraph.llm.forms import FACT_TYPES, MODALITIES, Role
from tradegraph.model import Span

FENCED: Final = re.compile(
    r"\s* ``` (?:json)? \s* (?P<body>.*?) \s* ``` \s*", re.VERBOSE | re.DOTALL
)
MARKS: Final = {
    **dict.fromkeys("'’‘ʼ", "['’‘ʼ]"),
    **dict.fromkeys('"“”', '["“”]'),
    **dict.fromkeys("-–—", "[-–—]"),
}
"""Characters that models write alike, as the pattern of all of them."""
SHORTEST_QUOTE: Final = 8
"""Characters; a shorter quote stands in too many places to be evidence."""


@dataclass(frozen=True, slots=True)
class Record:
    """A fact as a model tells it, its quote found in the text."""

    fact_type: str
    values: Mapping[str, object]
    modality: str
    span: Span


@dataclass(frozen=True, slots=True)
class Dropped:
    """What is left out of an answer, and why: malformed, or its quote not in the text."""

    why: str


def read_answer(answer: str, text: str, within: Span) -> Iterator[Record | Dropped]:
    """Yield the records of an answer about that part of a text, in order, and what is left out."""
    fenced = FENCED.fullmatch(answer)
    try:
        facts = json.loads(fenced["body"] if fenced else answer)["facts"]
    except (ValueError, KeyError, TypeError, RecursionError):
        yield Dropped("the answer is no JSON of facts")
        return
    for fact in facts if isinstance(facts, list) else [None]:
        yield _read_fact(fact, text, within)


def _read_fact(fact: object, text: str, within: Span) -> Record | Dropped:
    if not isinstance(fact, dict) or fact.get("type") not in FACT_TYPES:
        return Dropped("a fact of no known type")
    roles = FACT_TYPES[fact["type"]]
    if fact.get("modality") not in MODALITIES or not all(_is_filled(r, fact) for r in roles):
        return Dropped("a fact that lacks a role")
    span = locate_quote(str(fact.get("evidence") or ""), text, within)
    if span is None:
        return Dropped("a quote that is not in the text")
    return Record(fact["type"], fact, fact["modality"], span)


def _is_filled(role: Role, fact: Mapping[str, object]) -> bool:
    """Tell whether a role has what it must have, and no code that its list lacks."""
    value = fact.get(role.name)
    if value is None:
        return not role.required
    return role.form != "code" or value in role.codes


def locate_quote(quote: str, text: str, within: Span) -> Span | None:
    """Return where the quote stands in that part of the text.

    Line breaks, blanks and the shapes of dashes and quotation marks may differ, letters may not.
    """
    words = quote.split()
    if len("".join(words)) < SHORTEST_QUOTE:
        return None
    pattern = r"\s+".join("".join(MARKS.get(c, re.escape(c)) for c in word) for word in words)
    found = re.compile(pattern).search(text, within.begin, within.end)
    return Span(*found.span()) if found else None
