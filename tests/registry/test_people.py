"""People, their offices and who held them, and the bodies: what must be so in the registry."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from .turtle_entries import NAMES, Entry, find_repeated, find_shared, read_entries

PEOPLE = read_entries("people.ttl")
HOLDINGS = read_entries("holdings.ttl")
OFFICES = read_entries("offices.ttl")
BODIES = read_entries("bodies.ttl")
COURTS = read_entries("courts.ttl")
COUNTRIES = read_entries("countries.ttl")
GROUPS = read_entries("groups.ttl")

FILES = pytest.mark.parametrize(
    "entries", [PEOPLE, HOLDINGS, OFFICES, BODIES], ids=["people", "holdings", "offices", "bodies"]
)

DAYS = [
    # the office, a day on which it is asked about, the person who holds it then
    ("us-president", "2016-06-01", "barack-obama"),
    ("us-president", "2018-03-08", "donald-trump"),
    ("us-president", "2024-05-14", "joe-biden"),
    ("us-president", "2025-04-02", "donald-trump"),
    ("us-treasury-secretary", "2019-08-05", "steven-mnuchin"),
    ("us-treasury-secretary", "2025-05-30", "scott-bessent"),
    ("us-commerce-secretary", "2018-02-16", "wilbur-ross"),
    ("us-commerce-secretary", "2025-08-01", "howard-lutnick"),
    ("us-trade-representative", "2015-10-05", "michael-froman"),
    ("us-trade-representative", "2018-07-06", "robert-lighthizer"),
    ("us-trade-representative", "2022-02-01", "katherine-tai"),
    ("us-trade-representative", "2025-09-10", "jamieson-greer"),
    ("cn-president", "2025-10-30", "xi-jinping"),
    ("cn-premier", "2018-03-20", "li-keqiang"),
    ("cn-commerce-minister", "2015-06-17", "gao-hucheng"),
    ("cn-commerce-minister", "2018-04-04", "zhong-shan"),
    ("cn-commerce-minister", "2025-05-10", "wang-wentao"),
    ("eu-trade-commissioner", "2018-07-25", "cecilia-malmstrom"),
    ("eu-trade-commissioner", "2025-07-27", "maros-sefcovic"),
    ("eu-commission-president", "2018-07-25", "jean-claude-juncker"),
    ("ca-prime-minister", "2018-06-01", "justin-trudeau"),
    ("ca-prime-minister", "2025-08-01", "mark-carney"),
    ("mx-president", "2018-08-27", "enrique-pena-nieto"),
    ("mx-economy-minister", "2025-02-01", "marcelo-ebrard"),
    ("jp-prime-minister", "2019-09-25", "shinzo-abe"),
    ("kr-president", "2025-10-29", "lee-jae-myung"),
    ("in-commerce-minister", "2025-08-27", "piyush-goyal"),
    ("br-president", "2025-07-30", "luiz-inacio-lula-da-silva"),
    ("gb-trade-secretary", "2025-05-08", "jonathan-reynolds"),
    ("ch-president", "2025-08-01", "karin-keller-sutter"),
    ("wto-director-general", "2018-04-04", "roberto-azevedo"),
]


def bounds(holding: Entry) -> tuple[date, date]:
    start, end = holding.one("tg:from"), holding.one("tg:until")
    return (
        date.fromisoformat(start) if start else date.min,
        date.fromisoformat(end) if end else date.max,
    )


def holdings_of(office: str) -> list[Entry]:
    return [entry for entry in HOLDINGS.values() if entry.one("tg:office") == f"office/{office}"]


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
def test_no_alias_is_written_again_with_capitals(entries: dict[str, Entry]) -> None:
    """An alias in small letters matches whatever the case."""
    for entry in entries.values():
        aliases = entry.all("skos:altLabel")
        small = {name for name in aliases if name == name.lower()}
        assert [name for name in aliases if name not in small and name.lower() in small] == []


@FILES
def test_names_are_trimmed_and_written_with_straight_apostrophes(entries: dict[str, Entry]) -> None:
    names = [name for entry in entries.values() for name in entry.all(*NAMES)]
    assert [name for name in names if name != " ".join(name.split()) or "’" in name] == []


@pytest.mark.parametrize(
    ("entries", "least"),
    [(PEOPLE, 2500), (HOLDINGS, 2500), (OFFICES, 1100), (BODIES, 1550)],
    ids=["people", "holdings", "offices", "bodies"],
)
def test_the_registry_is_broad(entries: dict[str, Entry], least: int) -> None:
    assert len(entries) >= least


def test_offices_of_at_least_100_jurisdictions_have_a_holder() -> None:
    held = {entry.one("tg:office") for entry in HOLDINGS.values()}
    owners = {OFFICES[office].one("tg:officeOf") or "" for office in held if office}
    jurisdictions = {BODIES[o].one("tg:bodyOf") if o in BODIES else o for o in owners}
    assert len(jurisdictions & set(COUNTRIES)) >= 100


def test_every_person_has_a_family_name_that_is_part_of_a_name() -> None:
    for person in PEOPLE.values():
        families = person.all("tg:familyName")
        assert families, person.iri
        assert any(family in name for family in families for name in person.all(*NAMES)), person.iri


def test_a_surname_names_somebody_alone_only_where_nobody_else_has_that_name() -> None:
    assert find_shared(PEOPLE.values(), *NAMES) == {}


@pytest.mark.parametrize("surname", ["Johnson", "Kim", "Lee", "Li", "Liu", "Ross", "Wang", "Wong"])
def test_a_common_surname_never_stands_alone(surname: str) -> None:
    assert [p.iri for p in PEOPLE.values() if surname in p.all("skos:altLabel")] == []


def test_a_holding_joins_a_person_and_an_office_that_are_there() -> None:
    for holding in HOLDINGS.values():
        assert holding.one("tg:holder") in PEOPLE, holding.iri
        assert holding.one("tg:office") in OFFICES, holding.iri


def test_a_holding_is_named_after_its_person_and_office() -> None:
    for iri, holding in HOLDINGS.items():
        person = (holding.one("tg:holder") or "").removeprefix("person/")
        office = (holding.one("tg:office") or "").removeprefix("office/")
        name = f"situation/holding-{person}-{office}"
        assert re.fullmatch(rf"{re.escape(name)}(-\d{{4}})?", iri), iri


def test_a_holding_starts_before_it_ends() -> None:
    assert [h.iri for h in HOLDINGS.values() if bounds(h)[0] >= bounds(h)[1]] == []


def test_no_holding_starts_in_the_far_past_or_the_future() -> None:
    known = [bounds(h)[0] for h in HOLDINGS.values() if h.one("tg:from")]
    assert min(known) > date(1890, 1, 1)
    assert max(known) < date(2026, 12, 31)


def overlapping_holders() -> Iterator[tuple[str, str]]:
    for iri, office in OFFICES.items():
        if office.one("tg:officeKind") != "code:officekind-formal":
            continue
        dated = [h for h in holdings_of(iri.removeprefix("office/")) if h.one("tg:from")]
        for one, other in combinations(dated, 2):
            (start, end), (begin, stop) = bounds(one), bounds(other)
            if start < stop and begin < end:
                yield one.iri, other.iri


def test_nobody_shares_a_formal_office() -> None:
    assert list(overlapping_holders()) == []


@pytest.mark.parametrize(("office", "day", "person"), DAYS, ids=[f"{o} {d}" for o, d, _ in DAYS])
def test_an_office_has_one_holder_on_a_day(office: str, day: str, person: str) -> None:
    asked = date.fromisoformat(day)
    held = [h for h in holdings_of(office) if bounds(h)[0] <= asked < bounds(h)[1]]
    assert [entry.one("tg:holder") for entry in held] == [f"person/{person}"]


def test_an_office_belongs_to_a_body_court_country_or_group() -> None:
    owners = {**BODIES, **COURTS, **COUNTRIES, **GROUPS}
    assert [o.iri for o in OFFICES.values() if o.one("tg:officeOf") not in owners] == []


def test_an_office_is_formal_or_functional_or_shared() -> None:
    kinds = {None, "code:officekind-formal", "code:officekind-functional"}
    assert {office.one("tg:officeKind") for office in OFFICES.values()} == kinds


@pytest.mark.parametrize(
    ("words", "offices"),
    [
        ("treasury secretary", {"us-treasury-secretary", "br-treasury-secretary"}),
        ("vice premier", {"cn-vice-premier", "tw-vice-premier"}),
        ("press secretary", {"us-press-secretary"}),
        ("solicitor general", {"us-solicitor-general"}),
        ("chief economic minister", {"id-coordinating-economy-minister"}),
    ],
)
def test_a_title_names_every_office_it_may_mean(words: str, offices: set[str]) -> None:
    found = {iri for iri, office in OFFICES.items() if words in office.all(*NAMES)}
    assert found == {f"office/{name}" for name in offices}


def test_a_body_lies_within_a_body_that_is_there() -> None:
    wholes = {**BODIES, **COURTS, **GROUPS}
    assert [b.iri for b in BODIES.values() for w in b.all("tg:subBodyOf") if w not in wholes] == []


def test_no_body_lies_within_itself() -> None:
    for iri in BODIES:
        above, seen = iri, {iri}
        while above in BODIES and (above := BODIES[above].one("tg:subBodyOf") or ""):
            assert above not in seen, iri
            seen.add(above)


def test_a_body_with_public_power_has_a_jurisdiction() -> None:
    powers = ("tg:GovernmentBody", "tg:Administration")
    public = [body for body in BODIES.values() if body.one("a") in powers]
    assert [b.iri for b in public if b.one("tg:bodyOf") not in COUNTRIES] == []


def test_administrations_of_a_jurisdiction_follow_one_another() -> None:
    administrations = [b for b in BODIES.values() if b.one("a") == "tg:Administration"]
    for country in {b.one("tg:bodyOf") for b in administrations}:
        terms = sorted(bounds(b) for b in administrations if b.one("tg:bodyOf") == country)
        assert all(end <= start for (_, end), (start, _) in pairwise(terms)), country


def test_an_administration_is_headed_by_a_person_of_the_registry() -> None:
    heads = [b.one("tg:headedBy") for b in BODIES.values() if b.one("a") == "tg:Administration"]
    assert [head for head in heads if head not in PEOPLE] == []


def test_wikidata_ids_are_verified_ones(shared: Path) -> None:
    with (shared / "data" / "qids.tsv").open(encoding="utf-8", newline="") as rows:
        verified = {row["qid"] for row in csv.DictReader(rows, delimiter="\t")}
    entries = [*PEOPLE.values(), *OFFICES.values(), *BODIES.values(), *HOLDINGS.values()]
    matches = [match for entry in entries for match in entry.all("skos:exactMatch")]
    given = [match.rpartition("/")[2] for match in matches]
    assert len(given) == len(set(given)) >= 35
    assert [qid for qid in given if qid not in verified] == []
