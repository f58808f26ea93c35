"""Who belonged to which union, bloc or group of states on a day."""

from __future__ import annotations

import itertools

import pytest

from .turtle_entries import Entry, read_entries

MEMBERSHIPS = read_entries("memberships.ttl")
COUNTRIES = read_entries("countries.ttl")
ACTORS = {**COUNTRIES, **read_entries("groups.ttl"), **read_entries("bodies.ttl")}


def last(entry: Entry) -> str:
    return entry.one("tg:until") or "9999-12-31"


def members(group: str, day: str) -> set[str]:
    """Return the codes of the countries that belong to the group on the day."""
    found = [
        entry
        for entry in MEMBERSHIPS.values()
        if entry.one("tg:group") == group and (entry.one("tg:from") or "") <= day < last(entry)
    ]
    return {(entry.one("tg:member") or "").removeprefix("country/") for entry in found}


@pytest.mark.parametrize(
    ("group", "day", "count"),
    [
        pytest.param("country/EU", "2013-06-30", 27, id="EU before Croatia"),
        pytest.param("country/EU", "2013-07-01", 28, id="EU with Croatia"),
        pytest.param("country/EU", "2020-01-31", 28, id="last day of the UK in the EU"),
        pytest.param("country/EU", "2020-02-01", 27, id="EU without the UK"),
        pytest.param("group/asean", "2012-01-01", 10, id="ASEAN"),
        pytest.param("group/asean", "2025-10-26", 11, id="ASEAN with Timor-Leste"),
        pytest.param("group/mercosur", "2015-01-01", 4, id="Mercosur"),
        pytest.param("group/cptpp-members", "2018-12-29", 0, id="CPTPP is not yet in force"),
        pytest.param("group/cptpp-members", "2018-12-30", 6, id="CPTPP of the first six"),
        pytest.param("group/cptpp-members", "2024-12-15", 12, id="CPTPP with the UK"),
        pytest.param("group/rcep-members", "2022-01-01", 10, id="RCEP of the first ten"),
        pytest.param("group/usmca-countries", "2020-06-30", 0, id="USMCA is not yet in force"),
        pytest.param("group/usmca-countries", "2020-07-01", 3, id="USMCA"),
        pytest.param("group/efta", "1972-12-31", 8, id="EFTA before the UK and Denmark left"),
        pytest.param("group/efta", "2025-01-01", 4, id="EFTA of four"),
        pytest.param("group/sacu", "2025-01-01", 5, id="SACU"),
        pytest.param("group/gcc", "2025-01-01", 6, id="GCC"),
        pytest.param("group/g7", "2025-01-01", 7, id="G7"),
        pytest.param("group/g20", "2023-09-08", 20, id="G20 of 19 countries and the EU"),
        pytest.param("group/g20", "2023-09-09", 21, id="G20 with the African Union"),
        pytest.param("group/brics", "2023-12-31", 5, id="BRICS of five"),
        pytest.param("group/brics", "2025-01-06", 10, id="BRICS with Indonesia"),
        pytest.param("group/eurozone", "2022-12-31", 19, id="euro area before Croatia"),
        pytest.param("group/eaeu", "2025-01-01", 5, id="EAEU"),
    ],
)
def test_a_group_has_so_many_members_on_a_day(group: str, day: str, count: int) -> None:
    assert len(members(group, day)) == count


def test_entries_stand_sorted_by_iri() -> None:
    assert list(MEMBERSHIPS) == sorted(MEMBERSHIPS)


def test_members_and_groups_are_there() -> None:
    for entry in MEMBERSHIPS.values():
        assert entry.one("tg:member") in ACTORS, entry.iri
        assert entry.one("tg:group") in ACTORS, entry.iri


def test_nobody_belongs_to_a_group_twice_at_once() -> None:
    for one, other in itertools.combinations(MEMBERSHIPS.values(), 2):
        same = [entry.all("tg:member", "tg:group") for entry in (one, other)]
        if same[0] == same[1]:
            first, second = sorted((one, other), key=lambda entry: entry.one("tg:from") or "")
            assert last(first) <= (second.one("tg:from") or ""), one.iri


def test_present_members_of_the_european_union_are_those_that_have_not_left() -> None:
    present = {iri for iri, entry in COUNTRIES.items() if "country/EU" in entry.all("tg:memberOf")}
    assert {f"country/{code}" for code in members("country/EU", "2026-01-01")} == present


def test_euro_countries_are_in_the_european_union() -> None:
    assert members("group/eurozone", "2026-01-01") <= members("country/EU", "2026-01-01")
