"""Which names in annotated facts lead to the right entry of the registry."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from tradegraph.cli.evaluate import evaluate
from tradegraph.cli.invocation import Invocation
from tradegraph.evaluation import count_resolutions, resolve_names
from tradegraph.evaluation.dataset import Dataset
from tradegraph.evaluation.name_list import is_description
from tradegraph.evaluation.resolution import Resolution
from tradegraph.evaluation.scoring import load_graph
from tradegraph.model import Document
from tradegraph.vocabulary import ID

TEXT = (
    "Canada lifted its duty on Monday. “We had no choice,” said Chrystia Freeland, the foreign "
    "minister. Robert Lighthizer met Ada Marlow. The Court of International Trade agreed."
)


@cache
def read(text: str) -> Dataset:
    """The graph of a text, read once."""
    return load_graph({"wire": Document(text, ("wire",), published=date(2018, 8, 20))}, None)


def resolve(tmp_path: Path, text: str, *facts: Mapping[str, object]) -> list[Resolution]:
    """What becomes of the names in annotated facts about a text of August 2018."""
    gold = tmp_path / "gold"
    gold.mkdir()
    told = [{"modality": "actual", "evidence": text, **fact} for fact in facts]
    (gold / "wire.json").write_text(json.dumps({"facts": told}), "utf-8")
    documents = {"wire": Document(text, ("wire",), published=date(2018, 8, 20))}
    return resolve_names(gold, documents, read(text))


def tell(resolution: Resolution) -> tuple[str, str, str, str]:
    """Kind, name, outcome and entry of a resolution, in short."""
    entries = " ".join(iri.removeprefix(ID) for iri in resolution.entities)
    return resolution.kind, resolution.annotated.name, resolution.outcome, entries


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        pytest.param(
            {"type": "MeasureEvent", "kind": "increase", "imposer": "CA"},
            [("countries", "CA", "right", "country/CA")],
            id="a jurisdiction's code, by its name in the passage",
        ),
        pytest.param(
            {"type": "MeasureEvent", "kind": "increase", "imposer": "NZ"},
            [("countries", "NZ", "right", "country/NZ")],
            id="a code that the text does not spell out",
        ),
        pytest.param(
            {"type": "Hearing", "court": "cit"},
            [("courts", "cit", "right", "court/us-cit")],
            id="a court's code",
        ),
        pytest.param(
            {"type": "Statement", "speaker": "Robert Lighthizer"},
            [("people", "Robert Lighthizer", "right", "person/robert-lighthizer")],
            id="a person in a role of several kinds",
        ),
        pytest.param(
            {"type": "Statement", "speaker": "Ada Marlow"},
            [("people", "Ada Marlow", "unknown", "")],
            id="a person whom only the text knows",
        ),
        pytest.param({"type": "Statement", "speaker": "senior officials"}, [], id="no name at all"),
        pytest.param(
            {"type": "Investigation", "agency": "Board of Marmalade"},
            [("bodies", "Board of Marmalade", "unknown", "")],
            id="a body that nobody knows",
        ),
        pytest.param(
            {"type": "Ruling", "authority": "s232"},
            [("authorities", "s232", "right", "")],
            id="an authority's code",
        ),
    ],
)
def test_a_name_leads_to_an_entry_or_nowhere(
    tmp_path: Path, fact: dict[str, object], expected: list[tuple[str, str, str, str]]
) -> None:
    found = [tell(each) for each in resolve(tmp_path, TEXT, fact)]
    if expected and expected[0][0] == "authorities":
        found = [(*each[:3], "") for each in found]
    assert found == expected


def test_an_office_leads_to_that_of_its_country(tmp_path: Path) -> None:
    holding = {"type": "OfficeHolding", "person": "Chrystia Freeland", "office": "Foreign Minister"}
    canadian = resolve(tmp_path, TEXT, {**holding, "of": "CA"})
    kinds = {each.kind: each.outcome for each in canadian}
    assert kinds == {"people": "right", "offices": "right", "countries": "right"}


def test_an_office_of_another_country_is_wrong(tmp_path: Path) -> None:
    text = "The Canadian foreign minister, Chrystia Freeland, spoke."
    holding = {"type": "OfficeHolding", "person": "Chrystia Freeland", "office": "foreign minister"}
    found = resolve(tmp_path, text, {**holding, "of": "NZ"})
    assert ("people", "Chrystia Freeland", "wrong", "person/chrystia-freeland") in map(tell, found)


def test_a_name_counts_once_a_document(tmp_path: Path) -> None:
    statement: dict[str, object] = {"type": "Statement", "speaker": "Robert Lighthizer"}
    meeting = {"type": "Encounter", "kind": "meeting", "participants": ["Robert Lighthizer"]}
    assert len(resolve(tmp_path, TEXT, statement, meeting)) == 1


def test_figures_are_shares_of_the_names_of_a_kind(tmp_path: Path) -> None:
    speakers = [{"type": "Statement", "speaker": each} for each in ("Ada Marlow", "Liu He")]
    figures = {each.kind: each for each in count_resolutions(resolve(tmp_path, TEXT, *speakers))}
    assert (figures["people"].names, figures["people"].right, figures["people"].share) == (
        2,
        1,
        0.5,
    )
    assert (figures["all"].names, figures["all"].unknown, figures["all"].wrong_share) == (2, 1, 0)
    assert (figures["courts"].names, figures["courts"].share) == (0, 1)


@pytest.mark.parametrize(
    ("words", "described"),
    [
        ("senior officials", True),
        ("several Republicans", True),
        ("US importers", True),
        ("Ada Marlow", False),
        ("Ministry of Finance", False),
        ("G20", False),
    ],
)
def test_a_description_is_no_name(words: str, described: bool) -> None:
    assert is_description(words) == described


def test_the_command_prints_shares_and_misses(corpus: Path) -> None:
    graph = ["--graph", str(corpus / "graph.nq")]
    arguments = [str(corpus / "gold"), str(corpus / "docs.jsonl"), *graph, "--names"]
    shares, misses = (
        CliRunner().invoke(evaluate, options, obj=Invocation(), catch_exceptions=False).stdout
        for options in (arguments, [*arguments, "--misses"])
    )
    assert shares.splitlines()[0].startswith("kind,names,right,share,wrong")
    assert "courts,1,1,1.0000,0,0.0000,0,0" in shares.splitlines()
    assert "people,unknown,wire,Ada Marlow,CA," in misses.splitlines()
