"""The status of a measure over time, from what documents tell of it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.facts import actual, derived, periods, told
from tradegraph.derive.calendar import add_duration
from tradegraph.derive.changes import Change
from tradegraph.derive.timeline import build_timeline

MEASURES = """msr:duty a tg:TariffMeasure ; tg:partOfGroup msr:group .
    msr:group a tg:MeasureGroup . msr:other a tg:TariffMeasure ; tg:partOfGroup msr:group ."""


def bounds(days: str) -> str:
    """The days of an event: one ISO date, or two with `..` between, each may be missing."""
    first, _, last = days.partition("..") if ".." in days else (days, "", days)
    pairs = (("notBefore", first), ("notAfter", last))
    return "".join(f' ; tg:{name} "{day}"^^xsd:date' for name, day in pairs if day)


def event(name: str, kind: str, days: str, more: str = "", measure: str = "msr:duty") -> str:
    return (
        f"evt:{name} a tg:MeasureEvent ; tg:affects {measure} ;"
        f" tg:eventType code:event-{kind}{bounds(days)}{more} . {actual(f'evt:{name}')}"
    )


def effective(day: str) -> str:
    return f' ; tg:effectiveOn "{day}"^^xsd:date'


def duration(text: str) -> str:
    return f' ; tg:duration "{text}"^^xsd:duration'


def ruling(
    days: str = "2024-03-10", relief: str = "vacatur", more: str = "", on: str = "msr:duty"
) -> str:
    relieved = f" ; tg:relief code:relief-{relief}" if relief else ""
    return (
        f"evt:ruling a tg:Ruling ; tg:issuedBy crt:low ; tg:rulesOn {on}{bounds(days)} ;"
        f" tg:outcome code:outcome-unlawful{relieved}{more} . {actual('evt:ruling')}"
    )


def stay(day: str) -> str:
    return f"evt:stay a tg:Stay ; tg:stays evt:ruling{bounds(day)} . {actual('evt:stay')}"


IMPOSED = event("imposed", "imposition", "2024-01-10")

AFFIRMED = f"""evt:last a tg:Ruling ; tg:issuedBy crt:top ; tg:rulesOn msr:duty ;
    tg:outcome code:outcome-affirmed{bounds("2024-09-01")} . {actual("evt:last")}
    crt:low tg:reviewedBy crt:top ."""
LAW = """msr:duty tg:legalAuthority code:authority-ieepa ; tg:imposedBy cty:AA .
    msr:all a tg:TariffMeasure ; tg:legalAuthority code:authority-ieepa ; tg:imposedBy cty:AA ."""
LAWS = """msr:duty tg:legalAuthority code:authority-s232 .
    msr:other tg:legalAuthority code:authority-s301 .
    msr:named tg:legalAuthority code:authority-ieepa ."""

TIMELINES = {
    "an announcement is not collected": (
        [event("a", "announcement", "2024-01-02")],
        [("announced", "2024-01-02", "")],
    ),
    "collection ends the announcement": (
        [event("a", "announcement", "2024-01-02"), event("b", "entry-into-effect", "2024-02-01")],
        [("announced", "2024-01-02", "2024-02-01"), ("in-effect", "2024-02-01", "")],
    ),
    "an order that takes effect later is announced until then": (
        [event("a", "imposition", "2024-01-02", effective("2024-02-01"))],
        [("announced", "2024-01-02", "2024-02-01"), ("in-effect", "2024-02-01", "")],
    ),
    "a vague beginning stays unknown": (
        [event("a", "imposition", "2024-01-01..2024-03-31")],
        [("in-effect", "", "")],
    ),
    "without any date the beginning is unknown": (
        [event("a", "increase", "")],
        [("in-effect", "", "")],
    ),
    "only a latest day is no beginning": (
        [event("a", "increase", "..2024-03-31")],
        [("in-effect", "", "")],
    ),
    "a changed rate changes no status": (
        [IMPOSED, event("b", "increase", "2024-02-01"), event("c", "decrease", "2024-03-01")],
        [("in-effect", "2024-01-10", "")],
    ),
    "a pause with a duration ends, and what follows is not known": (
        [IMPOSED, event("p", "pause", "2024-02-01", duration("P90D"))],
        [
            ("in-effect", "2024-01-10", "2024-02-01"),
            ("paused", "2024-02-01", "2024-05-01"),
            ("uncertain", "2024-05-01", ""),
        ],
    ),
    "the duration counts from when the pause takes effect": (
        [event("p", "pause", "2024-02-01", effective("2024-02-10") + duration("P1M"))],
        [("paused", "2024-02-10", "2024-03-10"), ("uncertain", "2024-03-10", "")],
    ),
    "the last day of a pause is part of it": (
        [event("p", "pause", "2024-02-01", ' ; tg:validUntil "2024-02-29"^^xsd:date')],
        [("paused", "2024-02-01", "2024-03-01"), ("uncertain", "2024-03-01", "")],
    ),
    "an extension moves the end of the pause": (
        [
            event("p", "pause", "2024-02-01", ' ; tg:validUntil "2024-02-29"^^xsd:date'),
            event("x", "extension", "2024-02-20", ' ; tg:validUntil "2024-03-31"^^xsd:date'),
        ],
        [("paused", "2024-02-01", "2024-04-01"), ("uncertain", "2024-04-01", "")],
    ),
    "a pause that runs out does not end the measure": (
        [IMPOSED, event("p", "pause", "2024-02-01"), event("e", "expiry", "2024-03-01")],
        [
            ("in-effect", "2024-01-10", "2024-02-01"),
            ("paused", "2024-02-01", "2024-03-01"),
            ("uncertain", "2024-03-01", ""),
        ],
    ),
    "a measure that runs out has expired": (
        [IMPOSED, event("e", "expiry", "2024-03-01")],
        [("in-effect", "2024-01-10", "2024-03-01"), ("expired", "2024-03-01", "")],
    ),
    "revoked and announced anew": (
        [IMPOSED, event("r", "revocation", "2024-03-01"), event("a", "announcement", "2024-06-01")],
        [
            ("in-effect", "2024-01-10", "2024-03-01"),
            ("revoked", "2024-03-01", "2024-06-01"),
            ("announced", "2024-06-01", ""),
        ],
    ),
    "reinstated after a pause": (
        [IMPOSED, event("p", "pause", "2024-02-01"), event("r", "reinstatement", "2024-04-01")],
        [
            ("in-effect", "2024-01-10", "2024-02-01"),
            ("paused", "2024-02-01", "2024-04-01"),
            ("in-effect", "2024-04-01", ""),
        ],
    ),
    "a vague end leaves some days uncertain": (
        [IMPOSED, event("r", "revocation", "2024-03-01..2024-03-10")],
        [
            ("in-effect", "2024-01-10", "2024-03-01"),
            ("uncertain", "2024-03-01", "2024-03-10"),
            ("revoked", "2024-03-10", ""),
        ],
    ),
    "a later turn cuts the uncertain days": (
        [
            IMPOSED,
            event("p", "pause", "2024-03-01..2024-03-31"),
            event("r", "revocation", "2024-03-15"),
        ],
        [
            ("in-effect", "2024-01-10", "2024-03-01"),
            ("uncertain", "2024-03-01", "2024-03-15"),
            ("revoked", "2024-03-15", ""),
        ],
    ),
    "an undated end cannot be placed": (
        [IMPOSED, event("r", "revocation", "")],
        [("in-effect", "2024-01-10", "")],
    ),
    "two documents on the same turn": (
        [IMPOSED, event("again", "imposition", "2024-01-10")],
        [("in-effect", "2024-01-10", "")],
    ),
    "found unlawful with relief: enjoined": (
        [IMPOSED, ruling()],
        [("in-effect", "2024-01-10", "2024-03-10"), ("enjoined", "2024-03-10", "")],
    ),
    "found unlawful without relief: uncertain": (
        [IMPOSED, ruling(relief="")],
        [("in-effect", "2024-01-10", "2024-03-10"), ("uncertain", "2024-03-10", "")],
    ),
    "a ruling of some day that week": (
        [IMPOSED, ruling("2024-03-10..2024-03-14")],
        [
            ("in-effect", "2024-01-10", "2024-03-10"),
            ("uncertain", "2024-03-10", "2024-03-14"),
            ("enjoined", "2024-03-14", ""),
        ],
    ),
    "a stayed ruling": (
        [IMPOSED, ruling("2024-03-10..2024-03-14"), stay("2024-03-13")],
        [
            ("in-effect", "2024-01-10", "2024-03-10"),
            ("uncertain", "2024-03-10", "2024-03-13"),
            ("in-effect-pending-appeal", "2024-03-13", ""),
        ],
    ),
    "stayed on the same day": (
        [IMPOSED, ruling(), stay("2024-03-10")],
        [("in-effect", "2024-01-10", "2024-03-10"), ("in-effect-pending-appeal", "2024-03-10", "")],
    ),
    "the highest court affirms what a lower one found": (
        [
            IMPOSED,
            ruling(),
            stay("2024-03-13"),
            AFFIRMED,
        ],
        [
            ("in-effect", "2024-01-10", "2024-03-10"),
            ("uncertain", "2024-03-10", "2024-03-13"),
            ("in-effect-pending-appeal", "2024-03-13", "2024-09-01"),
            ("enjoined", "2024-09-01", ""),
        ],
    ),
    "another rate does not end what a court has said": (
        [IMPOSED, ruling(), stay("2024-03-10"), event("b", "increase", "2024-05-01")],
        [("in-effect", "2024-01-10", "2024-03-10"), ("in-effect-pending-appeal", "2024-03-10", "")],
    ),
    "what is collected again after a pause is still before the court": (
        [
            IMPOSED,
            event("p", "pause", "2024-02-01"),
            ruling(),
            stay("2024-03-13"),
            event("r", "reinstatement", "2024-04-01"),
        ],
        [
            ("in-effect", "2024-01-10", "2024-02-01"),
            ("paused", "2024-02-01", "2024-04-01"),
            ("in-effect-pending-appeal", "2024-04-01", ""),
        ],
    ),
    "a ruling on all that is laid under the law": (
        [
            LAW,
            IMPOSED,
            ruling(on="msr:all"),
        ],
        [("in-effect", "2024-01-10", "2024-03-10"), ("enjoined", "2024-03-10", "")],
    ),
    "a ruling on a group, about another law": (
        [
            LAWS,
            IMPOSED,
            ruling(on="msr:group , msr:named"),
        ],
        [("in-effect", "2024-01-10", "")],
    ),
    "a stay that is lifted": (
        [
            IMPOSED,
            ruling(),
            stay("2024-03-13"),
            f"evt:lift a tg:Ruling ; tg:liftsStay evt:stay{bounds('2024-06-01')} . "
            + actual("evt:lift"),
        ],
        [
            ("in-effect", "2024-01-10", "2024-03-10"),
            ("uncertain", "2024-03-10", "2024-03-13"),
            ("in-effect-pending-appeal", "2024-03-13", "2024-06-01"),
            ("enjoined", "2024-06-01", ""),
        ],
    ),
    "a stay that is only known as lifted": (
        [
            IMPOSED,
            ruling(),
            "evt:stay a tg:Stay ; tg:stays evt:ruling .",
            f"evt:lift a tg:CourtAction ; tg:liftsStay evt:stay{bounds('2024-06-01')} . "
            + actual("evt:lift"),
        ],
        [
            ("in-effect", "2024-01-10", "2024-03-10"),
            ("uncertain", "2024-03-10", "2024-06-01"),
            ("enjoined", "2024-06-01", ""),
        ],
    ),
    "a stay that is only planned": (
        [IMPOSED, ruling(), stay("2024-03-13").replace("modality-asserted", "modality-possible")],
        [("in-effect", "2024-01-10", "2024-03-10"), ("enjoined", "2024-03-10", "")],
    ),
    "a ruling for the parties only": (
        [IMPOSED, ruling(more=" ; tg:scopeKind code:scope-parties-only")],
        [("in-effect", "2024-01-10", "2024-03-10"), ("partly-enjoined", "2024-03-10", "")],
    ),
    "an injunction for the parties only": (
        [
            IMPOSED,
            "evt:order a tg:Injunction ; tg:enjoins msr:duty ;"
            f" tg:scopeKind code:scope-parties-only{bounds('2024-03-10')} . " + actual("evt:order"),
        ],
        [("in-effect", "2024-01-10", "2024-03-10"), ("partly-enjoined", "2024-03-10", "")],
    ),
    "a finding for the parties only, without relief": (
        [IMPOSED, ruling(relief="", more=" ; tg:scopeKind code:scope-parties-only")],
        [("in-effect", "2024-01-10", "")],
    ),
    "a ruling on most of the measures of the group": (
        [IMPOSED, ruling(more=" ; tg:scopeKind code:scope-most", on="msr:group")],
        [("in-effect", "2024-01-10", "2024-03-10"), ("enjoined", "2024-03-10", "")],
    ),
    "a ruling on another measure of the group": (
        [IMPOSED, ruling(on="msr:other")],
        [("in-effect", "2024-01-10", "")],
    ),
    "a ruling while the measure is paused": (
        [event("p", "pause", "2024-02-01"), ruling()],
        [("paused", "2024-02-01", "")],
    ),
    "a ruling on what is not known to be collected": ([ruling()], []),
    "an injunction": (
        [
            IMPOSED,
            f"evt:order a tg:Injunction ; tg:enjoins msr:duty{bounds('2024-05-01')} . "
            + actual("evt:order"),
        ],
        [("in-effect", "2024-01-10", "2024-05-01"), ("enjoined", "2024-05-01", "")],
    ),
    "a source's word on the status": (
        [
            IMPOSED,
            'sit:told a tg:MeasureState ; tg:ofMeasure msr:duty ; tg:status code:status-paused ;'
            ' tg:observedOn "2024-04-01"^^xsd:date . ' + actual("sit:told"),
        ],
        [("in-effect", "2024-01-10", "2024-04-01"), ("paused", "2024-04-01", "")],
    ),
    "the announcement of the group is the measure's": (
        [event("a", "announcement", "2024-01-02", measure="msr:group"), IMPOSED],
        [("announced", "2024-01-02", "2024-01-10"), ("in-effect", "2024-01-10", "")],
    ),
    "the pause of the group says nothing about the measure": (
        [IMPOSED, event("p", "pause", "2024-02-01", measure="msr:group")],
        [("in-effect", "2024-01-10", "")],
    ),
    "a threat changes nothing": ([event("t", "threat", "2024-02-01")], []),
    "an exemption changes nothing": ([event("t", "exemption", "2024-02-01")], []),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "expected"), TIMELINES.values(), ids=TIMELINES.keys())
def test_timeline(facts: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert periods(derived(MEASURES + "\n".join(facts)), "StatusPeriod", "duty") == expected


def test_what_is_planned_or_denied_changes_nothing() -> None:
    planned = event("a", "imposition", "2024-01-02").replace(
        "modality-asserted", "modality-planned"
    )
    denied = event("b", "imposition", "2024-01-03").replace(
        "polarity-positive", "polarity-negative"
    )
    assert periods(derived(MEASURES + planned + denied), "StatusPeriod", "duty") == []


def test_a_group_is_announced_only_while_no_member_is_known_better() -> None:
    announced = event("a", "announcement", "2024-01-02", measure="msr:group")
    alone = derived(MEASURES + announced)
    assert periods(alone, "StatusPeriod", "group") == [("announced", "2024-01-02", "")]
    assert periods(alone, "StatusPeriod", "duty") == []
    assert periods(derived(MEASURES + announced + IMPOSED), "StatusPeriod", "group") == []


def test_a_period_names_the_facts_it_rests_on() -> None:
    quads = derived(MEASURES + IMPOSED + event("again", "increase", "2024-02-01") + ruling())
    assert [fact for _, fact in told(quads, "wasDerivedFrom")] == ["again", "imposed", "ruling"]


def test_bounds_of_several_documents_are_intersected() -> None:
    vague = event("e", "revocation", "2024-03-01..2024-03-31")
    sharper = event("e", "revocation", "2024-03-10..2024-04-15")
    found = periods(derived(MEASURES + vague + sharper), "StatusPeriod", "duty")
    assert found[-1] == ("revoked", "2024-03-31", "")
    assert found[0] == ("uncertain", "2024-03-10", "2024-03-31")


@pytest.mark.parametrize(
    ("day", "duration", "end"),
    [
        ("2025-04-10", "P90D", "2025-07-09"),
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-12-15", "P2M", "2025-02-15"),
        ("2024-01-01", "P3W", "2024-01-22"),
        ("2024-01-01", "P1Y2M3D", "2025-03-04"),
        ("2024-01-01", "PT12H", None),
        ("2024-01-01", "P", None),
        ("2024-01-01", "soon", None),
        ("2024-01-01", "P9000Y", None),
        ("2024-01-01", "P99999999999D", None),
    ],
)
def test_a_duration_is_added_by_the_calendar(day: str, duration: str, end: str | None) -> None:
    found = add_duration(date.fromisoformat(day), duration)
    assert found == (date.fromisoformat(end) if end else None)


DAYS = st.dates(date(2024, 1, 1), date(2024, 2, 15))
STATUSES = [
    "announced",
    "in-effect",
    "paused",
    "revoked",
    "expired",
    "prolonged",
    "enjoined",
    "uncertain",
]
CHANGES = st.builds(
    lambda status, days, fact, until, court: Change(status, days[0], days[1], fact, until, court),
    st.sampled_from(STATUSES),
    st.one_of(
        st.just((None, None)),
        st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair))),
        st.tuples(st.none(), DAYS),
        st.tuples(DAYS, st.none()),
    ),
    st.sampled_from(["a", "b", "c"]),
    st.one_of(st.none(), DAYS),
    st.booleans(),
)  # fmt: skip


@given(st.lists(CHANGES, max_size=8))
def test_periods_follow_each_other_without_overlap(changes: list[Change]) -> None:
    found = build_timeline(changes)
    for period in found:
        assert period.facts
        assert period.start is None or period.end is None or period.start < period.end
    for before, after in pairwise(found):
        assert before.end is not None
        assert after.start is not None
        assert before.end <= after.start


@given(
    st.lists(CHANGES, max_size=6).flatmap(
        lambda them: st.tuples(st.just(them), st.permutations(them))
    )
)
def test_the_order_of_the_facts_does_not_matter(pair: tuple[list[Change], list[Change]]) -> None:
    assert build_timeline(pair[0]) == build_timeline(pair[1])
