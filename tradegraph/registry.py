"""What tradegraph knows before it reads: names, offices, courts, law and words, from Turtle.

The files under `ontology/registry/` are knowledge and lexicon in one. Everything here is read from
them; nothing in Python names a country, a person or a word. Loading is cached by the files' digest.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from tradegraph import resources, vocabulary
from tradegraph.lexicon import Lexicon, LexicalEntry
from tradegraph.model import Entity
from tradegraph.vocabulary import RDF, RDFS, SKOS, tg

OWNER_PROPERTIES = ("bodyOf", "affiliation", "officeOf", "inCountry")
NAME_PROPERTIES = {
    RDFS + "label": "label",
    SKOS + "altLabel": "alias",
    tg("demonym"): "demonym",
    tg("metonym"): "metonym",
    tg("familyName"): "family",
    tg("citation"): "citation",
}
JURISDICTIONS = ("Country", "CustomsUnion")


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name an entity: `role` is label, alias, demonym, metonym, family or citation."""

    text: str
    entity: str
    role: str


@dataclass(frozen=True, slots=True)
class Holding:
    """A person in an office from `start` until the day before `end`; None where unknown."""

    person: str
    office: str
    start: date | None
    end: date | None

    def covers(self, day: date | None) -> bool:
        """Tell whether the office may be held on that day; unknown bounds and days do not exclude."""
        if day is None:
            return True
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


class Registry:
    """The registry's entries by IRI, with their names and relations."""

    def __init__(self, quads: Iterable[Quad], digest: str) -> None:
        self.quads = tuple(quads)
        self.digest = digest
        self._values: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._subjects: dict[tuple[str, str], list[str]] = defaultdict(list)
        for quad in self.quads:
            subject, predicate, value = (_plain(quad.subject), quad.predicate.value, _plain(quad.object))
            self._values[subject, predicate].append(value)
            self._subjects[predicate, value].append(subject)

    def values(self, subject: str, name: str) -> tuple[str, ...]:
        """Return the values of an ontology property, sorted."""
        return tuple(sorted(self._values.get((subject, tg(name)), ())))

    def value(self, subject: str, name: str) -> str | None:
        """Return the first value of an ontology property."""
        return next(iter(self.values(subject, name)), None)

    def subjects(self, name: str, value: str) -> tuple[str, ...]:
        """Return the entries with this value of an ontology property, sorted."""
        return tuple(sorted(self._subjects.get((tg(name), value), ())))

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Return the entries of one class, sorted."""
        return tuple(sorted(self._subjects.get((RDF + "type", tg(kind)), ())))

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Every named entry but the words."""
        found: dict[str, Entity] = {}
        for (subject, predicate), kinds in self._values.items():
            if predicate != RDF + "type" or not subject.startswith(vocabulary.ID):
                continue
            labels = self._values.get((subject, RDFS + "label"))
            kind = kinds[0].removeprefix(vocabulary.ONT)
            if labels and kind != "LexicalEntry":
                owner = next((self.value(subject, p) for p in OWNER_PROPERTIES if self.value(subject, p)), None)
                others = tuple(sorted(self._values.get((subject, SKOS + "altLabel"), ())))
                found[subject] = Entity(subject, kind, labels[0], others, owner)
        return found

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name of every entity, sorted."""
        return tuple(
            sorted(
                (
                    Name(text, subject, role)
                    for (subject, predicate), texts in self._values.items()
                    if (role := NAME_PROPERTIES.get(predicate)) and subject in self.entities
                    for text in texts
                ),
                key=lambda name: (name.text, name.entity, name.role),
            )
        )

    @cached_property
    def holdings(self) -> tuple[Holding, ...]:
        """Who held which office, and when."""
        return tuple(
            Holding(
                self.value(iri, "holder") or "",
                self.value(iri, "office") or "",
                _day(self.value(iri, "from")),
                _day(self.value(iri, "until")),
            )
            for iri in self.of_kind("OfficeHolding")
        )

    @cached_property
    def holdings_by_person(self) -> Mapping[str, tuple[Holding, ...]]:
        """The holdings of each person."""
        return _group(self.holdings, lambda holding: holding.person)

    @cached_property
    def holdings_by_office(self) -> Mapping[str, tuple[Holding, ...]]:
        """The holders of each office."""
        return _group(self.holdings, lambda holding: holding.office)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words that rules look for."""
        entries = []
        for iri in self.of_kind("LexicalEntry"):
            pos = (self.value(iri, "partOfSpeech") or "").rpartition("#pos-")[2]
            for concept in self.values(iri, "evokes"):
                name = concept.removeprefix(vocabulary.CODE)
                entries += [LexicalEntry(lemma, pos, name) for lemma in self.values(iri, "lemma")]
        return Lexicon(entries)

    @cached_property
    def _offices_by_name(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name in self.names:
            if self.kind(name.entity) == "Office":
                found[name.text.lower()].add(name.entity)
        return {text: frozenset(offices) for text, offices in found.items()}

    def entities_named(self, text: str) -> tuple[str, ...]:
        """Return the entries with exactly this name."""
        return tuple(dict.fromkeys(name.entity for name in self.names if name.text == text))

    def offices_named(self, words: str) -> frozenset[str]:
        """Return the offices of that name, whatever the case."""
        return self._offices_by_name.get(words.lower(), frozenset())

    def kind(self, iri: str) -> str | None:
        """Return the class of an entry."""
        entity = self.entities.get(iri)
        return entity.kind if entity else None

    def holders(self, office: str, day: date | None) -> tuple[str, ...]:
        """Return who may hold the office on that day."""
        held = self.holdings_by_office.get(office, ())
        return tuple(sorted({holding.person for holding in held if holding.covers(day)}))

    def offices(self, person: str, day: date | None) -> tuple[str, ...]:
        """Return the offices that the person may hold on that day."""
        held = self.holdings_by_person.get(person, ())
        return tuple(sorted({holding.office for holding in held if holding.covers(day)}))

    def lasts(self, iri: str, day: date | None) -> bool:
        """Tell whether the entry, as an administration, is in office on that day."""
        return Holding("", "", _day(self.value(iri, "from")), _day(self.value(iri, "until"))).covers(day)

    def agencies_for(self, authority: str) -> tuple[str, ...]:
        """Return the bodies that the law charges with investigations under the authority."""
        code = vocabulary.code("authority", authority)
        laws = self.subjects("confers", code)
        return tuple(sorted({body for law in laws for body in self.values(law, "administeredBy")}))

    def jurisdiction(self, iri: str) -> str | None:
        """Return the country or customs union that the entry is or belongs to.

        None for an entry of nobody in particular, as an international body.
        """
        for _ in range(6):
            entity = self.entities.get(iri)
            if entity is None:
                return None
            if entity.kind in JURISDICTIONS:
                return iri
            if entity.owner is None:
                return None
            iri = entity.owner
        return None


def _plain(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _group(holdings: Iterable[Holding], key: object) -> dict[str, tuple[Holding, ...]]:
    grouped: dict[str, list[Holding]] = defaultdict(list)
    for holding in holdings:
        grouped[key(holding)].append(holding)  # type: ignore[operator]
    return {name: tuple(found) for name, found in grouped.items()}


def load_registry() -> Registry:
    """Return the shipped registry; parsed once for the same files."""
    contents = tuple(file.read_bytes() for file in resources.registry_files())
    return _read_registry(contents, hashlib.sha256(b"\0".join(contents)).hexdigest())


@lru_cache(maxsize=2)
def _read_registry(contents: tuple[bytes, ...], digest: str) -> Registry:
    graph = NamedNode(vocabulary.GRAPH_REGISTRY)
    triples = (
        triple for content in contents for triple in parse(content, format=RdfFormat.TURTLE)
    )
    return Registry((Quad(t.subject, t.predicate, t.object, graph) for t in triples), digest)
