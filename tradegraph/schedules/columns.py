"""The three columns of rates on a typeset page: which words make a cell, and whose it is.

On some pages a rate is printed higher or lower than the row that it belongs to. As many cells in
a column as there are rows follow the order of the rows; otherwise a cell belongs to the row beside
which it begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

COLUMNS: Final = 3
"""General and special rates of column 1, and column 2."""
NEAR: Final = 6
"""Positions that differ by at most so much begin the same column."""
SHIFT: Final = 4
"""By so much may a line begin to the left of its column, where the one before it is narrow."""
GAP: Final = 2
"""Spaces that keep two columns apart."""
# a cell begins: The duty provided in ..., No change, Free, 15%, 4.4¢/kg, $1.50, See ...
OPENING: Final = re.compile(r"The$|[Nn]o$|Free|See$|\$?\d[\d.,]*(?:%|¢|/|$)")
# what was said is not finished: subheading +, a duty of
UNFINISHED: Final = re.compile(r"(?:\+|\bof)$")
# a cell may begin one space after the one before it: provided in The duty
PHRASE: Final = re.compile(r"The duty\b|No change\b", re.IGNORECASE)
BINDING: Final = "provided"
"""A word whose follower is in its column, however far to the right: provided in."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place in its line."""

    place: int
    text: str


@dataclass(slots=True)
class Cell:
    """The text of a cell, and the offset of the line on which it begins."""

    begin: int
    text: str


Lines = Sequence[tuple[int, tuple[Word, ...]]]
"""The offset of each line, and its words to the right of the descriptions."""


def read_columns(lines: Lines, rows: Sequence[int]) -> list[tuple[str, ...]]:
    """Return the cells of each row that begins at these offsets; an empty cell is empty text."""
    starts = _find_starts(lines)
    parts = [(begin, _split_columns(words, starts)) for begin, words in lines]
    columns = [
        _assign(list(_read_cells((begin, own[number]) for begin, own in parts)), rows)
        for number in range(COLUMNS)
    ]
    return list(zip(*columns, strict=True))


def _find_starts(lines: Lines) -> list[int]:
    """Return for each place in a line which column it belongs to, as the columns' first places."""
    places = sorted(
        word.place for _, words in lines for index, word in enumerate(words) if _opens(words, index)
    )
    starts: list[int] = []
    last = -NEAR - 1
    for place in places:
        if place - last > NEAR:
            starts.append(place)
        last = place
    return starts[:COLUMNS]


def _is_apart(words: Sequence[Word], index: int) -> bool:
    """Tell whether a gap stands before the word."""
    if index == 0:
        return True
    before = words[index - 1]
    return words[index].place - before.place - len(before.text) >= GAP


def _opens(words: Sequence[Word], index: int) -> bool:
    """Tell whether a cell begins with the word."""
    phrase = " ".join(each.text for each in words[index : index + 2])
    return bool(
        PHRASE.match(phrase) or (_is_apart(words, index) and OPENING.match(words[index].text))
    )


def _split_columns(words: Sequence[Word], starts: Sequence[int]) -> list[list[str]]:
    """Return the words of each column in a line.

    A column ends at a gap, where a new cell begins, or where the next column is reached.
    """
    own: list[list[str]] = [[] for _ in range(COLUMNS)]
    column = 0
    for index, word in enumerate(words):
        reached = max(bisect_right(starts, word.place + SHIFT) - 1, 0)
        bound = index > 0 and words[index - 1].text == BINDING
        if _is_apart(words, index) or _opens(words, index) or (reached > column and not bound):
            column = reached
        own[column].append(word.text)
    return own


def _read_cells(lines: Iterable[tuple[int, list[str]]]) -> Iterator[Cell]:
    """Yield the cells of a column, from top to bottom."""
    current: Cell | None = None
    for begin, own in lines:
        if not own:
            continue
        text = " ".join(own)
        opens = OPENING.match(own[0]) and not (current and UNFINISHED.search(current.text))
        if current is None or opens:
            if current:
                yield current
            current = Cell(begin, text)
        else:
            current.text += f" {text}"
    if current:
        yield current


def _assign(cells: Sequence[Cell], rows: Sequence[int]) -> list[str]:
    """Return the text of the cell of each row."""
    if len(cells) == len(rows):
        return [cell.text for cell in cells]
    texts = [""] * len(rows)
    for cell in cells:
        row = max(bisect_right(rows, cell.begin + NEAR * NEAR) - 1, 0)
        if rows and not texts[row]:
            texts[row] = cell.text
    return texts
