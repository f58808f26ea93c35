"""Citations of law in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from tradegraph.language.citations import find_citations
from tradegraph.model import Document, Mention, Span
from tradegraph.registry import load_registry


def cited(text: str, published: date | None = date(2025, 5, 30)) -> list[tuple[str, str]]:
    """The words of each citation and the last part of its IRI."""
    mentions, _ = find_citations(Document(text, published=published), load_registry(), ())
    return [
        (text[m.span.begin : m.span.end], (m.entity or "").rpartition("/")[2]) for m in mentions
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Executive Order 14257", "us-eo-14257"),
        ("E.O. 19257", "us-eo-19257"),
        ("EO No. 19257", "us-eo-19257"),
        ("Exec. Order No. 19,257", "us-eo-19257"),
        ("Executive Order (E.O.) 19257", "us-eo-19257"),
        ("executive order 19257", "us-eo-19257"),
        ("Executive\u00a0Order\u200919257", "us-eo-19257"),
        ("Executive Order\n19257", "us-eo-19257"),
        ("Proclamation 10947", "us-proclamation-10947"),
        ("Proclamation No. 10,947", "us-proclamation-10947"),
        ("Proc. 9705", "us-proclamation-9705"),
        ("90 FR 15041", "us-eo-14257"),
        ("90 Fed. Reg. 15,041", "us-eo-14257"),
        ("96 Fed. Reg. 777", "us-96-fr-777"),
        ("96 F. R. 777", "us-96-fr-777"),
        ("96 Federal Register 777", "us-96-fr-777"),
        ("96\u2009FR\u2009777", "us-96-fr-777"),
        ("FR Doc. 2031-06063", "us-fr-2031-06063"),
        ("FR Doc. 2031–06063", "us-fr-2031-06063"),
        ("FR Doc No: 2031-06063", "us-fr-2031-06063"),
        ("50 U.S.C. 1799", "us-usc-50-1799"),
        ("50 U.S.C. § 1799", "us-usc-50-1799"),
        ("50 USC 1799", "us-usc-50-1799"),
        ("50 U. S. C. §1799", "us-usc-50-1799"),
        ("50 U.S.C. §§ 1799", "us-usc-50-1799"),
        ("50 U.S.C.\u00a01799", "us-usc-50-1799"),
        ("section 1799 of title 50, United States Code", "us-usc-50-1799"),
        ("title 50, United States Code, section 1799", "us-usc-50-1799"),
        ("19 CFR 141.68", "us-cfr-19-141-68"),
        ("19 C.F.R. part 102", "us-cfr-19-102"),
        ("Public Law 195-223", "us-pl-195-223"),
        ("Pub. L. No. 195–223", "us-pl-195-223"),
        ("9903.01.25", "hts-99030125"),
        ("9903.01.43-9903.01.75", "hts-99030143-99030175"),
        ("9903.01.43 through 9903.01.75", "hts-99030143-99030175"),
        ("9903.01.43 to 9903.01.75", "hts-99030143-99030175"),
        ("9903.01.43 – 9903.01.75", "hts-99030143-99030175"),
        ("8541.40.6025", "hts-8541406025"),
        ("Slip Op. 25-66", "us-cit-25-00066"),
        ("slip opinion 25–66", "us-cit-25-00066"),
        ("Docket No. USTR-2031-0004", "ustr-2031-0004"),
        ("USTR-2031-0004", "ustr-2031-0004"),
    ],
)
def test_citation_names_the_same_however_it_is_written(words: str, name: str) -> None:
    assert cited(f"See {words}, as amended.") == [(words, name)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Executive Orders 14193, 14194, and 14195.",
            ["us-eo-14193", "us-eo-14194", "us-eo-14195"],
        ),
        ("Proclamations 9704 and 9705.", ["us-proclamation-9704", "us-proclamation-9705"]),
        ("Executive Order 14193, 14194 of them.", ["us-eo-14193"]),
        ("Court No. 25-00066.", ["us-cit-25-00066"]),
        ("Case No. 1:25-cv-00066.", ["us-cit-25-00066"]),
        ("Appeal No. 2025-1812.", ["us-cit-25-00066"]),
        ("Nos. 24-1287 and 25-250.", ["us-dcd-25-01248", "us-cit-25-00066"]),
        ("No. 31-99999.", []),
        ("It fell under heading 8703 of 2031.", ["hts-8703"]),
    ],
)
def test_lists_and_dockets_name_each(text: str, names: list[str]) -> None:
    assert [name for _, name in cited(text)] == names


def test_citation_goes_before_what_is_named_inside_it() -> None:
    text = "See 90 Fed. Reg. 15,041."
    fed = Mention(Span(7, 10), "GovernmentBody", ("fed",), "fed", "alias", 0.9)
    mentions, _ = find_citations(Document(text), load_registry(), [fed])
    assert [mention.span for mention in mentions] == [Span(4, 23)]


@pytest.mark.parametrize(
    ("words", "name", "published"),
    [
        ("the May 12 order", "us-eo-14298", date(2025, 5, 30)),
        ("the May 12th executive order", "us-eo-14298", date(2025, 5, 30)),
        ("his May 12 order", "us-eo-14298", date(2026, 1, 30)),
        ("the May 12, 2025, order", "us-eo-14298", date(2026, 6, 30)),
        ("the June 3 proclamation", "us-proclamation-10947", date(2025, 7, 1)),
        ("proclamation signed on June 3", "us-proclamation-10947", date(2025, 7, 1)),
        ("executive order of May 12, 2025", "us-eo-14298", date(2026, 6, 30)),
    ],
)
def test_order_named_by_its_day_is_the_one_signed_on_it(
    words: str, name: str, published: date
) -> None:
    assert cited(f"Importers sued over {words} again.", published) == [(words, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Importers sued over the May 13 order.",
        "Importers sued over the May 12 proclamation.",
        "Importers sued over the April 2 order.",
        "It paid 12,999.50 on 12.04.2025.",
        "Order 14257 fries.",
    ],
)
def test_other_numbers_are_no_citations(text: str) -> None:
    assert cited(text) == []


def test_order_named_by_its_day_stays_unresolved_without_a_year() -> None:
    assert cited("Importers sued over the May 12 order.", None) == []


def test_what_is_named_already_is_not_cited_again() -> None:
    text = "See Executive Order 14257."
    named = Mention(Span(4, 25), "LegalInstrument", ("x",), "x", "exact-name", 0.9)
    assert find_citations(Document(text), load_registry(), [named]) == ([], [])


def test_only_what_the_registry_lacks_is_introduced() -> None:
    document = Document("See Executive Order 14257 and 96 FR 777.")
    _, entities = find_citations(document, load_registry(), ())
    assert [(entity.kind, entity.label) for entity in entities] == [
        ("LegalInstrument", "96 FR 777")
    ]


def test_decision_is_cited_by_its_reporter_in_legal_texts() -> None:
    pytest.importorskip("eyecite")
    text = "Section 232 allows fees. Algonquin, 426 U.S. 548, 561 (1976)."
    document = Document(text, doc_type="court-ruling")
    (mention,), (entity,) = find_citations(document, load_registry(), ())
    assert text[mention.span.begin : mention.span.end] == "426 U.S. 548"
    assert (entity.kind, entity.iri.rpartition("/")[2]) == ("LegalCase", "426-u-s-548")
