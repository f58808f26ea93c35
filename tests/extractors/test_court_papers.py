"""A court's own paper without a record around it: captions, holdings, relief, stays, judges."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tradegraph.errors import InputError
from tradegraph.extractors import extract_facts
from tradegraph.extractors.own_court import find_own_court
from tradegraph.language import analyse
from tradegraph.model import Document, Fact, Ruling, Stay
from tradegraph.readers import read_sources
from tradegraph.registry import load_registry

OPINION = """\
Slip Op. 25-66

UNITED STATES COURT OF INTERNATIONAL TRADE

V.O.S. SELECTIONS, INC., ET AL., Plaintiffs,
v.
UNITED STATES OF AMERICA, ET AL., Defendants.

Before: Gary S. Katzmann, Judge
        Timothy M. Reif, Judge
        Jane A. Restani, Judge

Court No. 25-00066

Dated: May 28, 2025

Per Curiam: The tariff orders exceed any authority that the statute grants. The challenged Tariff
Orders will be vacated and their operation permanently enjoined. See 526 F.2d 560 (C.C.P.A. 1975).
"""
STAY = """\
United States Court of Appeals
for the Federal Circuit

V.O.S. SELECTIONS, INC., ET AL.,
v.
DONALD J. TRUMP, ET AL.

2025-1812

Appeal from the United States Court of International Trade in No. 1:25-cv-00066.

PER CURIAM.

The judgments and the permanent injunctions entered by the Court of International Trade in these
cases are temporarily stayed until further notice while this court considers the motions papers.

May 29, 2025
"""
# the fields of an opinion in the API's version 4; many are empty
RECORD = {
    "resource_uri": "https://www.courtlistener.com/api/rest/v4/opinions/11001/",
    "id": 11001,
    "absolute_url": "/opinion/11001/vos-selections-inc-v-united-states/",
    "cluster_id": 10401,
    "cluster": "https://www.courtlistener.com/api/rest/v4/clusters/10401/",
    "author_id": None,
    "author": None,
    "joined_by": [],
    "author_str": "",
    "per_curiam": True,
    "joined_by_str": "",
    "type": "010combined",
    "page_count": None,
    "plain_text": OPINION,
    "html": "",
    "html_with_citations": None,
    "extracted_by_ocr": False,
    "opinions_cited": [],
}


def read(folder: Path, name: str, content: str) -> Document:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    (document,) = read_sources([path])
    assert isinstance(document, Document)
    return document


def facts_of(document: Document) -> list[Fact]:
    return list(extract_facts(analyse(document, load_registry())))


def tails(iris: tuple[str, ...]) -> list[str]:
    return [iri.rpartition("/")[2] for iri in iris]


def html_of(text: str) -> str:
    cited = '<span class="citation"><a href="/c/F.2d/526/560/">526 F.2d 560</a></span>'
    return f"<pre>{text.replace('526 F.2d 560', cited)}</pre>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("opinion.txt", OPINION),
        ("opinion.json", json.dumps(RECORD)),
        (
            "html.json",
            json.dumps({**RECORD, "plain_text": "", "html_with_citations": html_of(OPINION)}),
        ),
        ("bare.json", json.dumps({"id": 7, "cluster": None, "plain_text": OPINION})),
    ],
    ids=["plain text", "record of the API", "its text as HTML", "hardly a field"],
)
def test_opinion_tells_court_day_case_judges_holding_and_relief(
    tmp_path: Path, name: str, content: str
) -> None:
    document = read(tmp_path, name, content)
    assert (document.doc_type, document.published) == ("court-ruling", date(2025, 5, 28))
    (ruling,) = (f.content for f in facts_of(document) if isinstance(f.content, Ruling))
    assert tails((ruling.court, *ruling.cases)) == ["us-cit", "us-cit-25-00066"]
    assert (ruling.outcomes, ruling.slip_opinion) == (("unlawful",), "25-66")
    assert ruling.relief == ("vacatur", "permanent-injunction")
    assert tails(ruling.judges) == ["gary-katzmann", "jane-restani", "timothy-reif"]
    programmes = tuple(measure.programme or "" for measure in ruling.measures)
    assert tails(programmes) == ["us-fentanyl-2025", "us-reciprocal-2025"]
    assert ruling.when is not None
    assert ruling.when.first == date(2025, 5, 28)


def test_stay_in_the_higher_court_s_paper_is_that_court_s(tmp_path: Path) -> None:
    document = read(tmp_path, "stay.txt", STAY)
    assert (document.doc_type, document.published) == ("court-ruling", date(2025, 5, 29))
    stays = [f.content for f in facts_of(document) if isinstance(f.content, Stay)]
    assert [tails((stay.court, stay.ruling.court)) for stay in stays] == [["us-cafc", "us-cit"]]
    assert tails(stays[0].ruling.cases) == ["us-cit-25-00066"]
    assert stays[0].when is not None
    assert stays[0].when.first == date(2025, 5, 29)


@pytest.mark.parametrize(
    "text",
    [
        "The US Court of International Trade ruled in No. 25-00066, Axle v. United States.",
        "SUPREME COURT NEARS RULING\n\nThe case is Axle v. Wheel.",
    ],
    ids=["news of a ruling", "a headline"],
)
def test_news_of_a_court_is_no_paper_of_it(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, "news.txt", text).doc_type == "news"


def test_page_of_the_api_keeps_what_it_can_and_reports_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "page.json"
    docket = {"id": 1, "case_name": "Axle v. Wheel", "docket_number": "31-00001", "court_id": "cit"}
    page = {"count": 3, "next": None, "previous": None, "results": [docket, RECORD, {"id": None}]}
    path.write_text(json.dumps(page), encoding="utf-8")
    found = list(read_sources([path]))
    assert [type(each) for each in found].count(Document) == 2
    assert [type(each) for each in found].count(InputError) == 1


def test_story_about_a_court_is_not_the_court_s_word() -> None:
    text = "Federal Circuit leaves the duties on axles standing\n\nThe court affirmed the order."
    document = Document(text, published=date(2031, 5, 28), doc_type="court-ruling")
    assert find_own_court(analyse(document, load_registry())) is None
