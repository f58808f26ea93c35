"""Which legal instrument a document gives the text of, and what its head says of it.

An order is known by its title and its day, by the number in its title, or by the numbers that the
gazette's record of it gives.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from tradegraph.identifiers import mint, slugify, tail
from tradegraph.language.citations import cite
from tradegraph.language.dates import find_dates
from tradegraph.model import Document, Instrument
from tradegraph.registry import Registry
from tradegraph.vocabulary import DCTERMS

ACTS: Final = frozenset(("executive-order", "proclamation", "fr-notice", "official"))
"""Types of document that give an instrument's own text."""
RELEASE: Final = "press-release"
"""The type of document that announces an instrument."""
FEWEST: Final = 2
"""So many words must the titles of a release and of one of several instruments share."""
STEM: Final = 6
WORD: Final = re.compile(r"[a-z]{5,}")
LATEST: Final = timedelta(days=10)
"""So long after its signature an instrument may be published."""
# Executive Order 13141: Environmental Review; Proclamation 10947 of June 3, 2025
NUMBERED: Final = re.compile(
    r"\s*(?:Executive\s+Order|E\.?O\.?|Proclamation)\s+(?:No\.?\s+)?(?P<number>\d{4,5})\b"
)
# A Proclamation on Adjusting Imports of Steel; Proclamation to Implement the Agreement
KIND: Final = re.compile(r"^(?:A\s+)?Proclamation\s+(?:on\s+)?", re.IGNORECASE)
LONG_TITLE: Final = 40
"""Characters of a title that no other instrument is likely to begin with."""
HEAD_LENGTH: Final = 200
"""Letters and digits before the title that heads a text."""
NO_WORD: Final = re.compile(r"[^a-z0-9]+")
# Document number: 2025-06063
HEAD_LINE: Final = re.compile(r"(?P<label>[A-Z][\w ]{2,24}): (?P<value>\S.*)")
FIRST: Final = "Title: "
"""How the head of a record begins."""
AMENDED: Final = re.compile(
    r"\b(?P<name>(?:Executive\s+Order|Proclamation)\s+\d{4,5})\b[^.;]{0,140}?\b(?:is|are)\s+"
    r"(?:hereby\s+|further\s+)*(?:amended|modified|rescinded|revoked)\b"
)


def find_own_instrument(document: Document, registry: Registry) -> str | None:
    """Return the instrument whose text the document is, None when it is not known."""
    if document.doc_type not in ACTS or not document.title:
        return None
    head = {**_read_title(document.title), **read_head(document.text)}
    number = head.get("Executive Order") or head.get("Proclamation")
    if number:
        found = registry.subjects("instrumentNumber", number)
    else:
        found = _find_titled(registry, document.title) or _find_headed(registry, document.text)
    fitting = [iri for iri in found if _fits(registry, iri, document.published)]
    latest = max((signed_on(registry, iri) or date.min for iri in fitting), default=None)
    last = [iri for iri in fitting if (signed_on(registry, iri) or date.min) == latest]
    return last[0] if len(last) == 1 else _mint(head)


def _read_title(title: str) -> dict[str, str]:
    """Return the number that a title begins with, by the kind of the instrument."""
    found = NUMBERED.match(title)
    if found is None:
        return {}
    kind = "Proclamation" if found[0].strip().startswith("Proclamation") else "Executive Order"
    return {kind: found["number"]}


def find_announced_instrument(document: Document, registry: Registry) -> str | None:
    """Return the instrument of its day that a press release is about, None without just one.

    Of several that were signed on that day it is the one that shares most words of its title.
    """
    if document.doc_type != RELEASE or not document.title or not document.published:
        return None
    signed = registry.subjects("signedOn", document.published.isoformat())
    told = _words(document.title)
    shared = {iri: len(told & _words(_title_of(registry, iri))) for iri in signed}
    most = max(shared.values(), default=0)
    best = [iri for iri, count in shared.items() if count == most]
    return best[0] if len(best) == 1 and (len(shared) == 1 or most >= FEWEST) else None


def read_instrument(document: Document, registry: Registry) -> Instrument | None:
    """Return the document's own instrument with what the document's head and words say of it."""
    iri = find_own_instrument(document, registry)
    if iri is None:
        return None
    head = {**_read_title(document.title or ""), **read_head(document.text)}
    names = (" ".join(match["name"].split()) for match in AMENDED.finditer(document.text))
    amended = (found for name in names if (found := find_cited(registry, name)) and found != iri)
    return Instrument(
        iri,
        document.title or iri,
        head.get("Executive Order") or head.get("Proclamation"),
        head.get("Citation"),
        head.get("Document number"),
        read_signature(document),
        tuple(dict.fromkeys(amended)),
    )


def find_cited(registry: Registry, name: str) -> str | None:
    """Return the instrument of that name; one that the registry does not know has a node, too."""
    known = registry.entities_named(name)
    entity = None if known else cite(name)
    return known[0] if known else entity.iri if entity else None


def find_country(registry: Registry, instrument: str) -> str | None:
    """Return the country of an instrument's series, with whose code its name begins."""
    country = mint("country", tail(instrument).partition("-")[0].upper())
    return country if country in registry.entities else None


def signed_on(registry: Registry, instrument: str | None) -> date | None:
    """Return the day on which the registry's instrument was signed."""
    day = registry.value(instrument, "signedOn") if instrument else None
    return date.fromisoformat(day) if day else None


def read_head(text: str) -> dict[str, str]:
    """Return the labelled lines at the head of a record; empty for another text."""
    if not text.startswith(FIRST):
        return {}
    lines = (HEAD_LINE.fullmatch(line) for line in text.partition("\n\n")[0].split("\n"))
    return {line["label"]: line["value"] for line in lines if line}


def read_signature(document: Document) -> date | None:
    """Return the day of the signature, if the document's head says so."""
    return _read_day(read_head(document.text).get("Signed on"))


def published_on(document: Document) -> date | None:
    """Return the day on which the gazette published the document, if its head says so."""
    return _read_day(read_head(document.text).get("Published on"))


def _mint(head: dict[str, str]) -> str | None:
    """Return the IRI of an instrument that the registry does not have."""
    for label, kind in (("Executive Order", "eo"), ("Proclamation", "proclamation")):
        if label in head:
            return mint("instrument", f"us-{kind}-{slugify(head[label])}")
    number = head.get("Document number")
    return mint("instrument", f"us-fr-{slugify(number)}") if number else None


def _read_day(words: str | None) -> date | None:
    found = find_dates(words, None) if words else ()
    return found[0].past.first if found else None


def _fits(registry: Registry, instrument: str, published: date | None) -> bool:
    signed = signed_on(registry, instrument)
    return not signed or not published or signed <= published <= signed + LATEST


@lru_cache(maxsize=2)
def _titles(registry: Registry) -> dict[str, tuple[str, ...]]:
    """Return the registry's instruments by their titles."""
    found: dict[str, tuple[str, ...]] = {}
    for quad in registry.quads:
        if quad.predicate.value == DCTERMS + "title":
            title = str(getattr(quad.object, "value", ""))
            found[title] = (*found.get(title, ()), str(getattr(quad.subject, "value", "")))
    return found


@lru_cache(maxsize=2)
def _by_title(registry: Registry) -> dict[str, tuple[str, ...]]:
    """Return the registry's instruments by their titles, in plain words."""
    found: dict[str, tuple[str, ...]] = {}
    for title, iris in _titles(registry).items():
        found[_plain(title)] = (*found.get(_plain(title), ()), *iris)
    return found


def _title_of(registry: Registry, instrument: str) -> str:
    titles = (title for title, iris in _titles(registry).items() if instrument in iris)
    return next(titles, "")


def _words(title: str) -> frozenset[str]:
    """Return the beginnings of the title's longer words, so that inflection makes no difference."""
    return frozenset(word[:STEM] for word in WORD.findall(title.lower()))


def _find_titled(registry: Registry, title: str) -> tuple[str, ...]:
    """Return the instruments of this title; a headline may give only the begin of a long one."""
    every = _by_title(registry)
    for plain in (_plain(title), _plain(KIND.sub("", title))):
        if plain in every:
            return every[plain]
    begun = [iris for known, iris in every.items() if known.startswith(_plain(title))]
    return begun[0] if len(begun) == 1 and len(title) >= LONG_TITLE else ()


def _find_headed(registry: Registry, text: str) -> tuple[str, ...]:
    """Return the instruments of the title that heads the text."""
    head = _plain(text[: HEAD_LENGTH * 4])
    found = (
        iris
        for title, iris in _by_title(registry).items()
        if len(title) >= LONG_TITLE and 0 <= head.find(title) <= HEAD_LENGTH
    )
    return next(found, ())


def _plain(title: str) -> str:
    """Return the title's letters and digits alone, so that typography makes no difference."""
    return NO_WORD.sub("", title.lower())
