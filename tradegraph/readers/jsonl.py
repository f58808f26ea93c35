"""JSON Lines: one document a line, `{"id", "title", "date", "publisher", "genre", "url", "text"}`.

`type` stands for `genre` where that is missing; other fields are ignored. A broken line is an
error of its own, and the other lines go on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers.decoding import decode_text, reject_binary
from tradegraph.readers.documents import build_document, parse_metadata
from tradegraph.readers.sources import Source

ZERO: Final = "\0"
"""A character that no file of text can hold."""

PROBE: Final = 1024
"""Bytes at the start in which a zero byte means that the whole file is no text."""


def read_jsonl(source: Source) -> Iterator[Document | InputError]:
    """Yield the document or the error of each line; blank lines are passed over."""
    reject_binary(source.data[:PROBE], source.name)
    start, blank = 0, True
    for number, line in enumerate(BytesIO(source.data), start=1):
        if line.strip():
            blank = False
            try:
                yield from read_line(line.rstrip(b"\r\n"), start, f"{source.name}:{number}")
            except InputError as error:
                yield error
        start += len(line)
    if blank:
        raise InputError("holds no text", where=source.name, how="leave it out")


def read_line(line: bytes, start: int, where: str) -> Iterator[Document | InputError]:
    """Yield the document on a line that begins at byte `start`.

    A zero character is read as U+FFFD, so that offsets stay, and reported.
    """
    record = parse_record(decode_text(line, where, start=start), where)
    text = record.get("text")
    if text is None:
        raise InputError("no field 'text'", where=where, how='{"id": "...", "text": "..."}')
    if not isinstance(text, str):
        raise InputError("'text' is no text", where=where, how="write 'text' in quotation marks")
    if ZERO in text:
        yield InputError(
            f"a zero character in the text, at {text.index(ZERO)}, is read as U+FFFD",
            where=where,
            how="remove the character",
        )
        text = text.replace(ZERO, "\ufffd")
    yield build_document(text, parse_metadata(record, where), where)


def parse_record(line: str, where: str) -> dict[str, object]:
    """Return the JSON object on a line."""
    how = "one JSON object a line"
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"broken JSON: {describe(error)}", where=where, how=how) from None
    except (RecursionError, ValueError) as error:  # nested too deep; a number of 5,000 digits
        reason = "nested too deep" if isinstance(error, RecursionError) else "a number too long"
        raise InputError(f"broken JSON: {reason}", where=where, how=how) from None
    if not isinstance(record, dict):
        raise InputError("no JSON object", where=where, how=how)
    return record


def describe(error: json.JSONDecodeError) -> str:
    """Return what is wrong in a line of JSON and at which character."""
    what = error.msg.removesuffix(" at")
    return f"{what[:1].lower()}{what[1:]} at character {error.pos + 1}"


def looks_like_jsonl(data: bytes) -> bool:
    """Tell whether the first line that is not blank is a JSON object."""
    first = next((line for line in BytesIO(data) if line.strip()), b"")
    try:
        parse_record(decode_text(first, ""), "")
    except InputError:
        return False
    return True
