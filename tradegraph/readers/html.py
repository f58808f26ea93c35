"""Web pages: the main text of the page, a blank line between its blocks.

Only the given bytes are read: no address is opened, no entity expanded.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers.datelines import LATEST_DAY, find_day
from tradegraph.readers.decoding import decode_page
from tradegraph.readers.documents import (
    LANGUAGE,
    Metadata,
    Stated,
    build_document,
    check_characters,
    parse_address,
)
from tradegraph.readers.extras import EXTRA, silence
from tradegraph.readers.sources import Source

BROKEN_PAGE: Final = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the libraries let through on pages that are broken beyond repair."""

PROLOGUE: Final = 4_096
"""Characters in which the element `html` begins."""


def read_html(source: Source) -> Iterator[Document | InputError]:
    """Yield the one document of a web page."""
    markup = decode_page(source.data, source.name)
    try:
        text, metadata = read_page(markup, source.identifier)
    except ImportError as error:
        raise InputError(
            f"reading HTML needs {error.name or 'trafilatura'}", where=source.name, how=EXTRA
        ) from error
    except BROKEN_PAGE as error:
        raise InputError("broken HTML", where=source.name, how="save the page as text") from error
    if not text:
        raise InputError("no text found in the page", where=source.name, how="save it as text")
    yield build_document(text, metadata, source.name)


def read_page(markup: str, identifier: str | None) -> tuple[str, Metadata]:
    """Return the main text of a page, empty when there is none, and what the page says about it."""
    import trafilatura  # noqa: PLC0415  # the one door to it; 0.4 s

    silence("trafilatura", "htmldate", "justext", "courlan")
    tree = trafilatura.load_html(complete(markup))
    if tree is None:
        return "", Metadata()
    page = trafilatura.bare_extraction(
        deepcopy(tree),
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "max_date": LATEST_DAY},
    )
    if page is None or isinstance(page, dict):
        return "", Metadata()
    metadata = Metadata(
        identifier=identifier,
        title=read_line(page.title),
        published=find_day(tree),
        publisher=read_line(page.sitename),
        language=find_language(tree),
        url=find_address(page.url),
    )
    blocks = (block.strip() for block in (page.text or "").split("\n"))
    return "\n\n".join(block for block in blocks if block), metadata


def complete(markup: str) -> str:
    """Return a page; a fragment of one gets the element that makes it one."""
    return markup if "<html" in markup[:PROLOGUE].lower() else f"<html>{markup}"


def find_language(tree: Any) -> str | None:
    """Return the language that a page declares."""
    declared = (tree.get("lang") or "").strip()
    return declared if LANGUAGE.fullmatch(declared) else None


def find_address(stated: str | None) -> str | None:
    """Return the address that a page gives as its own, None when it is none."""
    try:
        return parse_address(Stated(stated.strip(), "")) if stated else None
    except InputError:
        return None


def read_line(stated: str | None) -> str | None:
    """Return a text on one line, None when it is empty or cannot be written."""
    if not stated:
        return None
    try:
        check_characters(stated, "", "")
    except InputError:
        return None
    return " ".join(stated.split()) or None
