"""From what a source says about a text to a checked `Document`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from urllib.parse import quote

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers.captions import read_court_day
from tradegraph.readers.genres import classify

MAX_CHARACTERS: Final = 5_000_000
"""The longest text that is one document."""

LONGEST_TITLE: Final = 300
"""Characters of a heading or a stated title; a longer one is a text in the wrong place."""

FIELDS: Final = {
    "id": "identifier",
    "title": "title",
    "date": "published",
    "publisher": "publisher",
    "type": "genre",
    "genre": "genre",
    "language": "language",
    "url": "url",
}
"""What records and front matter call the fields of `Metadata`; `genre` goes before `type`."""

# shortest: 2025-05-30; a time of day may follow
ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?", re.ASCII)
# RFC 5646; shortest: en
LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
# shortest: http://a
WEB_ADDRESS: Final = re.compile(
    r"(?P<server>https?://[\w.-]+(?::\d{1,5})?)(?P<path>(?:[/?][^#]*)?)(?P<fragment>(?:#.*)?)",
    re.IGNORECASE | re.DOTALL,
)
# RFC 3987: characters that stand in an IRI only percent-encoded
NOT_IN_IRI: Final = re.compile(
    r"[\x00-\x20\x7f-\x9f<>\"{}|\\^`\[\]\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff"
    r"\U000e0000-\U0010ffff]|%(?![0-9A-Fa-f]{2})"
)
LONE_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source says about a document. `genre` is as declared there."""

    identifier: str | None = None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    genre: str | None = None
    language: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and where it stands."""

    value: str
    where: str


def build_document(text: str, metadata: Metadata, where: str) -> Document:
    """Return the document of a text; the text stays as it is.

    Raises `InputError` for a text that is empty, too long, or cannot be written down again.
    """
    check_text(text, where)
    genre = classify(
        metadata.genre, where, text=text, title=metadata.title, publisher=metadata.publisher
    )
    by_itself = read_court_day(text) if genre == "court-ruling" else None
    return Document(
        text=text,
        identifiers=(metadata.identifier,) if metadata.identifier else (),
        published=metadata.published or by_itself,
        title=metadata.title,
        publisher=metadata.publisher,
        doc_type=genre,
        language=metadata.language,
        url=metadata.url,
    )


def check_text(text: str, where: str) -> None:
    """Raise `InputError` for a text that no document can have."""
    if not text or text.isspace():
        raise InputError("holds no text", where=where, how="leave it out")
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            f"longer than {MAX_CHARACTERS:,} characters", where=where, how="split it into parts"
        )
    check_characters(text, "the text", where)


def check_characters(text: str, what: str, where: str) -> None:
    """Raise `InputError` for characters that cannot be written to a file as UTF-8 text."""
    if "\0" in text:
        raise InputError(
            f"a zero character in {what}, at {text.index(chr(0))}",
            where=where,
            how="remove the character",
        )
    if not text.isascii() and (lone := LONE_SURROGATE.search(text)):
        raise InputError(
            f"half of a surrogate pair in {what}, at {lone.start()}",
            where=where,
            how="write the character whole, or remove it",
        )


def parse_metadata(
    record: Mapping[str, object], where: str, *, lines: Mapping[str, int] | None = None
) -> Metadata:
    """Return the metadata in a record of `FIELDS`; what else it holds is ignored.

    `lines` says on which line of `where` a field stands. Raises `InputError` for a value that is
    not what its field holds.
    """
    stated: dict[str, Stated] = {}
    for name, field in FIELDS.items():
        place = f"{where}:{lines[name]}" if lines and name in lines else where
        if value := read_value(record.get(name), name, place):
            stated[field] = Stated(value, place)
    return Metadata(
        identifier=keep(stated.get("identifier")),
        title=keep(stated.get("title")),
        published=parse_day(stated["published"]) if "published" in stated else None,
        publisher=keep(stated.get("publisher")),
        genre=keep(stated.get("genre")),
        language=parse_language(stated["language"]) if "language" in stated else None,
        url=parse_address(stated["url"]) if "url" in stated else None,
    )


def keep(stated: Stated | None) -> str | None:
    """Return a stated value as it is."""
    return stated.value if stated else None


def read_value(value: object, name: str, where: str) -> str | None:
    """Return a field's value on one line, None when it is missing or empty; numbers may be ids."""
    if value is None:
        return None
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise InputError(
            f"{name!r} is no text", where=where, how=f"write {name!r} in quotation marks"
        )
    check_characters(value, repr(name), where)
    return " ".join(value.split()) or None


def parse_day(stated: Stated) -> date:
    """Return the day of an ISO date or time, as written, whatever its zone."""
    try:
        if ISO_DAY.fullmatch(stated.value):
            return datetime.fromisoformat(stated.value).date()
    except ValueError:
        pass
    raise refuse(stated, "no ISO date", "write it as 2025-05-30")


def parse_language(stated: Stated) -> str:
    """Return a language tag."""
    if LANGUAGE.fullmatch(stated.value):
        return stated.value
    raise refuse(stated, "no language tag", "write it as en or en-GB")


def parse_address(stated: Stated) -> str:
    """Return a web address as an IRI; what may not stand in one is percent-encoded."""
    address = WEB_ADDRESS.fullmatch(stated.value)
    if address is None:
        raise refuse(stated, "no web address", "write it as https://...")
    path = NOT_IN_IRI.sub(escape, address["path"])
    fragment = NOT_IN_IRI.sub(escape, address["fragment"][1:]).replace("#", "%23")
    return address["server"] + path + ("#" + fragment if address["fragment"] else "")


def refuse(stated: Stated, what: str, how: str) -> InputError:
    """Return the error for a value that is not what its field holds."""
    return InputError(f"{what}: {stated.value[:80]!r}", where=stated.where, how=how)


def escape(character: re.Match[str]) -> str:
    """Return a character percent-encoded."""
    return quote(character[0], safe="", errors="replace")
