"""Numbers in figures and words."""

from __future__ import annotations

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = {word: value for value, word in enumerate(UNITS)} | {
    word: 10 * value for value, word in enumerate(TENS, 2)
}
MAGNITUDES = {
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


def read_number(words: str, few: float = 3) -> float:
    """Return the number that the words stand for; `few` is what a vague plural stands for.

    Raises ValueError when they are no number.
    """
    words = words.lower().strip()
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
