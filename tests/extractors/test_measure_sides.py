"""Whose measure it is and whose goods it hits, also where a sentence does not say so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tradegraph.extractors.settings import find_issuer
from tradegraph.identifiers import mint
from tradegraph.language import analyse
from tradegraph.model import Document, MeasureEvent
from tradegraph.registry import load_registry

from .telling import PUBLISHED, facts_in, short, tell

QUANTITIES = (
    pytest.param(
        "Norway raised tariffs on $250 billion worth of Swedish cheese.",
        ["increase NO>SE cheese"],
        id="worth-of",
    ),
    pytest.param(
        "Norway imposed duties on $16 billion in Swedish goods.",
        ["imposition NO>SE"],
        id="billion-in",
    ),
    pytest.param(
        "Norway imposed tariffs on a range of Swedish machines.",
        ["imposition NO>SE machines"],
        id="a-range-of",
    ),
    pytest.param(
        "Norway imposed tariffs on a list of Swedish goods including butter and cheese.",
        ["imposition NO>SE butter, cheese"],
        id="a-list-including",
    ),
    pytest.param(
        "Norway imposed tariffs on Swedish goods such as skis, clocks and cheese.",
        ["imposition NO>SE skis, clocks, cheese"],
        id="such-as",
    ),
    pytest.param(
        "Norway imposed tariffs on Swedish-made skis.",
        ["imposition NO>SE skis"],
        id="made-there",
    ),
    pytest.param(
        "Norway imposed tariffs on skis imported from most countries.",
        ["imposition NO>all-trading-partners skis"],
        id="imported-from-most",
    ),
    pytest.param(
        "The European Union objects. Norway imposed tariffs on goods imported from the bloc.",
        ["imposition NO>EU"],
        id="the-bloc",
    ),
)


@pytest.mark.parametrize(("text", "told"), QUANTITIES)
def test_what_is_counted_is_what_is_hit(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


LISTS = (
    pytest.param("steel and aluminum imports", "steel, aluminum", id="before-imports"),
    pytest.param(
        "farm and industrial goods", "farm, industrial goods", id="an-adjective-needs-its-noun"
    ),
    pytest.param("kitchen cabinets and vanities", "kitchen cabinets, vanities", id="two"),
    pytest.param(
        "imports worth $3 billion, including wine, nuts and pork",
        "wine, nuts, pork",
        id="including",
    ),
    pytest.param("rice on the expiry of the old order", "rice", id="expiry-is-no-good"),
)


@pytest.mark.parametrize(("words", "goods"), LISTS)
def test_goods_are_read_to_the_end_of_their_list(words: str, goods: str) -> None:
    found = tell(f"Norway imposed tariffs on {words}.", MeasureEvent)
    assert [sorted(line.partition(">")[2].strip().split(", ")) for line in found] == [
        sorted(goods.split(", "))
    ]


NAMED = (
    pytest.param(
        "Norway maintains a ban on imports of Swedish pork.",
        ["imposition NO>SE pork"],
        id="the-goods-say-whose-imports",
    ),
    pytest.param(
        "Norway published the antidumping duty order on sugar from Sweden.",
        ["announcement NO>SE sugar under adcvd"],
        id="the-order-has-the-goods",
    ),
    pytest.param(
        "Norway agreed to prohibit the importation of goods produced by forced labor.",
        ["planned: imposition NO> goods produced by forced labor"],
        id="a-ban-on-importation",
    ),
    pytest.param(
        "The Section 232 duties on steel from Norway remain in effect.",
        ["imposition US>NO steel under s232 of us-s232-steel"],
        id="duties-called-by-their-law",
    ),
    pytest.param(
        "Norway's average applied tariff is 39%.", ["imposition NO> 39%"], id="an-applied-tariff"
    ),
)


@pytest.mark.parametrize(("text", "told"), NAMED)
def test_goods_and_rates_are_read_from_the_words_around(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


def test_a_notice_in_the_gazette_is_of_the_country_whose_office_publishes_it() -> None:
    text = "All imports of beef from Norway that are subject to the tariff-rate quota need papers."
    document = Document(text, published=PUBLISHED, doc_type="fr-notice")
    notice = replace(document, publisher="Federal Register")
    found = [find_issuer(analyse(each, load_registry())) for each in (notice, document)]
    assert found == [mint("country", "US"), mint("country", "NO")]


def test_what_both_sides_do_they_do_to_each_other() -> None:
    text = "Norway and Sweden rolled back tariffs."
    assert tell(text, MeasureEvent) == ["decrease NO>SE", "decrease SE>NO"]


def test_the_other_side_of_a_text_about_two_is_hit() -> None:
    text = "Norway and Sweden talk. Sweden sells cheese to Norway. Norway imposed a 5% duty."
    assert tell(text, MeasureEvent) == ["imposition NO>SE 5%"]


def test_in_a_text_about_three_nobody_is_presumed_to_be_hit() -> None:
    text = "Sweden and Iceland sell cheese to Norway. They met. Norway raised its duty."
    assert tell(text, MeasureEvent) == ["increase NO>"]


def test_nobody_lays_duties_on_their_own_goods() -> None:
    text = "Norway and Sweden met. Sweden worries. A 5% duty was imposed on Swedish cheese."
    assert tell(text, MeasureEvent) == ["imposition NO>SE cheese 5%"]


def test_those_who_pay_are_no_goods() -> None:
    assert tell("Importers face a 10% Norwegian duty.", MeasureEvent) == ["imposition NO> 10%"]


def test_whose_plan_it_is_lays_the_measure() -> None:
    text = "Sweden answered a Norwegian move to slap tariffs on steel imports."
    assert tell(text, MeasureEvent) == ["imposition NO> steel"]


def test_duties_on_goods_and_duties_on_a_country_are_two() -> None:
    text = "Norway, Sweden and Iceland met. Norway taxes imports of steel at a duty. "
    text += "Norway imposed duties on steel. Norway imposed duties on Sweden."
    told = tell(text, MeasureEvent)
    assert {"imposition NO> steel", "imposition NO>SE"} <= set(told)


def test_the_only_one_who_lays_measures_lays_those_without_an_author() -> None:
    text = "Donald Trump raised the US duty on rice. A duty of 5% on beans took effect."
    events = [f.content for f in facts_in(text) if isinstance(f.content, MeasureEvent)]
    assert [[short(actor) for actor in event.by] for event in events] == [["donald-trump"]] * 2


ORIGINS = (
    pytest.param(
        "Brazil has asked the United States for talks over the 50% tariff on orange juice.",
        ["imposition US>BR orange juice 50%"],
        id="who-contests-it-does-not-lay-it",
    ),
    pytest.param(
        "Seoul complained that its cars would face a 25% tariff in America.",
        ["planned: imposition US>KR cars 25%"],
        id="whose-a-pronoun-says",
    ),
    pytest.param(
        "Vietnam agreed to a 20% tariff on its exports to the United States.",
        ["planned: imposition US>VN 20%"],
        id="its-exports",
    ),
    pytest.param(
        "Norway put a 20% tariff on its imports of rice.",
        ["imposition NO> rice 20%"],
        id="its-imports-are-others-goods",
    ),
    pytest.param(
        "Chinese mills are worried. Ministers in London are considering lower tariffs on steel.",
        ["possible: decrease GB> steel"],
        id="who-sits-in-a-capital",
    ),
    pytest.param(
        "Chinese mills are worried. The European Commission proposed to replace the safeguard "
        "with a 50% tariff on steel.",
        ["proposed: imposition EU> steel 50%"],
        id="who-proposes-to-lay-it",
    ),
    pytest.param(
        "Washington charges 25% on European steel.",
        ["imposition US>EU steel 25%"],
        id="the-continent-is-its-customs-union",
    ),
    pytest.param(
        "China put a 10% duty on American soybeans.",
        ["imposition CN>US soybeans 10%"],
        id="a-good-called-by-its-origin",
    ),
    pytest.param(
        "Norway raised tariffs on $200bn of Swedish cheese.",
        ["increase NO>SE cheese"],
        id="a-sum-with-its-magnitude",
    ),
    pytest.param(
        "Norway struck back with tariffs worth $3 billion on Swedish goods.",
        ["imposition NO>SE against SE"],
        id="behind-what-they-are-worth",
    ),
    pytest.param(
        "Norway levied duties of between 15 percent and 25 percent on Swedish cheese.",
        ["imposition NO>SE cheese range 15-25%"],
        id="behind-the-upper-bound",
    ),
    pytest.param(
        "Norwegian ministers announced tariffs aimed at Sweden.",
        ["announcement NO>SE"],
        id="aimed-at",
    ),
    pytest.param(
        "Norway will offer Sweden an exemption from its duty on cheese.",
        ["proposed: exemption NO>SE cheese"],
        id="given-an-exemption",
    ),
    pytest.param(
        "Norway said a 25% tax on steel and 10% tax on cheese from Sweden will start at midnight.",
        ["planned: imposition NO>SE steel 25%", "planned: imposition NO>SE cheese 10%"],
        id="one-origin-of-two-measures",
    ),
    pytest.param(
        "Norway imposed tariffs on Swedish staples, including rye and butter.",
        ["imposition NO>SE staples, rye, butter"],
        id="examples-of-goods-that-are-named",
    ),
)


@pytest.mark.parametrize(("text", "told"), ORIGINS)
def test_whose_goods_are_hit_is_read_wherever_it_stands(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


ANSWERS = (
    pytest.param(
        "Norway put tariffs on cheese from Sweden. Stockholm responded with equal measures.",
        ["imposition NO>SE cheese", "imposition SE>NO against NO"],
        id="with-equal-measures",
    ),
    pytest.param(
        "Sweden countered by threatening tariffs on Norwegian salmon.",
        ["threatened: threat SE>NO salmon against NO"],
        id="by-a-threat",
    ),
    pytest.param(
        "Norway taxed Swedish cheese imports. Sweden hit back at Norway. "
        "Sweden will put a 10% duty on Norwegian salmon.",
        [
            "planned: imposition SE>NO salmon 10% against NO",
            "imposition NO>SE cheese",
            "imposition SE>NO against NO",
        ],
        id="what-else-it-does-to-the-same",
    ),
)


@pytest.mark.parametrize(("text", "told"), ANSWERS)
def test_who_answers_a_measure_is_told_by_verb_means_or_text(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


STAGES = (
    pytest.param(
        "Norway imposes a 25% duty on cheese, which will increase to 30% on January 1.",
        [
            "imposition NO> cheese 25%",
            "planned: increase NO> cheese 30% from 25% effective 2026-01-01",
        ],
        id="in-a-clause-of-its-own",
    ),
    pytest.param(
        "A ruling might take the place of the Norwegian duty on Swedish butter.",
        ["possible: revocation NO>SE butter"],
        id="replaced",
    ),
    pytest.param(
        "Swedish aircraft parts were freed of the Norwegian duty altogether.",
        ["exemption NO>SE aircraft parts"],
        id="freed",
    ),
)


@pytest.mark.parametrize(("text", "told"), STAGES)
def test_what_becomes_of_a_measure_is_an_event_of_its_own(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told
