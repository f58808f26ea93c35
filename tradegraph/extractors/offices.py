"""Office holdings: who is said to hold which office.

A title beside a name is split into the office and whose it is (*Norway's trade minister*); the
office is the registry's of that name, of the person, owner or country, else the document's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradegraph.extractors.actors import find_holder
from tradegraph.extractors.jurisdictions import ACTOR_KINDS
from tradegraph.extractors.tellings import first_tellings
from tradegraph.extractors.titles import JOINED, LINKS, POSSESSIVES, find_titles
from tradegraph.identifiers import mint, slugify, tail
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Entity, Fact, Mention, OfficeHolding, Span

EXTRACTOR = "offices"
OWNERS = ACTOR_KINDS - {"Person"}
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
    owner, core = _split_owner(analysis, title)
    if not core or mention.entity is None:
        return
    words = analysis.text(Span(core[0].begin, core[-1].end))
    if core[-1].tag in PLURAL:
        words = f"{words[: core[-1].begin - core[0].begin]}{core[-1].lemma}"
    office = _resolve_office(analysis, mention.entity, words, owner, title)
    begin = min(title[0].begin, mention.span.begin)
    passage = Span(begin, max(title[-1].end, mention.span.end))
    holding = OfficeHolding(mention.entity, office)
    yield Fact(holding, (passage,), confidence=0.93, extractor=EXTRACTOR)


def _split_owner(analysis: Analysis, title: Sequence[Token]) -> tuple[str | None, list[Token]]:
    """Separate whose office it is from the office: leading *US*, *China's*, later *of Norway*."""
    owner: str | None = None
    core = list(title)
    for token in title:
        mention = analysis.mention_at(token)
        if mention is None or mention.kind not in OWNERS or not mention.entity:
            continue
        owner = owner or mention.entity
        if core and token is core[0]:
            core = [t for t in core if not mention.span.begin <= t.begin < mention.span.end]
            while core and core[0].lower in JOINED:
                core = core[1:]
    return owner, _cut_owner(analysis, core, owner) if owner else core


def _cut_owner(analysis: Analysis, core: list[Token], owner: str) -> list[Token]:
    """Return the office without what follows from the owner's name on: *minister of Norway*."""
    mentions = [analysis.mention_at(token) for token in core]
    named = (i for i, m in enumerate(mentions) if i and m is not None and m.entity == owner)
    cut = next(named, None)
    if cut is None:
        return core
    core = core[:cut]
    while core and (core[-1].lower in (*LINKS, *POSSESSIVES) or core[-1].tag == "DT"):
        core = core[:-1]
    return core


def _resolve_office(
    analysis: Analysis, person: str, words: str, owner: str | None, title: Sequence[Token]
) -> str:
    """Return the registry's office of that name, or one that the document introduces."""
    registry = analysis.registry
    named = sorted(registry.offices_named(words))
    held = {holding.office for holding in registry.holdings_by_person.get(person, ())}
    former = any(analysis.is_word(token, "former") for token in title)
    known = None if former else _choose_office(analysis, named, held, owner)
    if known is not None:
        return known
    if owner is None:
        owner = _only_place(analysis, held) or _only_place(analysis, named)
    iri = mint("office", slugify(f"{tail(owner) if owner else ''} {words}"))
    if iri not in registry.entities:
        label = analysis.text(Span(title[0].begin, title[-1].end))
        names = (words,) if words != label else ()
        analysis.entities.setdefault(iri, Entity(iri, "Office", label, names, owner))
    return iri


def _choose_office(
    analysis: Analysis, named: Sequence[str], held: set[str], owner: str | None
) -> str | None:
    """Return the only office of that name: the person's, the owner's, the country's, or at all."""
    registry = analysis.registry
    place = analysis.jurisdiction(owner) if owner else None
    local = [office for office in named if place and registry.jurisdiction(office) == place]
    pools = (
        [office for office in (local if place else named) if office in held],
        [office for office in named if owner and registry.value(office, "officeOf") == owner],
        local,
        named,
    )
    return next((pool[0] for pool in pools if len(pool) == 1), None)


def _only_place(analysis: Analysis, offices: Sequence[str] | set[str]) -> str | None:
    places = {place for office in offices if (place := analysis.registry.jurisdiction(office))}
    return next(iter(places)) if len(places) == 1 else None
