from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from .turtle_entries import NAMES, Entry, find_repeated, find_shared, read_entries

OUTLETS = read_entries("outlets.ttl")
PRODUCTS = read_entries("products.ttl")

OUTLET_KINDS = {
    "broadcaster",
    "magazine",
    "news agency",
    "newspaper",
    "online",
    "platform",
    "programme",
    "trade press",
}

# What carries a statement in the gold facts without being a medium.
VENUES = re.compile(
    r"(?i)statement|white house|briefing|conference|world trade organization|supreme court|rally"
    r"|white paper|letter|monessen|press release|ceremony|note|parliament|oval office|social media"
    r"|address|website|memo|earnings call|air force one|newspaper|reporters|state media|^X$"
)


def named(entries: dict[str, Entry], name: str) -> list[str]:
    return [entry.iri for entry in entries.values() if name in entry.all(*NAMES)]


def holds_a_name(text: str, names: set[str]) -> bool:
    """Tell whether some run of whole words of the text is a name."""
    words = text.split()
    runs = (words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1))
    return any(" ".join(run).strip(" ,()'’").lower() in names for run in runs)


def lower_names(entries: dict[str, Entry]) -> set[str]:
    return {name.lower() for entry in entries.values() for name in entry.all(*NAMES)}


def gold_facts(shared: Path) -> list[dict[str, Any]]:
    files = sorted((shared / "eval").glob("*/gold/*.json"))
    assert files, "no gold facts found"
    return [fact for file in files for fact in json.loads(file.read_text("utf-8"))["facts"]]


@pytest.mark.parametrize("entries", [OUTLETS, PRODUCTS], ids=["outlet", "product"])
def test_entries_stand_sorted_by_iri(entries: dict[str, Entry]) -> None:
    assert list(entries) == sorted(entries)


@pytest.mark.parametrize("entries", [OUTLETS, PRODUCTS], ids=["outlet", "product"])
def test_every_entry_has_a_label_a_source_and_is_curated(entries: dict[str, Entry]) -> None:
    for entry in entries.values():
        assert len(entry.all("rdfs:label")) == 1, entry.iri
        assert entry.all("dcterms:source"), entry.iri
        assert entry.one("tg:isCurated") == "true", entry.iri


@pytest.mark.parametrize("entries", [OUTLETS, PRODUCTS], ids=["outlet", "product"])
def test_names_are_trimmed_and_not_repeated(entries: dict[str, Entry]) -> None:
    for entry in entries.values():
        names = entry.all(*NAMES)
        assert [name for name in names if name != " ".join(name.split()) or "’" in name] == []
        assert find_repeated(names) == [], entry.iri


@pytest.mark.parametrize("entries", [OUTLETS, PRODUCTS], ids=["outlet", "product"])
def test_no_wikidata_id_stands_here(entries: dict[str, Entry]) -> None:
    assert [entry.iri for entry in entries.values() if entry.all("skos:exactMatch")] == []


def test_outlets_are_many_and_of_known_kinds() -> None:
    assert len(OUTLETS) >= 300
    assert {entry.one("a") for entry in OUTLETS.values()} == {"tg:MediaOutlet"}
    assert {entry.one("skos:note") for entry in OUTLETS.values()} == OUTLET_KINDS


def test_only_the_two_abc_share_a_name() -> None:
    shared_names = find_shared(OUTLETS.values(), *NAMES)
    assert shared_names == {
        "ABC": ["outlet/abc-news-us", "outlet/australian-broadcasting-corporation"]
    }


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("AP", "associated-press"),
        ("The Associated Press", "associated-press"),
        ("Xinhua", "xinhua-news-agency"),
        ("FT", "financial-times"),
        ("The Wall Street Journal", "wall-street-journal"),
        ("Bloomberg TV", "bloomberg-television"),
        ("Fox Business Network", "fox-business"),
        ("Fox News", "fox-news"),
        ("NBC's Meet the Press", "meet-the-press"),
        ("Twitter", "x-platform"),
        ("SCMP", "south-china-morning-post"),
        ("POLITICO", "politico"),
        ("Inside U.S. Trade", "inside-us-trade"),
    ],
)
def test_the_usual_names_lead_to_the_outlet(name: str, outlet: str) -> None:
    assert named(OUTLETS, name) == [f"outlet/{outlet}"]


@pytest.mark.parametrize(
    "word", ["X", "Time", "This Week", "State of the Union", "The Times", "DPA"]
)
def test_a_common_word_names_no_outlet(word: str) -> None:
    assert named(OUTLETS, word) == []


def test_products_are_many() -> None:
    assert len(PRODUCTS) >= 300
    assert {entry.one("a") for entry in PRODUCTS.values()} == {"tg:ProductScope"}


def test_no_two_products_share_a_name() -> None:
    names = {iri: {name.lower() for name in e.all(*NAMES)} for iri, e in PRODUCTS.items()}
    owners = [(name, iri) for iri, own in names.items() for name in own]
    repeated = set(find_repeated(name for name, _ in owners))
    assert sorted((name, iri) for name, iri in owners if name in repeated) == []


def test_hs_codes_are_chapters_headings_or_subheadings_of_existing_chapters() -> None:
    codes = [code for entry in PRODUCTS.values() for code in entry.all("tg:hsCode")]
    assert len(codes) >= 250
    for code in codes:
        assert re.fullmatch(r"(\d{2}){1,3}", code), code
        assert 1 <= int(code[:2]) <= 97, code
        assert code[:2] != "77", "chapter 77 is reserved"


@pytest.mark.parametrize(
    ("name", "product"),
    [
        ("steel", "steel"),
        ("aluminium", "aluminum"),
        ("car", "automobiles"),
        ("autos", "automobiles"),
        ("car parts", "auto-parts"),
        ("EVs", "electric-vehicles"),
        ("chips", "semiconductors"),
        ("tyres", "tires"),
        ("softwood lumber", "softwood-lumber"),
        ("low-value packages", "low-value-shipments"),
        ("LNG", "liquefied-natural-gas"),
        ("movies", "films"),
        ("soya beans", "soybeans"),
    ],
)
def test_the_usual_words_lead_to_the_product(name: str, product: str) -> None:
    assert named(PRODUCTS, name) == [f"product/{product}"]


@pytest.mark.parametrize("word", ["ships", "lead", "suits", "goods", "drugs", "fentanyl", "paper"])
def test_a_word_that_mostly_means_something_else_names_no_product(word: str) -> None:
    assert named(PRODUCTS, word) == []


def test_every_medium_of_the_gold_facts_is_known(shared: Path) -> None:
    names = lower_names(OUTLETS)
    outlets = {fact["outlet"] for fact in gold_facts(shared) if fact.get("outlet")}
    media = {outlet for outlet in outlets if not VENUES.search(outlet)}
    assert len(media) >= 25
    assert {outlet for outlet in media if not holds_a_name(outlet, names)} == set()


def test_nearly_all_products_of_the_gold_facts_are_known(shared: Path) -> None:
    names = lower_names(PRODUCTS)
    products = [product for fact in gold_facts(shared) for product in fact.get("product", [])]
    missed = [product for product in products if not holds_a_name(product, names)]
    assert len(missed) / len(products) < 0.06, sorted(set(missed))
