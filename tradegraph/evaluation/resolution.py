"""How many of the names in annotated facts lead to the right entry of the registry.

A name is looked for where it is annotated: the mentions that the graph has in the fact's passages,
and then in the rest of the document. The first that is written like it decides. What the text says
in other words ("he", "the former minister") is looked up in the registry as of the document's day.
Of several entries none is chosen, and a name that no entry bears is unknown; neither is wrong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from tradegraph.evaluation.dataset import Dataset, Node
from tradegraph.evaluation.gold import read_gold
from tradegraph.evaluation.judging import KINDS, Judge, make_judge
from tradegraph.evaluation.name_list import ANY, AnnotatedName, is_description, list_names
from tradegraph.evaluation.names import COURT, is_code, matches_name, normalise
from tradegraph.identifiers import tail
from tradegraph.language.matcher import compile_matcher
from tradegraph.model import Document, Span
from tradegraph.registry import Registry, load_registry
from tradegraph.vocabulary import ID, code, tg

RIGHT: Final = "right"
WRONG: Final = "wrong"
AMBIGUOUS: Final = "ambiguous"
UNKNOWN: Final = "unknown"
EVERY_KIND: Final = "all"
LOWER: Final = ("courts", "authorities", "products")
"""Kinds that annotators call by codes or words in lower case."""
KIND_COLUMNS: Final = (
    "kind",
    "names",
    "right",
    "share",
    "wrong",
    "wrong_share",
    "ambiguous",
    "unknown",
)
UNRESOLVED_COLUMNS: Final = ("kind", "outcome", "document", "name", "owner", "entries")
PERSON: Final = f"{ID}person/"


@dataclass(frozen=True, slots=True)
class Linked:
    """A passage that the graph says names an entity."""

    span: Span
    words: str
    entity: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of a name: `outcome` is RIGHT, WRONG, AMBIGUOUS or UNKNOWN.

    `entities` are the entry that was chosen, or those that were left.
    """

    annotated: AnnotatedName
    kind: str
    outcome: str
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KindFigures:
    """How many names of a kind there are, once a document, and what became of them."""

    kind: str
    names: int
    right: int
    wrong: int
    ambiguous: int
    unknown: int

    @property
    def share(self) -> float:
        """The share that leads to the right entry, from 0 to 1."""
        return self.right / self.names if self.names else 1.0

    @property
    def wrong_share(self) -> float:
        """The share that leads to another entry, from 0 to 1."""
        return self.wrong / self.names if self.names else 0.0


def resolve_names(
    gold: Path, documents: Mapping[str, Document], dataset: Dataset
) -> list[Resolution]:
    """Return what becomes of the names in the annotated facts, document by document."""
    registry = load_registry()
    resolver = _Resolver(registry, make_judge(registry))
    texts = {name: document.text for name, document in documents.items()}
    mentions = read_mentions(dataset, documents)
    found: list[Resolution] = []
    for annotation in read_gold(gold, texts):
        document = documents[annotation.document]
        linked = mentions.get(document.iri, [])
        for annotated in list_names(annotation.document, annotation.facts):
            resolution = resolver.resolve(annotated, document, linked)
            described = annotated.kind not in LOWER and is_description(annotated.name)
            if resolution.outcome == RIGHT or not described:
                found.append(resolution)
    return found


def read_mentions(dataset: Dataset, documents: Mapping[str, Document]) -> dict[str, list[Linked]]:
    """Return the passages that name entities, by document, in order."""
    texts = {document.iri: document.text for document in documents.values()}
    found: defaultdict[str, list[Linked]] = defaultdict(list)
    for quad in dataset.match(tg("refersTo")):
        mention, entity = Node(dataset, quad.subject), Node(dataset, quad.object)
        for passage in mention.all("evidence"):
            where = passage.first("inDocument")
            begin, end = passage.offset("begin"), passage.offset("end")
            if where and where.value in texts and begin is not None and end is not None:
                words = texts[where.value][begin:end]
                found[where.value].append(Linked(Span(begin, end), words, entity.value))
    return {iri: sorted(each, key=lambda linked: linked.span) for iri, each in found.items()}


def list_kind_rows(figures: Iterable[KindFigures]) -> list[tuple[str | int | float, ...]]:
    """Return the figures as the cells of a table under `KIND_COLUMNS`; shares are 0 to 1."""
    return [
        (
            *(each.kind, each.names, each.right, each.share),
            *(each.wrong, each.wrong_share, each.ambiguous, each.unknown),
        )
        for each in figures
    ]


def list_unresolved_rows(resolutions: Iterable[Resolution]) -> list[tuple[str, ...]]:
    """Return the names that do not lead to the right entry, sorted, under `UNRESOLVED_COLUMNS`."""
    return sorted(
        (
            each.kind,
            each.outcome,
            each.annotated.document,
            each.annotated.name,
            each.annotated.owner or "",
            " ".join(iri.removeprefix(ID) for iri in each.entities),
        )
        for each in resolutions
        if each.outcome != RIGHT
    )


def count_resolutions(resolutions: Iterable[Resolution]) -> list[KindFigures]:
    """Return the figures of each kind and at last of all kinds."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in resolutions:
        counts[each.kind][each.outcome] += 1
        counts[EVERY_KIND][each.outcome] += 1
    return [
        KindFigures(
            kind,
            counts[kind].total(),
            *(counts[kind][outcome] for outcome in (RIGHT, WRONG, AMBIGUOUS, UNKNOWN)),
        )
        for kind in (*KINDS, EVERY_KIND)
    ]


class _Resolver:
    """Resolves names by a document's mentions, otherwise by the registry."""

    def __init__(self, registry: Registry, judge: Judge) -> None:
        self._registry = registry
        self._judge = judge
        self._matcher = compile_matcher(registry)

    def resolve(
        self, annotated: AnnotatedName, document: Document, linked: Sequence[Linked]
    ) -> Resolution:
        """Return what becomes of a name: by its passages, its document, at last by itself."""
        near = [each for each in linked if any(each.span.overlaps(s) for s in annotated.spans)]
        for mentions in (near, [] if annotated.kind == "offices" else linked):
            meant = self._read_mentions(annotated, mentions)
            if meant:
                return self._judge_entry(annotated, meant)
        found = self._look_up(annotated, document)
        if len(found) == 1:
            return self._judge_entry(annotated, found[0])
        kind = self._guess_kind(annotated, found, linked)
        return Resolution(annotated, kind, AMBIGUOUS if found else UNKNOWN, found)

    def _judge_entry(self, annotated: AnnotatedName, iri: str) -> Resolution:
        outcome = RIGHT if self._judge.is_right(annotated, iri) else WRONG
        return Resolution(annotated, self._guess_kind(annotated, (iri,)), outcome, (iri,))

    def _guess_kind(
        self, annotated: AnnotatedName, found: Sequence[str], linked: Sequence[Linked] = ()
    ) -> str:
        """Return the kind of a name that its role leaves open: the entry's, else a body's.

        Who is no entry is a person if the document's graph says so.
        """
        if annotated.kind != ANY:
            return annotated.kind
        if any(each.words == annotated.name and PERSON in each.entity for each in linked):
            return "people"
        classes = {self._registry.kind(iri) for iri in found}
        return next((kind for kind, of in KINDS.items() if classes & set(of)), "bodies")

    def _read_mentions(self, annotated: AnnotatedName, mentions: Sequence[Linked]) -> str | None:
        """Return the right entry if a mention leads there, else that of one written alike."""
        known = [each for each in mentions if each.entity in self._registry.entities]
        right = (each for each in known if self._judge.is_right(annotated, each.entity))
        alike = (each for each in known if self._is_alike(annotated, each))
        chosen = next(right, None) or next(alike, None)
        return chosen.entity if chosen else None

    def _is_alike(self, annotated: AnnotatedName, linked: Linked) -> bool:
        """Tell whether a passage is written like the name, or as a part of it.

        A jurisdiction's code is like each of the jurisdiction's names.
        """
        if annotated.kind == "countries" and is_code(annotated.name):
            named = self._registry.entities_named(linked.words)
            return any(self._judge.is_right(annotated, i) for i in named if i in self._places)
        words, name = _words(linked.words), _words(annotated.name)
        classes = KINDS.get(annotated.kind, ())
        part = self._registry.kind(linked.entity) in classes and bool(words) and words < name
        return words == name or part

    def _look_up(self, annotated: AnnotatedName, document: Document) -> tuple[str, ...]:
        """Return the entries of that name that may be meant on the document's day."""
        found = self._find_entries(annotated)
        classes = KINDS.get(annotated.kind, ())
        filters: tuple[Callable[[str], bool], ...] = (
            lambda iri: self._registry.kind(iri) in classes,
            lambda iri: self._judge.belongs(iri, annotated.owner),
            lambda iri: self._is_in_office(iri, annotated, document.published),
        )
        for is_kept in filters:
            found = [iri for iri in found if is_kept(iri)] or found
        return tuple(found)

    def _find_entries(self, annotated: AnnotatedName) -> list[str]:
        """Return the entries that bear exactly this name, or the first that has this code."""
        registry, name = self._registry, annotated.name
        if annotated.kind == "countries" and is_code(name):
            return [i for i in self._places if self._judge.is_right(annotated, i)][:1]
        if annotated.kind == "authorities":
            return [*registry.subjects("confers", code("authority", name))][:1]
        if annotated.kind == "courts" and (coded := self._find_court(name)):
            return coded
        if annotated.kind == "offices":
            return sorted(registry.offices_named(self._judge.strip_former(name)))
        matches = self._matcher.find(name)
        whole = (m for m in matches if _words(name[m.span.begin : m.span.end]) == _words(name))
        return sorted({each.entity for match in whole for each in match.names})

    def _find_court(self, name: str) -> list[str]:
        """Return the court of that code; a code that several share is that of one's own IRI."""
        courts = self._registry.of_kind("Court")
        found = [iri for iri in courts if COURT + name in self._judge.names(iri)]
        return [iri for iri in found if tail(iri) == name] or found

    def _is_in_office(self, iri: str, annotated: AnnotatedName, day: date | None) -> bool:
        """Tell whether the person holds an office on that day, or the office has that holder."""
        if self._registry.kind(iri) == "Person":
            return bool(self._registry.offices(iri, day))
        holders = self._registry.holders(iri, day)
        return any(
            matches_name(annotated.holder or "", self._judge.names(each)) for each in holders
        )

    @cached_property
    def _places(self) -> tuple[str, ...]:
        kinds = ("Country", "CustomsUnion")
        places = [iri for kind in kinds for iri in self._registry.of_kind(kind)]
        return (*places, *self._registry.of_kind("ActorGroup"))


def _words(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others."""
    return frozenset(normalise(name).split())
