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
PAGE_END: Final = b"\f"
# a page's own number: 99-II-1, 99 - II - 2
PAGE_NUMBER: Final = re.compile(
    rb"(?P<part>\b\d\d ?- ?[IVXL]+) ?- ?(?P<number>\d{1,4})[ \t\r]*$", re.MULTILINE
)
TABLE: Final = re.compile(rb"\bRates of Duty\b")
PROBE: Final = 4_000
"""Bytes in which the first page shows its running head."""


def looks_like_schedule(data: bytes) -> bool:
    """Tell whether the bytes are published pages of a tariff schedule."""
    return RUNNING_HEAD.search(data, 0, PROBE) is not None


def read_hts(source: Source) -> Iterator[Document | InputError]:
    """Yield the one document of a schedule's pages; its type is `schedule`.

    An error follows for what is missing: the table of rates, a page, the end of the last page.
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
    yield from find_gaps(source)


def find_gaps(source: Source) -> Iterator[InputError]:
    """Yield an error for each page that is missing, and for a last page without its end."""
    pages = source.data.split(PAGE_END)
    line, before = 1, (b"", 0)
    for page in pages:
        found = PAGE_NUMBER.search(page)
        if found is not None:
            here = (found["part"].replace(b" ", b""), int(found["number"]))
            if here[0] == before[0] and here[1] > before[1] + 1:
                last = f"{before[0].decode()}-{before[1]}"
                yield InputError(
                    f"pages are missing between {last} and {here[0].decode()}-{here[1]}",
                    where=f"{source.name}:{line}",
                    how="give the whole chapter",
                )
            before = here
        line += page.count(b"\n")
    rest = pages[-1].strip()
    if len(pages) > 1 and rest:
        words = " ".join(rest.split(b"\n")[-1].decode("ascii", "replace").split())
        yield InputError(
            f"the last page breaks off at {words[-60:]!r}",
            where=f"{source.name}:{line}",
            how="give the whole chapter",
        )


def decode_pages(source: Source) -> str:
    """Return the text of the pages: UTF-8, otherwise Windows-1252."""
    try:
        return decode_text(source.data, source.name)
    except InputError:
        reject_binary(source.data, source.name)
        return source.data.decode("cp1252", "replace")
