"""Which court a phrase means: by name, as *the court*, by its judge, or as spoken of last."""

from __future__ import annotations

from tradegraph.extractors.coordination import PREMODIFIERS
from tradegraph.extractors.coreference import HE, IT, THEY, resolve_pronoun
from tradegraph.extractors.court_references import (
    bench_of,
    court_by_level,
    courts_above,
    latest_court,
    level_of,
)
from tradegraph.extractors.grammar import objects_of
from tradegraph.extractors.organizations import PROPER, proper_name
from tradegraph.extractors.own_court import court_itself
from tradegraph.identifiers import mint, slugify
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Entity, Span

PRONOUNS = HE | IT | THEY
LONGEST_NAME = 4
"""Words of a court's name before its last one: *Norwood High Court*."""


def find_court(analysis: Analysis, token: Token | None) -> str | None:
    """Return the court that the noun or pronoun means, or None."""
    if token is None:
        return None
    mention = analysis.mention_at(token)
    if mention is not None and mention.kind == "Court":
        return mention.entity
    if mention is not None and mention.kind == "Person":
        bench = bench_of(analysis, mention.entity) if mention.entity else None
        return _owning_court(analysis, token) or bench
    described = mention is None or mention.kind == "Office"
    if described and analysis.is_word(token, "court-noun"):
        owner = _owning_court(analysis, token) or _named_court(analysis, token)
        itself = owner or court_itself(analysis, token) or court_by_level(analysis, token)
        return itself or latest_court(analysis, token)
    return _court_meant(analysis, token) if token.lower in PRONOUNS else None


def _court_meant(analysis: Analysis, pronoun: Token) -> str | None:
    """Return the court that *it* means, or on which *he* or *she* sits."""
    meant = next(iter(resolve_pronoun(analysis, pronoun)), None)
    if meant is None:
        return None
    return meant if analysis.kind(meant) == "Court" else bench_of(analysis, meant)


def first_court(analysis: Analysis, tokens: list[Token]) -> str | None:
    """Return the court that the first of the words to mean one means."""
    return next((court for token in tokens if (court := find_court(analysis, token))), None)


def _owning_court(analysis: Analysis, token: Token) -> str | None:
    """Return the court in *a judge of the trade court*, *the trade court's judges*."""
    related = objects_of(analysis, token, "of", "at", "on", "from")
    related += analysis.children(token, *PREMODIFIERS)
    for other in related:
        mention = analysis.mention_at(other)
        if mention is None or mention.entity is None:
            continue
        if mention.kind == "Court":
            return mention.entity
        below = _only_court_of(analysis, mention.entity)
        if below is not None:
            return below
    return None


def court_of_body(analysis: Analysis, tokens: list[Token]) -> str | None:
    """Return the court that sits for the first body named: *a complaint with the WTO*."""
    mentions = (analysis.mention_at(token) for token in tokens)
    bodies = (m.entity for m in mentions if m is not None and m.entity)
    return next((court for body in bodies if (court := _only_court_of(analysis, body))), None)


def _only_court_of(analysis: Analysis, body: str) -> str | None:
    """Return the body's court of first instance, or its only court: *a WTO panel*."""
    registry = analysis.registry
    courts = [c for c in registry.subjects("subBodyOf", body) if analysis.kind(c) == "Court"]
    trial = [c for c in courts if (registry.value(c, "courtLevel") or "").endswith("-trial")]
    sitting = trial or courts
    return sitting[0] if len(sitting) == 1 else None


def _named_court(analysis: Analysis, token: Token) -> str | None:
    """Return the court of a proper name that the registry does not know: *Norwood High Court*."""
    if token.tag not in PROPER or analysis.is_word(token, "judge-noun"):
        return None
    name = proper_name(analysis, token, LONGEST_NAME)
    if name == token.text:
        return None
    iri = mint("court", slugify(name))
    if iri not in analysis.registry.entities:
        analysis.entities.setdefault(iri, Entity(iri, "Court", name))
    return iri


def courts_near(analysis: Analysis, span: Span) -> list[str]:
    """Return the courts named inside the span."""
    return [m.entity for m in analysis.mentions_in(span, "Court") if m.entity]


def inferior_courts(analysis: Analysis, court: str) -> list[str]:
    """Return the courts named in the document that the court reviews."""
    named = {m.entity for m in analysis.mentions if m.kind == "Court" and m.entity}
    return sorted(c for c in named if c and analysis.registry.value(c, "reviewedBy") == court)


def is_superior(analysis: Analysis, court: str, below: str) -> bool:
    """Tell whether the court may review the other.

    It stands above it in the registry, or the registry does not know the other at all.
    """
    above = courts_above(analysis, below)
    if above or below in analysis.registry.entities:
        return court in above
    return court != below


def is_highest(analysis: Analysis, court: str) -> bool:
    """Tell whether the registry ranks the court as one that reviews last."""
    return level_of(analysis, court).endswith("-supreme")
