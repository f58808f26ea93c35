"""The registry as Python sees it; what stands in its files is tested in `registry/`."""

from __future__ import annotations

from datetime import date

import pytest
from invented_registry import FILES, HEADER, invented_registry

from tradegraph.registry import load_registry, read_registry
from tradegraph.vocabulary import GRAPH_REGISTRY, ID

REGISTRY = invented_registry()


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        pytest.param("country/XA", "country/XA", id="a country is its own"),
        pytest.param("country/XU", "country/XU", id="so is a customs union"),
        pytest.param("place/lucan", "country/XA", id="a city lies in one"),
        pytest.param("body/xa-trade", "country/XA", id="a ministry belongs to one"),
        pytest.param("body/xa-customs", "country/XA", id="an agency of a ministry"),
        pytest.param("office/xa-trade-minister", "country/XA", id="an office of a ministry"),
        pytest.param("body/world", None, id="an international body has none"),
        pytest.param("person/ada-marlow", None, id="a person has none by themselves"),
        pytest.param("country/ZZ", None, id="unknown"),
    ],
)
def test_an_entry_belongs_to_a_jurisdiction(iri: str, expected: str | None) -> None:
    found = REGISTRY.jurisdiction(ID + iri)
    assert found == (ID + expected if expected else None)


def test_a_circle_of_owners_has_no_jurisdiction() -> None:
    turtle = """gov:a a tg:GovernmentBody ; rdfs:label "a"@en ; tg:bodyOf gov:b .
        gov:b a tg:GovernmentBody ; rdfs:label "b"@en ; tg:bodyOf gov:a ."""
    assert read_registry(((HEADER + turtle).encode(),)).jurisdiction(f"{ID}body/a") is None


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        pytest.param("2019-12-31", [], id="before the first"),
        pytest.param("2020-01-01", ["ada-marlow"], id="the first day"),
        pytest.param("2024-05-31", ["ada-marlow"], id="the last day"),
        pytest.param("2024-06-01", ["rolf-thane"], id="the day of the change"),
        pytest.param("2040-01-01", ["rolf-thane"], id="no end is known"),
        pytest.param(None, ["ada-marlow", "rolf-thane"], id="no day: whoever may"),
    ],
)
def test_an_office_has_holders_on_a_day(day: str | None, holders: list[str]) -> None:
    office = f"{ID}office/xa-trade-minister"
    when = date.fromisoformat(day) if day else None
    assert REGISTRY.holders(office, when) == tuple(f"{ID}person/{name}" for name in holders)


def test_a_holding_without_dates_excludes_no_day() -> None:
    person, office = f"{ID}person/ben-marlow", f"{ID}office/xb-trade-minister"
    assert REGISTRY.offices(person, date(1950, 1, 1)) == (office,)
    assert REGISTRY.offices(f"{ID}person/nobody", None) == ()


def test_an_administration_lasts_from_its_first_day_until_the_next() -> None:
    first = f"{ID}body/marlow-1"
    assert not REGISTRY.lasts(first, date(2015, 12, 31))
    assert REGISTRY.lasts(first, date(2016, 1, 1))
    assert not REGISTRY.lasts(first, date(2020, 1, 1))
    assert REGISTRY.lasts(first, None)


def test_offices_are_found_by_name_whatever_the_case() -> None:
    assert REGISTRY.offices_named("TRADE MINISTER") == {
        f"{ID}office/xa-trade-minister",
        f"{ID}office/xb-trade-minister",
    }
    assert REGISTRY.offices_named("minister of nothing") == frozenset()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Lucan Times", ["outlet/lucan-times"], id="label"),
        pytest.param("The Lucan Times", ["outlet/lucan-times"], id="with an article"),
        pytest.param("Lucan", ["country/XA", "place/lucan"], id="a name that two share"),
        pytest.param("lucan times", [], id="the case counts"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_entries_are_found_by_their_exact_name(name: str, expected: list[str]) -> None:
    assert REGISTRY.entities_named(name) == tuple(ID + iri for iri in expected)


def test_the_law_charges_a_body_with_inquiries() -> None:
    assert REGISTRY.agencies_for("s301") == (f"{ID}body/xa-trade",)
    assert REGISTRY.agencies_for("s232") == ()


def test_an_entity_has_label_names_class_and_owner() -> None:
    entity = REGISTRY.entities[f"{ID}country/XA"]
    assert (entity.kind, entity.label, entity.names) == ("Country", "Arcadia", ("A.R.", "AR"))
    assert REGISTRY.entities[f"{ID}place/lucan"].owner == f"{ID}country/XA"
    assert REGISTRY.kind(f"{ID}place/lucan") == "Place"
    assert REGISTRY.kind(f"{ID}place/nowhere") is None


def test_words_are_no_entities_but_entries_of_the_lexicon() -> None:
    assert not any("/lexicon/" in iri for iri in REGISTRY.entities)
    assert {(e.lemma, e.pos, e.concept) for e in REGISTRY.lexicon.entries} >= {
        ("tariff", "noun", "lexicon-measure-noun"),
        ("raise", "verb", "event-increase"),
    }


def test_names_say_what_sort_of_name_they_are() -> None:
    roles = {(name.text, name.role) for name in REGISTRY.names if "/country/" in name.entity}
    assert roles >= {
        ("Arcadia", "label"),
        ("AR", "alias"),
        ("Arcadian", "demonym"),
        ("Lucan", "metonym"),
    }
    assert ("Marlow", "family") in {(name.text, name.role) for name in REGISTRY.names}
    assert list(REGISTRY.names) == sorted(
        REGISTRY.names, key=lambda name: (name.text, name.entity, name.role)
    )


def test_the_same_files_are_parsed_once_and_have_one_digest() -> None:
    again = tuple(bytes(bytearray(content)) for content in FILES)
    assert read_registry(again) is read_registry(FILES)
    changed = read_registry((*FILES[:-1], FILES[-1] + b"\n"))
    assert changed is not REGISTRY
    assert changed.digest != REGISTRY.digest


def test_all_statements_stand_in_the_graph_of_the_registry() -> None:
    assert {quad.graph_name.value for quad in REGISTRY.quads} == {GRAPH_REGISTRY}  # type: ignore[union-attr]


def test_the_shipped_registry_loads() -> None:
    registry = load_registry()
    assert registry is load_registry()
    assert len(registry.entities) > 2_000
    assert len(registry.lexicon.entries) > 500
    assert registry.holdings
    assert all(holding.person and holding.office for holding in registry.holdings)
