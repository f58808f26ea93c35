"""Records of the Global Trade Alert, invented ones in the form of its export."""

from __future__ import annotations

from pathlib import Path

import pytest

from tradegraph.model import Document, MeasureEvent
from tradegraph.readers import read_sources
from tradegraph.reading import read_document
from tradegraph.registry import load_registry

HEAD = (
    "intervention_id,state_act_title,implementing_jurisdictions,affected_jurisdictions,"
    "intervention_type,date_announced,date_implemented,date_removed,prior_level,new_level,unit,"
    "affected_products\n"
)


def events(folder: Path, row: str) -> list[MeasureEvent]:
    (folder / "gta.csv").write_text(HEAD + row, encoding="utf-8")
    (document,) = read_sources([folder / "gta.csv"])
    assert isinstance(document, Document)
    facts = read_document(document, load_registry()).facts
    assert all(document.text[s.begin : s.end] for fact in facts for s in fact.evidence)
    return [fact.content for fact in facts if isinstance(fact.content, MeasureEvent)]


def test_tariff_has_its_days_levels_and_sides(tmp_path: Path) -> None:
    row = (
        "7,Axles,Chad,Mali; Niger,Import tariff,2031-05-02,2031-05-09,2031-09-01,5,25,percent,"
        "870850\n"
    )
    told = events(tmp_path, row)
    assert [event.event for event in told] == ["announcement", "entry-into-effect", "revocation"]
    entry = told[1]
    assert entry.rate is not None
    assert entry.old_rate is not None
    assert (entry.old_rate.low, entry.rate.low) == (5, 25)
    assert entry.when is not None
    assert str(entry.when.first) == "2031-05-09"
    assert [iri.rpartition("/")[2] for iri in entry.measure.imposers] == ["TD"]
    assert [iri.rpartition("/")[2] for iri in entry.measure.targets] == ["ML", "NE"]
    assert entry.measure.products == ("HS 870850",)


@pytest.mark.parametrize(
    "row",
    [
        "7,Axles,Chad,Mali,Export subsidy,2031-05-02,,,,,,\n",
        "7,Axles,Nowhere,Mali,Import tariff,2031-05-02,,,,,,\n",
        "7,Axles,Chad,Mali,Import tariff,,,,,,,\n",
    ],
    ids=["no tariff", "nobody known", "no day"],
)
def test_record_without_a_tariff_somebody_or_a_day_is_kept_without_facts(
    row: str, tmp_path: Path
) -> None:
    assert events(tmp_path, row) == []
