"""Records of databases as texts: one labelled line a field, then the body.

What a record says is read like any text, at its characters, so its lines are part of the document's
text. Fields that are missing or null leave no line; an address that is none is left out, and so is
a day that is none, which is reported.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers.decoding import decode_text
from tradegraph.readers.documents import (
    ISO_DAY,
    WEB_ADDRESS,
    Metadata,
    Stated,
    build_document,
    parse_day,
)
from tradegraph.readers.sources import Source

Record = Mapping[str, object]
"""A JSON object; its values are of any JSON type."""

# <p>, </a>; what stands between them is text
TAG: Final = re.compile(r"<[^<>]{1,2000}>")
BREAK: Final = re.compile(r"</?(?:p|div|br|h\d|li|tr|blockquote|pre)\b[^<>]{0,500}>", re.IGNORECASE)
CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record's fields as they are to be written: labels with values, and the body."""

    identifier: str | None
    title: str | None
    lines: tuple[tuple[str, str], ...]
    body: str = ""
    published: str | None = None
    publisher: str | None = None
    genre: str | None = None
    url: str | None = None


def parse_json(source: Source) -> object:
    """Return the JSON value that the bytes hold."""
    try:
        return json.loads(decode_text(source.data, source.name))
    except json.JSONDecodeError as error:
        where = f"{source.name}:{error.lineno}"
        raise InputError(f"broken JSON: {error.msg}", where=where, how="export it again") from None
    except (RecursionError, ValueError) as error:  # nested too deep; a number of 5,000 digits
        raise InputError(
            f"broken JSON: {error}", where=source.name, how="export it again"
        ) from None


def parse_page(value: object) -> list[Record] | None:
    """Return the records of a page of results, or the one record; None for another value.

    A result that is no record is an empty one, so that its place is told.
    """
    if not isinstance(value, Mapping):
        return None
    results = value.get("results")
    if isinstance(results, list):
        return [record if isinstance(record, Mapping) else {} for record in results]
    return [value]


def write_value(value: object) -> str:
    """Return a field's value on one line: lists joined, objects by their names; empty for null."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, list):
        return "; ".join(written for each in value if (written := write_value(each)))
    if isinstance(value, Mapping):
        named = value.get("name") or value.get("raw_name") or value.get("citation")
        return write_value(named) if named else " ".join(map(write_value, value.values()))
    return " ".join(CONTROL.sub(" ", str(value)).split())


def write_lines(record: Record, labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the labelled values of a record's fields, in the order of the labels."""
    found = ((label, write_value(record.get(name))) for name, label in labels.items())
    return tuple((label, value) for label, value in found if value)


def strip_markup(html: str) -> str:
    """Return the text of a piece of HTML, a line for each paragraph."""
    text = unescape(TAG.sub("", BREAK.sub("\n", html)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def clean_text(value: object) -> str:
    """Return a text without characters that no document can have; empty for what is no text."""
    return CONTROL.sub("", value) if isinstance(value, str) else ""


def write_sheet(sheet: Sheet, where: str) -> Iterator[Document | InputError]:
    """Yield the document of a sheet, after an error for each value that cannot be used."""
    head = "\n".join(f"{label}: {value}" for label, value in sheet.lines)
    text = "\n\n".join(part for part in (head, sheet.body) if part)
    published = None
    if sheet.published and ISO_DAY.fullmatch(sheet.published):
        try:
            published = parse_day(Stated(sheet.published, where))
        except InputError as error:
            yield error
    elif sheet.published:
        yield InputError(f"no ISO date: {sheet.published[:40]!r}", where=where, how="2025-05-30")
    url = sheet.url if sheet.url and WEB_ADDRESS.fullmatch(sheet.url) else None
    metadata = Metadata(
        sheet.identifier, sheet.title, published, sheet.publisher, sheet.genre, "en", url
    )
    yield build_document(text, metadata, where)


def read_page(
    source: Source, write: Callable[[Record], Sheet | None], what: str, how: str
) -> Iterator[Document | InputError]:
    """Yield a document for each record of a page; bytes that are none lack `what`, like `how`."""
    records = parse_page(parse_json(source))
    if records is None:
        raise InputError(f"no {what}", where=source.name, how=how)
    yield from read_sheets(records, map(write, records), source)


def read_body(record: Record, plain: Iterable[str], html: Iterable[str]) -> str:
    """Return the text of the first field that has one, otherwise of the first markup."""
    texts = (text for name in plain if (text := clean_text(record.get(name)).strip()))
    pages = (text for name in html if (text := clean_text(record.get(name))))
    return next(texts, "") or strip_markup(next(pages, ""))


def read_sheets(
    records: Sequence[Record], sheets: Iterable[Sheet | None], source: Source
) -> Iterator[Document | InputError]:
    """Yield the documents of records; one that holds nothing to read is an error."""
    for number, (_, sheet) in enumerate(zip(records, sheets, strict=True), start=1):
        where = source.name if len(records) == 1 else f"{source.name}: record {number}"
        if sheet is None or not (sheet.lines or sheet.body):
            yield InputError("a record without its number", where=where, how="leave it out")
            continue
        try:
            yield from write_sheet(sheet, where)
        except InputError as error:
            yield error
