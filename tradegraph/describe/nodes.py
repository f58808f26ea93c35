"""One node in words: its kind, its label, its day and its properties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tradegraph.describe.names import shorten
from tradegraph.describe.rows import Row, select_about
from tradegraph.store import Store
from tradegraph.vocabulary import DCTERMS, ID, ONT, PREFIXES, PROV, RDFS, SKOS

LABELS = {f"{RDFS}label", f"{SKOS}prefLabel"}
HIDDEN = {
    *(ONT + name for name in ("isActual", "isCurated", "withinGroup")),
    *(ONT + name for name in ("notBefore", "notAfter", "datePrecision", "dateText", "dateAnchor")),
    *(ONT + name for name in ("from", "until")),
    *(ONT + name for name in ("text", "textLength", "sha256")),
}
"""Closures, flags and the parts of a date, which is shown as one."""

SPEAKS_FOR_ITSELF = tuple(
    ONT + name
    for name in (
        *("speaker", "issuedBy", "appellant", "filedBy", "conductedBy", "holder", "party"),
        *("participant", "eventType", "outcome", "negotiationStatus", "status", "office"),
        *("quotedText", "paraphrase"),
    )
)
"""What a line about a fact begins with, in this order and without the property's label."""

LEFT_OUT = {
    *(ONT + name for name in ("about", "reports", "madeIn", "verbatim", "observedOn", "inCase")),
    *(ONT + name for name in ("interim", "outlet", "relief", "scopeKind", "scopeText")),
    f"{DCTERMS}source",
}
"""What a line about a fact does without."""

LONGEST_VALUE = 160


@dataclass(frozen=True, slots=True)
class Value:
    """A value in words, with its IRI if it has one."""

    text: str
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """A property in words, with its values in alphabetical order."""

    iri: str
    label: str
    values: tuple[Value, ...]

    @property
    def text(self) -> str:
        """The values, separated by commas; words of a source in quotation marks."""
        joined = ", ".join(value.text for value in self.values)
        return f"“{joined}”" if self.iri == f"{ONT}quotedText" else joined


@dataclass(frozen=True, slots=True)
class Node:
    """What is stated about one IRI.

    `date` is a day, a range of days `FIRST..LAST`, `by LAST` or `after FIRST` for what happened
    once, `from FIRST until LAST` (the first day no longer) for what lasted, or None.
    """

    iri: str
    kind: str
    label: str | None
    aliases: tuple[str, ...]
    date: str | None
    date_text: str | None
    properties: tuple[Property, ...]

    @property
    def name(self) -> str:
        """The short name: `evt:stay-us-cafc-us-trump-2025-29a278ca`."""
        return shorten(self.iri)

    @property
    def first_day(self) -> str:
        """The earliest day that the date names, for sorting; what is undated comes last."""
        return next((word[:10] for word in (self.date or "").split() if word[:1].isdigit()), "9999")

    @property
    def wording(self) -> str:
        """The node in one line: its label, or its kind and what its properties say."""
        if self.label:
            return self.label
        leading = {each.iri: each for each in self.properties if each.iri in SPEAKS_FOR_ITSELF}
        parts = [leading[iri].text for iri in SPEAKS_FOR_ITSELF if iri in leading]
        shown = (each for each in self.properties if each.iri not in {*leading, *LEFT_OUT})
        parts += [f"{each.label} {each.text}" for each in shown]
        return "; ".join(parts)


def read_node(store: Store, iri: str) -> Node:
    """Return what the store states about `iri`, in the words of the ontology's labels."""
    return read_nodes(store, [iri])[iri]


def read_nodes(store: Store, iris: Iterable[str]) -> dict[str, Node]:
    """Return what the store states about each of `iris`."""
    wanted = list(iris)
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for row in select_about(store, "node", wanted):
        rows[row["node"]].append(row)
    nameless = {row["value"] for each in rows.values() for row in each if _needs_words(row)}
    kinds = _read_kinds(store, {*wanted, *nameless})
    return {iri: _node_of(iri, rows[iri], kinds) for iri in wanted}


def _node_of(iri: str, rows: list[Row], kinds: dict[str, str]) -> Node:
    labels = sorted({row["value"] for row in rows if row["property"] in LABELS})
    aliases = {row["value"] for row in rows if row["property"] == f"{SKOS}altLabel"}
    return Node(
        iri=iri,
        kind=kinds.get(iri, "thing"),
        label=labels[0] if labels else None,
        aliases=tuple(sorted(aliases | set(labels[1:]))),
        date=_date_of(rows),
        date_text=_first(rows, "dateText"),
        properties=_properties_of(rows, kinds),
    )


def _read_kinds(store: Store, iris: Iterable[str]) -> dict[str, str]:
    """Return the label of the narrowest class of each node that has a class."""
    kinds: dict[str, str] = {}
    for row in select_about(store, "kinds", sorted(iris)):
        name = row["label"] or shorten(row["kind"])
        kinds[row["node"]] = min(name, kinds.get(row["node"], name))
    return kinds


def _first(rows: list[Row], local: str) -> str | None:
    values = sorted(row["value"] for row in rows if row["property"] == ONT + local)
    return values[0] if values else None


def _date_of(rows: list[Row]) -> str | None:
    """Return the date in words; where documents differ, the bounds that all of them allow."""
    first, last = _bound(rows, "notBefore", max), _bound(rows, "notAfter", min)
    if first and last:
        return first if first == last else f"{first}..{last}"
    if first or last:
        return f"after {first}" if first else f"by {last}"
    since, until = _bound(rows, "from", max), _bound(rows, "until", min)
    words = [f"from {since}" if since else "", f"until {until}" if until else ""]
    seen = _bound(rows, "observedOn", min)
    return " ".join(filter(None, words)) or (f"as of {seen}" if seen else None)


def _bound(rows: list[Row], local: str, pick: Callable[[list[str]], str]) -> str | None:
    values = [row["value"] for row in rows if row["property"] == ONT + local]
    return pick(values) if values else None


def _properties_of(rows: list[Row], kinds: dict[str, str]) -> tuple[Property, ...]:
    values: defaultdict[tuple[str, str], set[Value]] = defaultdict(set)
    for row in rows:
        if _is_shown(row):
            label = row["propertyLabel"] or shorten(row["property"]).partition(":")[2]
            values[label, row["property"]].add(_value_of(row, kinds))
    return tuple(
        Property(iri, label, tuple(sorted(found, key=lambda value: value.text)))
        for (label, iri), found in sorted(values.items())
    )


def _is_shown(row: Row) -> bool:
    return row["property"].startswith((ONT, DCTERMS, PROV)) and row["property"] not in HIDDEN


def _needs_words(row: Row) -> bool:
    """Tell whether a value is one of our nodes without a label."""
    return not row["valueLabel"] and row["value"].startswith(ID) and _is_shown(row)


def _value_of(row: Row, kinds: dict[str, str]) -> Value:
    value = row["value"]
    if not value.startswith(tuple(PREFIXES.values())):
        return Value(_cut(value))
    if row["valueLabel"]:
        return Value(row["valueLabel"], value)
    return Value(f"{kinds.get(value, '')} {shorten(value)}".strip(), value)


def _cut(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= LONGEST_VALUE else joined[: LONGEST_VALUE - 1] + "…"
