"""Exports of the Federal Register, of CourtListener, of the tariff schedule, of the Trade Alert."""

from __future__ import annotations

import json

import pytest

from tradegraph.model import Document

from .items import Read, only_document, only_error

ORDER = {
    "title": "Regulating Axles",
    "document_number": "2031-06063",
    "citation": "96 FR 15041",
    "type": "Presidential Document",
    "subtype": "Executive Order",
    "executive_order_number": "19257",
    "proclamation_number": None,
    "abstract": None,
    "signing_date": "2031-05-02",
    "publication_date": "2031-05-07",
    "effective_on": None,
    "agencies": [{"name": "Executive Office of the President", "id": 538}],
    "docket_ids": [],
    "cfr_references": [{"title": 3, "part": None, "citation": "3 CFR 100"}],
    "html_url": "https://www.federalregister.gov/d/2031-06063",
    "raw_text": "All axles shall be subject to a duty of 25 percent.",
}
DOCKET = {
    "resource_uri": "https://www.courtlistener.com/api/rest/v4/dockets/1/",
    "id": 1,
    "court": "https://www.courtlistener.com/api/rest/v4/courts/cit/",
    "docket_number": "1:31-cv-00066",
    "case_name": "Axle Works v. United States",
    "date_filed": "2031-05-14",
    "date_terminated": None,
    "assigned_to_str": "Jane Doe",
    "absolute_url": "/docket/1/axle-works/",
}
OPINION = {
    "resource_uri": "https://www.courtlistener.com/api/rest/v4/opinions/2/",
    "id": 2,
    "cluster": "https://www.courtlistener.com/api/rest/v4/clusters/3/",
    "type": "030concurrence",
    "author_str": "Doe",
    "joined_by_str": "",
    "plain_text": "",
    "html_with_citations": "<p>The duty on axles &amp; wheels is void.</p><p>We agree.</p>",
}
ROWS = [
    {"htsno": "8708", "indent": "0", "description": "Parts:", "general": "", "footnotes": None},
    {"htsno": "", "indent": "1", "description": "Axles:", "general": "2.5%", "special": "Free"},
    {"htsno": "8708.50.11", "indent": "2", "description": "Driven", "general": "", "other": "25%",
     "addiitionalDuties": "9903.41.01"},
    {"htsno": "9903.41.01", "indent": "0", "description": "Axles the product of Chad",
     "general": "The duty provided in the applicable subheading + 25%",
     "footnotes": [{"columns": ["desc"], "marker": "1", "value": "See note 2", "type": "endnote"}]},
]  # fmt: skip
ALERT = (
    "intervention_id,state_act_id,state_act_title,implementing_jurisdictions,"
    "affected_jurisdictions,intervention_type,date_announced,date_implemented,new_level,unit\n"
    "7,3,Duty on axles,Chad,Mali; Niger,Import tariff,2031-05-02,2031-05-09,25,percent\n"
)


def test_document_of_the_federal_register_keeps_what_its_fields_say(read: Read) -> None:
    document = only_document(read("order.json", json.dumps(ORDER)))
    assert document.identifiers == ("2031-06063",)
    assert str(document.published) == "2031-05-07"
    assert document.publisher == "Federal Register"
    assert document.url == "https://www.federalregister.gov/d/2031-06063"
    lines = document.text.split("\n")
    assert "Executive Order: 19257" in lines
    assert "Citation: 96 FR 15041" in lines
    assert "Agencies: Executive Office of the President" in lines
    assert lines[-1] == "All axles shall be subject to a duty of 25 percent."
    assert not [line for line in lines if line.endswith(": ") or "None" in line]


def test_page_of_results_gives_its_documents_and_an_error_for_an_empty_record(read: Read) -> None:
    page = {"count": 4, "results": [ORDER, {"title": None}, None, {"document_number": "2031-1"}]}
    first, *errors, last = read("page.json", json.dumps(page))
    assert only_document([first]).title == "Regulating Axles"
    assert [str(error) for error in errors] == [
        f"page.json: record {number}: a record without its number; try: leave it out"
        for number in (2, 3)
    ]
    assert only_document([last]).text == "Document number: 2031-1"


def test_day_that_is_none_is_reported_and_the_document_kept(read: Read) -> None:
    error, document = read("order.json", json.dumps(ORDER | {"publication_date": "soon"}))
    assert only_error([error]).what == "no ISO date: 'soon'"
    assert only_document([document]).published is None


def test_docket_keeps_its_number_court_and_day(read: Read) -> None:
    document = only_document(read("docket.json", json.dumps(DOCKET)))
    assert document.doc_type == "court-ruling"
    assert document.title == "Axle Works v. United States"
    assert document.url == "https://www.courtlistener.com/docket/1/axle-works/"
    assert document.text.split("\n") == [
        "Case: Axle Works v. United States",
        "Court: cit",
        "Docket number: 1:31-cv-00066",
        "Filed on: 2031-05-14",
        "Assigned to: Jane Doe",
    ]


def test_opinion_without_plain_text_is_read_from_its_markup(read: Read) -> None:
    document = only_document(read("opinion.json", json.dumps(OPINION)))
    assert document.text == (
        "Author: Doe\nType: concurrence\n\nThe duty on axles & wheels is void.\n\nWe agree."
    )


def test_rows_of_the_schedule_inherit_texts_and_rates(read: Read) -> None:
    parts, duties = read("hts.json", json.dumps(ROWS))
    assert isinstance(parts, Document)
    assert parts.doc_type == "schedule"
    assert parts.text.split("\n")[2] == (
        "8708.50.11 | Axles: Driven | 2.5% | Free | 25% | 9903.41.01 | "
    )
    assert isinstance(duties, Document)
    assert "9903.41.01 | Axles the product of Chad | The duty provided" in duties.text


def test_both_exports_of_the_schedule_give_the_same_rows(read: Read) -> None:
    table = (
        "HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,"
        "Special Rate of Duty,Column 2 Rate of Duty,Quota Quantity,Additional Duties\n"
        "8708,0,Parts:,,,,,,\n,1,Axles:,,2.5%,Free,,,\n8708.50.11,2,Driven,,,,25%,,9903.41.01\n"
    )
    assert (
        only_document(read("hts.csv", table)).text
        == only_document(read("hts.json", json.dumps(ROWS[:3]))).text
    )


def test_intervention_keeps_its_jurisdictions_days_and_level(read: Read) -> None:
    document = only_document(read("gta.csv", ALERT))
    assert document.doc_type == "dataset"
    assert document.identifiers == ("gta-7",)
    assert str(document.published) == "2031-05-02"
    assert "Affected jurisdictions: Mali; Niger" in document.text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '{"document_number": "1", '),
        ("a.json", '[{"htsno": 1}'),
        ("a.json", '{"document_number": ' + "[" * 100_000),
        ("a.json", '[{"htsno": "", "indent": "x"}]'),
        ("a.csv", "HTS Number,Indent\n"),
    ],
    ids=["cut off", "list cut off", "nested too deep", "no number", "no rows"],
)
def test_broken_export_is_one_error(read: Read, name: str, content: str) -> None:
    only_error(read(name, content))


def test_intervention_without_its_number_is_an_error_of_its_line(read: Read) -> None:
    document, error = read("gta.csv", ALERT + ",3,Duty,Chad,Mali,Import tariff,,,,\n")
    assert isinstance(document, Document)
    assert only_error([error]).where == "gta.csv:3"
