"""The entries of one registry file, in the file's order, with their values by prefixed name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from tradegraph import resources
from tradegraph.vocabulary import ID, PREFIXES, RDF

NAMES = ("rdfs:label", "skos:altLabel")


@dataclass(frozen=True)
class Entry:
    """One registry entry: its IRI without the base, its class and its values."""

    iri: str
    values: dict[str, list[str]] = field(default_factory=dict)

    def all(self, *names: str) -> list[str]:
        """Return the values of the properties."""
        return [value for name in names for value in self.values.get(name, [])]

    def one(self, name: str) -> str | None:
        """Return the only value of the property, None without one."""
        values = self.values.get(name, [])
        assert len(values) < 2, f"{self.iri} has several {name}"
        return values[0] if values else None


def shorten(iri: str) -> str:
    """Return `country/CN` for an entry and `tg:Country` for a term."""
    if iri.startswith(ID):
        return iri.removeprefix(ID)
    spaces = [(space, short) for short, space in PREFIXES.items() if iri.startswith(space)]
    if not spaces:
        return iri
    space, short = max(spaces)
    return f"{short}:{iri.removeprefix(space)}"


def read_entries(file_name: str) -> dict[str, Entry]:
    """Return the entries of a registry file by IRI, in the order of the file."""
    (file,) = (found for found in resources.registry_files() if found.name == file_name)
    entries: dict[str, Entry] = {}
    for quad in parse(input=file.read_bytes(), format=RdfFormat.TURTLE):
        subject, value = quad.subject, quad.object
        assert isinstance(subject, NamedNode), f"{file_name} has the blank node {subject}"
        assert not isinstance(value, BlankNode | Triple), f"{subject} has a value without a name"
        iri = shorten(subject.value)
        entry = entries.setdefault(iri, Entry(iri))
        name = "a" if quad.predicate.value == f"{RDF}type" else shorten(quad.predicate.value)
        text = value.value if isinstance(value, Literal) else shorten(value.value)
        entry.values.setdefault(name, []).append(text)
    return entries


def find_shared(entries: Iterable[Entry], *names: str) -> dict[str, list[str]]:
    """Return the values that more than one entry has, with the entries."""
    owners: dict[str, list[str]] = {}
    for entry in entries:
        for value in set(entry.all(*names)):
            owners.setdefault(value, []).append(entry.iri)
    return {value: sorted(iris) for value, iris in sorted(owners.items()) if len(iris) > 1}


def find_repeated(values: Iterable[str]) -> list[str]:
    """Return the values that occur more than once."""
    return sorted(value for value, count in Counter(values).items() if count > 1)
