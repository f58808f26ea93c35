"""Documents, passages of them, days, and the entities that passages name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tradegraph import vocabulary


@dataclass(frozen=True)
class Document:
    """One text with what its source says about it. `text` is the coordinate system of all spans.

    `edition` bounds the day of publication where only the edition is named, not its day.
    """

    text: str
    identifiers: tuple[str, ...] = ()
    published: date | None = None
    title: str | None = None
    publisher: str | None = None
    doc_type: str = "news"
    language: str | None = None
    url: str | None = None
    edition: DateRange | None = None

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 digest of the text in UTF-8, 64 hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def key(self) -> str:
        """The first 16 digits of the digest: the document's name in every IRI."""
        return self.sha256[:16]

    @property
    def iri(self) -> str:
        """The document's IRI."""
        return vocabulary.document_iri(self.key)


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A run of characters of a document, `begin` included, `end` excluded."""

    begin: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, order=True, slots=True)
class DateRange:
    """The earliest and the latest day of something dated, with the words that say so.

    `precision` is a notation of the code list `precision`; `anchor` is the day from which a
    relative expression was resolved, None for an absolute one.
    """

    first: date
    last: date
    precision: str = "day"
    text: str | None = None
    anchor: date | None = None

    @property
    def is_presumed(self) -> bool:
        """Whether no words give the days, but only the day of publication."""
        return self.text is None and self.anchor is not None

    def overlaps(self, other: DateRange) -> bool:
        """Tell whether some day lies in both."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that can be named: an actor, place, office, measure programme, product, instrument.

    `kind` is the ontology class's local name (`Person`, `GovernmentBody`, `Country` ...).
    `owner` is the IRI it belongs to: `bodyOf`, `affiliation`, `officeOf`, `inCountry`.
    """

    iri: str
    kind: str
    label: str
    names: tuple[str, ...] = ()
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that names an entity. `entity` is None while two candidates remain.

    `method` is a notation of the code list `linking`; `role` says what sort of name it is: label,
    alias, demonym, metonym, family, citation, or description for a passage that describes.
    """

    span: Span
    kind: str
    candidates: tuple[str, ...]
    entity: str | None
    method: str | None
    confidence: float
    role: str = "label"
