"""The tariff schedule's exports: JSON and CSV rows, a document for each chapter.

Rows without a number are headings of their own; rates and units of a row that has none are those
of the row above it that it is indented under. The field `addiitionalDuties` is spelt so in the
files, and is read beside `additionalDuties`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers.decoding import decode_text
from tradegraph.readers.documents import Metadata, build_document
from tradegraph.readers.records import Record, parse_json, write_value
from tradegraph.readers.sources import Source

CSV_FIELDS: Final = {
    "HTS Number": "htsno",
    "Indent": "indent",
    "Description": "description",
    "Unit of Quantity": "units",
    "General Rate of Duty": "general",
    "Special Rate of Duty": "special",
    "Column 2 Rate of Duty": "other",
    "Quota Quantity": "quotaQuantity",
    "Additional Duties": "additionalDuties",
}
"""Column of the CSV export -> field of the JSON export."""
INHERITED: Final = ("general", "special", "other", "units")
WRITTEN: Final = (
    "htsno",
    "description",
    "general",
    "special",
    "other",
    "additionalDuties",
    "notes",
)
PROBE: Final = 2_000
HEAD: Final = " | ".join(("heading", *WRITTEN[1:]))
"""The first line of the text of an export: what its columns are."""


def looks_like_hts_export(data: bytes) -> bool:
    """Tell whether the bytes are a JSON or CSV export of the schedule."""
    head = data[:PROBE].lstrip(b"\xef\xbb\xbf \r\n\t")
    return (head[:1] == b"[" and b'"htsno"' in head) or head.lstrip(b'"').startswith(b"HTS Number")


def read_hts_export(source: Source) -> Iterator[Document | InputError]:
    """Yield a document of the type `schedule` for each chapter; one line of it is one row."""
    chapters: dict[str, list[str]] = {}
    for row in inherit(parse_rows(source)):
        number = row["htsno"]
        chapters.setdefault(number[:2], []).append(" | ".join(row[name] for name in WRITTEN))
    if not chapters:
        raise InputError("no numbered row", where=source.name, how="export the schedule again")
    for chapter, lines in chapters.items():
        title = f"Tariff schedule, chapter {chapter}"
        identifier = f"{source.identifier or source.name}-{chapter}"
        metadata = Metadata(identifier, title, genre="schedule")
        yield build_document("\n".join((HEAD, *lines)) + "\n", metadata, source.name)


def parse_rows(source: Source) -> Iterator[Record]:
    """Yield the rows of either export with the field names of the JSON one."""
    if source.data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"[":
        value = parse_json(source)
        yield from (
            (row for row in value if isinstance(row, Mapping)) if isinstance(value, list) else ()
        )
        return
    try:
        for row in csv.DictReader(io.StringIO(decode_text(source.data, source.name))):
            yield {CSV_FIELDS[name]: row[name] for name in CSV_FIELDS if name in row}
    except csv.Error as error:
        raise InputError(f"broken CSV: {error}", where=source.name, how="export again") from None


def inherit(rows: Iterable[Record]) -> Iterator[dict[str, str]]:
    """Yield the numbered rows, each with the texts above it and the rates that it inherits."""
    above: list[tuple[int, dict[str, str]]] = []
    for record in rows:
        row = {name: write_value(record.get(name)) for name in (*INHERITED, "htsno", "description")}
        row["additionalDuties"] = write_value(
            record.get("additionalDuties") or record.get("addiitionalDuties")
        )
        row["notes"] = write_value(record.get("footnotes"))
        indent = _read_indent(record.get("indent"))
        while above and above[-1][0] >= indent:
            above.pop()
        for name in INHERITED:
            row[name] = row[name] or next((r[name] for _, r in reversed(above) if r[name]), "")
        above.append((indent, dict(row)))
        if row["htsno"]:
            parts = [r["description"] for _, r in above if not r["htsno"]]
            row["description"] = " ".join((*parts, row["description"])).replace("|", "/")
            yield row


def _read_indent(value: object) -> int:
    text = write_value(value)
    return int(text) if text.isdigit() else 0
