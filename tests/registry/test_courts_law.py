"""Courts, statutes, orders and agreements: what must be so in the registry."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from tradegraph.resources import ontology_files
from tradegraph.vocabulary import CODE

from .turtle_entries import NAMES, Entry, find_repeated, find_shared, read_entries, shorten

COURTS = read_entries("courts.ttl")
STATUTES = read_entries("statutes.ttl")
INSTRUMENTS = read_entries("instruments.ttl")
BODIES = read_entries("bodies.ttl")
COUNTRIES = read_entries("countries.ttl")
GROUPS = read_entries("groups.ttl")


EVERY_FILE = {
    "courts": COURTS,
    "statutes": STATUTES,
    "instruments": INSTRUMENTS,
}
FILES = pytest.mark.parametrize("entries", EVERY_FILE.values(), ids=EVERY_FILE)


def concepts(scheme: str) -> set[str]:
    found = {
        shorten(triple.subject.value)
        for file in ontology_files()
        for triple in parse(file.read_bytes(), format=RdfFormat.TURTLE)
        if getattr(triple.subject, "value", "").startswith(f"{CODE}{scheme}-")
    }
    assert found, f"no code list {scheme}"
    return found


def numbered(kind: str) -> dict[str, Entry]:
    pattern = re.compile(rf"instrument/us-{kind}-\d+")
    return {iri: order for iri, order in INSTRUMENTS.items() if pattern.fullmatch(iri)}


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
    ("entries", "least"),
    [(COURTS, 145), (STATUTES, 200), (INSTRUMENTS, 380)],
    ids=EVERY_FILE,
)
def test_the_registry_is_broad(entries: dict[str, Entry], least: int) -> None:
    assert len(entries) >= least


# Courts


def test_every_court_has_a_level() -> None:
    assert {court.one("tg:courtLevel") for court in COURTS.values()} == concepts("courtlevel")


def test_a_court_is_reviewed_by_a_court_that_is_there_and_in_the_end_by_none() -> None:
    for iri in COURTS:
        above, seen = iri, {iri}
        while above := COURTS[above].one("tg:reviewedBy") or "":
            assert above in COURTS, iri
            assert above not in seen, iri
            seen.add(above)


def test_a_supreme_court_is_reviewed_by_nobody() -> None:
    supreme = [c for c in COURTS.values() if c.one("tg:courtLevel") == "code:courtlevel-supreme"]
    assert [court.iri for court in supreme if court.one("tg:reviewedBy")] == []


def test_a_court_is_reviewed_within_its_jurisdiction() -> None:
    for court in COURTS.values():
        above = court.one("tg:reviewedBy")
        if above:
            assert COURTS[above].all("tg:bodyOf") == court.all("tg:bodyOf"), court.iri


def test_a_court_code_names_one_court() -> None:
    assert find_shared(COURTS.values(), "tg:courtCode") == {}


@pytest.mark.parametrize(
    ("court", "code"),
    [
        ("us-cit", "cit"),
        ("us-cafc", "cafc"),
        ("us-scotus", "scotus"),
        ("us-dcd", "dcd"),
        ("us-cadc", "cadc"),
        ("us-cand", "cand"),
        ("cjeu", "cjeu"),
    ],
)
def test_a_court_has_the_code_that_dockets_use(court: str, code: str) -> None:
    assert COURTS[f"court/{court}"].one("tg:courtCode") == code


@pytest.mark.parametrize(
    ("name", "courts"),
    [
        ("trade court", {"us-cit"}),
        ("federal appeals court", {"us-cafc", "us-cadc", "us-ca9"}),
        ("Federal Circuit", {"us-cafc"}),
        ("high court", {"us-scotus"}),
        ("WTO panel", {"wto-dsb"}),
        ("appellate body", {"wto-appellate-body"}),
        ("General Court", {"eu-general-court"}),
    ],
)
def test_a_newspaper_name_stands_on_each_court_it_may_mean(name: str, courts: set[str]) -> None:
    found = {iri for iri, court in COURTS.items() if name in court.all(*NAMES)}
    assert found == {f"court/{slug}" for slug in courts}


# Statutes and instruments


def test_every_authority_is_conferred_by_a_statute() -> None:
    conferred = {code for law in STATUTES.values() for code in law.all("tg:confers")}
    assert conferred == concepts("authority")


def test_a_name_of_a_statute_leaves_no_doubt_about_the_authority() -> None:
    shared = find_shared(STATUTES.values(), *NAMES)
    laws = {law for owners in shared.values() for law in owners}
    assert [law for law in laws if STATUTES[law].all("tg:confers")] == []


def test_a_statute_is_administered_by_bodies_that_are_there() -> None:
    charged = {body for law in STATUTES.values() for body in law.all("tg:administeredBy")}
    assert charged
    assert charged <= {*BODIES, *COURTS}


CITATION = re.compile(
    r"""\d+\ (U\.S\.C\.|USC)\ (§\ )?\d+\w*(\([a-z]\))?(\ et\ seq\.)?  # United States
    | (Pub\.\ L\.|Pub\.\ L\.\ No\.|Public\ Law|P\.L\.)\ \d{2,3}-\d+
    | \d+\ Stat\.\ \d+
    | OJ\ L(\ \d+)?,\ .+  # European Union
    | (R\.S\.C\.\ 1985|S\.C\.\ \d{4}),\ c\.\ .+ | SOR/\d{4}-\d+  # Canada
    | \d{4}\ c\.\ \d+ | S\.I\.\ \d{4}/\d+  # United Kingdom
    | Act\ No\.\ \d+\ of\ \d{4}  # India
    | (Decreto|Lei)\ nº\ [\d.]+/\d{4}  # Brazil
    """,
    re.VERBOSE,
)


def test_a_statute_is_cited_as_lawyers_of_its_country_do() -> None:
    cited = [c for law in STATUTES.values() for c in law.all("tg:citation")]
    assert len(cited) >= 350
    assert [citation for citation in cited if not CITATION.fullmatch(citation)] == []


def test_a_section_of_the_code_is_cited_in_every_usual_form() -> None:
    cited = STATUTES["instrument/us-tea-s232"].all("tg:citation")
    assert set(cited) == {
        "19 U.S.C. 1862",
        "19 U.S.C. § 1862",
        "19 USC 1862",
        "19 USC § 1862",
    }


def test_no_two_statutes_are_cited_alike() -> None:
    assert find_shared(STATUTES.values(), "tg:citation") == {}


def test_a_register_citation_has_volume_and_page() -> None:
    cited = [c for order in INSTRUMENTS.values() for c in order.all("tg:citation")]
    assert len(cited) >= 30
    assert [c for c in cited if not re.fullmatch(r"\d{2} (FR|Fed\. Reg\.) \d{3,5}", c)] == []


def test_no_two_instruments_share_a_place_in_the_register() -> None:
    assert find_shared(INSTRUMENTS.values(), "tg:citation") == {}


@pytest.mark.parametrize(
    ("kind", "name", "least"), [("eo", "Executive Order", 55), ("proclamation", "Proclamation", 75)]
)
def test_an_order_is_named_by_its_number(kind: str, name: str, least: int) -> None:
    orders = numbered(kind)
    assert len(orders) >= least
    for iri, order in orders.items():
        number = iri.rpartition("-")[2]
        assert order.one("tg:instrumentNumber") == number
        assert order.one("rdfs:label") == f"{name} {number}"


@pytest.mark.parametrize("kind", ["eo", "proclamation"])
def test_a_higher_number_is_not_signed_earlier(kind: str) -> None:
    orders = {int(iri.rpartition("-")[2]): order for iri, order in numbered(kind).items()}
    days = [orders[number].one("tg:signedOn") or "" for number in sorted(orders)]
    assert all(days)
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("order", "day"),
    [
        ("us-eo-14193", "2025-02-01"),
        ("us-eo-14257", "2025-04-02"),
        ("us-eo-14266", "2025-04-09"),
        ("us-eo-14298", "2025-05-12"),
        ("us-eo-14326", "2025-07-31"),
        ("us-proclamation-9704", "2018-03-08"),
        ("us-proclamation-9980", "2020-01-24"),
        ("us-proclamation-10947", "2025-06-03"),
        ("us-proclamation-11012", "2026-02-20"),
    ],
)
def test_an_order_has_its_day_of_signature(order: str, day: str) -> None:
    assert INSTRUMENTS[f"instrument/{order}"].one("tg:signedOn") == day


def test_an_agreement_is_made_by_parties_that_are_there() -> None:
    agreements = [e for e in INSTRUMENTS.values() if e.one("a") == "tg:Agreement"]
    assert len(agreements) >= 80
    for agreement in agreements:
        parties = set(agreement.all("tg:agreementParty"))
        assert len(parties) != 1, agreement.iri
        assert parties <= {*COUNTRIES, *GROUPS}, agreement.iri


def test_wikidata_ids_are_verified_ones(shared: Path) -> None:
    with (shared / "data" / "qids.tsv").open(encoding="utf-8", newline="") as rows:
        verified = {row["qid"] for row in csv.DictReader(rows, delimiter="\t")}
    entries = [entry for file in EVERY_FILE.values() for entry in file.values()]
    matches = {match for entry in entries for match in entry.all("skos:exactMatch")}
    given = {match.rpartition("/")[2] for match in matches}
    assert given
    assert given <= verified
