"""Which court a phrase means: by name, as *the court*, or by the ruling that is spoken of."""

from __future__ import annotations

from tradegraph.extractors.actors import resolve_pronoun
from tradegraph.extractors.grammar import objects_of
from tradegraph.identifiers import mint, slugify
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Entity, Span


def find_court(analysis: Analysis, token: Token | None) -> str | None:
    """Return the court that the noun or pronoun means, or None."""
    if token is None:
        return None
    mention = analysis.mention_at(token)
    if mention is not None and mention.kind == "Court":
        return mention.entity
    if mention is not None and mention.kind == "Person":
        return _owned(analysis, token) or (
            _bench_of(analysis, mention.entity) if mention.entity else None
        )
    if mention is None and analysis.is_word(token, "court-noun"):
        return _owned(analysis, token) or _named(analysis, token) or latest_court(analysis, token)
    if token.lower in ("it", "he", "she", "they", "its", "his", "her"):
        pronoun = resolve_pronoun(analysis, token)
        return pronoun[0] if pronoun and analysis.kind(pronoun[0]) == "Court" else None
    return None


def _bench_of(analysis: Analysis, person: str) -> str | None:
    """Return the court on which the person sits on the document's day."""
    offices = {*analysis.registry.offices(person, analysis.document.published)}
    own = analysis.offices.get(person)
    owners = {analysis.registry.value(o, "officeOf") for o in (*offices, *([own] if own else []))}
    courts = {o for o in owners if o and analysis.kind(o) == "Court"}
    return next(iter(courts)) if len(courts) == 1 else None


def _owned(analysis: Analysis, token: Token) -> str | None:
    """Return the court in *a judge of the trade court*, *the trade court's judges*."""
    related = [
        *objects_of(analysis, token, "of", "at", "on", "from"),
        *analysis.children(token, "poss", "compound", "nmod"),
    ]
    for other in related:
        mention = analysis.mention_at(other)
        if mention is None or mention.entity is None:
            continue
        if mention.kind == "Court":
            return mention.entity
        below = [
            c
            for c in analysis.registry.subjects("subBodyOf", mention.entity)
            if analysis.kind(c) == "Court"
        ]
        first = [
            c for c in below if (analysis.registry.value(c, "courtLevel") or "").endswith("-trial")
        ]
        if len(first or below) == 1:
            return (first or below)[0]
    return None


def _named(analysis: Analysis, token: Token) -> str | None:
    """Return the court of a proper name that the registry does not know: *Norwood High Court*."""
    if token.tag not in ("NNP", "NNPS") or token.lower in ("judge", "justice", "justices"):
        return None
    words = [token]
    for other in reversed(analysis.tokens[max(0, token.index - 4) : token.index]):
        if other.tag not in ("NNP", "NNPS"):
            break
        words.insert(0, other)
    if len(words) < 2:
        return None
    name = analysis.text(Span(words[0].begin, words[-1].end))
    iri = mint("court", slugify(name))
    if iri not in analysis.registry.entities:
        analysis.entities.setdefault(iri, Entity(iri, "Court", name))
    return iri


def latest_court(analysis: Analysis, token: Token) -> str | None:
    """Return the court that was named last before the word."""
    before = [
        m
        for m in analysis.mentions
        if m.kind == "Court" and m.entity and m.span.begin < token.begin
    ]
    return before[-1].entity if before else None


def courts_near(analysis: Analysis, span: Span) -> list[str]:
    """Return the courts named inside the span."""
    return [m.entity for m in analysis.mentions_in(span, "Court") if m.entity]


def inferior_courts(analysis: Analysis, court: str) -> list[str]:
    """Return the courts named in the document that the court reviews."""
    named = {m.entity for m in analysis.mentions if m.kind == "Court" and m.entity}
    return sorted(c for c in named if c and analysis.registry.value(c, "reviewedBy") == court)
