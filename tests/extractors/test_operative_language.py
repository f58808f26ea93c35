"""What sentences of orders do beyond a single rate: lists, tables, steps, exceptions, stacking."""

from __future__ import annotations

from datetime import date

import pytest

from tradegraph.extractors.operative import find_operative
from tradegraph.extractors.operative_acts import find_acts
from tradegraph.extractors.operative_stacking import find_relations
from tradegraph.extractors.own_instruments import find_own_instrument
from tradegraph.language import analyse
from tradegraph.model import Document, MeasureEvent, MeasureRelation
from tradegraph.registry import load_registry

SIGNED = date(2026, 4, 2)
AT = "12:01 a.m. eastern daylight time on"
ENTERED = (
    "with respect to goods entered for consumption, or withdrawn from warehouse for consumption, "
    f"on or after {AT}"
)
METALS = (
    "Strengthening Actions Taken To Adjust Imports of Aluminum, Steel, and Copper Into the "
    "United States"
)
TIMBER = "Adjusting Imports of Timber, Lumber, and Their Derivative Products Into the United States"
RECIPROCAL = "Further Modifying the Reciprocal Tariff Rates"


def tell(text: str, title: str = METALS, day: date = SIGNED) -> list[str]:
    """Return a line for each change: event, programme, targets, goods, rate, first and last day."""
    document = Document(text, published=day, title=title, doc_type="proclamation")
    return [show(fact.content) for fact in find_operative(analyse(document, load_registry()))]


def show(event: object) -> str:
    assert isinstance(event, MeasureEvent)
    parts = [event.event, (event.measure.programme or "").rpartition("/")[2]]
    parts += [target.rpartition("/")[2] for target in event.measure.targets]
    parts += [f"[{product}]" for product in event.measure.products]
    if event.rate:
        parts.append(f"{event.rate.low:g}{'+' if event.rate.qualifier == 'baseline' else ''}")
    parts.append(f"{event.effective.first if event.effective else '-'}..{event.until or ''}")
    return " ".join(parts)


def test_items_of_a_list_complete_the_sentence_above_them() -> None:
    lines = tell(
        f"(2) Effective {ENTERED} April 6, 2026, the additional ad valorem rate of duty under "
        "Proclamation 9705, as amended, for all steel articles, as listed in Annex I-A to this "
        "proclamation, shall be:\n\n"
        "(a) 50 percent, unless a lower rate of duty applies pursuant to clause (2)(b); and\n\n"
        "(b) 25 percent for United Kingdom products, the steel content of which is composed "
        "entirely of steel that was melted and poured in the United Kingdom."
    )
    assert lines == [
        "entry-into-effect us-s232-steel 50 2026-04-06..",
        "entry-into-effect us-s232-steel GB 25 2026-04-06..",
    ]


def test_articles_of_an_annex_are_part_of_what_an_earlier_order_covers() -> None:
    (line,) = tell(
        f"(3) Effective {ENTERED} April 6, 2026, until 11:59 p.m. eastern standard time on "
        "December 31, 2027, the additional ad valorem rate of duty under Proclamation 9705 for "
        "steel articles listed in Annex I-B to this proclamation shall be 25 percent."
    )
    goods = "[articles of Annex I-B of Proclamation 11021]"
    assert line == f"entry-into-effect us-s232-steel {goods} 25 2026-04-06..2027-12-31"


def test_table_of_an_annex_gives_each_country_its_rate() -> None:
    lines = tell(
        f"Sec. 2. These modifications shall be effective {ENTERED} August 7, 2025.\n\n"
        "ANNEX I\n\nCountries and Territories Reciprocal Tariff, Adjusted\n\n"
        "Iraq 35%\n\nMyanmar (Burma) 40%\n\nSwitzerland 39%\n",
        RECIPROCAL,
        date(2025, 7, 31),
    )
    assert lines == [
        f"entry-into-effect us-reciprocal-country-2025 {code} {rate} 2025-08-07.."
        for code, rate in (("IQ", 35), ("MM", 40), ("CH", 39))
    ]


def test_names_on_a_list_of_origins_each_get_the_rate() -> None:
    lines = tell(
        "For a product of the European Union or Taiwan with a Column 1 Duty Rate that is less than "
        "15 percent, the sum of its Column 1 Duty Rate and the additional ad valorem rate of duty "
        f"pursuant to this order shall be 15 percent, effective {ENTERED} August 7, 2025.",
        RECIPROCAL,
        date(2025, 7, 31),
    )
    assert [line.split()[2] for line in lines] == ["EU", "TW"]


def test_rate_of_a_clause_goes_on_to_a_higher_one() -> None:
    lines = tell(
        "(1) Imports of softwood timber and lumber shall be subject to a 10 percent ad valorem "
        f"duty rate.\n\n(2) The rate applies {ENTERED} October 14, 2025. Effective January 1, "
        "2026, the duty rate in clause 1 shall increase to 30 percent.",
        TIMBER,
        date(2025, 9, 29),
    )
    goods = "us-s232-timber-lumber-2025 [softwood timber and lumber]"
    assert lines == [
        f"entry-into-effect {goods} 10 2025-10-14..",
        f"increase {goods} 30 2026-01-01..",
    ]


def test_postponed_duty_is_paused_from_the_day_first_set() -> None:
    lines = tell(
        "The additional 25 percent ad valorem rates of duty shall be paused and will not take "
        "effect until March 4, 2025. Accordingly, section 2(a) is amended by striking the term "
        "“February 4, 2025,” where it appears and inserting in lieu thereof the term “March 4, "
        "2025.”",
        "Progress on the Situation at Our Northern Border",
        date(2025, 2, 3),
    )
    assert lines == [
        "pause us-fentanyl-ca-2025 2025-02-04..2025-03-03",
        "entry-into-effect us-fentanyl-ca-2025 2025-03-04..",
    ]


def test_suspension_of_known_end_and_length_has_a_first_day() -> None:
    lines = tell(
        "In Executive Order 14266 of April 9, 2025 (On Rates), I determined to suspend, "
        "for a period of 90 days, the additional ad valorem rate of duties for products of the "
        "partners listed in Annex I, except with respect to the People’s Republic of China, and to "
        "instead impose on articles of all such trading partners an additional ad valorem rate of "
        "duty of 10 percent. This 90-day suspension expires at 12:01 a.m. eastern daylight time on "
        "July 9, 2025.",
        "Extending the Modification of the Reciprocal Tariff Rates",
        date(2025, 7, 7),
    )
    assert lines == [
        "pause us-reciprocal-country-2025 2025-04-10..2025-07-08",
        "entry-into-effect us-reciprocal-baseline-2025 10 2025-04-10..",
    ]


def test_goods_under_an_agreement_are_spared() -> None:
    lines = tell(
        "Articles that qualify for preferential tariff treatment under the USMCA shall not be "
        "subject to the additional ad valorem rate of duty described in section 2(a) of Executive "
        f"Order 14193, effective {ENTERED} March 7, 2025.",
        "Amendment to Duties To Address the Flow of Illicit Drugs Across Our Northern Border",
        date(2025, 3, 6),
    )
    assert lines == ["exemption us-fentanyl-ca-2025 [USMCA-compliant goods] 2025-03-07.."]


def test_all_goods_of_a_country_that_are_freed_end_its_duty() -> None:
    lines = tell(
        f"Effective {ENTERED} February 7, 2026, products of India imported into the United States "
        "shall no longer be subject to the additional ad valorem rate of duty of 25 percent "
        "imposed pursuant to Executive Order 14329.",
        "Modifying Duties To Address Threats to the United States by the Government of the Russian "
        "Federation",
        date(2026, 2, 6),
    )
    assert lines == ["revocation us-india-russian-oil-2025 2026-02-07.."]


def test_each_of_two_kinds_of_goods_has_its_own_day() -> None:
    lines = tell(
        "Imports of automobiles and certain automobile parts shall be subject to a 25 percent "
        f"tariff. These tariffs shall apply {ENTERED} April 3, 2025, for automobiles, and on the "
        "date specified in the Federal Register for automobile parts, but no later than May 3, "
        "2025, and shall continue in effect.",
        "Adjusting Imports of Automobiles and Automobile Parts Into the United States",
        date(2025, 3, 26),
    )
    assert lines == [
        "entry-into-effect us-s232-auto-parts-2025 25 2025-05-03..",
        "entry-into-effect us-s232-autos-2025 25 2025-04-03..",
    ]


def test_one_act_that_ends_several_duties_is_told_once() -> None:
    document = Document(
        "The additional ad valorem duties imposed in Executive Order 14193 and Executive Order "
        "14195 shall no longer be in effect.",
        published=date(2026, 2, 20),
        title="Ending Certain Tariff Actions",
        doc_type="executive-order",
    )
    (fact,) = find_operative(analyse(document, load_registry()))
    assert isinstance(fact.content, MeasureEvent)
    ended = [fact.content.measure, *fact.content.also]
    names = [(measure.programme or "").rpartition("/")[2] for measure in ended]
    assert names == ["us-fentanyl-ca-2025", "us-fentanyl-cn-2025"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Secretary recommended that I impose a 25 percent ad valorem duty on axles.",
        "India and Brazil impose a 30 percent tariff on axles.",
        "A tariff of 25 percent may be imposed on all goods of any country that buys axles.",
        "Axles that are subject to a 25 percent tariff shall be marked.",
        "The product exclusion process for the additional duties is terminated.",
        "A manufacturer may be granted an offset, reducing duties by an amount equal to 4 percent.",
    ],
    ids=["advised", "by others", "possible", "described", "no duty ends", "an amount"],
)
def test_other_sentences_change_no_duty(sentence: str) -> None:
    assert list(find_acts(sentence, SIGNED)) == []


@pytest.mark.parametrize(
    ("sentence", "title", "expected"),
    [
        pytest.param(
            "Products tariffed pursuant to this proclamation shall not be subject to any tariffs "
            "imposed by Executive Order 14323 of July 30, 2025.",
            TIMBER,
            "us-brazil-2025 excludedBy us-s232-timber-lumber-2025",
            id="others give way",
        ),
        pytest.param(
            "If any product is subject to tariffs under both this proclamation and Executive Order "
            "14323, the product shall be subject to the duties imposed pursuant to Executive Order "
            "14323, and not those imposed pursuant to this proclamation.",
            TIMBER,
            "us-s232-timber-lumber-2025 excludedBy us-brazil-2025",
            id="its own give way",
        ),
        pytest.param(
            "Duties imposed by this order will be supplemental to duties on imports already "
            "imposed pursuant to Executive Order 14195.",
            "Imposing Tariffs on Countries Importing Venezuelan Oil",
            "us-venezuelan-oil-2025 stacksWith us-fentanyl-cn-2025",
            id="added",
        ),
        pytest.param(
            "This order applies to: (a) Executive Order 14193 (On Drugs); and (b) Executive Order "
            "14323 (On Brazil). An article subject to tariffs pursuant to the action listed in "
            "section 2(a) of this order shall not be subject to additional tariffs on that article "
            "pursuant to the actions listed in section 2(b) of this order.",
            "Addressing Certain Tariffs on Imported Articles",
            "us-brazil-2025 excludedBy us-fentanyl-ca-2025",
            id="by letters",
        ),
    ],
)
def test_order_says_which_duties_meet(sentence: str, title: str, expected: str) -> None:
    registry = load_registry()
    document = Document(sentence, title=title, doc_type="proclamation")
    own = find_own_instrument(document, registry)
    facts = find_relations(analyse(document, registry), own)
    assert expected in [relate(fact.content) for fact in facts]


def relate(content: object) -> str:
    assert isinstance(content, MeasureRelation)
    measures = (content.measure, *content.others)
    first, *others = ((each.programme or "").rpartition("/")[2] for each in measures)
    return " ".join((first, content.relation, *others))
