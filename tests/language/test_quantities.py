"""Rates, sums of money and lengths of time."""

from __future__ import annotations

import pytest

from tradegraph.language.numbers import read_number
from tradegraph.language.quantities import find_durations, find_money, find_rates
from tradegraph.model import Rate

Bounds = tuple[float | None, float | None, str]


def read_rates(text: str) -> list[tuple[Bounds, str | None]]:
    """Each rate of a text: low, high, qualifier; and the side of a change it is on."""
    return [((m.rate.low, m.rate.high, m.rate.qualifier), m.side) for m in find_rates(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        pytest.param("talks over the 25% duty", 25, 25, "exact", id="over-the-duty"),
        pytest.param("upset about a new 25% duty", 25, 25, "exact", id="about-a-duty"),
        pytest.param("up to an additional 25%", None, 25, "up-to", id="an-additional"),
        pytest.param("a 25% duty", 25, 25, "exact", id="percent sign"),
        pytest.param("a 25-percent duty", 25, 25, "exact", id="joined by a hyphen"),
        pytest.param("a duty of 25 per cent", 25, 25, "exact", id="British"),
        pytest.param("a duty of 7.5 pct", 7.5, 7.5, "exact", id="decimals, abbreviated"),
        pytest.param("a twenty-five percent duty", 25, 25, "exact", id="in words"),
        pytest.param("Ten percent is the floor", 10, 10, "exact", id="a word with a capital"),
        pytest.param("a duty of 1,250%", 1250, 1250, "exact", id="thousands"),
        pytest.param("a duty of over 100%", 100, None, "over", id="over"),
        pytest.param("more than 50 percent", 50, None, "over", id="more than"),
        pytest.param("in excess of an 80% duty", 80, None, "over", id="an article between"),
        pytest.param("a duty of at least 15%", 15, None, "at-least", id="at least"),
        pytest.param("a minimum of 15%", 15, None, "at-least", id="a minimum of"),
        pytest.param("no less than 15%", 15, None, "at-least", id="no less than"),
        pytest.param("duties of up to 50%", None, 50, "up-to", id="up to"),
        pytest.param("duties as high as 50%", None, 50, "up-to", id="as high as"),
        pytest.param("capped at 15%", None, 15, "up-to", id="a ceiling"),
        pytest.param("no more than 35%", None, 35, "up-to", id="no more than is not more than"),
        pytest.param("not more than 35%", None, 35, "up-to", id="not more than"),
        pytest.param("a duty below 5%", None, 5, "below", id="below"),
        pytest.param("less than 5%", None, 5, "below", id="less than is not no less than"),
        pytest.param("about 12%", 12, 12, "about", id="about"),
        pytest.param("an average 12%", 12, 12, "about", id="an average"),
        pytest.param("duties of 10% to 25%", 10, 25, "range", id="range: to"),
        pytest.param("duties of 10-25%", 10, 25, "range", id="range: hyphen"),
        pytest.param("duties of 10–25 percent", 10, 25, "range", id="range: dash"),
        pytest.param("duties of 10 to 25 percent", 10, 25, "range", id="range: one unit"),
        pytest.param("between 10% and 25%", 10, 25, "range", id="range: between"),
        pytest.param("duties ranging from 10% to 25%", 10, 25, "range", id="range: ranging"),
        pytest.param("duty-free access", 0, 0, "exact", id="duty-free"),
        pytest.param("enter free of duty", 0, 0, "exact", id="free of duty"),
        pytest.param("zero tariffs on cars", 0, 0, "exact", id="zero tariffs"),
        pytest.param("zero percent on cars", 0, 0, "exact", id="zero percent is read once"),
    ],
)
def test_a_rate_has_bounds_in_percent_and_a_qualifier(
    text: str, low: float | None, high: float | None, qualifier: str
) -> None:
    assert read_rates(text) == [((low, high, qualifier), None)]


def exact(value: float) -> Bounds:
    return (value, value, "exact")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "raised from 10% to 25%", [(exact(10), "from"), (exact(25), "to")], id="from, to"
        ),
        pytest.param(
            "cut from 25 to 10 percent", [(exact(25), "from"), (exact(10), "to")], id="down"
        ),
        pytest.param(
            "raised to 25% from 10%", [(exact(25), "to"), (exact(10), "from")], id="to, from"
        ),
        pytest.param("cut to an 8% rate", [(exact(8), "to")], id="to alone"),
        pytest.param("10% and 25%", [(exact(10), None), (exact(25), None)], id="two rates"),
        pytest.param("25% to 10%", [(exact(25), None), (exact(10), "to")], id="falling: no range"),
    ],
)
def test_the_two_ends_of_a_change_are_told_apart(
    text: str, expected: list[tuple[Bounds, str | None]]
) -> None:
    assert read_rates(text) == expected


def test_each_end_of_a_change_quotes_its_own_words() -> None:
    text = "raised from 10% to 25 percent"
    words = [(text[m.span.begin : m.span.end], m.rate.text) for m in find_rates(text)]
    assert words == [("10%", "10%"), ("25 percent", "25 percent")]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        pytest.param("24 percentage points", True, id="percentage points"),
        pytest.param("a 24-percentage-point rise", True, id="joined by hyphens"),
        pytest.param("24 percent points", True, id="percent points"),
        pytest.param("24 percent", False, id="percent"),
    ],
)
def test_a_difference_of_rates_is_marked(text: str, points: bool) -> None:
    (found,) = find_rates(text)
    assert (found.rate.low, found.points) == (24, points)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("25 cars", id="a number"),
        pytest.param("10,2 percent", id="a decimal comma is not guessed at"),
        pytest.param("version 1.2.5%", id="digits out of a longer figure"),
        pytest.param("a dutiful percentage", id="words alone"),
    ],
)
def test_what_is_no_rate_is_left_alone(text: str) -> None:
    assert find_rates(text) == ()


def test_the_text_of_a_qualified_rate_has_its_qualifier() -> None:
    (found,) = find_rates("duties as high as 50%")
    assert found.rate == Rate(None, 50, "up-to", text="as high as 50%")


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        pytest.param("$200 billion of goods", 2e11, "USD", id="dollars"),
        pytest.param("US$1.5 million", 1.5e6, "USD", id="marked dollars"),
        pytest.param("C$30bn", 3e10, "CAD", id="another dollar"),
        pytest.param("HK$5", 5, "HKD", id="two letters"),
        pytest.param("€26 bn", 2.6e10, "EUR", id="euro"),
        pytest.param("£800", 800, "GBP", id="pound"),
        pytest.param("$1,250.50", 1250.5, "USD", id="thousands and cents"),
        pytest.param("a $5-million fine", 5e6, "USD", id="joined by a hyphen"),
        pytest.param("$3k", 3000, "USD", id="k"),
    ],
)
def test_a_sum_has_an_amount_and_a_currency(text: str, amount: float, currency: str) -> None:
    (found,) = find_money(text)
    assert found.amount == pytest.approx(amount)
    assert found.currency == currency


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        pytest.param("a 90-day pause", "P90D", id="days"),
        pytest.param("paused for 90 days", "P90D", id="days, plural"),
        pytest.param("for two weeks", "P2W", id="weeks in words"),
        pytest.param("for a month", "P1M", id="a month"),
        pytest.param("a three-year term", "P3Y", id="years"),
        pytest.param("for twenty-one days", "P21D", id="compound words"),
    ],
)
def test_a_length_of_time_is_an_iso_duration(text: str, duration: str) -> None:
    (found,) = find_durations(text)
    assert found.duration == duration


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("two weeks ago", id="a date"),
        pytest.param("a year earlier", id="another date"),
        pytest.param("a 24-year-old pact", id="an age"),
        pytest.param("1.5 daylight", id="no unit"),
    ],
)
def test_a_date_or_an_age_is_no_length_of_time(text: str) -> None:
    assert find_durations(text) == ()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("seven", 7),
        ("Forty-Two", 42),
        ("1,250.5", 1250.5),
        ("a", 1),
        ("a few", 3),
        ("couple of", 2),
        ("several", 3),
    ],
)
def test_numbers_are_read_in_words_and_figures(words: str, number: float) -> None:
    assert read_number(words) == number


@pytest.mark.parametrize("words", ["", "many", "twenty-dozen", "1.2.3"])
def test_what_is_no_number_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="could not convert"):
        read_number(words)
