"""What is wrong with a registry's files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tradegraph.curation import check_registry, list_ambiguous
from tradegraph.registry import read_registry
from tradegraph.resources import REGISTRY_VARIABLE
from tradegraph.vocabulary import ID, PREFIXES

HEADER = "".join(f"@prefix {short}: <{iri}> .\n" for short, iri in PREFIXES.items())
SOURCED = 'dcterms:source "invented" ; tg:isCurated true'
PERSON = f'a tg:Person ; rdfs:label "Ada Marlow"@en ; tg:familyName "Marlow" ; {SOURCED}'


def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **files: str) -> set[tuple[str, str]]:
    """The rules that files of the user's own break, with the last part of what breaks them."""
    for name, turtle in files.items():
        (tmp_path / f"{name}.ttl").write_text(HEADER + turtle, "utf-8")
    before = _tell()
    monkeypatch.setenv(REGISTRY_VARIABLE, str(tmp_path))
    return _tell() - before


def _tell() -> set[tuple[str, str]]:
    findings = check_registry(shapes=False).findings
    return {(each.shape.rpartition("-")[2], each.focus.rpartition("/")[2]) for each in findings}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"people": f"per:xa-ada {PERSON} ."}, set(), id="nothing"),
        pytest.param(
            {"people": f"per:xa-ada {PERSON} .", "more": f"per:xa-ada {PERSON} ."},
            {("repeated", "xa-ada")},
            id="described twice",
        ),
        pytest.param(
            {"people": f"per:xa-ada {PERSON} . per:xa-bea {PERSON} ."},
            {("label", "xa-bea"), ("alias", "xa-bea")},
            id="two of one name",
        ),
        pytest.param(
            {"people": 'per:xa-ada a tg:Person ; rdfs:label "Ada Marlow"@en .'},
            {("source", "xa-ada")},
            id="no source",
        ),
        pytest.param(
            {"people": f"per:xa-ada {PERSON} ; tg:shoeSize 43 ."},
            {("term", "ont#shoeSize")},
            id="a term that the ontology lacks",
        ),
        pytest.param(
            {"people": f"per:xa-bob a tg:Person ; {SOURCED} . per:xa-ada {PERSON} ."},
            {("order", "xa-ada")},
            id="not sorted",
        ),
        pytest.param(
            {
                "words": 'lex:xa a tg:LexicalEntry ; rdfs:label "x"@en ; tg:lemma "quuxify" ;'
                f" tg:partOfSpeech code:pos-verb ; tg:evokes code:lexicon-quux-verb ; {SOURCED} ."
            },
            {("reader", "code#lexicon-quux-verb")},
            id="a class of words that no rule looks for",
        ),
    ],
)
def test_a_mistake_in_the_registry_is_found(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: dict[str, str],
    expected: set[tuple[str, str]],
) -> None:
    assert check(tmp_path, monkeypatch, **files) == expected


@pytest.mark.parametrize(
    ("until", "begins", "found"),
    [
        pytest.param("2024-06-01", "2024-06-01", False, id="one after the other"),
        pytest.param("2024-06-02", "2024-06-01", True, id="a day at once"),
        pytest.param(None, "2024-06-01", True, id="no end"),
        pytest.param(None, None, False, id="days that nobody knows"),
    ],
)
def test_an_office_with_two_holders_at_once_is_found(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    until: str | None,
    begins: str | None,
    found: bool,
) -> None:
    end = f'; tg:until "{until}"^^xsd:date' if until else ""
    start = f'; tg:from "{begins}"^^xsd:date' if begins else ""
    turtle = f"""
    off:xa a tg:Office ; rdfs:label "Office of X"@en ;
        tg:officeKind code:officekind-formal ; {SOURCED} .
    sit:xa-1 a tg:OfficeHolding ; tg:holder per:xa-1 ; tg:office off:xa ; {SOURCED} ;
        tg:from "2020-01-01"^^xsd:date {end} .
    sit:xa-2 a tg:OfficeHolding ; tg:holder per:xa-2 ; tg:office off:xa ; {SOURCED} {start} ."""
    rules = {rule for rule, _ in check(tmp_path, monkeypatch, offices=turtle)}
    assert ("holders" in rules) == found


def test_the_shipped_registry_has_no_violation() -> None:
    assert [each for each in check_registry().findings if each.severity == "violation"] == []


def test_a_written_form_of_several_entries_is_listed_however_it_is_spelt() -> None:
    turtle = """
    cty:XA a tg:Country ; rdfs:label "A.R."@en . cty:XB a tg:Country ; rdfs:label "AR"@en .
    pro:ar a tg:ProductScope ; rdfs:label "ar"@en ."""
    (form,) = list_ambiguous(read_registry(((HEADER + turtle).encode(),)))
    assert form.name == "A.R."
    assert form.entries == (f"{ID}country/XA", f"{ID}country/XB")
    assert (form.kinds, form.jurisdictions) == (("Country",), 2)
