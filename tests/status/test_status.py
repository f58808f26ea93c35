"""What holds on a day: which measures are shown, with what, and what they come to together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode

from status.world import PART, document, event, open_world
from tradegraph.derive.changes import IN_EFFECT
from tradegraph.errors import UsageError
from tradegraph.queries_catalogue import find_query
from tradegraph.status import Question, StatusRow, add_up, list_changes, read_status
from tradegraph.status.answers import ask as ask_query
from tradegraph.status.authorities import find_authority
from tradegraph.vocabulary import ID, SKOS, XSD, code

ORDER = document(
    "order",
    event("a", "baseline", "entry-into-effect", "2025-02-01", 10)
    + event("b", "border", "entry-into-effect", "2025-03-01", 20)
    + event("c", "steel", "entry-into-effect", "2025-02-15", 50),
)
COUNTRY = document("annex", PART + event("d", "on-uu", "entry-into-effect", "2025-04-01", 30))
MAY = Question(date(2025, 5, 1))
BB, CC, UU = (f"{ID}country/{name}" for name in ("BB", "CC", "UU"))


def ask(question: Question, **documents: str) -> list[StatusRow]:
    with open_world(**(documents or {"order": ORDER, "annex": COUNTRY})) as store:
        return read_status(store, question)


def labels(rows: list[StatusRow]) -> list[str]:
    return [row.label for row in rows]


def test_a_row_says_rate_authority_instrument_and_source() -> None:
    (row,) = ask(replace(MAY, measures=(f"{ID}measure/border",)))
    assert (row.label, row.target, row.rate) == ("border tariff", "Borduria", "20%")
    assert (row.status, row.since, row.until) == ("in-effect", date(2025, 3, 1), None)
    assert row.authority == "IEEPA"
    assert row.instrument == "Order 7 (signed 2025-01-02)"
    assert row.sources == "order"
    assert row.rank == 1


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 1, 31), []),
        (date(2025, 2, 1), ["baseline"]),
        (date(2025, 2, 15), ["baseline", "steel tariff"]),
    ],
)
def test_a_duty_is_shown_from_its_first_day(day: date, expected: list[str]) -> None:
    assert labels(ask(replace(MAY, on=day))) == expected


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        (BB, ["baseline", "border tariff", "steel tariff"]),
        (UU, ["country rates: Union", "steel tariff"]),
        (CC, ["country rates: Union", "steel tariff"]),
        (f"{ID}country/AA", []),
    ],
    ids=["own duty besides the general one", "own rate in place of it", "by its union", "imposer"],
)
def test_a_country_bears_what_is_laid_on_it_or_on_all(country: str, expected: list[str]) -> None:
    assert labels(ask(replace(MAY, country=country))) == expected


def test_a_member_of_a_union_bears_its_duties_only_while_it_is_one() -> None:
    early = document("annex", PART + event("d", "on-uu", "entry-into-effect", "2019-04-01", 30))
    asked = Question(date(2019, 6, 1), country=CC)
    assert ask(asked, annex=early) == []


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"product": "Steel"}, ["steel tariff"]),
        ({"authority": code("authority", "s232")}, ["steel tariff"]),
        ({"imposer": BB}, []),
        ({"measures": (f"{ID}measure/emergency",)}, ["baseline", "country rates: Union"]),
        ({"measures": (f"{ID}measure/by-country",)}, ["country rates: Union"]),
    ],
)
def test_measures_are_chosen(choice: dict[str, str], expected: list[str]) -> None:
    assert labels(ask(replace(MAY, **choice))) == expected  # type: ignore[arg-type]


def test_a_part_without_a_rate_is_not_shown_beside_one_with_a_rate() -> None:
    told = (
        "msr:hats a tg:TariffMeasure ; rdfs:label 'country rates: hats' ; tg:imposedBy cty:AA ;"
        " tg:specializes msr:by-country ; tg:partOfGroup msr:emergency ; tg:product pro:steel ."
        + event("e", "hats", "imposition", "2025-04-01")
    )
    asked = replace(MAY, measures=(f"{ID}measure/by-country",))
    annex, alone = COUNTRY, document("notice", told)
    assert labels(ask(asked, annex=annex, notice=alone)) == ["country rates: Union"]
    assert labels(ask(asked, notice=alone)) == ["country rates: hats"]


def test_a_heading_or_a_range_of_headings_chooses_what_is_collected_under_it() -> None:
    row = event("h", "steel", "entry-into-effect", "2025-01-05", 25) + (
        'evt:h tg:heading "9903.80.01" .'
    )
    documents = {"order": ORDER, "schedule": document("schedule", row, "schedule")}
    for heading in ("9903.80.01", "9903.80", "9903.80.00-9903.80.99", "9903.80.00 through 9903.81"):
        assert labels(ask(replace(MAY, heading=heading), **documents)) == ["steel tariff"]
    assert ask(replace(MAY, heading="9903.80.02-9903.80.99"), **documents) == []


def test_what_is_over_or_only_told_by_news_is_left_out_unless_asked_for() -> None:
    over = document("later", event("x", "border", "revocation", "2025-04-20"))
    news = document(
        "news",
        "msr:rumour a tg:TariffMeasure ; rdfs:label 'rumour' ; tg:imposedBy cty:AA ."
        + event("n", "rumour", "imposition", "2025-04-01", 99),
        "news",
    )
    documents = {"order": ORDER, "later": over, "news": news}
    assert labels(ask(MAY, **documents)) == ["baseline", "steel tariff"]
    assert "border tariff" in labels(
        ask(replace(MAY, measures=(f"{ID}measure/border",)), **documents)
    )
    every = labels(ask(replace(MAY, everything=True), **documents))
    assert {"border tariff", "rumour"} <= set(every)


def test_a_part_that_is_only_announced_does_not_stand_for_its_programme() -> None:
    later = document("annex", PART + event("d", "on-uu", "entry-into-effect", "2025-06-01", 30))
    told = event("e", "on-uu", "announcement", "2025-04-15").replace("effectiveOn", "notAfter")
    general = event("f", "by-country", "entry-into-effect", "2025-04-10", 5)
    documents = {"annex": later, "told": document("told", told), "all": document("all", general)}
    rows = ask(replace(MAY, country=CC), **documents)
    assert {row.label: row.status for row in rows} == {
        "country rates": "in-effect",
        "country rates: Union": "announced",
    }


def test_a_group_is_shown_where_only_weaker_sources_tell_of_its_members() -> None:
    law = document("order", event("g", "emergency", "entry-into-effect", "2025-04-01", 20))
    news = document("news", event("n", "baseline", "imposition", "2025-04-01", 10), "news")
    news = news.replace(" ; tg:byInstrument ins:order-7", "").replace(
        " tg:byInstrument ins:order-7 ;", ""
    )
    assert labels(ask(replace(MAY, country=BB), order=law, news=news))[0] == "emergency tariffs"


def test_general_duties_add_up_and_those_on_goods_do_not() -> None:
    with open_world(order=ORDER) as store:
        rows = read_status(store, replace(MAY, country=BB))
        total = add_up(store, rows)
    assert total is not None
    assert total.percent == 30
    assert total.why.startswith("baseline 10% + border tariff 20%: additional duties")


def test_what_only_news_tells_of_is_not_added_to_what_orders_lay() -> None:
    rumour = (
        "msr:rumour a tg:TariffMeasure ; rdfs:label 'rumour' ; tg:imposedBy cty:AA ;"
        " tg:targets cty:BB ; tg:legalAuthority code:authority-ieepa ."
        + event("n", "rumour", "imposition", "2025-04-01", 99)
    )
    with open_world(order=ORDER, news=document("news", rumour, "news")) as store:
        rows = read_status(store, replace(MAY, country=BB, everything=True))
        total = add_up(store, rows)
    assert "rumour" in labels(rows)
    assert total is not None
    assert total.percent == 30


def test_a_duty_that_an_order_excludes_does_not_count() -> None:
    excluded = ORDER + "msr:baseline tg:excludedBy msr:border ."
    with open_world(order=excluded) as store:
        assert add_up(store, read_status(store, replace(MAY, country=BB))) is None


def test_the_rule_names_the_duties_beside_which_one_is_collected() -> None:
    stacking = ORDER + "msr:baseline tg:stacksWith msr:border ."
    with open_world(order=stacking) as store:
        total = add_up(store, read_status(store, replace(MAY, country=BB)))
    assert total is not None
    assert "collected besides border tariff" in total.why


def test_changes_between_two_days_are_what_differs() -> None:
    pause = document("pause", event("p", "border", "pause", "2025-04-10"))
    with open_world(order=ORDER, pause=pause) as store:
        before, after = (
            read_status(store, Question(day)) for day in (date(2025, 4, 9), date(2025, 4, 10))
        )
    found = {row[:5] for row in list_changes(before, after)}
    assert found == {
        ("border tariff", "Borduria", "status", "in effect", "paused"),
        ("border tariff", "Borduria", "rate", "20%", ""),
    }
    assert list_changes(before, before) == []


def test_a_law_is_found_by_its_code_and_by_its_name() -> None:
    with open_world(order=ORDER) as store:
        for name in ("s232", "Section 232", "section 232"):
            assert find_authority(store, name) == code("authority", "s232")
        with pytest.raises(UsageError, match="no legal authority is called 'Section 999'"):
            find_authority(store, "Section 999")


SCHEDULE = (
    document(
        "schedule",
        'msr:on-uu a tg:TariffMeasure ; rdfs:label "steel tariff: Union" ; tg:imposedBy cty:AA ;'
        " tg:targets cty:UU ; tg:product pro:steel ; tg:specializes msr:steel ."
        + event("row", "on-uu", "entry-into-effect", "2026-04-06", 15)
        .replace(' ; tg:effectiveOn "2026-04-06"^^xsd:date', ' ; tg:heading "9903.99.01"')
        .replace(" ; tg:byInstrument ins:order-7", ""),
        "schedule",
    )
    .replace("publishedOn", "publishedNotBefore")
    .replace("2025-01-02", "2026-04-06")
)


@pytest.mark.parametrize(
    ("day", "country", "expected"),
    [
        ("2025-05-01", None, ["steel tariff 50% in-effect"]),
        ("2025-05-01", UU, ["steel tariff 50% in-effect", "steel tariff: Union  uncertain"]),
        ("2026-05-01", UU, ["steel tariff: Union 15% in-effect"]),
    ],
    ids=[
        "no doubt is told of all goods",
        "the doubt of the goods asked about",
        "as of the edition",
    ],
)
def test_a_rate_that_only_an_edition_shows_is_in_doubt_before_it(
    day: str, country: str | None, expected: list[str]
) -> None:
    question = Question(date.fromisoformat(day), country, product="steel")
    rows = ask(question, order=ORDER, schedule=SCHEDULE)
    assert [f"{row.label} {row.rate} {row.status}" for row in rows] == expected


HEARD = (
    'evt:ruling a tg:Ruling ; tg:notBefore "2025-03-10"^^xsd:date ;'
    ' tg:notAfter "2025-03-10"^^xsd:date ; tg:rulesOn msr:border ;'
    " tg:outcome code:outcome-unlawful ; tg:relief code:relief-vacatur{scope} ."
    "<https://e.org/r> tg:asserts evt:ruling ; tg:modality code:modality-asserted ;"
    " tg:polarity code:polarity-positive ."
)
PARTIES = " ; tg:scopeKind code:scope-parties-only"


@pytest.mark.parametrize(("scope", "expected"), [(PARTIES, True), ("", False)])
def test_what_is_enjoined_for_the_parties_only_is_in_effect(scope: str, *, expected: bool) -> None:
    """For queries as for totals: everybody else goes on to pay."""
    ruling = document("ruling", HEARD.format(scope=scope), "court-ruling")
    with open_world(order=ORDER, ruling=ruling) as store:
        bindings: dict[str, list[NamedNode | Literal]] = {
            "measure": [NamedNode(f"{ID}measure/border")],
            "day": [Literal("2025-05-01", datatype=NamedNode(XSD + "date"))],
        }
        answer = store.query(find_query("is-in-effect").text, bindings=bindings)
        listed = list(ask_query(store, "in-effect-on-date", date(2025, 5, 1)))
    assert answer is expected
    assert ("border tariff" in {row["measureLabel"] for row in listed}) is expected


def test_the_code_list_says_which_statuses_are_in_effect() -> None:
    with open_world() as store:
        narrower = {
            str(getattr(quad.subject, "value", "")).removeprefix(code("status", ""))
            for quad in store.quads(predicate=SKOS + "broader")
            if quad.object == NamedNode(code("status", "in-effect"))
        }
    assert narrower | {"in-effect"} == IN_EFFECT
