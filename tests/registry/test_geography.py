from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from .turtle_entries import NAMES, Entry, find_repeated, find_shared, read_entries

COUNTRIES = read_entries("countries.ttl")
PLACES = read_entries("places.ttl")
GROUPS = read_entries("groups.ttl")


def split_codes(codes: str) -> list[str]:
    return codes.split()


G20 = split_codes("AR AU BR CA CN DE FR GB ID IN IT JP KR MX RU SA TR US ZA")
ASEAN = split_codes("BN ID KH LA MM MY PH SG TH TL VN")
EU = split_codes("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")

# Every name that a text may use, demonyms and seats of government included.
COUNTRY_NAMES = (*NAMES, "tg:demonym", "tg:metonym")


def named(entries: dict[str, Entry], name: str, *properties: str) -> list[str]:
    return [entry.iri for entry in entries.values() if name in entry.all(*properties)]


@pytest.mark.parametrize("entries", [COUNTRIES, PLACES, GROUPS], ids=["country", "place", "group"])
def test_entries_stand_sorted_by_iri(entries: dict[str, Entry]) -> None:
    assert list(entries) == sorted(entries)


@pytest.mark.parametrize("entries", [COUNTRIES, PLACES, GROUPS], ids=["country", "place", "group"])
def test_every_entry_has_a_label_a_source_and_is_curated(entries: dict[str, Entry]) -> None:
    for entry in entries.values():
        assert len(entry.all("rdfs:label")) == 1, entry.iri
        assert entry.all("dcterms:source"), entry.iri
        assert entry.one("tg:isCurated") == "true", entry.iri


@pytest.mark.parametrize("entries", [COUNTRIES, PLACES, GROUPS], ids=["country", "place", "group"])
def test_names_are_trimmed_and_written_with_straight_apostrophes(entries: dict[str, Entry]) -> None:
    names = [name for entry in entries.values() for name in entry.all(*COUNTRY_NAMES)]
    assert [name for name in names if name != " ".join(name.split()) or "’" in name] == []


def test_all_countries_of_iso_3166_are_there_and_kosovo_and_the_european_union() -> None:
    unions = [iri for iri, entry in COUNTRIES.items() if entry.one("a") == "tg:CustomsUnion"]
    others = [iri for iri, entry in COUNTRIES.items() if entry.one("a") == "tg:Country"]
    assert unions == ["country/EU"]
    assert "country/XK" in others
    assert len(set(others) - {"country/XK"}) == 249


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Iran, Islamic Republic of", "IR"),
        ("Korea, Republic of", "KR"),
        ("Korea, Democratic People's Republic of", "KP"),
        ("Bolivia (Plurinational State of)", "BO"),
        ("Tanzania, United Republic of", "TZ"),
        ("Taiwan, Province of China", "TW"),
        ("Virgin Islands (U.S.)", "VI"),
    ],
)
def test_names_of_the_standard_lead_to_the_country(name: str, code: str) -> None:
    assert named(COUNTRIES, name, *NAMES) == [f"country/{code}"]


def test_a_countrys_iri_is_its_alpha_2_code() -> None:
    for iri, entry in COUNTRIES.items():
        if entry.one("a") == "tg:Country":
            assert entry.one("tg:iso2") == iri.removeprefix("country/")
            assert re.fullmatch("country/[A-Z]{2}", iri)


def test_no_two_countries_share_a_name() -> None:
    assert find_shared(COUNTRIES.values(), *NAMES, "tg:metonym") == {}


def test_only_the_two_congos_share_a_demonym() -> None:
    shared = find_shared(COUNTRIES.values(), *COUNTRY_NAMES)
    assert shared == {"Congolese": ["country/CD", "country/CG"]}


def test_no_country_is_named_by_a_lower_case_word() -> None:
    countries = [entry for entry in COUNTRIES.values() if entry.one("a") == "tg:Country"]
    names = [name for entry in countries for name in entry.all(*COUNTRY_NAMES)]
    assert [name for name in names if name == name.lower()] == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("U.S.", "US"),
        ("America", "US"),
        ("PRC", "CN"),
        ("Viet Nam", "VN"),
        ("Korea", "KR"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Ivory Coast", "CI"),
        ("Côte d'Ivoire", "CI"),
        ("Burma", "MM"),
        ("Swaziland", "SZ"),
        ("Chinese Taipei", "TW"),
        ("Macao", "MO"),
        ("Britain", "GB"),
        ("Holy See", "VA"),
        ("E.U.", "EU"),
    ],
)
def test_the_usual_names_lead_to_the_country(name: str, code: str) -> None:
    assert named(COUNTRIES, name, *NAMES) == [f"country/{code}"]


@pytest.mark.parametrize(
    ("seat", "code"),
    [
        ("Beijing", "CN"),
        ("Washington", "US"),
        ("Brussels", "EU"),
        ("Downing Street", "GB"),
        ("Moscow", "RU"),
        ("Ottawa", "CA"),
        ("Delhi", "IN"),
        ("Bern", "CH"),
        ("The Hague", "NL"),
        ("Putrajaya", "MY"),
    ],
)
def test_a_seat_of_government_stands_for_its_country(seat: str, code: str) -> None:
    assert named(COUNTRIES, seat, "tg:metonym") == [f"country/{code}"]


@pytest.mark.parametrize("word", ["European", "English", "Kiwi", "Male", "Georgetown", "Kingston"])
def test_a_word_that_mostly_means_something_else_names_no_country(word: str) -> None:
    assert named(COUNTRIES, word, *COUNTRY_NAMES) == []


def test_the_european_union_has_its_27_members() -> None:
    members = [e.iri for e in COUNTRIES.values() if "country/EU" in e.all("tg:memberOf")]
    assert members == [f"country/{code}" for code in EU]
    assert len(members) == 27


def test_capitals_are_places_of_their_country() -> None:
    for iri, entry in COUNTRIES.items():
        for capital in entry.all("tg:capital"):
            assert PLACES[capital].one("tg:inCountry") == iri


@pytest.mark.parametrize("code", sorted({*G20, *ASEAN, *EU}))
def test_large_traders_have_their_capital(code: str) -> None:
    assert COUNTRIES[f"country/{code}"].one("tg:capital")


def test_a_place_lies_in_at_most_one_country_of_the_registry() -> None:
    for entry in PLACES.values():
        country = entry.one("tg:inCountry")
        assert country is None or country in COUNTRIES, entry.iri


def test_no_place_has_the_name_of_another_place_or_of_a_country() -> None:
    assert find_shared([*PLACES.values(), *COUNTRIES.values()], *NAMES) == {}


@pytest.mark.parametrize(
    "name",
    [
        "Geneva",
        "London",
        "Stockholm",
        "Madrid",
        "Kuala Lumpur",
        "Busan",
        "Gyeongju",
        "Buenos Aires",
        "Osaka",
        "Turnberry",
        "Davos",
        "Mar-a-Lago",
        "Oval Office",
        "Luxembourg City",
        "New Mexico",
        "Northern Ireland",
        "South China Sea",
    ],
)
def test_places_of_talks_and_places_that_hold_a_countrys_name_are_known(name: str) -> None:
    assert len(named(PLACES, name, *NAMES)) == 1


def test_a_group_is_a_customs_union_an_international_body_or_an_actor_group() -> None:
    assert {entry.one("a") for entry in GROUPS.values()} == {
        "tg:ActorGroup",
        "tg:CustomsUnion",
        "tg:InternationalBody",
    }


def test_groups_with_a_customs_tariff_of_their_own_are_customs_unions() -> None:
    unions = [iri for iri, entry in GROUPS.items() if entry.one("a") == "tg:CustomsUnion"]
    assert unions == ["group/eaeu", "group/gcc", "group/sacu"]


def test_no_two_groups_share_a_name() -> None:
    assert find_shared(GROUPS.values(), *NAMES) == {}


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("all countries", "all-trading-partners"),
        ("rest of the world", "all-trading-partners"),
        ("US trading partners", "us-trading-partners"),
        ("EU member states", "eu-member-states"),
        ("ASEAN", "asean"),
        ("G-7", "g7"),
        ("Group of 20", "g20"),
        ("BRICS", "brics"),
        ("Mercosur", "mercosur"),
        ("European Free Trade Association", "efta"),
        ("SACU", "sacu"),
        ("GCC", "gcc"),
    ],
)
def test_countries_named_together_are_one_group(name: str, group: str) -> None:
    assert named(GROUPS, name, *NAMES) == [f"group/{group}"]


@pytest.mark.parametrize(
    "words", ["the world", "the two countries", "both countries", "any country"]
)
def test_words_that_name_nobody_are_no_group(words: str) -> None:
    assert named(GROUPS, words, *NAMES) == []


def test_a_groups_affiliation_is_a_country_of_the_registry() -> None:
    owners = {owner for entry in GROUPS.values() for owner in entry.all("tg:affiliation")}
    assert owners <= set(COUNTRIES)


def test_no_entry_repeats_a_name() -> None:
    for entry in (*COUNTRIES.values(), *PLACES.values(), *GROUPS.values()):
        assert find_repeated(entry.all(*NAMES)) == [], entry.iri


def test_wikidata_ids_are_the_verified_ones(shared: Path) -> None:
    with (shared / "data" / "qids.tsv").open(encoding="utf-8", newline="") as rows:
        verified = {row["iso2"]: row["qid"] for row in csv.DictReader(rows, delimiter="\t")}
    matches = {
        iri.removeprefix("country/"): match.rsplit("/", 1)[-1]
        for iri, entry in COUNTRIES.items()
        for match in entry.all("skos:exactMatch")
    }
    assert matches == {code: qid for code, qid in verified.items() if code}


def test_places_and_groups_carry_no_wikidata_id() -> None:
    assert [e.iri for e in (*PLACES.values(), *GROUPS.values()) if e.all("skos:exactMatch")] == []
