"""Office holdings: who is said to hold which office.

A title beside a name is split into the office and whose it is (*Norway's trade minister*); the
office is the registry's of that name, of the person, owner or country, else the document's own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import repeat

from tradegraph.extractors.actors import find_holder
from tradegraph.extractors.jurisdictions import JURISDICTIONS
from tradegraph.extractors.office_owners import split_owner
from tradegraph.extractors.tellings import first_tellings
from tradegraph.extractors.title_words import is_office
from tradegraph.extractors.titles import find_titles
from tradegraph.identifiers import mint, slugify, tail
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Entity, Fact, Mention, OfficeHolding, Span
from tradegraph.registry import Registry

EXTRACTOR = "offices"
BODIES = frozenset(("GovernmentBody", "Court", "Company", "Organization", "InternationalBody"))
PUBLIC = frozenset((*JURISDICTIONS, "Administration", "GovernmentBody", "Court"))
PLURAL = ("NNS", "NNPS")
ENUMERATING = (",", "and", ", and", "&")


def find_offices(analysis: Analysis) -> Iterator[Fact]:
    """Yield the office holdings that the document states, and remember them in the analysis."""
    for fact in first_tellings(_read_titles(analysis), lambda fact: fact.content):
        if isinstance(fact.content, OfficeHolding):
            analysis.offices.setdefault(fact.content.person, fact.content.office)
            yield fact
    yield from _find_unnamed_holders(analysis)


def _read_titles(analysis: Analysis) -> Iterator[Fact]:
    people = [m for m in analysis.mentions if m.kind == "Person" and m.entity is not None]
    for index, mention in enumerate(people):
        for title in find_titles(analysis, mention):
            for person in _find_bearers(analysis, people, index, title):
                yield from _state_holding(analysis, person, title)


def _find_bearers(
    analysis: Analysis, people: Sequence[Mention], index: int, title: Sequence[Token]
) -> list[Mention]:
    """Return whom a title in the plural covers (*Justices Lee, Ruiz and Park*), else the one."""
    group = [people[index]]
    if not any(token.tag in PLURAL for token in title):
        return group
    before = title[0].begin < people[index].span.begin
    for other in people[index + 1 :] if before else reversed(people[:index]):
        first, last = sorted((group[-1].span, other.span))
        if analysis.document.text[first.end : last.begin].strip() not in ENUMERATING:
            break
        group.append(other)
    return group


def _find_unnamed_holders(analysis: Analysis) -> Iterator[Fact]:
    """Yield the offices by which people are called who are named elsewhere in the document."""
    named = {m.entity for m in analysis.mentions if m.kind == "Person"}
    for mention in analysis.mentions:
        person = find_holder(analysis, mention) if mention.kind == "Office" else None
        if person is None or person in analysis.offices or person not in named:
            continue
        held = analysis.registry.offices(person, analysis.document.published)
        office = mention.entity or next((c for c in mention.candidates if c in held), None)
        if office is not None:
            analysis.offices[person] = office
            holding = OfficeHolding(person, office)
            yield Fact(holding, (mention.span,), confidence=0.6, extractor=EXTRACTOR)


def _state_holding(analysis: Analysis, mention: Mention, title: Sequence[Token]) -> Iterator[Fact]:
    """Yield the holding that a title and a name state."""
    owner, core = split_owner(analysis, title)
    if not core or mention.entity is None:
        return
    known = None
    if not any(analysis.is_word(token, "former") for token in title):
        known = _choose_office(analysis, mention.entity, owner, _find_named(analysis, title, core))
    office = known or _introduce_office(analysis, mention.entity, owner, (title, core))
    begin = min(title[0].begin, mention.span.begin)
    passage = Span(begin, max(title[-1].end, mention.span.end))
    holding = OfficeHolding(mention.entity, office)
    yield Fact(holding, (passage,), confidence=0.93, extractor=EXTRACTOR)


def _find_named(
    analysis: Analysis, title: Sequence[Token], core: Sequence[Token]
) -> Collection[str]:
    """Return the offices of that name, or whose name includes the owner's: *NEC director*."""
    named = analysis.registry.offices_named
    wholes = (
        analysis.text(Span(token.begin, core[-1].end))
        for token in title
        if token.begin < core[0].begin
    )
    offices = named(_spell(analysis, core))
    return offices or next((offices for whole in wholes if (offices := named(whole))), ())


def _spell(analysis: Analysis, core: Sequence[Token]) -> str:
    """Return the office's words, in the singular; a plural in capitals is its own lemma."""
    last = core[-1]
    words = analysis.text(Span(core[0].begin, last.end))
    if last.tag not in PLURAL or not is_office(analysis, [last]):
        return words
    unchanged = last.lemma.lower() == last.lower
    single = last.text.removesuffix("s") if unchanged else last.lemma
    return words[: last.begin - core[0].begin] + single


def _introduce_office(
    analysis: Analysis,
    person: str,
    owner: str | None,
    told: tuple[Sequence[Token], Sequence[Token]],
) -> str:
    """Return the office of this title and core, which the document introduces.

    Without an owner it is of the only place that has such offices.
    """
    title, core = told
    registry, words = analysis.registry, _spell(analysis, core)
    if owner is None:
        held = {holding.office for holding in registry.holdings_by_person.get(person, ())}
        nouns = (t.lower for t in title if analysis.is_word(t, "office-noun"))
        pools = (held, *map(_public_offices, repeat(registry), (words, *nouns)))
        owner = next((place for pool in pools if (place := _only_place(analysis, pool))), None)
    iri = mint("office", slugify(f"{tail(owner) if owner else ''} {words}"))
    if iri not in registry.entities:
        label = analysis.text(Span(title[0].begin, title[-1].end))
        names = (words,) if words != label else ()
        analysis.entities.setdefault(iri, Entity(iri, "Office", label, names, owner))
    return iri


def _choose_office(
    analysis: Analysis, person: str, owner: str | None, named: Collection[str]
) -> str | None:
    """Return the only office of that name: the person's, the owner's, the country's, or at all."""
    registry = analysis.registry
    held = {holding.office for holding in registry.holdings_by_person.get(person, ())}
    place = analysis.jurisdiction(owner) if owner else None
    local = [
        office
        for office in named
        if place and registry.jurisdiction(office) == place and _may_own(analysis, owner, office)
    ]
    pools = (
        [office for office in (local if owner else named) if office in held],
        [office for office in named if owner and registry.value(office, "officeOf") == owner],
        local,
        () if owner else named,
    )
    return next((office for pool in pools if len(pool) == 1 for office in pool), None)


def _may_own(analysis: Analysis, owner: str | None, office: str) -> bool:
    """Tell whether the office may be the owner's: not one of another body of the same country."""
    own = analysis.registry.value(office, "officeOf")
    return own == owner or not {analysis.kind(each or "") for each in (own, owner)} <= BODIES


def _public_offices(registry: Registry, words: str) -> Collection[str]:
    """Return the offices of that name; none if firms and their like have such offices, too."""
    named = registry.offices_named(words)
    owners = {registry.kind(registry.value(office, "officeOf") or "") for office in named}
    return named if owners <= PUBLIC else ()


def _only_place(analysis: Analysis, offices: Collection[str]) -> str | None:
    places = {place for office in offices if (place := analysis.registry.jurisdiction(office))}
    return next(iter(places)) if len(places) == 1 else None
