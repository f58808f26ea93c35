"""Whose goods a passage of an order is about: the places that it names as an origin, or excepts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tradegraph.language.analysis import Analysis
from tradegraph.model import Mention, Span

KINDS: Final = ("Country", "CustomsUnion", "ActorGroup")
# goods of X, articles that are products of X, imports from X
ORIGIN: Final = re.compile(
    r"\b(?:goods?|products?|articles?|imports?)(?:\s+[a-z]+){0,4}?\s+(?:of|from)\s+"
    r"(?:the\s+|certain\s+|a\s+member\s+(?:nation|state)\s+of\s+the\s+)*$",
    re.IGNORECASE,
)
# United Kingdom products
AS_ADJECTIVE: Final = re.compile(r"\s+(?:products|articles|goods)\b")
# ... of Japan, the European Union, or a member nation of ...; from Canada, EU countries, Mexico
JOINED: Final = re.compile(
    r"(?:\s|,|\b(?:and|or|the|countries|a\s+member\s+(?:nation|state)\s+of)\b)*"
)
EXCEPTED: Final = re.compile(r"\bexcept\s+(?:with\s+respect\s+to|for|from|as\s+to)\s+(?:the\s+)?$")
LOOK: Final = 70
"""Characters before a name that tell what it is to the goods."""


@dataclass(frozen=True, slots=True)
class Places:
    """The jurisdictions that a passage names, in order, each once."""

    named: tuple[str, ...]
    origins: tuple[str, ...]
    excepted: tuple[str, ...]


def find_places(analysis: Analysis, span: Span, *, listed: bool = False) -> Places:
    """Return the places of a passage; in a list every name is an origin."""
    named: dict[str, None] = {}
    origins: dict[str, None] = {}
    excepted: dict[str, None] = {}
    last: Mention | None = None
    for mention in analysis.mentions_in(span, *KINDS):
        place = analysis.registry.jurisdiction(mention.entity) if mention.entity else None
        if place is None:
            continue
        if EXCEPTED.search(_before(analysis, mention)):
            excepted[place] = None
            continue
        named[place] = None
        joined = last is not None and _is_joined(analysis, last, mention)
        if listed or joined or _is_origin(analysis, mention):
            origins[place] = None
            last = mention
    return Places(tuple(named), tuple(origins), tuple(excepted))


def _is_origin(analysis: Analysis, mention: Mention) -> bool:
    if ORIGIN.search(_before(analysis, mention)):
        return True
    return bool(AS_ADJECTIVE.match(analysis.document.text, mention.span.end))


def _is_joined(analysis: Analysis, last: Mention, mention: Mention) -> bool:
    """Tell whether the name goes on a list of origins."""
    between = analysis.document.text[last.span.end : mention.span.begin]
    return bool(JOINED.fullmatch(between))


def _before(analysis: Analysis, mention: Mention) -> str:
    return analysis.document.text[max(0, mention.span.begin - LOOK) : mention.span.begin]
