"""Dates, read on Friday, 30 May 2025 unless a row says otherwise."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from tradegraph.language.dates import DateMention, find_dates

PUBLISHED = date(2025, 5, 30)


def only_date(text: str, published: date | None = PUBLISHED) -> DateMention:
    """The single date expression of a text."""
    (found,) = find_dates(text, published)
    return found


def days(text: str, first: str, last: str | None = None, *, id: str) -> object:  # noqa: A002
    """A row: a text, and the first and last day that its only date means."""
    return pytest.param(text, date.fromisoformat(first), date.fromisoformat(last or first), id=id)


ABSOLUTE = [
    days("signed on 2024-11-05 in Oslo", "2024-11-05", id="as ISO writes it"),
    days("signed on May 12, 2024 in Oslo", "2024-05-12", id="American order"),
    days("signed on MAY 12, 2024", "2024-05-12", id="all in capitals"),
    days("signed on 12 May 2024", "2024-05-12", id="British order"),
    days("signed on the 12th of May, 2024", "2024-05-12", id="in full"),
    days("signed on Feb. 1, 2024", "2024-02-01", id="abbreviated with a point"),
    days("signed on Feb 1 2024", "2024-02-01", id="abbreviated without one"),
    days("signed on Sept. 9th, 2024", "2024-09-09", id="four letters"),
    days("signed on February 29, 2024", "2024-02-29", id="a leap day"),
    days("signed on May\u00a012,\u00a02024", "2024-05-12", id="spaces that do not break"),
    days("signed in May 2024", "2024-05-01", "2024-05-31", id="a month"),
    days("signed in early May 2024", "2024-05-01", "2024-05-11", id="a part of a month"),
    days("signed in the second quarter of 2024", "2024-04-01", "2024-06-30", id="a quarter"),
    days("signed in Q4 2024", "2024-10-01", "2024-12-31", id="a quarter in short"),
    days("signed in 2024", "2024-01-01", "2024-12-31", id="a year"),
    days("due by the end of 2024", "2024-09-01", "2024-12-31", id="the end of a year"),
    days("in force since late 2024", "2024-09-01", "2024-12-31", id="a part of a year"),
]


@pytest.mark.parametrize(("text", "first", "last"), ABSOLUTE)
def test_a_date_with_its_year_means_the_same_on_any_day(text: str, first: date, last: date) -> None:
    for published in (PUBLISHED, date(1999, 1, 1), None):
        found = only_date(text, published)
        assert (found.past.first, found.past.last) == (first, last)
        assert found.past == found.future
        assert found.past.anchor is None


RELATIVE = [
    days("They met on Thursday.", "2025-05-29", id="weekday: the latest one"),
    days("They met on Friday.", "2025-05-30", id="weekday of publication: that day"),
    days("They met on Saturday.", "2025-05-24", id="weekday to come: the one before"),
    days("They met last Friday.", "2025-05-23", id="last: not today"),
    days("They met this past Monday.", "2025-05-26", id="this past"),
    days("They met on Mon., as planned.", "2025-05-26", id="abbreviated weekday"),
    days("They met earlier this week.", "2025-05-26", "2025-05-29", id="earlier this week"),
    days("They met earlier this month.", "2025-05-01", "2025-05-29", id="earlier this month"),
    days("They met early this year.", "2025-01-01", "2025-05-29", id="early this year"),
    days("They met late last year.", "2024-01-01", "2024-12-31", id="late last year"),
    days("It ends later this month.", "2025-05-30", "2025-05-31", id="later this month"),
    days("It ends by the end of the week.", "2025-05-30", "2025-06-01", id="end of the week"),
    days("They met last week.", "2025-05-19", "2025-05-25", id="last week"),
    days("They meet next week.", "2025-06-02", "2025-06-08", id="next week"),
    days("They met this month.", "2025-05-01", "2025-05-31", id="this month"),
    days("They met last month.", "2025-04-01", "2025-04-30", id="last month"),
    days("They meet next quarter.", "2025-07-01", "2025-09-30", id="next quarter"),
    days("They met last year.", "2024-01-01", "2024-12-31", id="last year"),
    days("They met in the past week.", "2025-05-23", "2025-05-30", id="the past week"),
    days("It began the past month.", "2025-04-30", "2025-05-30", id="no preposition"),
    days("They met in the past 48 hours.", "2025-05-28", "2025-05-30", id="past 48 hours"),
    days("It fell over the last two weeks.", "2025-05-16", "2025-05-30", id="over two weeks"),
    days("A deal in the next few weeks.", "2025-05-30", "2025-07-04", id="a few: at most five"),
    days("A deal in the coming days.", "2025-05-30", "2025-06-04", id="the coming days"),
    days("A deal within the next two years.", "2025-05-30", "2027-05-30", id="within two years"),
    days("A deal in two weeks.", "2025-05-30", "2025-06-13", id="in two weeks"),
    days("A deal within twenty-one days.", "2025-05-30", "2025-06-20", id="a number in words"),
    days("A deal in about a month.", "2025-05-30", "2025-06-30", id="in about a month"),
    days("They met a week ago.", "2025-05-19", "2025-05-25", id="a week ago: that week"),
    days("They met three days ago.", "2025-05-27", id="three days ago"),
    days("They met three months ago.", "2025-02-01", "2025-02-28", id="three months ago"),
    days("They met a few days ago.", "2025-05-27", id="a few ago: about three"),
    days("They met a couple of days ago.", "2025-05-28", id="a couple is two"),
    days("They met ten years ago.", "2015-01-01", "2015-12-31", id="years ago"),
    days("They met today.", "2025-05-30", id="today"),
    days("They met yesterday.", "2025-05-29", id="yesterday"),
    days("They meet tomorrow.", "2025-05-31", id="tomorrow"),
    days("They met overnight.", "2025-05-29", id="overnight"),
    days("They met this morning.", "2025-05-30", id="this morning"),
    days("They met last night.", "2025-05-29", id="last night"),
    days("They met on April 2.", "2025-04-02", id="no year: the nearest day"),
    days("They met on 2 April.", "2025-04-02", id="no year, British order"),
    days("It starts on July 9th.", "2025-07-09", id="no year, to come"),
    days("It starts on Dec. 15.", "2024-12-15", id="no year: the nearer side"),
    days("They met last March.", "2025-03-01", "2025-03-31", id="last March: this year's"),
    days("They met last June.", "2024-06-01", "2024-06-30", id="last June: last year's"),
    days("They met last May.", "2024-05-01", "2024-05-31", id="last May in May: last year's"),
    days("They meet next March.", "2026-03-01", "2026-03-31", id="next March"),
    days("They met in March.", "2025-03-01", "2025-03-31", id="in March"),
    days("They met in mid-March.", "2025-03-11", "2025-03-21", id="mid-March"),
    days("They met at the end of March.", "2025-03-21", "2025-03-31", id="the end of March"),
    days("They met in Q2.", "2025-04-01", "2025-06-30", id="quarter without a year"),
    days("They met last weekend.", "2025-05-24", "2025-05-25", id="last weekend"),
    days("They met over the weekend.", "2025-05-24", "2025-05-25", id="over the weekend"),
    days("They met last summer.", "2024-06-01", "2024-08-31", id="last summer"),
    days("They met last winter.", "2024-12-01", "2025-02-28", id="winter spans two years"),
    days("They meet this autumn.", "2025-09-01", "2025-11-30", id="this autumn"),
    days("They meet next spring.", "2026-03-01", "2026-05-31", id="next spring"),
]


@pytest.mark.parametrize(("text", "first", "last"), RELATIVE)
def test_a_relative_date_is_read_from_the_day_of_publication(
    text: str, first: date, last: date
) -> None:
    found = only_date(text)
    assert (found.past.first, found.past.last) == (first, last)
    assert found.past.anchor == PUBLISHED
    assert found.past.text == text[found.span.begin : found.span.end]


@pytest.mark.parametrize(("text", "first", "last"), RELATIVE)
def test_without_a_day_of_publication_a_relative_date_is_left_out(
    text: str, first: date, last: date
) -> None:
    assert first <= last
    assert find_dates(text, None) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        days("It starts on Thursday.", "2025-06-05", id="the next such day"),
        days("It starts on Friday.", "2025-05-30", id="today counts"),
        days("It starts this coming Friday.", "2025-06-06", id="this coming: not today"),
        days("It starts next Monday.", "2025-06-02", id="next Monday"),
        days("It starts on February 1.", "2026-02-01", id="far back is no plan"),
        days("It starts in March.", "2026-03-01", "2026-03-31", id="a month: the next one"),
        days("It starts this weekend.", "2025-05-31", "2025-06-01", id="the coming weekend"),
    ],
)
def test_in_a_plan_a_date_is_ahead(text: str, first: date, last: date) -> None:
    found = only_date(text)
    assert (found.future.first, found.future.last) == (first, last)


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        pytest.param("2025-01-03", "on December 30", "2024-12-30", id="just over"),
        pytest.param("2024-12-28", "on January 2", "2025-01-02", id="just ahead"),
        pytest.param("2024-12-28", "on December 30", "2024-12-30", id="this year's"),
        pytest.param("2023-03-01", "on February 29", "2024-02-29", id="the year that has it"),
        pytest.param("2025-11-20", "on April 2", "2025-04-02", id="far ahead is no past"),
    ],
)
def test_a_day_without_a_year_is_the_nearest_across_new_year(
    published: str, text: str, expected: str
) -> None:
    found = only_date(text, date.fromisoformat(published))
    assert found.past.first.isoformat() == expected


def test_earlier_this_week_on_a_monday_is_that_monday() -> None:
    found = only_date("They met earlier this week.", date(2025, 5, 26))
    assert (found.past.first, found.past.last) == (date(2025, 5, 26), date(2025, 5, 26))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("signed on 31 June 2024", id="a day that June does not have"),
        pytest.param("signed on 2024-13-01", id="a month that no year has"),
        pytest.param("signed on April 31", id="no such day in any year"),
        pytest.param("a deal in 99999999999 days", id="beyond the calendar"),
        pytest.param("the duties may 10 times double", id="the verb may"),
        pytest.param("farmers march 20 miles", id="the verb march"),
        pytest.param("by march or by train", id="the noun march"),
        pytest.param("May the talks succeed", id="a wish"),
        pytest.param("Why This May Be a Long War", id="a verb in a headline"),
        pytest.param("in May-like weather", id="part of a word"),
        pytest.param("she sat, and they wed", id="words that look like weekdays"),
        pytest.param("The Sun rose on the market", id="a newspaper"),
        pytest.param("the second half", id="no unit"),
        pytest.param("for the first time in two years", id="a record, not a plan"),
        pytest.param("in 2018-19", id="a season of two years"),
        pytest.param("version 2024.5.30", id="no date"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [text[m.span.begin : m.span.end] for m in find_dates(text, PUBLISHED)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("They met on Thursday.", "Thursday", id="no point of the sentence"),
        pytest.param("They met in May.", "May", id="a short name has no point"),
        pytest.param("They met on Jan. 3.", "Jan. 3", id="an abbreviation keeps its own"),
        pytest.param("They met in March, he said.", "March", id="no preposition, no comma"),
        pytest.param("It ends by late June.", "late June", id="with its part"),
        pytest.param("He left in 2019.", "2019", id="a year alone"),
        pytest.param("On May 12, 2024, he left.", "May 12, 2024", id="a comma within"),
    ],
)
def test_the_span_covers_the_date_and_nothing_else(text: str, words: str) -> None:
    found = only_date(text)
    assert text[found.span.begin : found.span.end] == words


def test_dates_come_in_order_and_do_not_overlap() -> None:
    text = "On Thursday, a week ago, on May 12, 2024 and in the second quarter of 2023 they met."
    spans = [mention.span for mention in find_dates(text, PUBLISHED)]
    assert [text[s.begin : s.end] for s in spans] == [
        "Thursday",
        "a week ago",
        "May 12, 2024",
        "second quarter of 2023",
    ]
    assert all(before.end <= after.begin for before, after in pairwise(spans))


def test_dates_before_the_body_are_not_read() -> None:
    text = "2025-05-30 On Thursday they met."
    assert [m.span.begin for m in find_dates(text, PUBLISHED, 11)] == [14]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        pytest.param("on Thursday", "day", id="weekday"),
        pytest.param("last week", "week", id="week"),
        pytest.param("in March", "month", id="month"),
        pytest.param("in Q2", "quarter", id="quarter"),
        pytest.param("last year", "year", id="year"),
        pytest.param("earlier this week", "window", id="part of a week"),
        pytest.param("in the past 48 hours", "window", id="hours"),
    ],
)
def test_a_date_says_how_precise_it_is(text: str, precision: str) -> None:
    assert only_date(text).past.precision == precision
