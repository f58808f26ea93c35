"""What happens to a measure: one table for each kind of event."""

from __future__ import annotations

import pytest

from tradegraph.model import MeasureEvent

from .telling import tell

IMPOSITIONS = (
    pytest.param(
        "The United States imposed a 25 percent tariff on steel from Canada in March.",
        ["imposition US>CA steel 25% on 2025-03-01..2025-03-31"],
        id="imposition-active-with-date",
    ),
    pytest.param(
        "Canada imposed a 20% duty on Chinese tractors.",
        ["imposition CA>CN tractors 20%"],
        id="imposition-on-goods-by-adjective",
    ),
    pytest.param(
        "A 15% duty on Swedish cheese was imposed by Norway in April.",
        ["imposition NO>SE cheese 15% on 2025-04-01..2025-04-30"],
        id="imposition-passive-with-agent",
    ),
    pytest.param(
        "The duties that Mexico imposed on American pork took effect on Monday.",
        ["entry-into-effect MX>US pork effective 2025-05-26"],
        id="imposition-in-a-relative-clause",
    ),
    pytest.param(
        "Norway hit Iceland with a 12% duty.", ["imposition NO>IS 12%"], id="imposition-hit-with"
    ),
    pytest.param(
        "Norway slapped a 12% duty on Icelandic cod.",
        ["imposition NO>IS cod 12%"],
        id="imposition-slapped",
    ),
    pytest.param(
        (
            "The United States imposed tariffs of 25% under the International Emergency "
            "Economic Powers Act."
        ),
        ["imposition US> under ieepa 25%"],
        id="imposition-under-an-act",
    ),
    pytest.param(
        "Norway introduced a quota on Swedish cheese.", ["imposition NO>SE cheese"], id="quota"
    ),
    pytest.param(
        "Norway's 12% duty on Swedish cheese remains in place.",
        ["imposition NO>SE cheese 12%"],
        id="in-force",
    ),
    pytest.param(
        "Norway introduced a 5% surcharge on Swedish cheese.",
        ["imposition NO>SE cheese 5%"],
        id="surcharge",
    ),
    pytest.param(
        "Norway imposed an import ban on Swedish cheese.", ["imposition NO>SE cheese"], id="ban"
    ),
    pytest.param(
        "The European Commission imposed an anti-dumping duty of 20% on Chinese steel.",
        ["imposition EU>CN steel under adcvd 20%"],
        id="anti-dumping",
    ),
)


@pytest.mark.parametrize(("text", "told"), IMPOSITIONS)
def test_a_measure_is_laid(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


CHANGES = (
    pytest.param(
        "Japan raised its tariff on Korean shoes from 5% to 12%.",
        ["increase JP>KR shoes 12% from 5%"],
        id="increase-from-to",
    ),
    pytest.param(
        "India doubled its duty on Turkish carpets to 40 percent.",
        ["increase IN>TR carpets 40%"],
        id="increase-doubled",
    ),
    pytest.param(
        "A tariff hike on Chilean pears by Peru surprised growers.",
        ["increase PE>CL pears"],
        id="increase-as-a-noun",
    ),
    pytest.param(
        "Britain cut its duty on Indian rice to 4 percent.",
        ["decrease GB>IN rice 4%"],
        id="decrease-to",
    ),
    pytest.param(
        "India lowered tariffs on US almonds.", ["decrease IN>US almonds"], id="decrease-lowered"
    ),
    pytest.param(
        "Norway cut its duty on Swedish cheese to zero percent.",
        ["decrease NO>SE cheese 0%"],
        id="zero-rate",
    ),
)


@pytest.mark.parametrize(("text", "told"), CHANGES)
def test_a_rate_rises_or_falls(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


PAUSES = (
    pytest.param(
        "The EU suspended its duties on American cars for 90 days.",
        ["pause EU>US cars for P90D"],
        id="pause-with-length",
    ),
    pytest.param(
        "The EU suspended its duties on American cars until July 14.",
        ["pause EU>US cars until 2025-07-14"],
        id="pause-until-a-day",
    ),
    pytest.param(
        "Norway postponed the increase of its tariff on Swedish cheese.",
        ["pause NO>SE cheese"],
        id="pause-overrides-the-increase",
    ),
    pytest.param(
        "Norway held off on imposing a tariff on Swedish cheese.",
        ["pause NO>SE cheese"],
        id="pause-overrides-the-imposition",
    ),
    pytest.param(
        "Norway extended the pause on its tariff on Swedish cheese until November 10.",
        ["extension NO>SE cheese until 2025-11-10"],
        id="extension-of-a-pause",
    ),
    pytest.param(
        "Norway paused the removal of its tariff on Swedish cheese.",
        ["reinstatement NO>SE cheese"],
        id="pause-of-an-end",
    ),
    pytest.param(
        "Norway rescinded the suspension of its tariff on Swedish cheese.",
        ["reinstatement NO>SE cheese"],
        id="end-of-a-pause",
    ),
)


@pytest.mark.parametrize(("text", "told"), PAUSES)
def test_a_measure_is_paused_or_its_pause_extended(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


EXEMPTIONS = (
    pytest.param(
        "Vietnam exempted American cars from its import duty.",
        ["exemption VN>US cars"],
        id="exemption-from",
    ),
    pytest.param(
        "Medicines are exempt from the Norwegian duty.",
        ["exemption NO> Medicines"],
        id="exemption-adjective",
    ),
    pytest.param(
        "The tariffs imposed by Canada shall not apply to American fruit.",
        ["planned: exemption CA>US fruit"],
        id="exemption-not-applying",
    ),
    pytest.param(
        "Norway granted an exemption from its duty for Icelandic fish.",
        ["exemption NO>IS fish"],
        id="exemption-noun-for",
    ),
    pytest.param(
        "The United States decided not to impose reciprocal tariffs on Icelandic fish.",
        ["exemption US>IS fish of us-reciprocal-2025"],
        id="a-known-duty-not-laid-on-some",
    ),
)


@pytest.mark.parametrize(("text", "told"), EXEMPTIONS)
def test_goods_are_exempt_when_the_measure_does_not_apply_to_them(
    text: str, told: list[str]
) -> None:
    assert tell(text, MeasureEvent) == told


STEPS = (
    pytest.param(
        "Norway eliminated or reduced its duty on Swedish cheese.",
        ["decrease NO>SE cheese"],
        id="ended-or-lowered",
    ),
    pytest.param(
        "Norway reduced or eliminated its duty on Swedish cheese.",
        ["decrease NO>SE cheese"],
        id="lowered-or-ended",
    ),
    pytest.param(
        "Norway will charge Swedish cheese 18%, down from 25%.",
        ["planned: decrease NO>SE cheese 18% from 25%"],
        id="charged-less",
    ),
    pytest.param(
        "Norway's duty on Swedish cheese will decline to 2 percent from 7.5 percent.",
        ["planned: decrease NO>SE cheese 2% from 7.5%"],
        id="a-rate-that-declines",
    ),
)


@pytest.mark.parametrize(("text", "told"), STEPS)
def test_from_one_rate_to_another_a_measure_is_raised_or_lowered(
    text: str, told: list[str]
) -> None:
    assert tell(text, MeasureEvent) == told


def test_a_measure_that_is_not_affected_is_in_force() -> None:
    assert tell("Norway's tariffs on steel were not affected.", MeasureEvent) == [
        "imposition NO> steel"
    ]


def test_who_is_called_on_to_drop_a_duty_is_the_one_who_lays_it() -> None:
    text = "Sweden called on Norway to drop its duty on Swedish cheese."
    assert [line.partition("revocation ")[2] for line in tell(text, MeasureEvent)] == [
        "NO>SE cheese"
    ]


OCCASIONS = (
    pytest.param(
        "Norway signed an order last week to impose a 5% duty on cheese.",
        ["imposition NO> cheese 5% on 2025-05-19..2025-05-25"],
        id="an-infinitive",
    ),
    pytest.param(
        "Sweden protested last week when Norway imposed a 5% duty on cheese.",
        ["imposition NO> cheese 5% on 2025-05-19..2025-05-25"],
        id="a-clause-that-tells-when",
    ),
)


@pytest.mark.parametrize(("text", "told"), OCCASIONS)
def test_a_clause_without_time_of_its_own_is_of_the_day_of_what_it_belongs_to(
    text: str, told: list[str]
) -> None:
    assert tell(text, MeasureEvent) == told


ENDS = (
    pytest.param(
        "Canada removed its tariffs on American dishwashers.",
        ["revocation CA>US dishwashers"],
        id="revocation-removed",
    ),
    pytest.param(
        "Norway scrapped its 12% duty on Icelandic cod.",
        ["revocation NO>IS cod 12%"],
        id="revocation-scrapped",
    ),
    pytest.param(
        "Switzerland's tariff on Turkish hazelnuts expired on May 1.",
        ["expiry CH>TR hazelnuts on 2025-05-01"],
        id="expiry",
    ),
    pytest.param(
        "South Korea reinstated its duty on Japanese pears.",
        ["reinstatement KR>JP pears"],
        id="reinstatement",
    ),
)


@pytest.mark.parametrize(("text", "told"), ENDS)
def test_a_measure_ends_or_comes_back(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


ANNOUNCEMENTS = (
    pytest.param(
        "Australia announced a 10 percent tariff on Chinese paper.",
        ["announcement AU>CN paper 10%"],
        id="announcement",
    ),
    pytest.param(
        "Brazil threatened to impose a 50% tariff on Swedish cheese.",
        ["threatened: threat BR>SE cheese 50%"],
        id="threat-to-impose",
    ),
    pytest.param(
        "Brazil threatened a 50% tariff on Swedish cheese.",
        ["threatened: threat BR>SE cheese 50%"],
        id="threat-of",
    ),
    pytest.param(
        "Norwegian duties of 12% on Icelandic cod took effect on Thursday.",
        ["entry-into-effect NO>IS cod 12% effective 2025-05-29"],
        id="entry-into-effect",
    ),
    pytest.param(
        "Norway will raise its duty on Swedish cheese effective June 15.",
        ["planned: increase NO>SE cheese effective 2025-06-15"],
        id="effective-date",
    ),
)


@pytest.mark.parametrize(("text", "told"), ANNOUNCEMENTS)
def test_a_measure_is_announced_threatened_or_takes_effect(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told


OTHERS = (
    pytest.param("The duty cut profits at Norwood Mills.", [], id="tariffs-cut-profits-is-no-cut"),
    pytest.param(
        "Norway raised the income tax on its citizens.", [], id="income-tax-is-no-measure"
    ),
    pytest.param(
        "Norway announced adjustments to its tariffs on Swedish cheese.", [], id="no-direction"
    ),
    pytest.param(
        "Norway modified the tariff regime on Swedish cheese.", [], id="no-direction-of-a-verb"
    ),
    pytest.param("Norway's premier did not mention the car levy.", [], id="a-topic"),
    pytest.param(
        "What will Norway's new tariffs on pork mean for shoppers?", [], id="a-topic-of-a-question"
    ),
    pytest.param(
        "Norway's premier alluded to tariffs on Swedish pork.",
        ["imposition NO>SE pork"],
        id="whose-goods-is-more-than-a-topic",
    ),
    pytest.param("Norway used a linear tariff reduction method.", [], id="a-name-of-its-own"),
    pytest.param(
        "Norway banned exports to Sweden of gallium and germanium.", [], id="exports-are-no-imports"
    ),
    pytest.param(
        "Norway reviewed the duty imposed on Swedish cheese.",
        ["imposition NO>SE cheese"],
        id="what-is-reviewed-was-imposed",
    ),
    pytest.param(
        "The Supreme Court struck down the US tariffs on Swedish cheese.",
        [],
        id="what-a-court-ends-is-its-ruling",
    ),
)


@pytest.mark.parametrize(("text", "told"), OTHERS)
def test_words_near_a_measure_that_tell_no_event_are_left_alone(text: str, told: list[str]) -> None:
    assert tell(text, MeasureEvent) == told
