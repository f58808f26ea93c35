"""Whether an annotated name means an actor of the graph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import Final

from tradegraph.evaluation.conventions import read_conventions
from tradegraph.evaluation.facts import Names
from tradegraph.registry import Registry, load_registry

OWNER: Final = "of:"
"""Stands before the code of the jurisdiction that a body belongs to."""
COURT: Final = "court:"
"""Stands before a court's code."""
EVERYONE: Final = "ALL"
"""The code for all trading partners."""
JURISDICTION: Final = re.compile(r"[A-Z]{2}")
"""The code of a country or a customs union."""

ALIKE: Final = 0.84
"""From this share of common letters on two names are one, as spelling differs."""
LONG: Final = 3
"""A name or word of more letters than this is told from another by its letters."""
# what stands for no letter of a name: U.S., Int'l, "Co.", (Inc.)
PUNCTUATION: Final = re.compile(r"[‘’“”'\".,()]")
WORD: Final = re.compile(r"[a-z]+")

GOVERNMENTS: Final = frozenset({"CustomsUnion", "Administration"})
CALLED: Final = frozenset({"label", "alias", "demonym"})


@cache
def normalise(name: str) -> str:
    """Return the name in lower case without punctuation and without words that tell nothing."""
    bare = PUNCTUATION.sub("", name).lower()
    return read_conventions().noise.sub(" ", bare).strip() or bare


def matches_name(annotated: str, names: Names) -> bool:
    """Tell whether an annotated name or code is one of an actor's names, or nearly one."""
    stands_for = jurisdictions_of(annotated)
    if names & (stands_for | {OWNER + code for code in stands_for}):
        return True
    if names & {annotated, annotated.upper(), COURT + annotated.lower()}:
        return True
    if is_code(annotated):
        return False
    plain = normalise(annotated)
    return any(
        _resemble(plain, name)
        for name in names
        if not name.startswith((OWNER, COURT)) and not is_code(name)
    )


def matches_office(annotated: str, labels: Names) -> bool:
    """Tell whether the words of an annotated office all stand in one of an office's labels."""
    words = set(WORD.findall(annotated.lower())) - read_conventions().office_noise
    return any(words <= set(WORD.findall(label)) for label in labels)


def is_code(name: str) -> bool:
    """Tell whether a name is a jurisdiction's code, which is never compared by its letters."""
    return name == EVERYONE or JURISDICTION.fullmatch(name) is not None


def jurisdictions_of(annotated: str) -> frozenset[str]:
    """Return the codes of the jurisdiction that an unnamed government or its officials stand for.

    Chinese officials are those of whoever the registry calls Chinese; of whatever customs union or
    administration has a name of two words, of which this is the first.
    """
    government = read_conventions().government.fullmatch(annotated)
    return _codes_by_word().get(government["whose"], frozenset()) if government else frozenset()


def find_code(jurisdiction: str) -> str:
    """Return what annotators call a jurisdiction: the end of its IRI."""
    return jurisdiction.rstrip("/").rpartition("/")[2].upper()


@cache
def _resemble(plain: str, name: str) -> bool:
    if plain == name:
        return True
    if len(plain) > LONG and SequenceMatcher(None, plain, name).ratio() >= ALIKE:
        return True
    one, other = set(plain.split()), set(name.split())
    if not one or not other or not (one <= other or other <= one):
        return False
    return max(map(len, one & other)) > LONG


@cache
def _codes_by_word() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, code in _call_jurisdictions(load_registry()):
        found[word].add(code)
    return {word: frozenset(codes) for word, codes in found.items()}


def _call_jurisdictions(registry: Registry) -> Iterator[tuple[str, str]]:
    """Yield each word that a jurisdiction is called by, with its code."""
    for name in registry.names:
        jurisdiction = registry.jurisdiction(name.entity)
        if jurisdiction is None or name.role not in CALLED:
            continue
        word, _, rest = name.text.partition(" ")
        of_two_words = rest and " " not in rest and registry.kind(name.entity) in GOVERNMENTS
        if of_two_words or (name.entity == jurisdiction and not rest):
            yield word, find_code(jurisdiction)
