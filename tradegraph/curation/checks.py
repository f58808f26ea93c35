"""What is wrong with the registry's files.

Violations are what can be nothing but a mistake: an entry described in two files, one without a
source, a term that the ontology does not have. Warnings are to be looked at: two entries of one
name, a court or ministry beside another of the same name and country, an office with two holders at
once, a word of a class that no rule looks for. The shapes of the registry are checked as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.abc import Traversable
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from tradegraph import resources
from tradegraph.registry import Holding, Registry
from tradegraph.registry.files import RegistryFile, find_folder, read_files
from tradegraph.registry.loading import load_registry, parse_files
from tradegraph.validate import Finding, Report, validate_files
from tradegraph.validate.findings import make_report
from tradegraph.vocabulary import DCTERMS, ID, ONT, RDF, code, tg

RULE: Final = f"{ID}rule/registry-"
LEXICON: Final = "lexicon-"
APART: Final = ("Person", "Court", "Country", "CustomsUnion", "MediaOutlet")
"""Classes of which no two entries should have one label, wherever they belong."""
SHARING: Final = ("GovernmentBody", "Court", "Person", "MediaOutlet", "Country")
"""Classes of which two entries of one jurisdiction should not share an alias."""
FORMAL: Final = code("officekind", "formal")


def check_registry(*, shapes: bool = True) -> Report:
    """Return the findings about the registry's files, those of the user's own folder included.

    Without `shapes` SHACL is left out, which takes longest. Raises InputError for a file that
    cannot be read.
    """
    sources = read_files()
    registry = load_registry()
    described = {file.name: parse_files([file]) for file in sources}
    quads = [quad for each in described.values() for quad in each]
    found = [
        *find_repeated(described),
        *find_unsourced(described),
        *find_unknown_terms(described),
        *find_unsorted(sources),
        *find_same_labels(registry),
        *find_shared_aliases(registry),
        *find_two_holders(registry, quads),
        *find_unread_classes(registry),
    ]
    if shapes:
        found += validate_files(_find_paths(), deep=False).findings
    return make_report(found)


def find_repeated(described: dict[str, tuple[Quad, ...]]) -> Iterator[Finding]:
    """Yield the entries that are described in two files."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for name, quads in described.items():
        for quad in quads:
            if quad.predicate.value == RDF + "type" and isinstance(quad.subject, NamedNode):
                places[quad.subject.value].add(name)
    for iri, names in sorted(places.items()):
        if len(names) > 1:
            message = (
                f"An entry is described in one file only, not in {' and '.join(sorted(names))}."
            )
            yield Finding("violation", message, iri, RULE + "repeated", document=min(names))


def find_unsourced(described: dict[str, tuple[Quad, ...]]) -> Iterator[Finding]:
    """Yield the entries that name no source."""
    for name, quads in described.items():
        sourced = {q.subject for q in quads if q.predicate.value == DCTERMS + "source"}
        typed = {q.subject for q in quads if q.predicate.value == RDF + "type"}
        for node in sorted(typed - sourced, key=str):
            message = "An entry names its source (dcterms:source)."
            yield Finding("violation", message, _value(node), RULE + "source", document=name)


def find_unknown_terms(described: dict[str, tuple[Quad, ...]]) -> Iterator[Finding]:
    """Yield the classes and properties that the ontology does not have."""
    known = _read_terms()
    for name, quads in described.items():
        used = {quad.predicate.value for quad in quads}
        used |= {_value(quad.object) for quad in quads if quad.predicate.value == RDF + "type"}
        for term in sorted(term for term in used if term.startswith(ONT) and term not in known):
            message = "A term of the ontology is one that it has."
            yield Finding("violation", message, term, RULE + "term", document=name)


def find_unsorted(sources: Iterable[RegistryFile]) -> Iterator[Finding]:
    """Yield the files whose entries are not in order, with the first that is out of it."""
    for file in sources:
        subjects = [_value(q.subject) for q in parse(file.content, RdfFormat.TURTLE)]
        for before, after in pairwise(dict.fromkeys(subjects)):
            if after < before:
                message = f"Entries are sorted; this one comes before {before}."
                yield Finding("warning", message, after, RULE + "order", document=file.name)
                break


def find_same_labels(registry: Registry) -> Iterator[Finding]:
    """Yield the entries of one class and label."""
    entries: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for iri, entity in sorted(registry.entities.items()):
        if entity.kind in APART:
            entries[entity.kind, entity.label].append(iri)
    for (_, label), iris in sorted(entries.items()):
        for other in iris[1:]:
            message = "Two entries of one class have different labels."
            yield Finding("warning", message, other, RULE + "label", value=f"{label}: {iris[0]}")


def find_shared_aliases(registry: Registry) -> Iterator[Finding]:
    """Yield the entries of one class and jurisdiction that share a name."""
    bearers: defaultdict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
    for name in registry.names:
        entity = registry.entities[name.entity]
        if entity.kind in SHARING and name.role in ("label", "alias"):
            place = registry.jurisdiction(name.entity) or ""
            bearers[entity.kind, place, name.text][name.entity] = None
    for (_, _, text), iris in sorted(bearers.items()):
        first, *others = iris
        for other in others:
            message = "Entries of one class and jurisdiction share a name."
            yield Finding("warning", message, other, RULE + "alias", value=f"{text}: {first}")


def find_two_holders(registry: Registry, quads: Iterable[Quad]) -> Iterator[Finding]:
    """Yield the formal offices that two people hold at once."""
    formal = {
        _value(quad.subject)
        for quad in quads
        if quad.predicate.value == tg("officeKind") and _value(quad.object) == FORMAL
    }
    for office in sorted(formal):
        held = sorted(
            registry.holdings_by_office.get(office, ()),
            key=lambda each: (str(each.start or ""), each.person),
        )
        for one, other in pairwise(held):
            if one.person != other.person and _overlap(one, other):
                message = "A formal office has one holder at a time."
                yield Finding("warning", message, office, RULE + "holders", value=_pair(one, other))


def find_unread_classes(registry: Registry) -> Iterator[Finding]:
    """Yield the classes of words that no rule looks for."""
    classes = {each.concept for each in registry.lexicon.entries}
    for concept in sorted(each for each in classes if each.startswith(LEXICON)):
        names = (f'"{concept}"', f'"{concept.removeprefix(LEXICON)}"')
        if not any(name in _read_source() for name in names):
            message = "Some rule looks for each class of words."
            focus = code("lexicon", concept.removeprefix(LEXICON))
            yield Finding("warning", message, focus, RULE + "reader")


def _find_paths() -> list[Path]:
    """Return the registry's files on the disk, those of a zip left out."""
    folder = find_folder()
    own = sorted(folder.glob("*.ttl")) if folder else []
    shipped = [file for file in resources.registry_files() if isinstance(file, Path)]
    return list(dict.fromkeys(path.resolve() for path in (*shipped, *own)))


def _overlap(one: Holding, other: Holding) -> bool:
    """Tell whether two holdings of known first days share a day; an open end lasts."""
    if one.start is None or other.start is None:
        return False
    return one.end is None or other.start < one.end


def _pair(one: Holding, other: Holding) -> str:
    return f"{one.person} until {one.end or 'now'}, {other.person} from {other.start}"


@cache
def _read_terms() -> frozenset[str]:
    """Return the terms that the ontology defines."""
    contents = (file.read_bytes() for file in resources.ontology_files())
    quads = (quad for content in contents for quad in parse(content, RdfFormat.TURTLE))
    return frozenset(_value(quad.subject) for quad in quads if quad.predicate.value == RDF + "type")


@cache
def _read_source() -> str:
    """Return the program's own text, in which rules name the classes of words they look for."""
    root = files("tradegraph")
    return "\n".join(_read_python(root))


def _read_python(folder: Traversable) -> Iterator[str]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _read_python(entry)
        elif entry.name.endswith(".py"):
            yield entry.read_text("utf-8")


def _value(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
