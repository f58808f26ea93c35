"""The operative language of orders, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from tradegraph.extractors.operative_acts import Act, find_acts

SIGNED = date(2031, 5, 2)
AT = "12:01 a.m. eastern daylight time on"
ENTERED = "entered for consumption, or withdrawn from warehouse for consumption,"
EFFECT = f"effective with respect to goods {ENTERED} on or after {AT} May 9, 2031"


def only(text: str) -> Act:
    (act,) = find_acts(text, SIGNED)
    return act


@pytest.mark.parametrize(
    ("sentence", "percent", "qualifier"),
    [
        (
            "All axles shall be subject to an additional ad valorem rate of duty of 25 percent.",
            25,
            "exact",
        ),
        (
            (
                "All axles will be, consistent with law, subject to an additional 7.5 percent ad "
                "valorem "
                "rate of duty."
            ),
            7.5,
            "exact",
        ),
        (
            "There shall be imposed an additional ad valorem rate of duty of 25 percent on axles.",
            25,
            "exact",
        ),
        (
            (
                "Accordingly, I impose, for a period of 150 days, a temporary import surcharge "
                "of 10 percent "
                "ad valorem on axles."
            ),
            10,
            "exact",
        ),
        (
            (
                "All axles that are subject to the additional rate of duty of 20 percent under "
                "that order "
                "shall instead be subject to an additional ad valorem rate of duty of 10 percent."
            ),
            10,
            "exact",
        ),
        (
            (
                "Axles that would otherwise be subject to a 25 percent tariff shall instead be "
                "subject to a "
                "10 percent tariff."
            ),
            10,
            "exact",
        ),
        (
            (
                "For such axles the sum of the Column 1 Duty Rate and the additional rate of "
                "duty shall be "
                "15 percent."
            ),
            15,
            "baseline",
        ),
    ],
)
def test_duty_is_laid(sentence: str, percent: float, qualifier: str) -> None:
    act = only(sentence)
    assert act.event == "entry-into-effect"
    assert act.rate is not None
    assert (act.rate.low, act.rate.high, act.rate.qualifier) == (percent, percent, qualifier)


@pytest.mark.parametrize(
    ("sentence", "event", "old", "new"),
    [
        (
            (
                "Heading 9903.41.01 shall be amended by deleting “34%” each place that it "
                "appears and by "
                "inserting “84%” in lieu thereof."
            ),
            "increase",
            34,
            84,
        ),
        (
            "The notice is amended by striking “20 percent” and inserting “10 percent”.",
            "decrease",
            20,
            10,
        ),
        (
            (
                "The rates are modified from an additional 25 percent ad valorem to an "
                "additional 50 percent "
                "ad valorem."
            ),
            "increase",
            25,
            50,
        ),
    ],
)
def test_rate_is_changed(sentence: str, event: str, old: float, new: float) -> None:
    act = only(sentence)
    assert act.rate is not None
    assert act.old_rate is not None
    assert (act.event, act.old_rate.low, act.rate.low) == (event, old, new)


@pytest.mark.parametrize(
    ("sentence", "event", "until", "duration"),
    [
        (
            "The additional ad valorem rates of duty are suspended for a period of 90 days.",
            "pause",
            None,
            "P90D",
        ),
        (
            (
                f"The schedule shall be modified by suspending headings 9903.41.01 until {AT} June "
                f"7, 2031."
            ),
            "pause",
            date(2031, 6, 6),
            None,
        ),
        (
            (
                f"I have determined to continue the suspension of the heightened additional duties "
                f"until "
                f"{AT} July 4, 2031."
            ),
            "extension",
            date(2031, 7, 3),
            None,
        ),
        ("Headings 9903.41.01 and 9903.41.02 are terminated.", "revocation", None, None),
        ("The additional duties shall no longer be in effect.", "revocation", None, None),
    ],
)
def test_course_of_a_duty_is_changed(
    sentence: str, event: str, until: date | None, duration: str | None
) -> None:
    act = only(sentence)
    assert (act.event, act.until, act.duration) == (event, until, duration)


LAID = "Axles shall be subject to an additional ad valorem rate of duty of 25 percent"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(f"{LAID}, {EFFECT}.", date(2031, 5, 9), id="in the sentence"),
        pytest.param(
            f"{LAID}. Such rate of duty shall apply with respect to goods {ENTERED} on or after "
            f"{AT} "
            "May 9, 2031.",
            date(2031, 5, 9),
            id="in the next sentence",
        ),
        pytest.param(
            f"{LAID}. Reports are due. The other changes are {EFFECT}.",
            date(2031, 5, 9),
            id="the only day that the order gives",
        ),
        pytest.param(
            f"{LAID}, with respect to goods {ENTERED} on or after 12:01 a.m. eastern daylight "
            f"time 7 "
            "days after the date of this order.",
            date(2031, 5, 9),
            id="counted from the signature",
        ),
        pytest.param(
            f"{LAID}. Part one is {EFFECT}. Part two applies to goods {ENTERED} on or after {AT} "
            "June 7, 2031.",
            None,
            id="two days and no hint which",
        ),
        pytest.param(f"{LAID}, {EFFECT.replace('May 9', 'May 39')}.", None, id="no day"),
        pytest.param(f"{LAID}.", None, id="none"),
    ],
)
def test_first_day_of_effect(text: str, day: date | None) -> None:
    act = next(iter(find_acts(text, SIGNED)))
    assert act.effective == day


def test_passage_holds_the_sentence_that_dates_the_act() -> None:
    text = f"Background. {LAID}. Such rate shall apply to goods {ENTERED} on or after {AT} May "
    "9, 2031."
    act = only(text)
    passages = [text[span.begin : span.end] for span in act.evidence]
    assert " ".join(passages) == text.removeprefix("Background. ")


def test_recital_tells_of_the_order_that_it_names() -> None:
    act = only(
        "In Executive Order 9999 of April 4, 2031 (On Axles), I determined to suspend, for a "
        "period "
        "of 90 days, application of the additional ad valorem duties."
    )
    assert (act.event, act.by, act.when) == ("pause", "Executive Order 9999", date(2031, 4, 4))


@pytest.mark.parametrize(
    "sentence",
    [
        "Should a partner retaliate, axles shall be subject to an additional duty of 25 percent.",
        "I may further modify the tariffs so that they are terminated.",
        "The tariffs shall continue unless such actions are expressly terminated.",
        "The partner has committed to suspend all of its additional tariffs.",
        "In the Secretary’s view, axles shall no longer be subject to the additional duties.",
        "The headings shall be terminated and replaced by new headings 9903.41.05.",
        "Growth rose from 2 to 3 and the plan was terminated.",
    ],
)
def test_what_is_no_act_is_left_out(sentence: str) -> None:
    assert list(find_acts(sentence, SIGNED)) == []
