"""Whose word decides a measure's history, and what happens to the word of the others."""

from __future__ import annotations

import pytest
from pyoxigraph import Quad

from derive.facts import ontology, periods, short, stated
from tradegraph.derive import derive_quads
from tradegraph.vocabulary import document_graph

MEASURE = "msr:duty a tg:TariffMeasure ; tg:targets cty:AA ; tg:imposedBy cty:BB ."
BY = " ; tg:byInstrument ins:order"
ROW = ' ; tg:heading "9903.99.01"'


def day(name: str, text: str) -> str:
    return f' ; tg:{name} "{text}"^^xsd:date' if text else ""


def act(text: str) -> str:
    """Bounds of the act: one day."""
    return day("notBefore", text) + day("notAfter", text)


def rate(percent: int) -> str:
    return f" ; tg:setsRate sit:rate-{percent}"


def source(key: str, kind: str, published: str, *events: str, measure: str = MEASURE) -> list[Quad]:
    """A document of a kind that affirms events, each `name kind` and the rest of its Turtle."""
    known = day("publishedOn", published)
    lines = [measure, f"doc:{key} a tg:Document ; tg:docType code:doctype-{kind}{known} ."]
    for text in events:
        name, what, rest = (*text.split(" ", 2), "")[:3]
        lines.append(
            f"evt:{name} a tg:MeasureEvent ; tg:affects msr:duty ;"
            f" tg:eventType code:event-{what} {rest} .\n"
            f"<https://e.org/{key}-{name}> tg:asserts evt:{name} ;"
            " tg:modality code:modality-asserted ; tg:polarity code:polarity-positive ."
        )
    rates = (
        f"sit:rate-{n} a tg:RateTerm ; tg:rateLow {n}.0 ; tg:rateHigh {n}.0 ."
        for n in (10, 25, 40)
        if any(f"rate-{n} " in f"{text} " for text in events)
    )
    return stated("\n".join([*lines, *rates]), document_graph(key))


def history(*documents: list[Quad], kind: str = "StatusPeriod") -> list[tuple[str, str, str]]:
    quads = derive_quads([*ontology(), *(quad for each in documents for quad in each)])
    return periods(quads, kind, "duty")


def rates(*documents: list[Quad]) -> list[tuple[str, str, str]]:
    return history(*documents, kind="RatePeriod")


def conflicts(*documents: list[Quad]) -> set[tuple[str, str, str, str]]:
    """Aspect, both values and the rule of each conflict."""
    quads = derive_quads([*ontology(), *(quad for each in documents for quad in each)])
    found: dict[str, dict[str, str]] = {}
    for quad in quads:
        if "/conflict/" in str(quad.subject):
            values = found.setdefault(str(quad.subject), {})
            values[short(quad.predicate)] = short(quad.object)
    names = ("conflictAspect", "preferredValue", "rejectedValue", "preferredBy")
    return {tuple(values[name] for name in names) for values in found.values()}  # type: ignore[misc]


def order(what: str, effective: str, more: str = "", *, signed: str = "") -> list[Quad]:
    event = f"order-{what} {what} {act(signed)}{day('effectiveOn', effective)}{BY}{more}"
    return source("01", "executive-order", signed or "2025-03-20", event)


def news(what: str, told: str, more: str = "", *, published: str = "2025-04-20") -> list[Quad]:
    return source("02", "news", published, f"news-{what} {what} {act(told)}{more}")


ORDERED = order("entry-into-effect", "2025-04-05", rate(10), signed="2025-04-02")


def test_an_order_goes_before_news_on_the_day() -> None:
    documents = ORDERED, news("entry-into-effect", "2025-04-09", rate(10))
    assert history(*documents)[-1] == ("in-effect", "2025-04-05", "")
    assert conflicts(*documents) == {
        (
            "aspect-day",
            "2025-04-02, in effect from 2025-04-05",
            "2025-04-09",
            "precedence-source",
        )
    }


def test_news_of_the_day_of_signature_does_not_contradict_the_order() -> None:
    assert conflicts(ORDERED, news("imposition", "2025-04-02")) == set()


def test_the_day_on_which_somebody_spoke_of_it_is_no_contradiction() -> None:
    mention = news("imposition", "2025-04-20")
    assert conflicts(ORDERED, mention) == set()
    assert history(ORDERED, mention)[-1] == ("in-effect", "2025-04-05", "")


def test_the_schedule_goes_before_the_order() -> None:
    row = f"row entry-into-effect {day('effectiveOn', '2025-04-08')}{ROW}{rate(10)}"
    schedule = source("03", "schedule", "2026-01-01", row)
    assert rates(ORDERED, schedule) == [("rate-10", "2025-04-08", "")]
    assert conflicts(ORDERED, schedule) == {
        ("aspect-day", "2025-04-08", "2025-04-02, in effect from 2025-04-05", "precedence-source")
    }


def test_among_equals_the_later_document_counts() -> None:
    first = source(
        "04", "fr-notice", "2025-03-01", f"a pause {day('effectiveOn', '2025-05-01')}{BY}"
    )
    later = source(
        "05", "fr-notice", "2025-03-09", f"b pause {day('effectiveOn', '2025-05-10')}{BY}"
    )
    assert history(ORDERED, first, later)[-1] == ("paused", "2025-05-10", "")
    assert conflicts(first, later) == {
        ("aspect-day", "2025-05-10", "2025-05-01", "precedence-later")
    }


def test_two_rates_for_one_day_are_a_conflict_that_the_better_source_decides() -> None:
    documents = ORDERED, news("entry-into-effect", "2025-04-05", rate(25))
    assert rates(*documents) == [("rate-10", "2025-04-05", "")]
    assert conflicts(*documents) == {("aspect-rate", "10.0", "25.0", "precedence-source")}


def test_news_adds_what_comes_after_the_last_order() -> None:
    paused = news("pause", "2025-06-01", published="2025-06-10")
    assert history(ORDERED, paused)[-1] == ("paused", "2025-06-01", "")


def test_news_adds_nothing_between_orders() -> None:
    raised = source("06", "executive-order", "2025-07-01", f"up increase {act('2025-07-01')}{BY}")
    paused = news("pause", "2025-06-01", published="2025-06-10")
    assert [status for status, _, _ in history(ORDERED, paused, raised)] == [
        "announced",
        "in-effect",
    ]


def test_what_an_order_only_recalls_is_no_law() -> None:
    recalled = source("07", "executive-order", "2025-09-01", f"old imposition {act('2025-02-01')}")
    assert history(ORDERED, recalled)[-1] == ("in-effect", "2025-04-05", "")


def test_an_order_without_a_first_day_has_effect_from_the_next_one() -> None:
    assert rates(order("increase", "", rate(25), signed="2025-03-03")) == [
        ("rate-25", "2025-03-04", "")
    ]


def test_a_duty_for_a_number_of_days_expires_by_itself() -> None:
    term = ' ; tg:duration "P150D"^^xsd:duration' + rate(10)
    found = history(order("imposition", "2026-02-24", term, signed="2026-02-20"))
    assert found[1:] == [
        ("in-effect", "2026-02-24", "2026-07-24"),
        ("expired", "2026-07-24", ""),
    ]


def test_a_pause_by_order_for_a_number_of_days_ends_by_itself() -> None:
    paused = source(
        "08",
        "executive-order",
        "2025-04-09",
        f'p pause {day("effectiveOn", "2025-04-10")} ; tg:duration "P90D"^^xsd:duration{BY}',
    )
    assert history(ORDERED, paused)[-2:] == [
        ("paused", "2025-04-10", "2025-07-09"),
        ("in-effect", "2025-07-09", ""),
    ]
    assert rates(ORDERED, paused) == [
        ("rate-10", "2025-04-05", "2025-04-10"),
        ("rate-10", "2025-07-09", ""),
    ]


def test_what_is_extended_was_still_running() -> None:
    paused = source(
        "08",
        "executive-order",
        "2025-04-09",
        f"p pause {day('effectiveOn', '2025-04-10')}{day('validUntil', '2025-07-31')}{BY}",
        f"x extension {act('2025-07-31')}{day('effectiveOn', '2025-08-07')}{BY}",
    )
    assert history(ORDERED, paused)[-1] == ("paused", "2025-04-10", "")


def test_the_end_of_a_heading_does_not_end_the_duty_under_the_next() -> None:
    rows = source(
        "03",
        "schedule",
        "2026-01-01",
        f"a entry-into-effect {day('effectiveOn', '2025-04-05')}{ROW}{rate(10)}",
        f"b revocation {day('effectiveOn', '2025-08-07')}{ROW}",
        f'c entry-into-effect  ; tg:heading "9903.99.02"{rate(25)}',
    )
    assert history(rows) == [("in-effect", "2025-04-05", "")]
    assert rates(rows) == [
        ("rate-10", "2025-04-05", "2025-08-07"),
        ("rate-25", "2025-08-07", ""),
    ]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ('ins:end tg:signedOn "2025-08-06"^^xsd:date .', "2025-08-07"),
        ('doc:09 tg:publishes ins:end ; tg:publishedOn "2025-08-09"^^xsd:date .', "2025-08-09"),
    ],
    ids=["signed", "published"],
)
def test_an_undated_end_has_the_day_of_its_instrument(more: str, expected: str) -> None:
    ended = source("03", "schedule", "2026-01-01", "end revocation  ; tg:byInstrument ins:end")
    assert history(ORDERED, ended, stated(more, document_graph("09")))[-1] == (
        "revoked",
        expected,
        "",
    )


def test_what_is_told_as_done_before_it_can_be_has_no_day() -> None:
    future = news("revocation", "2026-04-02", published="2025-11-14")
    assert history(ORDERED, future)[-1] == ("in-effect", "2025-04-05", "")


def test_a_measure_whose_place_another_takes_is_replaced() -> None:
    ended = order("revocation", "2025-09-01")
    successor = stated("msr:next a tg:TariffMeasure ; tg:supersedes msr:duty .")
    assert history(ORDERED, ended, successor)[-1] == ("replaced", "2025-09-01", "")


PROGRAMME = "msr:duty tg:specializes msr:programme . msr:programme a tg:TariffMeasure ."


def test_an_order_that_pauses_a_programme_pauses_its_parts() -> None:
    paused = stated(
        PROGRAMME + "evt:p a tg:MeasureEvent ; tg:affects msr:programme ; tg:byInstrument ins:o ;"
        ' tg:eventType code:event-pause ; tg:effectiveOn "2025-04-10"^^xsd:date .'
        "doc:10 a tg:Document ; tg:docType code:doctype-proclamation ."
        "<https://e.org/p> tg:asserts evt:p ; tg:modality code:modality-asserted ;"
        " tg:polarity code:polarity-positive .",
        document_graph("10"),
    )
    assert history(ORDERED, paused)[-1] == ("paused", "2025-04-10", "")
    assert rates(ORDERED, paused) == [("rate-10", "2025-04-05", "2025-04-10")]


def test_a_period_names_its_instrument_its_best_source_and_its_rank() -> None:
    documents = ORDERED, news("entry-into-effect", "2025-04-05", rate(10))
    quads = derive_quads([*ontology(), *(quad for each in documents for quad in each)])
    grounds = {
        (short(quad.predicate), short(quad.object))
        for quad in quads
        if "/period/rate-" in str(quad.subject)
    }
    assert {
        ("byInstrument", "order"),
        ("hadPrimarySource", "01"),
        ("sourceRank", "1"),
    } <= grounds


EDITION = day("publishedNotBefore", "2026-04-06") + day("publishedNotAfter", "2026-12-31")
UNDATED = f"row entry-into-effect {ROW}{rate(10)}"


def edition(*events: str, known: str = EDITION) -> list[Quad]:
    """An edition of the schedule whose day of publication is only bounded."""
    return [*source("03", "schedule", "", *events), *stated(f"doc:03 a tg:Document{known} .")]


def test_an_undated_row_says_what_is_collected_from_its_edition_on() -> None:
    assert history(edition(UNDATED)) == [("in-effect", "2026-04-06", "")]
    assert rates(edition(UNDATED)) == [("rate-10", "2026-04-06", "")]


def test_an_undated_row_of_an_edition_without_a_day_is_uncertain() -> None:
    assert history(edition(UNDATED, known="")) == [("uncertain", "", "")]


def test_before_its_edition_an_undated_row_is_in_doubt_since_its_programme_began() -> None:
    programme = stated(
        PROGRAMME + "evt:p a tg:MeasureEvent ; tg:affects msr:programme ; tg:byInstrument ins:o ;"
        ' tg:eventType code:event-entry-into-effect ; tg:effectiveOn "2025-04-03"^^xsd:date .'
        "doc:10 a tg:Document ; tg:docType code:doctype-proclamation ."
        "<https://e.org/p> tg:asserts evt:p ; tg:modality code:modality-asserted ;"
        " tg:polarity code:polarity-positive .",
        document_graph("10"),
    )
    assert history(edition(UNDATED), programme) == [
        ("uncertain", "2025-04-03", "2026-04-06"),
        ("in-effect", "2026-04-06", ""),
    ]
    assert rates(edition(UNDATED), programme) == [("rate-10", "2026-04-06", "")]


def test_a_dated_source_goes_before_the_edition_of_an_undated_row() -> None:
    assert history(ORDERED, edition(UNDATED))[-1] == ("in-effect", "2025-04-05", "")


RECALLED = source("07", "executive-order", "2025-09-01", f"old imposition {act('2025-03-03')}")
ANNOUNCED = source("08", "press-release", "2025-03-03", f"told imposition {act('2025-03-03')}")


def test_an_undated_row_gives_the_one_act_without_a_rate_its_rate() -> None:
    assert rates(RECALLED, edition(UNDATED)) == [("rate-10", "2025-03-04", "")]


def test_the_day_on_which_a_release_tells_of_a_duty_does_not_date_its_row() -> None:
    assert rates(ANNOUNCED, edition(UNDATED)) == [("rate-10", "2026-04-06", "")]


def test_a_term_is_counted_from_the_day_that_it_is_told_with() -> None:
    row = edition(f"row entry-into-effect {day('effectiveOn', '2025-04-05')}{ROW}{rate(10)}")
    term = ' ; tg:duration "P90D"^^xsd:duration' + rate(10)
    again = order("entry-into-effect", "2025-04-10", term, signed="2025-04-09")
    assert rates(row, again) == [("rate-10", "2025-04-05", "")]


WAITING = source(
    "01", "executive-order", "2025-09-04", f"wait announcement {act('2025-09-04')}{BY}{rate(25)}"
)


def notice(published: str, kind: str = "fr-notice") -> list[Quad]:
    """A document that cites the order."""
    text = (
        f"doc:09 a tg:Document ; tg:docType code:doctype-{kind}{day('publishedOn', published)} ."
        "<https://e.org/m> a tg:Mention ; tg:refersTo ins:order ; tg:evidence <https://e.org/s> ."
        "<https://e.org/s> tg:inDocument doc:09 ."
    )
    return stated(text, document_graph("09"))


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        pytest.param(notice("2025-09-16"), [("rate-25", "2025-09-16", "")], id="by the notice"),
        pytest.param(notice("2025-09-01"), [], id="not by one from before"),
        pytest.param(notice("2025-09-16", "news"), [], id="not by news"),
    ],
)
def test_a_rate_that_waits_for_a_notice_begins_with_it(
    cited: list[Quad], expected: list[tuple[str, str, str]]
) -> None:
    assert rates(WAITING, cited) == expected
    assert history(WAITING, cited)[0][0] == "announced"
