"""Which formats there are for tables and for graphs, and which one a file's name asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from tradegraph.errors import UsageError
from tradegraph.spelling import advise


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name, the suffixes of its files, the first one ours, and its media type."""

    name: str
    suffixes: tuple[str, ...]
    media_type: str


def _by_name(*formats: Format) -> dict[str, Format]:
    return {each.name: each for each in formats}


TABLE_FORMATS: Final = _by_name(
    Format("table", (".txt",), "text/plain"),
    Format("csv", (".csv",), "text/csv"),
    Format("tsv", (".tsv",), "text/tab-separated-values"),
    Format("json", (".json", ".srj"), "application/sparql-results+json"),
    Format("xml", (".xml", ".srx"), "application/sparql-results+xml"),
    Format("md", (".md",), "text/markdown"),
)
"""What a SELECT or an ASK can be written as."""

GRAPH_FORMATS: Final = _by_name(
    Format("turtle", (".ttl",), "text/turtle"),
    Format("trig", (".trig",), "application/trig"),
    Format("nt", (".nt",), "application/n-triples"),
    Format("nq", (".nq",), "application/n-quads"),
    Format("json-ld", (".jsonld",), "application/ld+json"),
    Format("rdfxml", (".rdf", ".owl"), "application/rdf+xml"),
    Format("csv", (".csv",), "text/csv"),
)
"""What a graph can be written as; `csv` is one row a fact."""


def find_format(name: str, formats: Mapping[str, Format]) -> Format:
    """Return the format of this name; raises UsageError with the nearest one."""
    if name not in formats:
        how = advise(name, formats, otherwise=f"one of {', '.join(formats)}")
        raise UsageError(f"no format named {name!r}", how=how)
    return formats[name]


def guess_format(path: PurePath | str, formats: Mapping[str, Format]) -> str:
    """Return the name of the format that a file's suffix asks for; raises UsageError."""
    suffix = PurePath(path).suffix.lower()
    found = next((each.name for each in formats.values() if suffix in each.suffixes), None)
    if found is None:
        known = ", ".join(suffix for each in formats.values() for suffix in each.suffixes)
        what = f"the suffix {suffix!r} names no format" if suffix else "the name has no suffix"
        raise UsageError(what, where=str(path), how=f"-f FORMAT, or one of {known}")
    return found
