"""Determinations: what an agency finds when it inquires into trade, told without the inquiry.

Trade remedy law asks whether goods are dumped, subsidised or injure an industry (19 U.S.C. 1673),
impair security (19 U.S.C. 1862) or whether a practice burdens commerce (19 U.S.C. 2411); a finding
of that kind by an agency is a step of its investigation.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.grammar import find_agent
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

AGENCIES = ("GovernmentBody", "InternationalBody")
DETERMINING = "event-determination"
FOUND = ("ccomp", "xcomp", "dobj", "advcl", "parataxis", "prep")


def find_determinations(analysis: Analysis) -> Iterator[tuple[Token, str | None]]:
    """Yield the verbs by which agencies find what trade remedy law asks, with the agency.

    The agency is None where only *the inquiry* or *the investigating authority* is said to find.
    """
    for token in analysis.tokens:
        if token.pos != "verb" or DETERMINING not in analysis.concepts(token):
            continue
        if not _finds_remedy(analysis, token):
            continue
        agent = find_agent(analysis, token)
        agency = find_agency(analysis, agent)
        if agency is not None or (agent is not None and analysis.is_word(agent, "inquiring-noun")):
            yield token, agency


def find_agency(analysis: Analysis, agent: Token | None) -> str | None:
    """Return the body that the noun names, or whose head it names: *the Secretary of Commerce*."""
    if agent is None:
        return None
    mention = analysis.mention_at(agent)
    offices = [mention.entity] if mention is not None and mention.kind == "Office" else []
    actors = find_actors(analysis, agent)
    offices += [office for actor in actors for office in _offices_of(analysis, actor)]
    owners = [analysis.registry.value(office, "officeOf") for office in offices if office]
    bodies = (iri for iri in (*actors, *owners) if iri and analysis.kind(iri) in AGENCIES)
    return next(bodies, None)


def _offices_of(analysis: Analysis, actor: str) -> tuple[str, ...]:
    return tuple(analysis.registry.offices(actor, analysis.document.published))


def _finds_remedy(analysis: Analysis, verb: Token) -> bool:
    """Tell whether what is found is a matter of trade remedies."""
    clauses = analysis.children(verb, *FOUND)
    words = (word for clause in clauses for word in analysis.subtree(clause))
    return any(analysis.is_word(word, "remedy-word") for word in words)
