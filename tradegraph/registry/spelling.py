"""How names may be written: pieces of text that are alike whatever accents, dots and hyphens.

*U.S.*, *U. S.* and *US* are one piece; so are *Türkiye* and *Turkiye*. A hyphen within a word
counts as a space, or as nothing: *anti-dumping*, *anti dumping*, *antidumping*. *&* is *and*. Case
is told apart afterwards, by `is_written_so`, since it is what tells *US* from *us*.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tradegraph.identifiers import UNDECOMPOSED

# Initials with dots: U.S., U.S, U. S.; letters; digits; an end of line; a mark
PIECE: Final = re.compile(
    r"""
    (?P<initials> (?<!\w) [^\W\d_] (?: (?:\.[^\W\d_])+ (?!\w) \.? | (?:\.\ [^\W\d_])+ \. (?!\w) ) )
    | [^\W\d_]+ | \d+ | (?P<hyphen> (?<=\w)-(?=\w) ) | [^\w\s] | _ | \n
    """,
    re.VERBOSE,
)
PLAIN: Final = str.maketrans("’‘ʼ“”–—", "'''\"\"--")
AND: Final = "&"
SHORTEST_FOLDED: Final = 3
"""A lower-case name shorter than this is not looked for."""
VOWELS: Final = "aeiou"
HISSING: Final = ("x", "z", "ch", "sh")
"""Endings after which a plural ends in *es*."""
SHORTEST_CAPITALS: Final = 4
"""A name shorter than this is not looked for in capitals: *PERU* is a country, *MAY* a month."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text by its key; `linked` if a hyphen joins it to the next."""

    key: str
    begin: int
    end: int
    linked: bool = False


def read_pieces(text: str, begin: int = 0) -> list[Piece]:
    """Return the pieces of a text from `begin` on, with offsets in it."""
    plain = text.translate(PLAIN)
    pieces: list[Piece] = []
    for match in PIECE.finditer(plain, begin):
        if match["hyphen"]:
            last = pieces[-1] if pieces else None
            if last is not None and last.end == match.start():
                pieces[-1] = Piece(last.key, last.begin, last.end, linked=True)
                continue
        pieces.append(Piece(make_key(match[0]), match.start(), match.end()))
    return pieces


def make_key(piece: str) -> str:
    """Return what is alike in all ways to write a piece."""
    if piece == AND:
        return "and"
    return _strip_dots(strip_accents(piece).lower())


def strip_accents(text: str) -> str:
    """Return the text with letters of the Latin alphabet only where they are such with accents."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(UNDECOMPOSED))
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def list_keys(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the keys of a name's pieces, and where it has hyphens also those with none."""
    pieces = read_pieces(name)
    yield tuple(piece.key for piece in pieces)
    if any(piece.linked for piece in pieces):
        joined: list[str] = []
        for index, piece in enumerate(pieces):
            if index and pieces[index - 1].linked:
                joined[-1] += piece.key
            else:
                joined.append(piece.key)
        yield tuple(joined)


def list_plural_keys(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the keys of the regular plural of a common noun: *copper tube*, *copper tubes*."""
    if not is_lower(name) or not name[-1:].isalpha() or name.endswith("s"):
        return
    if name.endswith("y") and name[-2:-1] not in VOWELS:
        yield from list_keys(f"{name[:-1]}ies")
    else:
        yield from list_keys(f"{name}{'es' if name.endswith(HISSING) else 's'}")


def is_lower(name: str) -> bool:
    """Tell whether a name has no capital, and so may be written with any."""
    return name == name.lower()


def is_written_so(words: str, name: str, *, in_capitals: bool) -> bool:
    """Tell whether words with a name's pieces are written as it is, as far as capitals tell.

    A name in lower case is found in any; one with capitals as it is, with a capital at every word
    (*Bank Of Arcadia*), or all in capitals if its line is, `in_capitals`.
    """
    if is_lower(name):
        return len(name) >= SHORTEST_FOLDED
    written, known = _read_letters(words), _read_letters(name)
    joined = "".join(known)
    if "".join(written) == joined:
        return True
    if in_capitals and len(joined) >= SHORTEST_CAPITALS and words.isupper():
        return True
    return len(written) == len(known) and all(
        one == other or (other.islower() and one == other.capitalize())
        for one, other in zip(written, known, strict=True)
    )


@lru_cache(maxsize=4096)
def _read_letters(words: str) -> tuple[str, ...]:
    """Return the letters of each piece, without accents and dots."""
    pieces = (match[0] for match in PIECE.finditer(words.translate(PLAIN)) if not match["hyphen"])
    return tuple("and" if piece == AND else _strip_dots(strip_accents(piece)) for piece in pieces)


def _strip_dots(piece: str) -> str:
    return piece if len(piece) < 2 else piece.replace(".", "").replace(" ", "")
