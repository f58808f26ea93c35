"""Suspensions that a press release tells of the order that was signed on its day."""

from __future__ import annotations

from datetime import date

import pytest

from tradegraph.extractors.operative import find_operative
from tradegraph.extractors.own_instruments import find_announced_instrument
from tradegraph.language import analyse
from tradegraph.model import Document, MeasureEvent
from tradegraph.registry import load_registry

GENEVA = date(2025, 5, 12)
TAKEN = "Both sides will take these actions by May 14, 2025. "
SUSPENDED = (
    "The United States will suspend its 34% reciprocal tariff for 90 days, but retain a 10% "
    "tariff during the period of the pause."
)


def release(text: str, day: date = GENEVA, title: str = "Fact Sheet: A Win") -> Document:
    return Document(text, published=day, title=title, doc_type="press-release")


def told(text: str, day: date = GENEVA) -> list[tuple[str, str, str, str]]:
    facts = find_operative(analyse(release(text, day), load_registry()))
    return [line(fact.content) for fact in facts]


def line(event: object) -> tuple[str, str, str, str]:
    assert isinstance(event, MeasureEvent)
    programme = (event.measure.programme or "").rpartition("/")[2]
    first = str(event.effective.first) if event.effective else "-"
    return event.event, programme, first, event.duration or str(event.until)


def test_suspension_belongs_to_the_order_of_the_day() -> None:
    assert told(TAKEN + SUSPENDED) == [
        ("pause", "us-reciprocal-cn-2025", "2025-05-14", "P90D"),
        ("entry-into-effect", "us-reciprocal-baseline-2025", "2025-05-14", "P90D"),
    ]


def test_rate_retained_is_for_the_goods_whose_duty_is_suspended() -> None:
    facts = list(find_operative(analyse(release(SUSPENDED), load_registry())))
    retained = facts[-1].content
    assert isinstance(retained, MeasureEvent)
    assert [target.rpartition("/")[2] for target in retained.measure.targets] == ["CN"]
    assert retained.rate is not None
    assert retained.rate.low == 10


def test_extension_has_its_last_day() -> None:
    text = (
        "The United States will maintain the suspension of heightened tariffs on Chinese imports, "
        "as outlined in Executive Order 14298, until November 10, 2025."
    )
    (line,) = told(text, date(2025, 8, 11))
    assert line == ("extension", "us-reciprocal-cn-2025", "-", "2025-11-09")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("China will also suspend its 34% tariff on the United States for 90 days.", GENEVA),
        ("The committee will suspend its tariff for 90 days.", GENEVA),
        (SUSPENDED, date(2025, 5, 13)),
        ("The United States will impose a 34% reciprocal tariff.", GENEVA),
    ],
    ids=["by another country", "no programme", "no order of that day", "no suspension"],
)
def test_other_releases_are_read_like_any_text(text: str, day: date) -> None:
    assert told(text, day) == []


@pytest.mark.parametrize(
    ("title", "order"),
    [
        (
            (
                "Fact Sheet: The President Addresses Threats to the United States from the "
                "Government of Brazil"
            ),
            "us-eo-14323",
        ),
        (
            "Fact Sheet: Protecting the Nation by Suspending the De Minimis Exemption for All",
            "us-eo-14324",
        ),
        ("Fact Sheet: A Great Day", None),
    ],
)
def test_order_of_several_is_the_one_that_the_title_is_about(title: str, order: str | None) -> None:
    found = find_announced_instrument(release("Today.", date(2025, 7, 30), title), load_registry())
    assert (found.rpartition("/")[2] if found else None) == order
