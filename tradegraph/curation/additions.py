"""New entries, written into Turtle files of the user's own folder if they keep to the shapes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from tradegraph.curation.paragraphs import insert_entry
from tradegraph.errors import EngineError, InputError, UsageError
from tradegraph.identifiers import mint, slugify
from tradegraph.registry import Registry, load_registry
from tradegraph.registry.files import find_folder
from tradegraph.resources import REGISTRY_VARIABLE
from tradegraph.spelling import advise
from tradegraph.validate import validate_files
from tradegraph.vocabulary import DCTERMS, ID, RDF, RDFS, SKOS, XSD, tg


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of entry: its class, its folder of IRIs, its file, and what says whose it is."""

    kind: str
    folder: str
    file: str
    owner: str | None = None


SORTS: Final[Mapping[str, Sort]] = {
    "body": Sort("GovernmentBody", "body", "bodies.ttl", "bodyOf"),
    "organization": Sort("Organization", "body", "bodies.ttl"),
    "court": Sort("Court", "court", "courts.ttl", "bodyOf"),
    "outlet": Sort("MediaOutlet", "outlet", "outlets.ttl"),
}
PERSON: Final = Sort("Person", "person", "people.ttl")
HOLDING: Final = Sort("OfficeHolding", "situation", "holdings.ttl")


@dataclass(frozen=True, slots=True)
class Term:
    """An office with the first day in it and the first day no longer; None where not known."""

    office: str
    start: date | None = None
    end: date | None = None


def add_person(
    name: str, source: str, *, aliases: Sequence[str] = (), family: str | None, term: Term | None
) -> list[Path]:
    """Write a person, and the office they hold if one is given, and return the files written.

    Who is in the registry already only gets the office. Raises UsageError for an office that is
    not one of the registry's, and InputError for what breaks a shape; then nothing is written.
    """
    make_folder()
    registry = load_registry()
    iri = find_person(registry, name) or mint(PERSON.folder, slugify(name))
    entries: list[tuple[Sort, list[Triple]]] = []
    if iri not in registry.entities:
        known_as = name.rsplit(maxsplit=1)[-1] if family is None else family
        told = {tg("familyName"): [Literal(known_as)]}
        entries.append((PERSON, _describe(iri, PERSON, name, source, aliases) + _state(iri, told)))
    if term is not None:
        entries.append((HOLDING, _describe_holding(registry, iri, name, source, term)))
    if not entries:
        raise UsageError(f"{name!r} is in the registry", where=iri, how="add an --office")
    return _write(entries)


def add_entry(
    sort: str, name: str, source: str, *, aliases: Sequence[str] = (), owner: str | None = None
) -> list[Path]:
    """Write a body, organization, court or outlet, and return the files written.

    `owner` is the code of a jurisdiction or the last part of a body's IRI. Raises UsageError for an
    owner that the registry lacks or a name it has.
    """
    make_folder()
    registry, chosen = load_registry(), SORTS[sort]
    belongs = _find_owner(registry, owner) if owner else None
    prefix = f"{belongs.rpartition('/')[2].lower()} " if belongs else ""
    iri = mint(chosen.folder, slugify(f"{prefix}{name}"))
    same = [i for i in registry.entities_named(name) if registry.kind(i) == chosen.kind]
    if iri in registry.entities or same:
        raise UsageError(f"{name!r} is in the registry", where=[*same, iri][0])
    if belongs and not chosen.owner:
        raise UsageError(f"an {sort} belongs to nobody", where="--of", how="leave it out")
    triples = _describe(iri, chosen, name, source, aliases)
    if belongs and chosen.owner:
        triples += _state(iri, {tg(chosen.owner): [NamedNode(belongs)]})
    return _write([(chosen, triples)])


def make_folder() -> Path:
    """Return the folder of the user's own entries, made if it is not there.

    Raises UsageError if none is named, EngineError if it cannot be made.
    """
    folder = find_folder()
    if folder is None:
        how = f"--registry DIR, or {REGISTRY_VARIABLE}=DIR"
        raise UsageError("no folder of your own entries is named", how=how)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EngineError(error.strerror or str(error), where=str(folder)) from error
    return folder


def find_person(registry: Registry, name: str) -> str | None:
    """Return the person of exactly that name."""
    people = [i for i in registry.entities_named(name) if registry.kind(i) == PERSON.kind]
    return people[0] if len(people) == 1 else None


def find_office(registry: Registry, words: str) -> str:
    """Return the office of that name, or that its IRI ends in; raise UsageError unless one is."""
    iri = mint("office", words)
    if registry.kind(iri) == "Office":
        return iri
    named = sorted(registry.offices_named(words))
    if len(named) == 1:
        return named[0]
    ends = [each.removeprefix(f"{ID}office/") for each in named or registry.of_kind("Office")]
    if named:
        how = f"one of {', '.join(ends[:6])}{' ...' if len(ends) > 6 else ''}"
        raise UsageError(f"{len(named)} offices are called {words!r}", where="--office", how=how)
    how = advise(words, ends, otherwise="tradegraph show, for the office's name")
    raise UsageError(f"no office {words!r}", where="--office", how=how)


def _find_owner(registry: Registry, words: str) -> str:
    for folder, name in (("country", words.upper()), ("body", words), ("court", words)):
        if mint(folder, name) in registry.entities:
            return mint(folder, name)
    how = "a code such as NZ, or the end of a body's IRI"
    raise UsageError(f"no jurisdiction or body {words!r}", where="--of", how=how)


def _describe_holding(
    registry: Registry, person: str, name: str, source: str, term: Term
) -> list[Triple]:
    if term.start and term.end and term.end <= term.start:
        raise UsageError("the office ends before it begins", where="--until")
    office = find_office(registry, term.office)
    ends = [each.rpartition("/")[2] for each in (person, office)]
    year = [str(term.start.year)] if term.start else []
    iri = mint(HOLDING.folder, slugify("-".join(["holding", *ends]), 200))
    if iri in registry.statements.get(RDF + "type", {}):
        iri = f"{iri}-{'-'.join(year) or '2'}"
    label = f"{name}, {registry.entities[office].label}"
    days = {
        tg(bound): [Literal(day.isoformat(), datatype=NamedNode(XSD + "date"))]
        for bound, day in (("from", term.start), ("until", term.end))
        if day
    }
    who = {tg("holder"): [NamedNode(person)], tg("office"): [NamedNode(office)]}
    return _describe(iri, HOLDING, label, source, ()) + _state(iri, {**who, **days})


def _describe(
    iri: str, sort: Sort, label: str, source: str, aliases: Iterable[str]
) -> list[Triple]:
    """Return what every entry says: class, names, source, that somebody looked at it."""
    cited = NamedNode(source) if source.startswith(("http://", "https://")) else Literal(source)
    curated = Literal("true", datatype=NamedNode(XSD + "boolean"))
    return _state(
        iri,
        {
            RDF + "type": [NamedNode(tg(sort.kind))],
            RDFS + "label": [Literal(label, language="en")],
            SKOS + "altLabel": [Literal(each, language="en") for each in aliases],
            DCTERMS + "source": [cited],
            tg("isCurated"): [curated],
        },
    )


def _state(iri: str, values: Mapping[str, Sequence[NamedNode | Literal]]) -> list[Triple]:
    return [
        Triple(NamedNode(iri), NamedNode(predicate), value)
        for predicate, several in values.items()
        for value in several
    ]


def _write(entries: Sequence[tuple[Sort, list[Triple]]]) -> list[Path]:
    """Write entries into the user's folder, if all of it keeps to the shapes then."""
    folder = make_folder()
    written: dict[Path, str] = {}
    for sort, triples in entries:
        path = folder / sort.file
        before = written.get(path) or (path.read_text("utf-8") if path.is_file() else "")
        written[path] = insert_entry(before, triples)
    _demand_conformity(folder, written, [triples[0].subject for _, triples in entries])
    for path, text in written.items():
        temporary = path.with_name(f".{path.name}.new")
        temporary.write_text(text, "utf-8")
        temporary.replace(path)
    return list(written)


def _demand_conformity(folder: Path, written: Mapping[Path, str], added: Sequence[object]) -> None:
    """Raise InputError when one of the entries breaks a shape."""
    with tempfile.TemporaryDirectory() as scratch:
        copies = []
        for path in sorted({*folder.glob("*.ttl"), *written}):
            copy = Path(scratch) / path.name
            copy.write_text(written.get(path) or path.read_text("utf-8"), "utf-8")
            copies.append(copy)
        report = validate_files(copies)
    nodes = {getattr(node, "value", "") for node in added}
    for finding in report.findings:
        if finding.severity == "violation" and finding.focus in nodes:
            raise InputError(finding.message, where=finding.focus, how="correct it, then add again")
