"""Programmes and the powers they rest on: which statute, which of the registry's measure groups.

A measure's legal authority is what the statute or order named with it confers; a programme is
known by its name from shortly before its order is signed, and under the administration that
ordered it.
"""

from __future__ import annotations

from datetime import date, timedelta

from tradegraph.extractors.jurisdictions import administrations_of
from tradegraph.language.analysis import Analysis
from tradegraph.model import Mention, Span
from tradegraph.vocabulary import code

EARLIEST = timedelta(days=90)
"""How long before its instrument is signed a programme may be spoken of by its name."""
PROGRAMMES = ("MeasureGroup", "TariffMeasure")
AUTHORITY = "#authority-"


def confers(analysis: Analysis, mention: Mention) -> str | None:
    """Return the notation of the authority that a statute gives, or an order relies on."""
    if mention.entity is None:
        return None
    conferred = analysis.registry.value(mention.entity, "confers")
    return conferred.rpartition(AUTHORITY)[2] if conferred else None


def authorities_in(analysis: Analysis, span: Span) -> list[str]:
    """Return the authorities of the statutes and orders that the span names, in order."""
    mentions = analysis.mentions_in(span, "LegalInstrument")
    return [found for mention in mentions if (found := confers(analysis, mention))]


def name_authority(analysis: Analysis, mention: Mention | None) -> str | None:
    """Return the authority that a programme is called by: *the Section 232 duties*."""
    if mention is None or mention.kind not in PROGRAMMES:
        return None
    words, registry = analysis.text(mention.span).split(), analysis.registry
    begins = (" ".join(words[:end]) for end in range(len(words) - 1, 0, -1))
    forms = (form for name in begins for form in (name, name[:1].lower() + name[1:]))
    named = (iri for form in forms for iri in registry.entities_named(form))
    conferred = (registry.value(iri, "confers") for iri in named)
    return next((found.rpartition(AUTHORITY)[2] for found in conferred if found), None)


def bound_to(analysis: Analysis, authority: str | None) -> tuple[str, ...]:
    """Return whose law the authority is: the only one who lays the programmes that rest on it.

    Nothing for what many jurisdictions have, such as a law on dumping.
    """
    if authority is None:
        return ()
    registry = analysis.registry
    resting = registry.subjects("legalAuthority", code("authority", authority))
    layers = {place for measure in resting for place in registry.values(measure, "imposedBy")}
    return tuple(layers) if len(layers) == 1 else ()


def find_programme(analysis: Analysis, mention: Mention | None) -> str | None:
    """Return the registry's programme of that name, unless the document is older than it."""
    if mention is None or mention.entity is None:
        return None
    if mention.kind not in PROGRAMMES:
        return None
    return mention.entity if _is_known(analysis, mention.entity) else None


def find_layers(analysis: Analysis, mention: Mention | None) -> tuple[str, ...]:
    """Return who lays whichever programme the name may mean: *China's retaliatory tariffs*."""
    if mention is None or mention.kind not in PROGRAMMES:
        return ()
    meant = (mention.entity,) if mention.entity else mention.candidates
    layers = {p for programme in meant for p in analysis.registry.values(programme, "imposedBy")}
    return tuple(layers) if len(layers) == 1 else ()


def _is_known(analysis: Analysis, programme: str) -> bool:
    """Tell whether the programme can be spoken of on the document's day."""
    published, registry = analysis.document.published, analysis.registry
    signed = [
        date.fromisoformat(day)
        for instrument in registry.values(programme, "enactedBy")
        for day in registry.values(instrument, "signedOn")
    ]
    if published and signed and published < min(signed) - EARLIEST:
        return False
    ordering = registry.values(programme, "orderedBy")
    ordered = [actor for actor in ordering if registry.kind(actor) == "Administration"]
    return not ordered or any(registry.lasts(actor, published) for actor in ordered)


def find_policy(analysis: Analysis, authors: set[str]) -> str | None:
    """Return the registry's group of all measures of these authors' administrations, if just one.

    It has no legal authority of its own and is part of no other group.
    """
    registry = analysis.registry
    groups = {
        group
        for author in authors
        for administration in administrations_of(analysis, author)
        for group in registry.subjects("orderedBy", administration)
        if not registry.values(group, "partOfGroup")
        and not registry.values(group, "legalAuthority")
    }
    return next(iter(groups)) if len(groups) == 1 else None
