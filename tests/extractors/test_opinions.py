"""A court's own document: its case, its number and its disposition, in texts of our own."""

from __future__ import annotations

from datetime import date

import pytest

from tradegraph.extractors import extract_facts
from tradegraph.language import analyse
from tradegraph.model import Document, Ruling
from tradegraph.registry import load_registry

CAPTION = (
    "Slip Op. 31-66\n\nUNITED STATES COURT OF INTERNATIONAL TRADE\n\nNos. 31-00066 and 31-00077\n\n"
)
COURT = "US Court of International Trade"


def rulings(text: str, publisher: str = COURT, doc_type: str = "court-ruling") -> list[Ruling]:
    document = Document(text, published=date(2031, 5, 28), publisher=publisher, doc_type=doc_type)
    facts = extract_facts(analyse(document, load_registry()))
    return [fact.content for fact in facts if isinstance(fact.content, Ruling)]


def test_disposition_is_a_ruling_of_the_documents_court() -> None:
    (ruling,) = rulings(f"{CAPTION}The importer pays.\n\nVACATED AND REMANDED\n")
    assert ruling.court.endswith("/us-cit")
    assert ruling.outcomes == ("vacated", "remanded")
    assert ruling.slip_opinion == "31-66"
    assert [case.rpartition("/")[2] for case in ruling.cases] == [
        "us-cit-31-00066",
        "us-cit-31-00077",
    ]
    assert ruling.when is not None
    assert ruling.when.first == date(2031, 5, 28)


def test_known_docket_leads_to_its_case_and_what_it_challenges() -> None:
    (ruling,) = rulings("No. 25-00066\n\nAFFIRMED\n")
    assert [case.rpartition("/")[2] for case in ruling.cases] == ["us-cit-25-00066"]
    programmes = {(measure.programme or "").rpartition("/")[2] for measure in ruling.measures}
    assert programmes == {"us-fentanyl-2025", "us-reciprocal-2025"}


@pytest.mark.parametrize(
    ("publisher", "doc_type"), [(COURT, "news"), ("Axle Daily", "court-ruling")]
)
def test_other_documents_decide_nothing(publisher: str, doc_type: str) -> None:
    assert rulings("No. 25-00066\n\nAFFIRMED\n", publisher, doc_type) == []


def test_earlier_decision_is_not_put_into_the_case_of_the_document() -> None:
    told = rulings(f"{CAPTION}The trade court struck down the steel tariffs in 2020.\n\nAFFIRMED\n")
    assert [ruling.outcomes for ruling in told if ruling.cases] == [("affirmed",)]


SUPREME = "Supreme Court of the United States"
LINE_UP = (
    "No. 24–1287. Held: IEEPA does not authorize the President to impose tariffs. The judgment in "
    "No. 24–1287 is vacated, and the case is remanded; the judgment in No. 25– 250 is affirmed. "
    "KAGAN, J., joined in full (see Axle v. Wheel, 1 U. S. 1 (GORSUCH, J., dissenting)). Pp. 1–5. "
    "ROBERTS, C. J., announced the judgment of the Court and delivered the opinion of the Court, "
    "in which KAGAN, GORSUCH, and DOE, JJ., joined. BARRETT, J., filed a concurring opinion. "
    "THOMAS, J., filed a dissenting opinion. KAVANAUGH, J., filed a dissenting opinion, in which "
    "THOMAS and ALITO, JJ., joined."
)
BENCH = "Before KATZMANN, Chief Judge, REIF and RESTANI,\nJudges.\n\n"
CONSOLIDATED = ["us-dcd-25-01248", "us-cit-25-00066"]


def test_each_docket_has_the_disposition_that_its_clause_gives() -> None:
    told = rulings(LINE_UP, SUPREME)
    assert [(r.outcomes, [case.rpartition("/")[2] for case in r.cases]) for r in told] == [
        (("unlawful",), CONSOLIDATED),
        (("vacated", "remanded"), ["us-dcd-25-01248"]),
        (("affirmed",), ["us-cit-25-00066"]),
    ]


def test_line_up_of_a_syllabus_gives_the_judges_and_their_votes() -> None:
    holding, *_ = rulings(LINE_UP, SUPREME)
    assert (holding.votes_for, holding.votes_against) == (5, 3)
    assert "john-roberts" in {judge.rpartition("/")[2] for judge in holding.judges}
    assert len(holding.judges) == 7, "who DOE is nobody knows, but the vote counts"


def test_line_up_of_a_syllabus_tells_who_wrote_and_who_dissented() -> None:
    holding, *_ = rulings(LINE_UP, SUPREME)
    assert holding.opinion_by is not None
    assert holding.opinion_by.endswith("/john-roberts")
    assert [judge.rpartition("/")[2] for judge in holding.dissenters] == [
        "brett-kavanaugh",
        "clarence-thomas",
        "samuel-alito",
    ]


@pytest.mark.parametrize(
    ("head", "votes"),
    [
        ("Before: Gary S. Katzmann, Timothy M. Reif, and Jane A. Restani, Judges\n\n", (3, 0)),
        (f"{BENCH}Dissenting opinion filed by REIF, Judge.\n\n", (2, 1)),
        ("Judges: Katzmann, Reif, Restani\n\n", (None, None)),
    ],
    ids=["head of the opinion", "separate opinion", "lines of a record"],
)
def test_bench_of_an_opinion(head: str, votes: tuple[int | None, int | None]) -> None:
    (ruling,) = rulings(f"{head}No. 25-00066\n\nVACATED\n")
    names = [judge.rpartition("/")[2] for judge in ruling.judges]
    assert names == ["gary-katzmann", "jane-restani", "timothy-reif"]
    assert (ruling.votes_for, ruling.votes_against) == votes


def test_this_court_is_the_court_of_the_document() -> None:
    told = rulings("The Federal Circuit sat. This Court struck down the steel tariffs.", SUPREME)
    assert [ruling.court.rpartition("/")[2] for ruling in told] == ["us-scotus"]
