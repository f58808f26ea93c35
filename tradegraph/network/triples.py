"""The triples of a knowledge graph, read property by property as rules on facts ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from tradegraph import vocabulary
from tradegraph.errors import UsageError
from tradegraph.network.source import Source
from tradegraph.network.territories import list_territories
from tradegraph.vocabulary import tg

LABELS: Final = (vocabulary.RDFS + "label", vocabulary.SKOS + "prefLabel")
TYPE: Final = vocabulary.RDF + "type"

Column = dict[str, Sequence[str]]
_NOTHING: Final[Sequence[str]] = ()


class Triples:
    """Subject, predicate, objects; each list of objects sorted and without repetition.

    A property is read whole when it is first asked for: a network needs a few dozen properties of
    all facts, and none of the texts and passages that make up most of a graph. `lang` is the
    language whose labels are preferred.
    """

    def __init__(self, source: Source, lang: str = "en") -> None:
        self.source = source
        self._lang = lang
        self._columns: dict[str, Column] = {}
        self._own: dict[str, Column] = {}
        self._inverse: dict[str, Column] = {}
        self._labels: dict[str, str] | None = None
        self._types: dict[str, set[str]] = {}
        self._instances: dict[str, list[str]] = {}

    def all(self, subject: str, predicate: str) -> Sequence[str]:
        """Return the objects of an ontology property, sorted; `predicate` is its local name."""
        column = self._own.get(predicate)
        if column is None:
            column = self._own[predicate] = self._read_column(tg(predicate))
        return column.get(subject, _NOTHING)

    def one(self, subject: str, predicate: str) -> str | None:
        """Return the first object of an ontology property, None when there is none."""
        found = self.all(subject, predicate)
        return found[0] if found else None

    def values(self, subject: str, predicate: str) -> Sequence[str]:
        """Return the objects of a property given by its whole IRI, sorted."""
        return self._read_column(predicate).get(subject, _NOTHING)

    def _read_column(self, predicate: str) -> Column:
        if predicate not in self._columns:
            self._columns[predicate] = _sort_column(self.source.pairs(predicate))
        return self._columns[predicate]

    def subjects(self, predicate: str, value: str) -> Sequence[str]:
        """Return the subjects with this object of an ontology property, sorted."""
        column = self._inverse.get(predicate)
        if column is None:
            pairs = ((value, subject) for subject, value in self.source.pairs(tg(predicate)))
            column = self._inverse[predicate] = _sort_column(pairs)
        return column.get(value, _NOTHING)

    def instances(self, kind: str) -> list[str]:
        """Return the subjects of an ontology class, sorted; `kind` is its local name."""
        found = self._instances.get(kind)
        if found is None:
            found = self._instances[kind] = sorted(self.source.subjects(TYPE, tg(kind)))
            for subject in found:
                self._types.setdefault(subject, set()).add(kind)
        return found

    def types(self, subject: str, among: Iterable[str]) -> set[str]:
        """Return which of these ontology classes a subject belongs to, by their local names."""
        for kind in among:
            if kind not in self._instances:
                self.instances(kind)
        return self._types.get(subject, set()).intersection(among)

    def notation(self, subject: str, predicate: str) -> str | None:
        """Return the notation of a code, `pause` for `code:event-pause`; None when there is none.

        A notation may hold hyphens (`event-entry-into-effect`), a scheme may not.
        """
        value = self.one(subject, predicate)
        return read_notation(value) if value else None

    def label(self, subject: str) -> str:
        """Return the label in the language asked for, in English, in any, or words of the IRI.

        Countries are named in many languages where Babel is installed. Raises UsageError for a
        language in which nothing has a name.
        """
        if self._labels is None:
            self._labels = self._read_labels()
        if subject in self._labels:
            return self._labels[subject]
        return subject.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1].replace("-", " ")

    def _read_labels(self) -> dict[str, str]:
        # The choice must not depend on the order of triples: language first, then alphabetical.
        best: dict[str, tuple[int, str]] = {}
        for name in LABELS:
            for subject, label, language in self.source.texts(name):
                rank = (self._rank_language(language), label)
                best[subject] = min(rank, best.get(subject, rank))
        labels = {subject: label for subject, (_, label) in best.items()}
        if self._lang.partition("-")[0] == "en":
            return labels
        own = {subject for subject, (rank, _) in best.items() if rank == 0}
        translated = {
            subject: name
            for subject, name in list_territories(self._lang).items()
            if subject in labels and subject not in own
        }
        if not own and not translated:
            how = (
                "'fr', 'zh' or another code; pip install 'tradegraph[draw]' for names of countries"
            )
            raise UsageError(f"nothing has a name in {self._lang!r}", where="--lang", how=how)
        return labels | translated

    def _rank_language(self, language: str | None) -> int:
        if language == self._lang:
            return 0
        return 1 if language in {None, "en"} else 2


def _sort_column(pairs: Iterable[tuple[str, str]]) -> Column:
    column: Column = {}
    for key, value in pairs:
        before = column.get(key)
        column[key] = (value,) if before is None else (*before, value)
    for key, values in column.items():
        if len(values) > 1:
            column[key] = tuple(sorted(set(values)))
    return column


@lru_cache(maxsize=4096)
def read_notation(code_iri: str) -> str:
    """Return the notation in the IRI of a code.

    >>> read_notation("https://w3id.org/tradegraph/code#event-entry-into-effect")
    'entry-into-effect'
    """
    return code_iri.removeprefix(vocabulary.CODE).partition("-")[2]
