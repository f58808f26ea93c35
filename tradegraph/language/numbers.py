"""Numbers in figures and in words."""

from __future__ import annotations

from typing import Final

NUMBER_WORDS: Final[dict[str, int]] = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
MAGNITUDES: Final[dict[str, float]] = {
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}

_WORDS = "|".join(NUMBER_WORDS)
_DIGIT_WORDS = "|".join(list(NUMBER_WORDS)[1:10])
IN_WORDS: Final = rf"(?:(?:{_WORDS})(?:-(?:{_DIGIT_WORDS}))?\b)"
"""Shortest text: one; also twenty-five."""
IN_FIGURES: Final = r"(?:(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
"""Shortest text: 5; also 1,250.5, and no digits out of the middle of a longer figure."""
VAGUE: Final = r"(?:(?:a[ ])?(?:few|couple[ ]of)|several|an?)"
"""Shortest text: a; also a few."""


def read_number(words: str, *, few: float = 3) -> float:
    """Return the number that the words stand for; `few` is what a vague plural stands for.

    Raises ValueError when they are no number.
    """
    words = words.lower().strip().removeprefix("a ")
    if words in ("a", "an"):
        return 1
    if words == "couple of":
        return 2
    if words in ("few", "several"):
        return few
    tens, _, unit = words.partition("-")
    if tens in NUMBER_WORDS and (not unit or unit in NUMBER_WORDS):
        return NUMBER_WORDS[tens] + (NUMBER_WORDS[unit] if unit else 0)
    return float(words.replace(",", ""))
