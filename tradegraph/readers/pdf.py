"""PDF: the texts of the pages, a blank line between them.

The file's dates say when it was made, not when it was published, and are not believed.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers.documents import (
    LONE_SURROGATE,
    LONGEST_TITLE,
    MAX_CHARACTERS,
    Metadata,
    build_document,
)
from tradegraph.readers.extras import EXTRA, silence
from tradegraph.readers.sources import Source

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES: Final = 2_000
"""Pages of one file: more than any act or opinion has."""

MAX_CONTENT: Final = 100_000_000
"""Bytes that the drawing instructions of one page may unpack to."""

BROKEN_PDF: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pypdf lets through on broken files beside its own errors."""

# what programs write where no one wrote a title: "Microsoft Word - draft.docx", "untitled"
NO_TITLE: Final = re.compile(r"microsoft\s.*|.*\.\w{2,5}|untitled.*|\S*", re.IGNORECASE | re.DOTALL)


def read_pdf(source: Source) -> Iterator[Document | InputError]:
    """Yield the one document of a PDF file."""
    try:
        from pypdf import errors  # noqa: PLC0415  # the one door to it
    except ImportError as error:
        raise InputError("reading PDF needs pypdf", where=source.name, how=EXTRA) from error
    silence("pypdf")
    try:
        text, title = read_pages(source)
    except errors.DependencyError as error:  # AES needs a library that the extra does not bring
        raise refuse_encrypted(source) from error
    except (errors.PyPdfError, errors.DeprecationError, *BROKEN_PDF) as error:
        raise InputError(
            f"broken PDF: {' '.join(str(error).split())[:80] or type(error).__name__}",
            where=source.name,
            how="print it to a new PDF, or save it as text",
        ) from error
    if not text.strip():
        raise InputError(
            "no text in the PDF; its pages may be pictures",
            where=source.name,
            how="recognise the text first, e.g. with ocrmypdf",
        )
    yield build_document(text, Metadata(identifier=source.identifier, title=title), source.name)


def read_pages(source: Source) -> tuple[str, str | None]:
    """Return the text of a PDF file and the title it states."""
    from pypdf import PdfReader  # noqa: PLC0415  # likewise

    reader = PdfReader(BytesIO(source.data))
    # everyone may open a file that may not be printed: it is encrypted with no password
    if reader.is_encrypted and not reader.decrypt(""):
        raise refuse_encrypted(source)
    if len(reader.pages) > MAX_PAGES:
        raise InputError(f"more than {MAX_PAGES:,} pages", where=source.name, how="split it")
    texts: list[str] = []
    for text in extract_texts(reader, source.name):
        texts.append(text)
        if sum(map(len, texts)) > MAX_CHARACTERS:
            break  # refused as too long where the document is built
    return "\n\n".join(texts), find_title(reader)


def extract_texts(reader: PdfReader, where: str) -> Iterator[str]:
    """Yield the text of each page that has one."""
    for number, page in enumerate(reader.pages, start=1):
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > MAX_CONTENT:
            raise InputError(
                "a page too large", where=f"{where}: page {number}", how="leave it out"
            )
        text = clean(page.extract_text()).strip()
        if text:
            yield text


def clean(text: str) -> str:
    """Return a text without what cannot be written: zeros go, halves of characters are joined."""
    text = text.replace("\0", "")
    if not LONE_SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def find_title(reader: PdfReader) -> str | None:
    """Return the title that a PDF file states, None when a program put in something else."""
    stated = reader.metadata.title if reader.metadata else None
    title = " ".join(clean(stated or "").split())
    sane = len(title) <= LONGEST_TITLE and title.isprintable() and not NO_TITLE.fullmatch(title)
    return title if sane else None


def refuse_encrypted(source: Source) -> InputError:
    """Return the error for a file that opens with a password only."""
    return InputError(
        "encrypted with a password",
        where=source.name,
        how="remove the password, e.g. with qpdf --decrypt",
    )
