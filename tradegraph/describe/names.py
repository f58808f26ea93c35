"""From the name a user types to the node that is meant, and from an IRI to a short name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tradegraph import vocabulary
from tradegraph.describe.rows import Row, select
from tradegraph.errors import UsageError
from tradegraph.queries_catalogue import expand_iri
from tradegraph.render import compact_iri
from tradegraph.spelling import advise
from tradegraph.store import Store

# evt:stay-us-cafc#2, the second event of that name
NUMBERED = re.compile(r"(?P<name>.+/[^#]+)(?P<number>#\d+)")
# What no IRI may hold (RFC 3987): blanks, control characters, <>"{}|\^`
NO_IRI = re.compile(r"[\x00-\x20<>\"{}|\\^`]")
MEASURES = vocabulary.ID + "measure/"
WORD = re.compile(r"\w+")
JOINING = frozenset(("and", "for", "of", "on", "the"))
"""Words that tell no measure from another: *tariffs on Canadian lumber*."""


def shorten(iri: str) -> str:
    """Return the IRI with a prefix, `per:scott-bessent`, or unchanged if none fits."""
    match = NUMBERED.fullmatch(iri)
    if match:
        short = compact_iri(match["name"])
        return short + match["number"] if short else iri
    return compact_iri(iri) or iri


def expand(name: str) -> str | None:
    """Return the IRI that `<IRI>`, `IRI`, `per:scott-bessent` or `person/scott-bessent` writes."""
    folder, slash, _ = name.partition("/")
    known = slash and f"{vocabulary.ID}{folder}/" in vocabulary.PREFIXES.values()
    iri = vocabulary.ID + name if known else expand_iri(name)
    return None if iri is None or NO_IRI.search(iri) else iri


def find_node(store: Store, name: str) -> str:
    """Return the IRI of the entity or document meant by an IRI, a short name or a name of it.

    Names are compared without regard to case; a full name goes before an
    alias or a surname, and a curated entry before what only a document names. A
    name that several things bear is an error that lists them. Raises UsageError.
    """
    name = name.strip()
    iri = expand(name)
    if iri and _has_statements(store, iri):
        return iri
    rows = list(select(store, "names"))
    found = _bearers(rows, name) or {row["node"] for row in rows if _ends(row["node"], name)}
    if len(found) == 1:
        return found.pop()
    if found:
        raise UsageError(f"{name!r} names several things", how=_one_of(found))
    how = advise(name, (row["name"] for row in rows), otherwise="tradegraph stats, or an IRI")
    raise UsageError(f"the graph knows nothing named {name!r}", how=how)


def find_measures(store: Store, name: str) -> tuple[str, ...]:
    """Return the IRIs of the measures and groups meant, at least one.

    Beside what `find_node` knows, words of a name will do: *steel tariffs* are all measures with
    both words in one of their names, curated ones before what only documents name. A name that
    several measures bear means them all. Raises UsageError.
    """
    rows = [row for row in select(store, "names") if row["node"].startswith(MEASURES)]
    found = _bearers(rows, name.strip()) or _worded(rows, name)
    return tuple(sorted(found)) or (find_node(store, name),)


def _worded(rows: Iterable[Row], name: str) -> set[str]:
    """Return what has all the words of a name in one of its own, curated entries if there are."""
    wanted = _split_words(name)
    fitting = [row for row in rows if wanted <= _split_words(row["name"])]
    curated = {row["node"] for row in fitting if row["curated"] == "true"}
    return curated or {row["node"] for row in fitting}


def _split_words(name: str) -> set[str]:
    """Return the words of a name without regard to case, plural and those that only join."""
    return {word.removesuffix("s") for word in WORD.findall(name.casefold())} - JOINING


def _bearers(rows: Iterable[Row], name: str) -> set[str]:
    """Return what bears a name best: a full name of a curated entry goes before the others."""
    bearers = [row for row in rows if row["name"].casefold() == name.casefold()]
    ranked = {row["node"]: (row["full"], row["curated"]) for row in bearers}
    for row in bearers:
        ranked[row["node"]] = max(ranked[row["node"]], (row["full"], row["curated"]))
    best = max(ranked.values(), default=None)
    return {node for node, rank in ranked.items() if rank == best}


def find_fact(store: Store, name: str) -> str:
    """Return the IRI of the fact meant by an IRI, a short name, or the beginning of one.

    `ruling-us-cit` is enough when only one asserted fact begins so. Raises UsageError.
    """
    name = name.strip()
    facts = sorted({row["fact"] for row in select(store, "facts")})
    iri = expand(name)
    if iri and _has_statements(store, iri):
        return iri
    wanted = shorten(iri) if iri else name
    beginning = [fact for fact in facts if _begins(fact, wanted)]
    if len(beginning) == 1:
        return beginning[0]
    if beginning:
        raise UsageError(f"{name!r} begins several facts", how=_one_of(beginning))
    short_names = [shorten(fact) for fact in facts]
    how = advise(name, short_names, otherwise="tradegraph export -f csv lists all facts")
    raise UsageError(f"no fact named {name!r}", how=how)


def _begins(iri: str, wanted: str) -> bool:
    short = shorten(iri)
    return short.startswith(wanted) or short.partition(":")[2].startswith(wanted)


def _ends(iri: str, local: str) -> bool:
    return iri.rpartition("/")[2] == local


def _has_statements(store: Store, iri: str) -> bool:
    return any(True for _ in select(store, "node", iri))


def _one_of(iris: Iterable[str]) -> str:
    short = sorted(shorten(iri) for iri in iris)
    more = f" or {len(short) - 6} more" if len(short) > 6 else ""
    return f"one of {', '.join(short[:6])}{more}"
