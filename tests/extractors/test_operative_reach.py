"""What is an order's own act, from when, and on whom: recitals, notices, quoted amendments."""

from __future__ import annotations

from datetime import date

import pytest

from tradegraph.extractors.operative import find_operative
from tradegraph.language import analyse
from tradegraph.model import Document, MeasureEvent
from tradegraph.registry import load_registry

ENTERED = (
    "with respect to goods entered for consumption, or withdrawn from warehouse for consumption, "
    "on or after 12:01 a.m. eastern daylight time on"
)
JAPAN = "Implementing The United States–Japan Agreement"
SOLAR = (
    "A Proclamation to Continue Facilitating Positive Adjustment to Competition From Imports of "
    "Certain Crystalline Silicon Photovoltaic Cells (Whether or Not Partially or Fully Assembled "
    "Into Other Products)"
)
METALS = "Adjusting Imports of Aluminum Into the United States"
RUSSIA = "Increasing Duties on Certain Articles From the Russian Federation"


def tell(text: str, title: str, day: date, kind: str = "proclamation") -> list[str]:
    """Return a line for each event: what it does to which measure, at which rate, from when."""
    document = Document(text, published=day, title=title, doc_type=kind)
    facts = find_operative(analyse(document, load_registry()))
    return [show(fact.content) for fact in facts]


def show(event: object) -> str:
    assert isinstance(event, MeasureEvent)
    parts = [event.event, (event.measure.programme or "").rpartition("/")[2]]
    parts += [target.rpartition("/")[2] for target in event.measure.targets]
    parts += [f"{event.rate.low:g}"] if event.rate else []
    return " ".join([*parts, str(event.effective.first if event.effective else "-")])


@pytest.mark.parametrize(
    "recital",
    [
        pytest.param(
            "Proclamation 10101 of October 10, 2020, also: (a) revoked the exclusion of modules; "
            "and (b) adjusted the safeguard tariff for the fourth year from 15 percent to 18 "
            "percent.",
            id="the order is the subject",
        ),
        pytest.param(
            "3. Proclamation 10101 also:\n\n(a) revoked the exclusion of modules; and\n\n(b) "
            "adjusted the safeguard tariff for the fourth year from 15 percent to 18 percent.",
            id="in a list",
        ),
        pytest.param(
            "This injunction had the effect of lowering the safeguard tariff to 15 percent.",
            id="what a court did",
        ),
    ],
)
def test_what_others_did_is_no_act_of_the_order(recital: str) -> None:
    own = "The safeguard tariff is lowered for the fourth year from 18 percent to 15 percent."
    (line,) = tell(f"{recital}\n\n{own}", SOLAR, date(2022, 2, 4))
    assert line.startswith("decrease us-s201-solar-2018 15")


def test_end_of_normal_trade_relations_pauses_no_duty() -> None:
    text = (
        "Section 3(a) of the Act suspended nondiscriminatory tariff treatment for products of the "
        "Russian Federation, and imposed the rates of duty of column 2, as of April 9, 2022."
    )
    assert tell(text, RUSSIA, date(2022, 6, 27)) == []


def test_recital_of_another_order_is_not_about_the_country_of_the_title() -> None:
    text = "In Proclamation 9705 of March 8, 2018, I imposed a 25 percent duty on steel articles."
    assert tell(text, JAPAN, date(2025, 9, 4)) == ["entry-into-effect us-s232-steel 25 -"]


def test_days_are_counted_from_the_order_in_more_words() -> None:
    text = (
        "(1) I hereby impose on products of the Russian Federation a 35 percent rate of duty.\n\n"
        "(2) The modifications shall be effective with respect to goods entered for consumption on "
        "or after 12:01 a.m. eastern daylight time on the day that is 30 days after the date of "
        "this proclamation."
    )
    (line,) = tell(text, RUSSIA, date(2022, 6, 27))
    assert line.endswith("35 2022-07-27")


def test_part_of_a_programme_begins_no_sooner_than_the_programme() -> None:
    text = (
        "(1) Imports from Canada will be subject to the revised tariff rate of 25 percent ad "
        "valorem.\n\n(2) The tariff proclaimed by Proclamation 9704 is adjusted to increase the "
        "tariff rate from an additional 10 percent ad valorem to an additional 25 percent ad "
        f"valorem, {ENTERED} March 12, 2025.\n\n(3) Other matters take effect, {ENTERED} May 1, "
        "2025."
    )
    assert tell(
        text, "Adjusting Imports of Aluminum into The United States", date(2025, 2, 11)
    ) == [
        "entry-into-effect us-s232-aluminum CA 25 2025-03-12",
        "increase us-s232-aluminum 25 2025-03-12",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Sec. 4. (a) Automobiles that are products of Japan shall be subject to a 15 percent "
            "tariff under Proclamation 10908. This shall be effective as of the date of "
            "publication of the notice described in subsection (b).",
            "announcement",
            id="a notice gives the day",
        ),
        pytest.param(
            "Sec. 4. The Secretary shall impose on automobiles that are products of Japan a tariff "
            "of 15 percent under Proclamation 10908.",
            "announcement",
            id="an agency is to lay it",
        ),
        pytest.param(
            "Sec. 4. Automobiles that are products of Japan shall be subject to a 15 percent "
            "tariff under Proclamation 10908.",
            "entry-into-effect",
            id="the order lays it itself",
        ),
    ],
)
def test_rate_whose_day_others_are_to_give_is_announced(text: str, expected: str) -> None:
    lines = tell(text, JAPAN, date(2025, 9, 4), "executive-order")
    assert {line.split()[0] for line in lines} == {expected}


def test_quoted_amendment_lays_what_the_order_lays_on_a_country() -> None:
    text = (
        "(2) Clause 2 of Proclamation 9704, as amended, is further amended by inserting: “, and "
        "(j) from all countries except Canada. Further, aluminum articles that are products of "
        f"Russia shall be subject to a 200 percent ad valorem rate of duty {ENTERED} March 10, "
        "2023.”"
    )
    lines = tell(text, f"A Proclamation on {METALS}", date(2023, 2, 24))
    assert lines == ["entry-into-effect us-russia-aluminum-2023 200 2023-03-10"]
