"""Whose goods a row covers, and which: the names of countries, and the noun phrase at its head."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tradegraph.language.matcher import Matcher
from tradegraph.registry import Registry
from tradegraph.schedules.preferences import find_preferred
from tradegraph.schedules.programmes import EVERYONE, Programmes
from tradegraph.schedules.rows import Row
from tradegraph.schedules.terms import drop_exception, drop_notes

JURISDICTIONS: Final = ("Country", "CustomsUnion")
# any country; but not: any country identified in general note 3(b)
ANY_COUNTRY: Final = re.compile(r"\bany country\b(?!\s+(?:identified|not\b))", re.IGNORECASE)
EVASION: Final = re.compile(r"\btransshipped\b")
IN_TRANSIT: Final = ("articles in transit",)
LOADED: Final = re.compile(r"\bthat\s+\(1\)\s+were\s+loaded\b")
# goods end where the row says whose they are, or which list has them
END: Final = re.compile(
    r",|;|:|\(|\s+(?:as\s+)?(?:provided|specified|defined|described|classified|enumerated)\b"
    r"|\s+(?:the\s+products?|that|which|when|with|of\s+the|of\s+(?=[A-Z])|in\s+which|where)\b",
)
GENERAL: Final = re.compile(
    r"(?:certain\s+)?(?:articles?|products?|goods)?(?:\s+of\s+any\s+country)?", re.IGNORECASE
)
NO_GOODS: Final = re.compile(r"(?:except|provided|effective|other)\b", re.IGNORECASE)
# Articles the product of X that are donations, ...
KIND: Final = re.compile(
    r"\bthat\s+are\s+(?:non-patented\s+articles\s+for\s+use\s+in\s+)?(?=[a-z])"
)
LONGEST: Final = 60


@lru_cache(maxsize=2)
def _compile_names(registry: Registry) -> Matcher:
    return Matcher.of_names(
        name
        for name in registry.names
        if name.role in ("label", "alias") and registry.kind(name.entity) in JURISDICTIONS
    )


def find_partners(words: str, programmes: Programmes) -> tuple[str, ...]:
    """Return the jurisdictions whose goods a row covers, in order; everyone for *any country*."""
    plain = drop_exception(drop_notes(words))
    if ANY_COUNTRY.search(plain):
        return (EVERYONE,)
    found = (match.names[0].entity for match in _compile_names(programmes.registry).find(plain))
    return tuple(dict.fromkeys(entity for entity in found if entity != programmes.imposer))


def is_about_evasion(words: str) -> bool:
    """Tell whether the row is about goods sent through other countries to evade the duty."""
    return bool(EVASION.search(words))


def find_products(row: Row, registry: Registry) -> tuple[str, ...]:
    """Return the goods at the head of the row's own text; none where it only says *articles*."""
    if preferred := find_preferred(row.words, registry):
        return (preferred,)
    if is_about_evasion(row.words):
        return ("transshipped articles",)
    if LOADED.search(row.words):
        return IN_TRANSIT
    plain = drop_exception(drop_notes(row.own))
    phrase = _cut(plain)
    kind = KIND.search(plain) if GENERAL.fullmatch(phrase) else None
    if kind:
        phrase = _cut(plain[kind.end() :])
    if not phrase or NO_GOODS.match(phrase) or GENERAL.fullmatch(phrase) or len(phrase) > LONGEST:
        return ()
    return (phrase[:1].lower() + phrase[1:],)


def _cut(words: str) -> str:
    end = END.search(words)
    return " ".join(words[: end.start() if end else len(words)].split()).strip(" .")
