"""The tariff schedule of the United States, as its administrator publishes it.

Chapters as published, text of the typeset pages. The pages are in Windows-1252 as often as in
UTF-8; the text is the coordinate system either way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers.decoding import decode_text, reject_binary
from tradegraph.readers.documents import Metadata, build_document
from tradegraph.readers.sources import Source

# the running head of a page: Harmonized Tariff Schedule of X Revision 6 (2026)
RUNNING_HEAD: Final = re.compile(
    rb"^[ \t\f]*(?P<title>Harmonized Tariff Schedule of [ -~]{1,80}?\(\d{4}\))[ \t\r]*$",
    re.MULTILINE,
)
TABLE: Final = re.compile(rb"\bRates of Duty\b")
PROBE: Final = 4_000
"""Bytes in which the first page shows its running head."""


def looks_like_schedule(data: bytes) -> bool:
    """Tell whether the bytes are published pages of a tariff schedule."""
    return RUNNING_HEAD.search(data, 0, PROBE) is not None


def read_hts(source: Source) -> Iterator[Document | InputError]:
    """Yield the one document of a schedule's pages; its type is `schedule`.

    An error follows where the pages hold no table of rates, as in a file that was cut off.
    """
    head = RUNNING_HEAD.search(source.data)
    if head is None:
        raise InputError(
            "no page of a tariff schedule", where=source.name, how="read it as --reader text"
        )
    title = " ".join(head["title"].decode("ascii").split())
    metadata = Metadata(source.identifier, title, genre="schedule")
    yield build_document(decode_pages(source), metadata, source.name)
    if not TABLE.search(source.data):
        yield InputError(
            "a schedule without a table of rates", where=source.name, how="give the whole chapter"
        )


def decode_pages(source: Source) -> str:
    """Return the text of the pages: UTF-8, otherwise Windows-1252."""
    try:
        return decode_text(source.data, source.name)
    except InputError:
        reject_binary(source.data, source.name)
        return source.data.decode("cp1252", "replace")
