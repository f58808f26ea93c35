"""Rates in percent, sums of money and lengths of time in text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tradegraph.language.numbers import MAGNITUDES, NUMBER_WORDS, read_number
from tradegraph.model import Rate, Span

_WORDS = r"(?:" + "|".join(NUMBER_WORDS) + r")(?:-(?:" + "|".join(list(NUMBER_WORDS)[1:10]) + r"))?"
_NUMBER = rf"(?:\d+(?:\.\d+)?|\b{_WORDS})"
_PERCENT = r"\s?-?(?:%|per\s?cent\b|pct\b)"
_POINTS = r"(?:[ -]percentage[ -]points?)"

# "10% to 25%", "between 10 and 25 percent", "10-25%"
RANGE = re.compile(
    rf"(?P<lead>\bfrom |\bbetween |\branging from )?(?P<low>{_NUMBER})(?:{_PERCENT})?"
    rf"(?P<joint>\s?(?:-|–|—)\s?| to | and )(?P<high>{_NUMBER})(?:{_PERCENT}|{_POINTS})",
    re.IGNORECASE,
)
# "25%", "25 percentage points"
SINGLE = re.compile(rf"(?P<number>{_NUMBER})(?:{_PERCENT}(?P<points> points?)?|(?P<points2>{_POINTS}))", re.IGNORECASE)
# "duty-free", "zero tariffs"
ZERO = re.compile(r"\b(?:duty|tariff)[- ]free\b|\bzero(?=[- ](?:tariff|dut|rate))|\bfree of dut(?:y|ies)\b", re.IGNORECASE)
QUALIFIERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{words})(?: an?| the| additional| total of)?\s*$", re.IGNORECASE))
    for name, words in (
        ("over", "over|more than|above|exceeding|in excess of|greater than|beyond|upwards of"),
        ("at-least", "at least|no less than|not less than|a minimum of|minimum|starting at"),
        ("up-to", "up to|as much as|as high as|at most|a maximum of|maximum|no more than|capped at|not exceed|cap of"),
        ("below", "below|under|less than"),
        ("about", "about|around|roughly|nearly|almost|approximately|some|close to|an average of|average"),
    )
)
MONEY = re.compile(
    r"(?P<currency>US\$|\$|€|£|¥|C\$|A\$)\s?(?P<number>\d[\d,]*(?:\.\d+)?)"
    r"(?:[ -]?(?P<magnitude>trillion|billion|million|thousand|bn|tn|mn|[bmk])\b)?",
    re.IGNORECASE,
)
DURATION = re.compile(
    rf"\b(?P<number>\d+|{_WORDS}|a|an)[- ](?P<unit>day|week|month|year)s?\b(?! (?:ago|earlier|before|old))", re.IGNORECASE
)
DURATION_LETTER = {"day": "D", "week": "W", "month": "M", "year": "Y"}
CURRENCIES = {"us$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "c$": "CAD", "a$": "AUD"}


@dataclass(frozen=True, slots=True)
class RateMention:
    """A rate in the text; `side` is `from` or `to` where it is one end of a change."""

    span: Span
    rate: Rate
    side: str | None = None
    points: bool = False


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """A sum of money."""

    span: Span
    amount: float
    currency: str


@dataclass(frozen=True, slots=True)
class DurationMention:
    """A length of time, as an ISO 8601 duration."""

    span: Span
    duration: str


def find_rates(text: str, begin: int = 0) -> tuple[RateMention, ...]:
    """Return the rates in the text from `begin` on, in order."""
    found: list[RateMention] = []
    for match in RANGE.finditer(text, begin):
        found += _read_range(match)
    for match in SINGLE.finditer(text, begin):
        span = Span(*match.span())
        if any(span.overlaps(other.span) for other in found):
            continue
        value = read_number(match["number"])
        points = bool(match["points"] or match["points2"])
        found.append(RateMention(span, _qualified(text, match, value), _side(text, span), points))
    found += [
        RateMention(Span(*match.span()), Rate(0, 0, text=match[0]))
        for match in ZERO.finditer(text, begin)
    ]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _read_range(match: re.Match[str]) -> list[RateMention]:
    low, high = read_number(match["low"]), read_number(match["high"])
    lead, joint = (match["lead"] or "").strip().lower(), match["joint"].strip().lower()
    if joint == "and" and lead != "between":
        return []
    if lead == "from" and joint == "to":
        return [
            RateMention(Span(*match.span("low")), Rate(low, low, text=match["low"]), "from"),
            RateMention(
                Span(match.start("high"), match.end()),
                Rate(high, high, text=match.string[match.start("high") : match.end()]),
                "to",
            ),
        ]
    if low >= high:
        return []
    return [RateMention(Span(*match.span()), Rate(low, high, "range", text=match[0]))]


def _qualified(text: str, match: re.Match[str], value: float) -> Rate:
    lead = text[max(0, match.start() - 24) : match.start()]
    for name, pattern in QUALIFIERS:
        qualifier = pattern.search(lead)
        if qualifier is None:
            continue
        words = (lead[qualifier.start() :] + match[0]).strip()
        low = None if name in ("up-to", "below") else value
        high = None if name in ("over", "at-least") else value
        return Rate(low, high, name, text=words)
    return Rate(value, value, text=match[0])


def _side(text: str, span: Span) -> str | None:
    """Tell whether the rate stands after a bare `from` or `to`."""
    lead = text[max(0, span.begin - 14) : span.begin].lower()
    match = re.search(r"\b(from|to)(?: an?| the| about| around| over| as high as| up to)*\s*$", lead)
    return match[1] if match else None


def find_money(text: str, begin: int = 0) -> tuple[MoneyMention, ...]:
    """Return the sums of money in the text from `begin` on."""
    return tuple(
        MoneyMention(
            Span(*match.span()),
            float(match["number"].replace(",", "")) * MAGNITUDES.get((match["magnitude"] or "").lower(), 1),
            CURRENCIES[match["currency"].lower()],
        )
        for match in MONEY.finditer(text, begin)
    )


def find_durations(text: str, begin: int = 0) -> tuple[DurationMention, ...]:
    """Return the lengths of time in the text from `begin` on."""
    return tuple(
        DurationMention(
            Span(*match.span()),
            f"P{read_number(match['number']):.0f}{DURATION_LETTER[match['unit'].lower()]}",
        )
        for match in DURATION.finditer(text, begin)
    )
