from __future__ import annotations

import json
from pathlib import Path

from tradegraph.model import Document, MeasureEvent
from tradegraph.readers import read_sources
from tradegraph.reading import read_document
from tradegraph.registry import load_registry

ROWS = [
    {"htsno": "9903.01.01", "indent": "0", "description": "Articles the product of Mexico",
     "general": "The duty provided in the applicable subheading + 25%"},
    {"htsno": "9903.01.02", "indent": "0", "description": "Articles of Mexico that are donations",
     "general": "The duty provided in the applicable subheading"},
    {"htsno": "8708.50.11", "indent": "0", "description": "Axles", "general": "2.5%"},
]  # fmt: skip


def test_rows_of_an_export_give_the_facts_of_the_published_page(tmp_path: Path) -> None:
    (tmp_path / "hts.json").write_text(json.dumps(ROWS), encoding="utf-8")
    readings = [
        read_document(document, load_registry())
        for document in read_sources([tmp_path / "hts.json"])
        if isinstance(document, Document)
    ]
    facts = [fact for reading in readings for fact in reading.facts]
    events = [fact.content for fact in facts if isinstance(fact.content, MeasureEvent)]
    assert [event.event for event in events] == ["entry-into-effect", "exemption"]
    assert events[0].rate is not None
    assert events[0].rate.low == 25
    assert events[0].headings == ("9903.01.01",)
    assert (events[0].measure.programme or "").endswith("/us-fentanyl-mx-2025")
