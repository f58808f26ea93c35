"""CourtListener's API v4 as JSON: dockets, clusters of opinions, opinions, and pages of them.

An opinion's text is its `plain_text`, otherwise its HTML without markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers.records import Record, Sheet, read_body, read_page, write_lines, write_value
from tradegraph.readers.sources import Source

SITE: Final = "https://www.courtlistener.com"
LABELS: Final = {
    "case_name": "Case",
    "case_name_full": "Full name",
    "case_name_short": "Short name",
    "court_id": "Court",
    "court": "Court",
    "docket_number": "Docket number",
    "date_filed": "Filed on",
    "date_terminated": "Terminated on",
    "date_last_filing": "Last filing on",
    "nature_of_suit": "Nature of suit",
    "assigned_to_str": "Assigned to",
    "judges": "Judges",
    "panel": "Panel",
    "author_str": "Author",
    "author": "Author",
    "joined_by_str": "Joined by",
    "joined_by": "Joined by",
    "per_curiam": "Per curiam",
    "type": "Type",
    "citations": "Citations",
    "precedential_status": "Precedential status",
    "disposition": "Disposition",
    "posture": "Posture",
    "syllabus": "Syllabus",
    "parties": "Parties",
}
"""Field -> what its line is called; the first of a label counts."""
HTML_BODIES: Final = ("html_with_citations", "html", "html_lawbox", "html_columbia")
OPINION_TYPES: Final = {
    "010combined": "combined opinion",
    "015unamimous": "unanimous opinion",
    "020lead": "lead opinion",
    "025plurality": "plurality opinion",
    "030concurrence": "concurrence",
    "035concurrenceinpart": "concurrence in part",
    "040dissent": "dissent",
}
"""The codes of the model `Opinion`, one of them misspelt there."""
MARKS: Final = (b'"docket_number"', b'"sub_opinions"', b'"opinions_cited"', b'"plain_text"')
PROBE: Final = 20_000


def looks_like_court_listener(data: bytes) -> bool:
    """Tell whether the bytes begin as a record or a page of the API does."""
    head = data[:PROBE]
    own = b'"resource_uri"' in head or b"courtlistener" in head or b'"cluster"' in head
    named = any(mark in head for mark in MARKS)
    return head.lstrip()[:1] == b"{" and named and (own or b'"case_name"' in head)


def read_court_listener(source: Source) -> Iterator[Document | InputError]:
    """Return a document for each record; missing and null fields leave no line."""
    return read_page(source, write_record, "record of a court", '{"docket_number": ...}')


def write_record(record: Record) -> Sheet | None:
    """Return the sheet of a docket, a cluster or an opinion, None for one without any name."""
    title = write_value(record.get("case_name")) or write_value(record.get("case_name_full"))
    identifier = write_value(record.get("id"))
    if not (title or identifier):
        return None
    address = write_value(record.get("absolute_url"))
    kind = OPINION_TYPES.get(write_value(record.get("type")))
    named = {**record, "type": kind} if kind else record
    return Sheet(
        identifier or None,
        title or None,
        tuple(dict(_unaddressed(write_lines(named, LABELS))).items()),
        read_body(record, ("plain_text",), HTML_BODIES),
        write_value(record.get("date_filed")) or None,
        write_value(record.get("court_citation_string")) or None,
        "court-ruling",
        f"{SITE}{address}" if address.startswith("/") else None,
    )


def _unaddressed(lines: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Return the lines whose value is no mere address of another record; the first of a label."""
    found: dict[str, str] = {}
    for label, value in lines:
        addressed = value.startswith(("http://", "https://"))
        words = (_read_court(value) if label == "Court" else "") if addressed else value
        if words:
            found.setdefault(label, words)
    return found


def _read_court(address: str) -> str:
    """Return the court's code out of the address of its record: .../courts/cit/."""
    parts = address.rstrip("/").split("/")
    return parts[-1] if "courts" in parts else ""
