"""What stands on the lanes: events, statuses, rates, as known now and on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tradegraph.errors import UsageError
from tradegraph.store import Store
from tradegraph.timeline import Choice, Timeline, draw_timeline, list_rows, read_timeline
from tradegraph.vocabulary import ID

from .graphs import MARCH, REGISTRY, STORY, open_story


@pytest.fixture(scope="module")
def story() -> Store:
    return open_story(STORY)


def told(timeline: Timeline, kind: str) -> list[tuple[str, str, str]]:
    """Lane, words and first day of the rows of one kind."""
    rows = list_rows(timeline)
    return [(str(row[1]), str(row[4]), str(row[5])) for row in rows if row[3] == kind]


def test_events_stand_on_the_lane_of_what_they_are_about(story: Store) -> None:
    assert told(read_timeline(story), "event") == [
        ("Arcadian steel tariff", "imposition 25%", "2024-03-01"),
        ("Arcadian steel tariff", "increase 25% → 40%", "2024-05-06"),
        ("Foundry v. Arcadia", "ruling: unlawful, Court of Commerce", "2024-05-20"),
        ("Arcadia–Borduria talks", "talks, Arcadia, Borduria", "2024-06-01"),
    ]


def test_rates_are_steps_that_targets_share(story: Store) -> None:
    (track,) = read_timeline(story).lanes[0].tracks
    assert track.targets == ("Borduria", "Castoria")
    assert [(step.low, step.start, step.end, step.uncertain) for step in track.steps] == [
        (25.0, date(2024, 3, 1), date(2024, 5, 6), False),
        (40.0, date(2024, 5, 6), None, False),
    ]


def test_status_changes_with_the_ruling(story: Store) -> None:
    stretches = read_timeline(story).lanes[0].stretches
    assert [(each.status, each.start, each.end) for each in stretches] == [
        ("in-effect", date(2024, 3, 1), date(2024, 5, 20)),
        ("uncertain", date(2024, 5, 20), None),
    ]


def test_later_documents_do_not_count_for_what_was_known(story: Store) -> None:
    known = read_timeline(story, Choice(known_on=date(2024, 4, 1)))
    assert told(known, "status") == [("Arcadian steel tariff", "in effect", "2024-03-01")]
    assert told(known, "rate") == [("Arcadian steel tariff", "25%", "2024-03-01")]
    assert [step.end for step in known.lanes[0].tracks[0].steps] == [None]
    assert "Foundry v. Arcadia" not in {lane.label for lane in known.lanes}
    assert known.published == date(2024, 3, 2)


def test_curated_event_is_not_known_before_it_happened() -> None:
    curated = REGISTRY + MARCH.replace("a tg:MeasureEvent", "a tg:MeasureEvent ; tg:isCurated true")
    store = open_story({}, curated)
    day = date(2024, 3, 1)
    assert told(read_timeline(store, Choice(known_on=day)), "event")
    with pytest.raises(UsageError, match="nothing to show"):
        read_timeline(store, Choice(known_on=day - timedelta(days=1)))


def test_all_is_known_on_the_day_of_the_last_document(story: Store) -> None:
    known = read_timeline(story, Choice(known_on=date(2024, 5, 21)))
    assert list_rows(known) == list_rows(read_timeline(story))


def test_asking_what_was_known_leaves_the_store_as_it_is(story: Store) -> None:
    before = sorted(map(str, story.quads()))
    read_timeline(story, Choice(known_on=date(2024, 4, 1)))
    assert sorted(map(str, story.quads())) == before


def test_nothing_was_known_before_the_first_document(story: Store) -> None:
    with pytest.raises(UsageError, match="nothing to show"):
        read_timeline(story, Choice(known_on=date(2024, 3, 1)))


def test_document_without_a_day_was_known_on_none() -> None:
    undated = open_story({"undated": (MARCH, {"start": "asserted"})})
    assert read_timeline(undated).published is None
    with pytest.raises(UsageError, match="nothing to show"):
        read_timeline(undated, Choice(known_on=date(2030, 1, 1)))


@pytest.mark.parametrize(
    ("about", "lanes"),
    [
        ("measure/steel", ["Arcadian steel tariff", "Foundry v. Arcadia"]),
        ("negotiation/talks", ["Arcadia–Borduria talks"]),
        ("country/XC", ["Arcadian steel tariff"]),
        ("court/low", ["Foundry v. Arcadia"]),
    ],
)
def test_about_keeps_what_names_it(story: Store, about: str, lanes: list[str]) -> None:
    found = read_timeline(story, Choice(about=(ID + about,)))
    assert [lane.label for lane in found.lanes] == lanes


def test_days_keep_what_goes_on_between_them(story: Store) -> None:
    found = read_timeline(story, Choice(start=date(2024, 5, 10), end=date(2024, 5, 31)))
    assert told(found, "rate") == [("Arcadian steel tariff", "40%", "2024-05-06")]
    assert [row[1] for row in told(found, "event")] == ["ruling: unlawful, Court of Commerce"]


@pytest.mark.parametrize(
    "choice",
    [
        Choice(start=date(2030, 1, 1)),
        Choice(end=date(2024, 3, 1)),
        Choice(start=date(2030, 1, 1), end=date(2030, 1, 1)),
    ],
    ids=["long after the last event", "the first day", "one day"],
)
def test_what_goes_on_at_the_edges_can_be_drawn(story: Store, choice: Choice) -> None:
    found = read_timeline(story, choice)
    assert found.first
    assert found.last
    assert found.first <= found.last
    assert draw_timeline(found, "svg")


def test_plan_is_no_fact(story: Store) -> None:
    marks = {mark.modality: mark.firm for lane in read_timeline(story).lanes for mark in lane.marks}
    assert marks == {"asserted": True, "planned": False}


def test_every_mark_has_the_passages_behind_it(story: Store) -> None:
    marks = [mark for lane in read_timeline(story).lanes for mark in lane.marks]
    for mark in marks:
        (passage,) = mark.entry.passages
        assert passage.quote == f"words of {mark.entry.facts[0].rpartition('/')[2]}"


def test_empty_store_gives_a_clear_line() -> None:
    with pytest.raises(UsageError, match="nothing to show"):
        read_timeline(open_story({}))


def test_seed_has_its_measures_cases_and_talks(seed_store: Store) -> None:
    timeline = read_timeline(seed_store)
    assert {"measure", "case", "negotiation"} <= {lane.kind for lane in timeline.lanes}
    words = [row[1] for row in told(timeline, "event")]
    assert any(word.startswith("ruling: unlawful") for word in words)
    assert any(word.startswith("stay") for word in words)
    assert "in effect pending appeal" in {row[1] for row in told(timeline, "status")}
