"""The Global Trade Alert's export: CSV, a row and a document for each intervention."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Final

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers.decoding import decode_text
from tradegraph.readers.records import Sheet, write_sheet, write_value
from tradegraph.readers.sources import Source

LABELS: Final = {
    "state_act_title": "State act",
    "state_act_id": "State act number",
    "intervention_id": "Intervention",
    "intervention_type": "Type",
    "mast_chapter": "MAST chapter",
    "gta_evaluation": "Evaluation",
    "implementing_jurisdictions": "Implementing jurisdictions",
    "affected_jurisdictions": "Affected jurisdictions",
    "affected_products": "Affected products",
    "affected_sectors": "Affected sectors",
    "prior_level": "Prior level",
    "new_level": "New level",
    "unit": "Unit",
    "date_announced": "Announced on",
    "date_published": "Published on",
    "date_implemented": "Implemented on",
    "date_removed": "Removed on",
    "is_in_force": "In force",
    "is_official_source": "Official source",
    "implementation_level": "Implementation level",
    "eligible_firm": "Eligible firms",
    "state_act_source": "Source",
}
"""Column -> what its line is called. Headings are read whatever their case and spaces."""
PUBLISHER: Final = "Global Trade Alert"
PROBE: Final = 4_000


def looks_like_trade_alert(data: bytes) -> bool:
    """Tell whether the bytes begin with the header of an export."""
    head = data[:PROBE].split(b"\n", 1)[0].lower().replace(b" ", b"_")
    return b"intervention_id" in head and b"state_act" in head


def read_trade_alert(source: Source) -> Iterator[Document | InputError]:
    """Yield a document for each intervention; a row without its number is an error."""
    text = decode_text(source.data, source.name)
    try:
        rows = list(csv.DictReader(io.StringIO(text)))
    except csv.Error as error:
        raise InputError(f"broken CSV: {error}", where=source.name, how="export again") from None
    for number, row in enumerate(rows, start=2):
        where = f"{source.name}:{number}"
        sheet = write_row({_plain(name): value for name, value in row.items() if name})
        if sheet is None:
            yield InputError("a row without an intervention", where=where, how="leave it out")
            continue
        try:
            yield from write_sheet(sheet, where)
        except InputError as error:
            yield error


def write_row(row: Mapping[str, object]) -> Sheet | None:
    """Return the sheet of a row, None for one without a number."""
    number = write_value(row.get("intervention_id"))
    if not number:
        return None
    lines = ((label, write_value(row.get(name))) for name, label in LABELS.items())
    dates = (row.get(name) for name in ("date_published", "date_announced", "date_implemented"))
    published = next((day for each in dates if (day := write_value(each))), None)
    return Sheet(
        f"gta-{number}",
        write_value(row.get("state_act_title")) or None,
        tuple((label, value) for label, value in lines if value),
        published=published,
        publisher=PUBLISHER,
        genre="dataset",
        url=write_value(row.get("state_act_url")) or None,
    )


def _plain(name: str) -> str:
    return "_".join(name.strip().lower().split())
