"""How annotators call things, read from `conventions.toml` beside this file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Conventions:
    """The annotators' words. `kinds` and `modalities` go from the ontology's codes to theirs.

    `court_codes` are pairs of a court's code and what else its IRI may hold.
    """

    kinds: Mapping[str, str]
    modalities: Mapping[str, str]
    up: frozenset[str]
    down: frozenset[str]
    noise: re.Pattern[str]
    office_noise: frozenset[str]
    government: re.Pattern[str]
    everyone: re.Pattern[str]
    court_prefix: re.Pattern[str]
    court_codes: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def read_conventions() -> Conventions:
    """Return the conventions."""
    told = tomllib.loads((files(__package__) / "conventions.toml").read_text("utf-8"))
    names, courts = told["names"], told["courts"]
    noise = "|".join(map(re.escape, names["noise"]))
    return Conventions(
        kinds=told["kinds"],
        modalities=told["modalities"],
        up=frozenset(told["directions"]["up"]),
        down=frozenset(told["directions"]["down"]),
        noise=re.compile(rf"\b(?:{noise})\b|\s+"),
        office_noise=frozenset(names["office_noise"]),
        government=re.compile(names["government"], re.VERBOSE),
        everyone=re.compile(names["everyone"]),
        court_prefix=re.compile(courts["prefix"]),
        court_codes=tuple((code, re.compile(held)) for code, held in courts["also"].items()),
    )
