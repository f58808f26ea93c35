"""Who lays a measure on whose goods, at which rate, against whom."""

from __future__ import annotations

import pytest

from tradegraph.model import MeasureEvent

from .telling import tell

RETALIATION = (
    pytest.param(
        "China imposed retaliatory tariffs of 34% on American goods.",
        ["imposition CN>US 34% against US"],
        id="retaliation-adjective",
    ),
    pytest.param(
        "Norway imposed a 12% duty on Swedish cheese in response to Swedish tariffs.",
        ["imposition NO>SE cheese 12% against SE"],
        id="retaliation-in-response",
    ),
    pytest.param(
        "China retaliated against the United States on Friday.",
        ["imposition CN>US on 2025-05-30 against US"],
        id="retaliation-without-noun",
    ),
    pytest.param(
        "Norway lays a 10% duty on Swedish cheese. Sweden hit back on Monday.",
        ["imposition NO>SE cheese 10%", "imposition SE>NO on 2025-05-26 against NO"],
        id="retaliation-hit-back",
    ),
)


@pytest.mark.parametrize(("text", "told"), RETALIATION)
def test_a_measure_that_answers_another_names_its_opponent(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


SEVERAL = (
    pytest.param(
        "The United States placed a tariff of 25% on steel and 10% on aluminum.",
        ["imposition US> steel 25%", "imposition US> aluminum 10%"],
        id="gapping-two-rates",
    ),
    pytest.param(
        "China and the United States lowered tariffs on each other's goods.",
        ["decrease CN>US", "decrease US>CN"],
        id="mutual-each-other",
    ),
    pytest.param(
        "Norway and Sweden cut duties on one another's cheese.",
        ["decrease NO>SE cheese", "decrease SE>NO cheese"],
        id="mutual-one-another",
    ),
    pytest.param(
        "Norway put a 12% duty on cheese and an 8% duty on wool.",
        ["imposition NO> cheese 12%", "imposition NO> wool 8%"],
        id="gapping-with-a-tariff-on-each",
    ),
    pytest.param(
        "Norway and Sweden raised duties on each other's fish to 12%.",
        ["increase NO>SE fish 12%", "increase SE>NO fish 12%"],
        id="mutual-subjects-each-their-own",
    ),
)


@pytest.mark.parametrize(("text", "told"), SEVERAL)
def test_several_rates_or_imposers_give_several_events(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


BEARERS = (
    pytest.param(
        "Canada and Mexico will face a 25% tariff from the United States.",
        ["planned: imposition US>CA+MX 25%"],
        id="bearers-face-a-tariff",
    ),
    pytest.param(
        "Norway announced new tariffs. Sweden and Iceland will face 25%.",
        ["announcement NO>", "planned: imposition NO>SE+IS 25%"],
        id="bearers-face-a-bare-rate",
    ),
)


@pytest.mark.parametrize(("text", "told"), BEARERS)
def test_the_subject_of_face_bears_the_measure(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


GOODS = (
    pytest.param(
        "Norway threatened to slap tariffs as high as 25 percent on imported cars and lamps.",
        ["threatened: threat NO> cars, lamps up-to 25%"],
        id="rate-before-the-goods",
    ),
    pytest.param(
        "Norway will delay the increase in tariff rates for lamps and cheese.",
        ["planned: pause NO> lamps, cheese"],
        id="goods-of-the-measure-s-noun-inside",
    ),
    pytest.param(
        "Nothing was said of canola oil, which still attracts a Norwegian duty of 10 percent.",
        ["imposition NO> canola oil 10%"],
        id="clause-on-the-goods",
    ),
    pytest.param(
        "Phones and laptops made in Sweden could be hit by new Norwegian tariffs.",
        ["possible: imposition NO>SE Phones, laptops"],
        id="subject-that-is-hit",
    ),
    pytest.param(
        "For lamps, Norway's order provides that Swedish goods will be exempt from tariffs.",
        ["planned: exemption NO>SE lamps"],
        id="goods-as-the-sentence-s-topic",
    ),
    pytest.param(
        "Norway scrapped the tariffs that it had planned to impose on phones and laptops.",
        ["revocation NO> phones, laptops"],
        id="goods-below-the-clause-s-verb",
    ),
    pytest.param(
        "Most Swedish goods, from cars to lamps, will be charged a Norwegian tariff of 10%.",
        ["planned: imposition NO>SE cars, lamps 10%"],
        id="from-one-to-the-other",
    ),
    pytest.param(
        "Norway imposed a 12% duty on goods from Sweden and Iceland.",
        ["imposition NO>SE+IS 12%"],
        id="two-targets-share-a-rate",
    ),
    pytest.param(
        "Norway imposed a 10% tariff on all countries.",
        ["imposition NO>all-trading-partners 10%"],
        id="all-partners",
    ),
    pytest.param(
        "Norway imposed duties on $2 billion of Swedish goods.",
        ["imposition NO>SE"],
        id="target-by-trade-covered",
    ),
    pytest.param(
        "Norway imposed a 12% duty on Swedish cheese and wool.",
        ["imposition NO>SE cheese, wool 12%"],
        id="two-products",
    ),
    pytest.param(
        "Norway imposed a 12% duty on cars made in Sweden.",
        ["imposition NO>SE cars 12%"],
        id="made-in",
    ),
    pytest.param(
        "Norway imposed a 12% duty on imports of cheese from Sweden.",
        ["imposition NO>SE cheese 12%"],
        id="imports-of-from",
    ),
    pytest.param(
        "Norway imposed a 12% duty on imported cheese.",
        ["imposition NO> cheese 12%"],
        id="imported-is-no-part-of-the-product",
    ),
    pytest.param(
        "Norway imposed a 5% tax on imported cheese.",
        ["imposition NO> cheese 5%"],
        id="tax-on-imports-weak-noun",
    ),
)


@pytest.mark.parametrize(("text", "told"), GOODS)
def test_goods_have_an_origin_and_a_name(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


RATES = (
    pytest.param(
        "Norway imposed a duty of more than 100% on Swedish cheese.",
        ["imposition NO>SE cheese over 100%"],
        id="rate-over",
    ),
    pytest.param(
        "Norway imposed duties of up to 30% on Swedish cheese.",
        ["imposition NO>SE cheese up-to 30%"],
        id="rate-up-to",
    ),
    pytest.param(
        "Norway imposed duties of 10 to 25 percent on Swedish cheese.",
        ["imposition NO>SE cheese range 10-25%"],
        id="rate-range",
    ),
    pytest.param(
        "Norway imposed a twelve percent duty on Swedish cheese.",
        ["imposition NO>SE cheese 12%"],
        id="percent-in-words",
    ),
)


@pytest.mark.parametrize(("text", "told"), RATES)
def test_a_rate_has_bounds_and_a_qualifier(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


LISTS = (
    pytest.param(
        (
            "Norway announced new tariffs on Monday. The list: Sweden (15%), Iceland (20%), "
            "Chile (10%)."
        ),
        [
            "announcement NO>CL 10% on 2025-05-26",
            "announcement NO>SE 15% on 2025-05-26",
            "announcement NO>IS 20% on 2025-05-26",
        ],
        id="rate-list-in-parentheses",
    ),
    pytest.param(
        (
            "Norway announced new tariffs on Monday. The list: Sweden (15%), Iceland (15%), "
            "Chile (10%)."
        ),
        ["announcement NO>CL 10% on 2025-05-26", "announcement NO>SE+IS 15% on 2025-05-26"],
        id="rate-list-same-rate-together",
    ),
)


@pytest.mark.parametrize(("text", "told"), LISTS)
def test_countries_listed_with_rates_share_the_event_told_before(
    text: str, told: list[str]
) -> None:
    assert tell(text, MeasureEvent) == told


AUTHORS = (
    pytest.param(
        "The Norwegian government imposed a 12% duty on Swedish cheese.",
        ["imposition NO>SE cheese 12%"],
        id="government-stands-for-country",
    ),
    pytest.param(
        "Beijing imposed a 12% duty on Canadian peas.",
        ["imposition CN>CA peas 12%"],
        id="capital-stands-for-government",
    ),
    pytest.param(
        "Trump imposed a 12% duty on Canadian peas.",
        ["imposition US>CA peas 12%"],
        id="person-stands-for-country",
    ),
    pytest.param(
        "The Commerce Department imposed a 12% duty on Chinese tyres.",
        ["imposition US>CN tyres 12%"],
        id="on-behalf-of-ministry",
    ),
)


@pytest.mark.parametrize(("text", "told"), AUTHORS)
def test_bodies_capitals_and_persons_act_for_their_jurisdiction(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


EARLIER = (
    pytest.param(
        "Norway lays a 12% duty on Swedish cheese. They want a deal before the 90-day pause ends.",
        ["imposition NO>SE cheese 12%", "pause NO>SE cheese for P90D"],
        id="bare-pause-with-length",
    ),
    pytest.param(
        "Norway laid a 12% duty on Swedish cheese. In May Norway lifted the duty.",
        ["imposition NO>SE cheese 12%", "revocation NO>SE cheese on 2025-05-01..2025-05-31"],
        id="back-reference-the-tariffs",
    ),
)


@pytest.mark.parametrize(("text", "told"), EARLIER)
def test_a_bare_phrase_means_the_measure_told_before(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


PROGRAMMES = (
    pytest.param(
        "The reciprocal tariffs of the United States took effect.",
        ["entry-into-effect US> of us-reciprocal-2025"],
        id="programme-by-name",
    ),
    pytest.param(
        "The tariffs that Trump has imposed since taking office hurt farmers.",
        ["imposition US> of us-trump-2025 on 2025-01-20..2025-05-29"],
        id="since-taking-office",
    ),
    pytest.param(
        "The United States imposed Section 232 tariffs on copper.",
        ["imposition US> copper under s232 of us-s232-copper-2025"],
        id="under-in-the-noun",
    ),
    pytest.param(
        "The United States suspended its reciprocal tariff on China.",
        ["pause US> of us-reciprocal-cn-2025"],
        id="origin-in-the-name-is-no-product",
    ),
    pytest.param(
        "The fentanyl tariff on Canada was raised to 35%.\n\nThe tariffs on furniture took effect.",
        [
            "increase US> of us-fentanyl-ca-2025 35%",
            "entry-into-effect US> furniture of us-s232-furniture",
        ],
        id="effect-of-another-programme",
    ),
)


@pytest.mark.parametrize(("text", "told"), PROGRAMMES)
def test_programmes_are_known_by_name_statute_or_author(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told
