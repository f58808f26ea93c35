"""New entries in a folder of the user's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tradegraph.curation import add_entry, add_person
from tradegraph.curation.additions import Term
from tradegraph.errors import InputError, UsageError
from tradegraph.registry import load_registry
from tradegraph.resources import REGISTRY_VARIABLE
from tradegraph.vocabulary import ID

SOURCE = "https://example.org/doe"
OFFICE = "us-trade-representative"
TERM = Term(OFFICE, date(2031, 2, 1))


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for entries of the user's own, which is not there yet."""
    monkeypatch.setenv(REGISTRY_VARIABLE, str(tmp_path / "own"))
    return tmp_path / "own"


def test_a_person_is_written_as_people_write_entries(own: Path) -> None:
    add_person("Jane Marlow", SOURCE, aliases=("Janie Marlow",), family=None, term=TERM)
    assert (own / "people.ttl").read_text("utf-8") == (
        "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
        "@prefix per: <https://w3id.org/tradegraph/id/person/> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix tg: <https://w3id.org/tradegraph/ont#> .\n\n"
        "per:jane-marlow a tg:Person ;\n"
        '    rdfs:label "Jane Marlow"@en ;\n'
        "    dcterms:source <https://example.org/doe> ;\n"
        '    skos:altLabel "Janie Marlow"@en ;\n'
        '    tg:familyName "Marlow" ;\n'
        "    tg:isCurated true .\n"
    )
    registry = load_registry()
    person = f"{ID}person/jane-marlow"
    assert registry.offices(person, date(2031, 2, 1)) == (f"{ID}office/{OFFICE}",)
    assert registry.offices(person, date(2031, 1, 31)) == ()


def test_entries_stay_sorted_and_comments_stay(own: Path) -> None:
    add_person("Jane Marlow", SOURCE, family=None, term=None)
    file = own / "people.ttl"
    kept = file.read_text("utf-8").replace("per:jane", "# Who we met.\n\nper:jane")
    file.write_text(kept, "utf-8")
    for name in ("Zoe Marlow", "Ada Marlow"):
        add_person(name, SOURCE, family=None, term=None)
    text = file.read_text("utf-8")
    assert [line.split()[0] for line in text.splitlines() if line.startswith("per:")] == [
        "per:ada-marlow",
        "per:jane-marlow",
        "per:zoe-marlow",
    ]
    assert "# Who we met." in text


def test_somebody_known_gets_only_the_office(own: Path) -> None:
    add_person("Robert Lighthizer", SOURCE, family=None, term=TERM)
    assert [path.name for path in own.iterdir()] == ["holdings.ttl"]
    with pytest.raises(UsageError, match="is in the registry"):
        add_person("Robert Lighthizer", SOURCE, family=None, term=None)


@pytest.mark.parametrize(
    ("term", "message"),
    [
        pytest.param(Term("us-trade-representativ"), "no office", id="unknown"),
        pytest.param(Term("foreign minister"), "offices are called", id="a name of several"),
        pytest.param(
            Term(OFFICE, date(2031, 1, 1), date(2030, 1, 1)), "ends before it begins", id="days"
        ),
    ],
)
def test_an_office_that_cannot_be_is_an_error_and_nothing_is_written(
    own: Path, term: Term, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        add_person("Jane Marlow", SOURCE, family=None, term=term)
    assert list(own.iterdir()) == []


def test_what_breaks_a_shape_is_not_written(own: Path) -> None:
    with pytest.raises(InputError, match="family name is not empty"):
        add_person("Jane Marlow", SOURCE, family="", term=None)
    assert list(own.iterdir()) == []


def test_without_a_folder_nothing_can_be_added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REGISTRY_VARIABLE, raising=False)
    with pytest.raises(UsageError, match="no folder of your own entries"):
        add_person("Jane Marlow", SOURCE, family=None, term=None)


@pytest.mark.usefixtures("own")
def test_a_body_belongs_to_its_country() -> None:
    add_entry("body", "Board of Marmalade", SOURCE, aliases=("Marmalade Board",), owner="nz")
    registry = load_registry()
    (iri,) = registry.entities_named("Marmalade Board")
    assert registry.jurisdiction(iri) == f"{ID}country/NZ"
    assert iri == f"{ID}body/nz-board-of-marmalade"
    with pytest.raises(UsageError, match="is in the registry"):
        add_entry("body", "Board of Marmalade", SOURCE, owner="nz")


@pytest.mark.usefixtures("own")
def test_an_outlet_belongs_to_nobody() -> None:
    with pytest.raises(UsageError, match="no jurisdiction or body 'zzz'"):
        add_entry("body", "Board of Marmalade", SOURCE, owner="zzz")
    with pytest.raises(UsageError, match="belongs to nobody"):
        add_entry("outlet", "Marmalade Weekly", SOURCE, owner="NZ")
    add_entry("outlet", "Marmalade Weekly", SOURCE)
    assert load_registry().entities_named("The Marmalade Weekly") == (
        f"{ID}outlet/marmalade-weekly",
    )
