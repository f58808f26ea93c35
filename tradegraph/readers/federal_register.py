"""The Federal Register's API v1: a document, or a page of results, as JSON.

The names of the fields are those of the API's own source (`entry_serializer.rb`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers.records import (
    Record,
    Sheet,
    clean_text,
    read_body,
    read_page,
    write_lines,
    write_value,
)
from tradegraph.readers.sources import Source

PUBLISHER: Final = "Federal Register"
LABELS: Final = {
    "title": "Title",
    "document_number": "Document number",
    "citation": "Citation",
    "type": "Type",
    "subtype": "Subtype",
    "executive_order_number": "Executive Order",
    "proclamation_number": "Proclamation",
    "presidential_document_number": "Presidential document",
    "agencies": "Agencies",
    "docket_ids": "Dockets",
    "docket_id": "Docket",
    "cfr_references": "CFR references",
    "correction_of": "Correction of",
    "signing_date": "Signed on",
    "publication_date": "Published on",
    "effective_on": "Effective on",
    "action": "Action",
    "dates": "Dates",
    "executive_order_notes": "Notes",
    "disposition_notes": "Dispositions",
    "html_url": "Page",
    "pdf_url": "PDF",
    "raw_text_url": "Text",
}
"""Field -> what its line is called."""
BODIES: Final = ("raw_text", "body", "full_text", "text")
"""Fields in which an export may carry the body; the API gives its address only."""
PROBE: Final = 4_000


def looks_like_federal_register(data: bytes) -> bool:
    """Tell whether the bytes begin as a document or a page of the API does."""
    head = data[:PROBE]
    return head.lstrip()[:1] == b"{" and b'"document_number"' in head


def read_federal_register(source: Source) -> Iterator[Document | InputError]:
    """Return a document for each record; missing and null fields leave no line."""
    what = "document of the Federal Register"
    return read_page(source, write_record, what, '{"document_number": ...}')


def write_record(record: Record) -> Sheet | None:
    """Return the sheet of a record, None for one without a document number."""
    number = write_value(record.get("document_number"))
    if not number:
        return None
    abstract = clean_text(record.get("abstract")).strip()
    body = read_body(record, BODIES, ("body_html",))
    return Sheet(
        number,
        write_value(record.get("title")) or None,
        write_lines(record, {k: v for k, v in LABELS.items() if k in record}),
        "\n\n".join(part for part in (abstract, body) if part),
        write_value(record.get("publication_date")) or None,
        PUBLISHER,
        "official",
        write_value(record.get("html_url")) or None,
    )
