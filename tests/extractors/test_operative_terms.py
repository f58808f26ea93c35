"""On which terms an order's duties are paid: quotas, refunds and drawback, goods in transit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tradegraph.extractors import extract_facts
from tradegraph.language import analyse
from tradegraph.model import Document, DutyRefund, Fact, Measure, MeasureEvent, Quota
from tradegraph.registry import load_registry

ENTERED = (
    "with respect to goods entered for consumption, or withdrawn from warehouse for consumption, "
    "on or after 12:01 a.m. eastern daylight time on"
)
AT = "12:01 a.m. eastern daylight time on"
BRAZIL = "Addressing Threats to the United States by the Government of Brazil"
UK_DEAL = (
    "Implementing the General Terms of the United States of America-United Kingdom Economic "
    "Prosperity Deal"
)


def read(text: str, title: str = BRAZIL, day: date = date(2025, 7, 30)) -> list[Fact]:
    document = Document(text, published=day, title=title, doc_type="executive-order")
    return list(extract_facts(analyse(document, load_registry())))


def tell(facts: list[Fact]) -> Iterator[str]:
    """Yield a line for each term of a duty."""
    for fact in facts:
        planned = "" if fact.modality == "asserted" else f"{fact.modality}: "
        if isinstance(fact.content, Quota):
            yield planned + show_quota(fact.content)
        elif isinstance(fact.content, DutyRefund):
            yield planned + show_refund(fact.content)
        elif isinstance(fact.content, MeasureEvent) and fact.content.loaded_before:
            event = fact.content
            days = f"{event.loaded_before} {event.entered_before or ''}".strip()
            yield f"{planned}{event.event} {show_measure(event.measure)} {days}"


def show_measure(measure: Measure) -> str:
    parts = [(measure.programme or "").rpartition("/")[2]]
    parts += [target.rpartition("/")[2] for target in measure.targets]
    return " ".join([*parts, *(f"[{product}]" for product in measure.products)])


def show_quota(quota: Quota) -> str:
    rate = f"{quota.in_quota.low:g} {quota.in_quota.qualifier}" if quota.in_quota else ""
    volume = f"{quota.volume:g} {quota.unit}" if quota.volume is not None else ""
    days = f"{quota.effective or ''}..{quota.until or ''}"
    parts = ("quota", show_measure(quota.measure), volume, quota.period, rate, days)
    return " ".join(filter(None, parts))


def show_refund(refund: DutyRefund) -> str:
    whose = " + ".join(show_measure(measure) for measure in refund.measures)
    kind = refund.kind if refund.available else f"no {refund.kind}"
    return " ".join(filter(None, (kind, whose, str(refund.since or ""))))


@pytest.mark.parametrize(
    ("text", "title", "day", "expected"),
    [
        pytest.param(
            "Sec. 2. (a) I hereby establish an annual tariff-rate quota of 90,000 automobiles as "
            "classified in heading 8703 for automobiles that are products of the United Kingdom. "
            "Imports of automobiles within the tariff-rate quota that would otherwise be subject "
            "to a 25 percent tariff under Proclamation 10908 shall instead be subject to a 5 "
            "percent tariff, in addition to the most-favored-nation rate, for a combined tariff of "
            "7.5 percent. Imports of automobiles in excess of the tariff-rate quota shall remain "
            "subject to the full duties imposed by Proclamation 10908. (b) The Secretary shall "
            "design and establish a tariff-rate quota for steel articles that are products of the "
            "United Kingdom. Imports of steel articles that are products of the United Kingdom in "
            "excess of the tariff-rate quota established by the Secretary shall remain subject to "
            "the duties set forth in Proclamation 9705.",
            UK_DEAL,
            date(2025, 6, 16),
            [
                "quota us-s232-autos-2025 GB 90000 automobiles P1Y 7.5 baseline ..",
                "planned: quota us-s232-steel GB ..",
            ],
            id="one that is opened, one that another is to open",
        ),
        pytest.param(
            "I have decided to exclude such imports from Japan up to a designated quota from the "
            "tariff proclaimed in Proclamation 9705 through December 31, 2031. The agreed-upon "
            "aggregate tariff-rate quota volume, totaling 1.5 million metric tons of pipe and 200 "
            "tons of wire, is consistent with that objective.\n\n(1) To establish a tariff-rate "
            "quota on imports of steel articles from Japan, the schedule is amended as provided in "
            "the Annex. Imports of steel articles from Japan in excess of the tariff-rate quota "
            "quantities shall remain subject to the duties imposed by clause 2 of Proclamation "
            "9705, as amended.\n\n(2) Steel articles from Japan admitted into a foreign trade zone "
            f"shall be subject, when entered on or after {AT} April 1, 2030, to the provisions of "
            "the tariff-rate quota in effect.",
            "Adjusting Imports of Steel Into the United States",
            date(2022, 3, 31),
            [
                "quota us-s232-steel JP 1.5e+06 metric tons of pipe 2030-04-01..2031-12-31",
                "quota us-s232-steel JP 200 tons of wire 2030-04-01..2031-12-31",
            ],
            id="two volumes, with their days",
        ),
        pytest.param(
            "The United Kingdom welcomed that the United States intends to create an annual quota "
            "of 100,000 vehicles.",
            UK_DEAL,
            date(2025, 6, 16),
            [],
            id="what is only intended",
        ),
        pytest.param(
            "Imports have surged in excess of historical norms, and the quota of attention is 3 "
            "percent.",
            UK_DEAL,
            date(2025, 6, 16),
            [],
            id="no volume",
        ),
    ],
)
def test_quotas_are_read_with_volume_rates_and_days(
    text: str, title: str, day: date, expected: list[str]
) -> None:
    assert list(tell(read(text, title, day))) == expected


LAID = (
    "All articles that are products of Brazil shall be subject to an additional ad valorem rate of "
    f"duty of 40 percent, effective {ENTERED} August 6, 2025. "
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "No drawback shall be available with respect to the duties imposed pursuant to this "
            "order.",
            "no drawback us-brazil-2025",
            id="no drawback",
        ),
        pytest.param(
            "Drawback shall be available with respect to the duties imposed by this order.",
            "drawback us-brazil-2025",
            id="drawback",
        ),
        pytest.param(
            "Manufacturing drawback claims made under section 313 of the Tariff Act of 1930, 19 "
            "U.S.C. 1313(a)-(b), shall be available with respect to the duties imposed.",
            "manufacturing-drawback us-brazil-2025",
            id="manufacturing drawback only",
        ),
        pytest.param(
            "This order shall apply retroactively to all entries made on or after March 4, 2025. "
            "Any refunds will be processed pursuant to applicable laws.",
            "refund us-brazil-2025 2025-03-04",
            id="the sentence before says from when",
        ),
        pytest.param(
            f"Any duties that were collected at or after {AT} April 5, 2025, pursuant to Executive "
            "Order 14323 on imports that are excepted shall be refunded.",
            "refund us-brazil-2025 2025-04-05",
            id="the sentence itself says from when, and which",
        ),
        pytest.param(
            "To the extent that implementation of this order requires a refund of duties, "
            "refunds shall be processed pursuant to applicable law.",
            "conditional: refund us-brazil-2025 2025-08-06",
            id="on condition, from the day of effect",
        ),
    ],
)
def test_refunds_say_which_duties_and_from_which_entries(sentence: str, expected: str) -> None:
    assert list(tell(read(LAID + sentence))) == [expected]


@pytest.mark.parametrize(
    ("entered", "days"),
    [
        pytest.param("", "2025-08-06", id="whenever they are entered"),
        pytest.param(
            f", and entered for consumption before {AT} October 5, 2025,",
            "2025-08-06 2025-10-05",
            id="entered before a day",
        ),
    ],
)
def test_goods_in_transit_are_spared_by_the_days_of_loading_and_entry(
    entered: str, days: str
) -> None:
    facts = read(
        "All articles that are products of Brazil shall be subject to an additional ad valorem "
        f"rate of duty of 40 percent. Such rate of duty shall apply {ENTERED} August 6, 2025, "
        f"except that goods loaded onto a vessel at the port of loading before {AT} August 6, 2025"
        f"{entered} shall not be subject to such additional duty."
    )
    assert list(tell(facts)) == [f"exemption us-brazil-2025 [articles in transit] {days}"]


def test_goods_in_transit_may_be_defined_apart_from_the_duty() -> None:
    definition = (
        "There are exceptions for goods in transit, which for purposes of this order are goods "
        f"that (i) were loaded onto a vessel before {AT} August 6, 2025; and (ii) are entered for "
        f"consumption before {AT} August 9, 2025."
    )
    told = list(tell(read(f"{definition} {LAID}")))
    assert told == ["exemption us-brazil-2025 [articles in transit] 2025-08-06 2025-08-09"]


def test_clause_on_goods_in_transit_is_about_the_rows_of_the_order_s_table() -> None:
    facts = read(
        "Sec. 2. The schedule shall be modified as provided in Annex II. These modifications shall "
        f"be effective {ENTERED} August 7, 2025, except that goods loaded onto a vessel and in "
        f"transit before {AT} August 7, 2025, and entered for consumption before {AT} October 5, "
        "2025, shall not be subject to such additional duty.\n\nANNEX I\n\nCountries, Reciprocal "
        "Tariff\nJapan 15%\nNorway 15%\n",
        "Further Modifying the Reciprocal Tariff Rates",
        date(2025, 7, 31),
    )
    assert list(tell(facts)) == [
        "exemption us-reciprocal-country-2025 [articles in transit] 2025-08-07 2025-10-05"
    ]


def test_duty_reaches_goods_in_transit_when_their_exception_is_withdrawn() -> None:
    facts = read(
        f"{LAID}The exceptions set forth in section 2(a) related to covered goods loaded onto a "
        "vessel at a port of entry are, hereby, withdrawn."
    )
    events = [f.content for f in facts if isinstance(f.content, MeasureEvent)]
    lines = [f"{event.event} {show_measure(event.measure)}" for event in events]
    assert "entry-into-effect us-brazil-2025 [articles in transit]" in lines
