"""What no file of the registry may hold: rates, events and periods come from documents."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import RDFS, Graph, URIRef

from tradegraph.registry import load_registry
from tradegraph.resources import registry_files
from tradegraph.vocabulary import ID, PREFIXES, RDF, SKOS, tg
from tradegraph.vocabulary import RDFS as RDFS_NAMESPACE

VERIFIED = Path(__file__).parents[1] / "data" / "wikidata_ids.txt"
WIKIDATA = re.compile(r"https?://www\.wikidata\.org/(?:entity|wiki)/(\w+)")
LASTING = {tg("OfficeHolding"), tg("Membership")}
"""The facts that people can maintain: who held an office, who belonged to a bloc."""
RATE = re.compile(r"\d\s?(?:%|per\s?cent)")


@cache
def triples() -> tuple[Quad, ...]:
    found = (parse(file.read_bytes(), RdfFormat.TURTLE) for file in registry_files())
    return tuple(triple for file in found for triple in file)


def narrower(ontology: Graph, *names: str) -> set[str]:
    """Return the classes and all below them."""
    return {
        str(below)
        for name in names
        for below in ontology.transitive_subjects(RDFS.subClassOf, URIRef(tg(name)))
    }


def test_the_only_facts_are_offices_held_and_memberships(ontology: Graph) -> None:
    told = narrower(ontology, "Fact", "Period", "Assertion", "Mention", "TextSpan", "Document")
    kinds = {t.object.value for t in triples() if t.predicate.value == f"{RDF}type"}  # type: ignore[union-attr]
    assert kinds & told == LASTING


def test_nothing_is_said_that_only_events_rates_and_periods_have(ontology: Graph) -> None:
    ephemeral = narrower(ontology, "Event", "RateTerm", "MeasureState", "Period", "Assertion")
    of_those = {
        str(p) for p, where in ontology.subject_objects(RDFS.domain) if str(where) in ephemeral
    } | {tg(name) for name in ("notBefore", "notAfter", "datePrecision", "dateText", "dateAnchor")}
    assert tg("rateLow") in of_those
    assert tg("effectiveOn") in of_those
    assert {t.predicate.value for t in triples()} & of_those == set()


def test_no_name_tells_a_rate() -> None:
    names = (RDFS_NAMESPACE + "label", SKOS + "altLabel")
    texts = [t.object.value for t in triples() if t.predicate.value in names]  # type: ignore[union-attr]
    assert len(texts) > 10_000
    assert [text for text in texts if RATE.search(text)] == []


def test_wikidata_ids_are_verified_ones() -> None:
    verified = set(VERIFIED.read_text(encoding="utf-8").split())
    values = [t.object.value for t in triples() if isinstance(t.object, NamedNode | Literal)]
    given = {match[1] for value in values for match in WIKIDATA.finditer(value)}
    assert given
    assert given - verified == set()


def test_the_verified_ids_are_those_that_were_looked_up(shared: Path) -> None:
    with (shared / "data" / "qids.tsv").open(encoding="utf-8", newline="") as rows:
        looked_up = {row["qid"] for row in csv.DictReader(rows, delimiter="\t")}
    assert set(VERIFIED.read_text(encoding="utf-8").split()) == looked_up


@pytest.mark.parametrize("name", ["dcterms:source", "tg:isCurated"])
def test_every_entry_of_every_file_has_a_source_and_is_curated(name: str) -> None:
    prefix, _, local = name.partition(":")
    subjects = {t.subject.value for t in triples()}  # type: ignore[union-attr]
    having = {t.subject.value for t in triples() if t.predicate.value == PREFIXES[prefix] + local}  # type: ignore[union-attr]
    assert subjects - having == set()


def test_every_entry_has_one_label() -> None:
    labels = [t.subject.value for t in triples() if t.predicate.value == RDFS_NAMESPACE + "label"]  # type: ignore[union-attr]
    assert sorted(labels) == sorted({t.subject.value for t in triples()})  # type: ignore[union-attr]


# Two programmes of the same country, or the same words for a programme and its predecessor; several
# courts of appeals; a form of agreement made with several countries.
SEVERAL = """
    Agreement on Reciprocal Trade | Agreement on Reciprocal, Fair, and Balanced Trade
    Canada's counter-tariffs | Canada's countermeasures | Canada's retaliatory tariffs
    Canadian retaliatory tariffs | China's counter-tariffs | China's retaliatory tariffs
    Chinese retaliatory tariffs | Congolese | EU countermeasures | EU retaliatory tariffs
    EU's countermeasures | EU's retaliatory tariffs | ITA | Section 201 tariffs
    Section 232 auto tariffs | appeals court | appellate court | auto tariffs | car tariffs
    federal appeals court | import surcharge | solar panel tariffs | solar tariffs
    temporary import surcharge
"""


def test_names_of_law_and_measures_that_mean_several_things_are_meant_to() -> None:
    kinds = ("country", "group", "court", "instrument", "agreement", "case", "measure")
    named: dict[str, set[str]] = {}
    for name in load_registry().names:
        if name.role in ("label", "alias", "demonym", "metonym"):
            named.setdefault(name.text, set()).add(name.entity.removeprefix(ID))
    several = {
        text
        for text, entities in named.items()
        if len(entities) > 1
        and any(entity.startswith(kinds) for entity in entities)
        and {entity.partition("/")[0] for entity in entities} != {"country", "place"}
    }
    assert several == {
        text.strip() for line in SEVERAL.splitlines() for text in line.split("|")
    } - {""}
