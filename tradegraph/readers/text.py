"""Plain text: the whole file is the text.

A leading ` date YYYY-MM-DD ` is the day of publication, and stays part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers.decoding import decode_text
from tradegraph.readers.documents import Metadata, Stated, build_document, parse_day
from tradegraph.readers.sources import Source

# " date 2025-05-30 Text"
LEADING_DATE: Final = re.compile(r"\s*date[ \t]+(?P<day>\d{4}-\d\d-\d\d)(?!\S)", re.ASCII)


def read_text(source: Source) -> Iterator[Document | InputError]:
    """Yield the one document of a text file."""
    text = decode_text(source.data, source.name)
    leading = LEADING_DATE.match(text)
    published = (
        parse_day(Stated(leading["day"], locate(text, leading, source))) if leading else None
    )
    metadata = Metadata(identifier=source.identifier, published=published)
    yield build_document(text, metadata, source.name)


def locate(text: str, leading: re.Match[str], source: Source) -> str:
    """Return the file and line of the leading date."""
    return f"{source.name}:{text.count(chr(10), 0, leading.start('day')) + 1}"
