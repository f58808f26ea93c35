"""The registry's entries by IRI, with their names and relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from pyoxigraph import Quad

from tradegraph import vocabulary
from tradegraph.identifiers import mint
from tradegraph.lexicon import LexicalEntry, Lexicon
from tradegraph.model import Entity
from tradegraph.registry.spelling import list_keys, list_plural_keys
from tradegraph.vocabulary import RDF, RDFS, SKOS, tg

OWNER_PROPERTIES: Final = ("bodyOf", "affiliation", "officeOf", "inCountry")
NAME_PROPERTIES: Final = {
    RDFS + "label": "label",
    SKOS + "altLabel": "alias",
    tg("demonym"): "demonym",
    tg("metonym"): "metonym",
    tg("familyName"): "family",
    tg("citation"): "citation",
}
UNSOUGHT: Final = ("family",)
"""Roles of names that are not looked for in text by themselves."""
JURISDICTIONS: Final = ("Country", "CustomsUnion")
LONGEST_CHAIN: Final = 6
"""So many steps an entry may be away from its jurisdiction; more are a circle."""
WORDS: Final = "LexicalEntry"
"""The class of entries that are words, not things."""


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
        """Tell whether the office may be held on that day."""
        return _covers(self.start, self.end, day)


Statements = Mapping[str, Mapping[str, Sequence[str]]]
"""Property to subject to values, all as plain text."""
GOODS: Final = mint("product", "")
"""How the names of goods begin; the plural of an office names several holders."""
Starts = Mapping[str, Sequence[Sequence[str]]]
"""Names by the key of their first piece: the keys of the others, text, entity and role of each."""


class Registry:
    """The registry's entries by IRI, with their names and relations.

    `statements` are the values of the ontology's properties, of labels and classes.
    """

    def __init__(
        self,
        statements: Statements,
        digest: str,
        parse_quads: Callable[[], tuple[Quad, ...]],
        starts: Starts | None = None,
    ) -> None:
        self.statements = statements
        self.digest = digest
        self._parse_quads = parse_quads
        self._starts = starts
        self._indexes: dict[str, dict[str, list[str]]] = {}

    @cached_property
    def quads(self) -> tuple[Quad, ...]:
        """All that the files state, parsed when it is asked for."""
        return self._parse_quads()

    def _values(self, subject: str, predicate: str) -> Sequence[str]:
        return self.statements.get(predicate, {}).get(subject, ())

    def _subjects(self, predicate: str, value: str) -> Sequence[str]:
        index = self._indexes.get(predicate)
        if index is None:
            index = self._indexes[predicate] = defaultdict(list)
            for subject, values in self.statements.get(predicate, {}).items():
                for each in values:
                    index[each].append(subject)
        return index.get(value, ())

    def values(self, subject: str, name: str) -> tuple[str, ...]:
        """Return the values of an ontology property, sorted."""
        return tuple(sorted(self._values(subject, tg(name))))

    def value(self, subject: str, name: str) -> str | None:
        """Return the first value of an ontology property."""
        return next(iter(self.values(subject, name)), None)

    def subjects(self, name: str, value: str) -> tuple[str, ...]:
        """Return the entries with this value of an ontology property, sorted."""
        return tuple(sorted(self._subjects(tg(name), value)))

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Return the entries of one class, sorted."""
        return tuple(sorted(self._subjects(RDF + "type", tg(kind))))

    def kind(self, iri: str) -> str | None:
        """Return the class of an entry."""
        entity = self.entities.get(iri)
        return entity.kind if entity else None

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Every named entry but the words."""
        found: dict[str, Entity] = {}
        owners = self._owners
        for subject, kinds in self.statements.get(RDF + "type", {}).items():
            kind = kinds[0].removeprefix(vocabulary.ONT)
            labels = self._values(subject, RDFS + "label")
            if labels and kind != WORDS and subject.startswith(vocabulary.ID):
                others = tuple(sorted(self._values(subject, SKOS + "altLabel")))
                found[subject] = Entity(subject, kind, labels[0], others, owners.get(subject))
        return found

    @property
    def _owners(self) -> Mapping[str, str]:
        """Whom each entry belongs to; an earlier of the properties says it where several do."""
        return {
            subject: min(values)
            for name in reversed(OWNER_PROPERTIES)
            for subject, values in self.statements.get(tg(name), {}).items()
        }

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name of every entity, sorted."""
        found = (
            Name(text, subject, role)
            for predicate, role in NAME_PROPERTIES.items()
            for subject, texts in self.statements.get(predicate, {}).items()
            if subject in self.entities
            for text in texts
        )
        return tuple(sorted(found, key=lambda name: (name.text, name.entity, name.role)))

    @cached_property
    def starts(self) -> Starts:
        """The names to look for in text, by the key of their first piece; no bare family names."""
        if self._starts is not None:
            return self._starts
        return group_names(name for name in self.names if name.role not in UNSOUGHT)

    def entities_named(self, text: str) -> tuple[str, ...]:
        """Return the entries of exactly this name, with or without an article."""
        names = self._entities_by_name
        return names.get(text) or names.get(text.removeprefix("The "), ())

    @cached_property
    def _entities_by_name(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for name in self.names:
            found[name.text][name.entity] = None
        return {text: tuple(entities) for text, entities in found.items()}

    def jurisdiction(self, iri: str) -> str | None:
        """Return the country or customs union that the entry is or belongs to.

        None for an entry of nobody in particular, as an international body.
        """
        for _ in range(LONGEST_CHAIN):
            entity = self.entities.get(iri)
            if entity is None:
                return None
            if entity.kind in JURISDICTIONS:
                return iri
            if entity.owner is None:
                return None
            iri = entity.owner
        return None

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

    def holders(self, office: str, day: date | None) -> tuple[str, ...]:
        """Return who may hold the office on that day."""
        held = self.holdings_by_office.get(office, ())
        return tuple(sorted({holding.person for holding in held if holding.covers(day)}))

    def offices(self, person: str, day: date | None) -> tuple[str, ...]:
        """Return the offices that the person may hold on that day."""
        held = self.holdings_by_person.get(person, ())
        return tuple(sorted({holding.office for holding in held if holding.covers(day)}))

    def offices_named(self, words: str) -> frozenset[str]:
        """Return the offices of that name, whatever the case."""
        return self._offices_by_name.get(words.lower(), frozenset())

    @cached_property
    def _offices_by_name(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name in self.names:
            if self.kind(name.entity) == "Office":
                found[name.text.lower()].add(name.entity)
        return {text: frozenset(offices) for text, offices in found.items()}

    def lasts(self, iri: str, day: date | None) -> bool:
        """Tell whether the entry, as an administration, may be in office on that day."""
        return _covers(_day(self.value(iri, "from")), _day(self.value(iri, "until")), day)

    def agencies_for(self, authority: str) -> tuple[str, ...]:
        """Return the bodies that the law charges with investigations under the authority."""
        laws = self.subjects("confers", vocabulary.code("authority", authority))
        return tuple(sorted({body for law in laws for body in self.values(law, "administeredBy")}))

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words that rules look for."""
        return Lexicon(
            LexicalEntry(lemma, pos, concept.removeprefix(vocabulary.CODE))
            for iri in self.of_kind(WORDS)
            for pos in ((self.value(iri, "partOfSpeech") or "").rpartition("#pos-")[2],)
            for concept in self.values(iri, "evokes")
            for lemma in self.values(iri, "lemma")
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _covers(start: date | None, end: date | None, day: date | None) -> bool:
    """Tell whether the day may lie in a time; unknown bounds and days do not exclude."""
    if day is None:
        return True
    return (start is None or start <= day) and (end is None or day < end)


def _group(
    holdings: Iterable[Holding], key: Callable[[Holding], str]
) -> dict[str, tuple[Holding, ...]]:
    grouped: dict[str, list[Holding]] = defaultdict(list)
    for holding in holdings:
        grouped[key(holding)].append(holding)
    return {name: tuple(found) for name, found in grouped.items()}


def group_names(names: Iterable[Name]) -> Starts:
    """Return names by the key of their first piece; goods are named in the plural as well."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in names:
        plural = list_plural_keys(name.text) if name.entity.startswith(GOODS) else ()
        for first, *rest in (*list_keys(name.text), *plural):
            found[first].append((" ".join(rest), name.text, name.entity, name.role))
    return dict(found)
