"""Rates in percent, sums of money and lengths of time in text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tradegraph.language.date_words import S
from tradegraph.language.numbers import IN_FIGURES, IN_WORDS, MAGNITUDES, read_number
from tradegraph.language.spans import Taken
from tradegraph.model import Rate, Span

LONGEST_LEAD: Final = 24
"""Characters before a rate in which a word may qualify it."""

_NUMBER = rf"(?: {IN_FIGURES} | \b{IN_WORDS} )"
_PERCENT = r"\s?-? (?: % | per\s?cent\b | pct\b )"
_POINTS = r"[ -] percentage [ -] points?\b"

# 10-25%, 10% to 25%, between 10 and 25 percent, from 10% to 25%
RANGE = re.compile(
    rf"""
    (?P<lead> \b (?: from | between | ranging\ from ) \s )?
    (?P<low> (?P<low_number> {_NUMBER} ) (?: {_PERCENT} )? )
    (?P<joint> \s?[-–—]\s? | \s (?: to | and ) \s )
    (?P<high> (?P<high_number> {_NUMBER} ) (?: {_PERCENT} | {_POINTS} ) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# 25%, twenty-five percent, 24 percentage points
SINGLE = re.compile(
    rf"""
    (?P<number> {_NUMBER} )
    (?: {_PERCENT} (?P<points> \s points?\b )? | (?P<percentage_points> {_POINTS} ) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
# duty-free, zero tariffs
ZERO = re.compile(
    r"""\b (?: (?: duty | tariff )[- ]free | free\ of\ dut(?: y | ies )
             | zero (?= [- ] (?: tariff | dut | rate ) ) )""",
    re.IGNORECASE | re.VERBOSE,
)
# A word right before the rate; of two, the one that begins earlier: no more than 25%
QUALIFIER = re.compile(
    r"""\b
    (?: (?P<over> over | more\ than | above | exceeding | in\ excess\ of | greater\ than | beyond
            | upwards\ of )
      | (?P<at_least> at\ least | (?: no | not )\ less\ than | (?: a\ )?minimum(?: \ of )?
            | starting\ at )
      | (?P<up_to> up\ to | as\ (?: much | high )\ as | at\ most | (?: no | not )\ more\ than
            | (?: a\ )?maximum(?: \ of )? | capped\ at | not\ exceed | cap\ of )
      | (?P<below> below | under | less\ than )
      | (?P<about> about | around | roughly | nearly | almost | approximately | some | close\ to
            | (?: an\ )?average(?: \ of )? )
    )
    (?: \ (?: an? | the | additional | extra | further | total\ of ) ){0,2} \s*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What a preposition binds to an article is no bound: talks over the 25% duty, under a 10% levy
BOUND = re.compile(
    r"\b(?:over|above|beyond|below|under|about|around) (?:an?|the)(?: \w+)?\s*$", re.IGNORECASE
)
# to 25%; from an 8.5%; to as high as 25%; not: up to 25%
SIDE = re.compile(
    r"""\b (?<! \bup\  ) (?P<side> from | to )
    (?: \ (?: an? | the | its | their | about | around | over | roughly | nearly | almost | just
            | only | some | (?: more | less )\ than | at\ least | as\ (?: high | much | low )\ as
            | up\ to
            | current | present | previous | earlier | existing | original | initial | former ) )*
    \s*$""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class RateMention:
    """A rate in the text; `side` is `from` or `to` where it is one end of a change.

    With `points` the figure is a difference of rates, in percentage points.
    """

    span: Span
    rate: Rate
    side: str | None = None
    points: bool = False


def find_rates(text: str, begin: int = 0) -> tuple[RateMention, ...]:
    """Return the rates in the text from `begin` on, in order, without overlaps."""
    taken = Taken()
    every = (
        mention
        for find in (_find_ranges, _find_singles, _find_zeros)
        for mention in find(text, begin)
        if taken.claim(mention.span)
    )
    return tuple(sorted(every, key=lambda mention: mention.span))


def _find_ranges(text: str, begin: int) -> Iterator[RateMention]:
    for match in RANGE.finditer(text, begin):
        low, high = read_number(match["low_number"]), read_number(match["high_number"])
        lead, joint = (match["lead"] or "").strip().lower(), match["joint"].strip().lower()
        if lead == "from" and joint == "to":
            yield _read_exact(match, "low", low, "from")
            yield _read_exact(match, "high", high, "to")
        elif low < high and (joint != "and" or lead == "between"):
            yield RateMention(Span(*match.span()), Rate(low, high, "range", text=match[0]))


def _read_exact(match: re.Match[str], group: str, value: float, side: str) -> RateMention:
    return RateMention(Span(*match.span(group)), Rate(value, value, text=match[group]), side)


def _find_singles(text: str, begin: int) -> Iterator[RateMention]:
    for match in SINGLE.finditer(text, begin):
        span = Span(*match.span())
        lead = text[max(begin, span.begin - LONGEST_LEAD) : span.begin]
        side = SIDE.search(lead)
        yield RateMention(
            span,
            _qualify(lead, match[0], read_number(match["number"])),
            side["side"].lower() if side else None,
            bool(match["points"] or match["percentage_points"]),
        )


def _qualify(lead: str, words: str, value: float) -> Rate:
    """Return the rate as the words before it bound it."""
    qualifier = QUALIFIER.search(lead)
    if qualifier is None or qualifier.lastgroup is None or BOUND.search(lead):
        return Rate(value, value, text=words)
    name = qualifier.lastgroup.replace("_", "-")
    low = None if name in ("up-to", "below") else value
    high = None if name in ("over", "at-least") else value
    return Rate(low, high, name, text=(lead[qualifier.start() :] + words).strip())


def _find_zeros(text: str, begin: int) -> Iterator[RateMention]:
    for match in ZERO.finditer(text, begin):
        yield RateMention(Span(*match.span()), Rate(0, 0, text=match[0]))


DOLLARS: Final = {
    "": "USD",
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "hk": "HKD",
    "mx": "MXN",
    "nt": "TWD",
    "nz": "NZD",
    "r": "BRL",
    "s": "SGD",
}
"""What the letters before a dollar sign make of it (ISO 4217)."""
SIGNS: Final = {"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW"}
DURATION_LETTERS: Final = {"day": "D", "week": "W", "month": "M", "year": "Y"}

# $5, US$50 billion, €2bn
MONEY = re.compile(
    rf"""
    (?: (?<![^\W\d_]) (?P<letters> {"|".join(sorted(DOLLARS, reverse=True))} ) \$
      | (?P<sign> [{"".join(SIGNS)}] ) )
    \s? (?P<number> \d[\d,]*(?:\.\d+)? )
    (?: [ \u00a0-]? (?P<magnitude> {"|".join(sorted(MAGNITUDES, key=len, reverse=True))} ) \b )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# 90 days, a 90-day pause, two weeks; not: two weeks ago, a year-old pact
DURATION = re.compile(
    rf"""
    (?<! [\w.,] ) (?P<number> \d+ | {IN_WORDS} | an? ) (?: {S} | - )
    (?P<unit> day | week | month | year )s? \b
    (?! {S} (?: ago | earlier | before | old ) | -old )
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """A sum of money; `currency` by ISO 4217."""

    span: Span
    amount: float
    currency: str


@dataclass(frozen=True, slots=True)
class DurationMention:
    """A length of time, as an ISO 8601 duration."""

    span: Span
    duration: str


def find_money(text: str, begin: int = 0) -> tuple[MoneyMention, ...]:
    """Return the sums of money in the text from `begin` on."""
    return tuple(_read_money(match) for match in MONEY.finditer(text, begin))


def _read_money(match: re.Match[str]) -> MoneyMention:
    sign, letters = match["sign"], (match["letters"] or "").lower()
    magnitude = MAGNITUDES.get((match["magnitude"] or "").lower(), 1)
    amount = read_number(match["number"]) * magnitude
    return MoneyMention(Span(*match.span()), amount, SIGNS[sign] if sign else DOLLARS[letters])


def find_durations(text: str, begin: int = 0) -> tuple[DurationMention, ...]:
    """Return the lengths of time in the text from `begin` on."""
    return tuple(
        DurationMention(
            Span(*match.span()),
            f"P{read_number(match['number']):.0f}{DURATION_LETTERS[match['unit'].lower()]}",
        )
        for match in DURATION.finditer(text, begin)
    )
