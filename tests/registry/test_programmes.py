"""Measure programmes and cases: what must be so in the registry."""

from __future__ import annotations

import re

import pytest
from pyoxigraph import RdfFormat, parse

from tradegraph.resources import ontology_files
from tradegraph.vocabulary import CODE

from .turtle_entries import NAMES, Entry, find_repeated, find_shared, read_entries, shorten

PROGRAMMES = read_entries("programmes.ttl")
CASES = read_entries("cases.ttl")
COURTS = read_entries("courts.ttl")
LAW = {**read_entries("statutes.ttl"), **read_entries("instruments.ttl")}
COUNTRIES = read_entries("countries.ttl")
PRODUCTS = read_entries("products.ttl")
JURISDICTIONS = {**COUNTRIES, **read_entries("groups.ttl")}
ACTORS = {
    **JURISDICTIONS,
    **COURTS,
    **read_entries("bodies.ttl"),
    **read_entries("people.ttl"),
}

FILES = pytest.mark.parametrize("entries", [PROGRAMMES, CASES], ids=["programmes", "cases"])


def concepts(scheme: str) -> set[str]:
    found = {
        shorten(triple.subject.value)
        for file in ontology_files()
        for triple in parse(file.read_bytes(), format=RdfFormat.TURTLE)
        if getattr(triple.subject, "value", "").startswith(f"{CODE}{scheme}-")
    }
    assert found, f"no code list {scheme}"
    return found


@FILES
def test_entries_stand_sorted_by_iri(entries: dict[str, Entry]) -> None:
    assert list(entries) == sorted(entries)


@FILES
def test_every_entry_has_a_label_a_source_and_is_curated(entries: dict[str, Entry]) -> None:
    for entry in entries.values():
        assert len(entry.all("rdfs:label")) == 1, entry.iri
        assert entry.all("dcterms:source"), entry.iri
        assert entry.one("tg:isCurated") == "true", entry.iri


@FILES
def test_no_name_stands_twice_in_an_entry(entries: dict[str, Entry]) -> None:
    assert [e.iri for e in entries.values() if find_repeated(e.all(*NAMES))] == []


@FILES
def test_names_are_trimmed_and_written_with_straight_apostrophes(entries: dict[str, Entry]) -> None:
    names = [name for entry in entries.values() for name in entry.all(*NAMES)]
    assert [name for name in names if name != " ".join(name.split()) or "’" in name] == []


@pytest.mark.parametrize(
    ("entries", "least"), [(PROGRAMMES, 220), (CASES, 185)], ids=["programmes", "cases"]
)
def test_the_registry_is_broad(entries: dict[str, Entry], least: int) -> None:
    assert len(entries) >= least


PROGRAMME_PROPERTIES = {
    "a",
    "rdfs:label",
    "skos:altLabel",
    "dcterms:source",
    "tg:isCurated",
    "tg:imposedBy",
    "tg:orderedBy",
    "tg:targets",
    "tg:product",
    "tg:legalAuthority",
    "tg:enactedBy",
    "tg:heading",
    "tg:partOfGroup",
    "tg:measureKind",
    "tg:retaliatesAgainst",
}


def test_programmes_hold_no_rates_no_days_and_no_events() -> None:
    assert {name for entry in PROGRAMMES.values() for name in entry.values} <= PROGRAMME_PROPERTIES
    assert {e.one("a") for e in PROGRAMMES.values()} == {"tg:MeasureGroup", "tg:TariffMeasure"}


def test_no_programme_is_named_by_a_rate() -> None:
    names = [name for entry in PROGRAMMES.values() for name in entry.all(*NAMES)]
    assert [name for name in names if re.search(r"\d\s?(%|per ?cent)", name)] == []


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("tg:enactedBy", LAW),
        ("tg:imposedBy", COUNTRIES),
        ("tg:orderedBy", ACTORS),
        ("tg:partOfGroup", PROGRAMMES),
        ("tg:product", PRODUCTS),
        ("tg:retaliatesAgainst", COUNTRIES),
        ("tg:targets", JURISDICTIONS),
    ],
)
def test_what_a_programme_refers_to_is_there(name: str, known: dict[str, Entry]) -> None:
    assert [(p.iri, to) for p in PROGRAMMES.values() for to in p.all(name) if to not in known] == []


@pytest.mark.parametrize(
    ("name", "scheme"), [("tg:legalAuthority", "authority"), ("tg:measureKind", "kind")]
)
def test_codes_of_programmes_are_in_their_lists(name: str, scheme: str) -> None:
    used = {code for entry in PROGRAMMES.values() for code in entry.all(name)}
    assert used <= concepts(scheme)


def test_a_programme_is_imposed_by_one_jurisdiction_on_others() -> None:
    for entry in PROGRAMMES.values():
        assert entry.one("tg:imposedBy"), entry.iri
        assert entry.one("tg:imposedBy") not in entry.all("tg:targets"), entry.iri


def test_no_programme_contains_itself_and_only_groups_contain() -> None:
    def climb(iri: str, path: tuple[str, ...]) -> None:
        assert iri not in path, path
        for group in PROGRAMMES[iri].all("tg:partOfGroup"):
            assert PROGRAMMES[group].one("a") == "tg:MeasureGroup", (iri, group)
            climb(group, (*path, iri))

    for iri in PROGRAMMES:
        climb(iri, ())


def test_a_case_names_courts_parties_and_measures_that_are_there() -> None:
    for case in CASES.values():
        assert case.all("tg:heardBy"), case.iri
        assert set(case.all("tg:heardBy")) <= set(COURTS), case.iri
        assert set(case.all("tg:plaintiff", "tg:defendant")) <= set(ACTORS), case.iri
        assert set(case.all("tg:challenges")) <= set(PROGRAMMES), case.iri


def test_a_docket_number_names_one_case() -> None:
    assert find_shared(CASES.values(), "tg:docketNumber") == {}
