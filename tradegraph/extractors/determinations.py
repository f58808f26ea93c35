"""Determinations: what an agency finds when it inquires into trade, told without the inquiry.

Trade remedy law asks whether goods are dumped, subsidised or injure an industry (19 U.S.C. 1673),
impair security (19 U.S.C. 1862) or whether a practice burdens commerce (19 U.S.C. 2411); a finding
of that kind by an agency is a step of its investigation.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.grammar import clause_verb, find_agent, owners_of
from tradegraph.extractors.jurisdictions import administrations_of
from tradegraph.extractors.programmes import authorities_in
from tradegraph.extractors.settings import find_issuer
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Span

AGENCIES = ("GovernmentBody", "InternationalBody")
DETERMINING = "event-determination"
MYSELF = "i"
NOTICE = "fr-notice"
FOUND = ("ccomp", "xcomp", "dobj", "advcl", "parataxis", "prep", "acl", "compound", "relcl")


def find_determinations(analysis: Analysis) -> Iterator[tuple[Token, str | None]]:
    """Yield the words by which agencies find what trade remedy law asks, with the agency.

    The agency is None where only *the inquiry* or *the investigating authority* is said to find.
    """
    for token in analysis.tokens:
        if DETERMINING not in analysis.concepts(token):
            continue
        if token.pos == "noun":
            agency = _agency_of_finding(analysis, token)
            if agency is not None and _finds_remedy(analysis, token):
                yield token, agency
        elif token.pos == "verb":
            agent = find_agent(analysis, token)
            agency = find_agency(analysis, agent) or _own_administration(analysis, agent)
            inquiring = agent is not None and analysis.is_word(agent, "inquiring-noun")
            if agency is None and not inquiring:
                continue
            if _finds_remedy(analysis, token) or _determines_by_law(analysis, token, agency):
                yield token, agency


def _own_administration(analysis: Analysis, agent: Token | None) -> str | None:
    """Return the administration that speaks in its own order or proclamation: *I found that*."""
    issuer = find_issuer(analysis) if agent is not None and agent.lower == MYSELF else None
    headed = administrations_of(analysis, issuer) if issuer else ()
    return headed[0] if len(headed) == 1 else None


def find_subjects_found(analysis: Analysis, finding: Token) -> list[Token]:
    """Return the subjects of what is found: *found that glass from Norway is dumped*."""
    told = [finding, *analysis.children(finding, "conj")]
    inside = (word for each in told for word in analysis.subtree(each) if word.pos == "verb")
    clauses = (
        word
        for word in inside
        if word.dep == "ccomp" or any(t.lower == "that" for t in analysis.children(word, "mark"))
    )
    first = min(clauses, key=lambda word: word.index, default=None)
    return analysis.children(first, "nsubj", "nsubjpass") if first is not None else []


def _determines_by_law(analysis: Analysis, verb: Token, agency: str | None) -> bool:
    """Tell whether an agency's own notice determines what its law asks, in whatever words."""
    if analysis.document.doc_type != NOTICE or not analysis.is_word(verb, "enacting-word"):
        return False
    laws = authorities_in(analysis, Span(0, len(analysis.document.text)))
    return any(agency in analysis.registry.agencies_for(law) for law in dict.fromkeys(laws))


def _agency_of_finding(analysis: Analysis, noun: Token) -> str | None:
    """Return whose finding it is: *reached a determination*, *the commission's finding that*."""
    verb = clause_verb(analysis, noun)
    reached = verb is not None and analysis.is_word(verb, "reaching-verb") and noun.dep == "dobj"
    agents = [find_agent(analysis, verb)] if verb is not None and reached else []
    agents += owners_of(analysis, noun, "by", "of")
    agents += [find_agent(analysis, clause) for clause in analysis.children(noun, "acl")]
    return next((body for agent in agents if (body := find_agency(analysis, agent))), None)


def find_agency(analysis: Analysis, agent: Token | None) -> str | None:
    """Return the body that the noun names, or whose head it names: *the Secretary of Commerce*."""
    if agent is None:
        return None
    mention = analysis.mention_at(agent)
    offices = [mention.entity] if mention is not None and mention.kind == "Office" else []
    actors = find_actors(analysis, agent)
    if not actors and not offices:
        offices += _introduced_as(analysis, agent)
    offices += [office for actor in actors for office in _offices_of(analysis, actor)]
    owners = [analysis.registry.value(office, "officeOf") for office in offices if office]
    named = (*actors, *owners, *offices)
    bodies = (iri for iri in named if iri and analysis.kind(iri) in AGENCIES)
    return next(bodies, None)


def _introduced_as(analysis: Analysis, agent: Token) -> list[str]:
    """Return whom the text has introduced by the word: *the Secretary of Commerce (Secretary)*."""
    at = analysis.document.text.find(f"({agent.text})", 0, agent.begin)
    before = analysis.token_at(at - 1) if at > 0 and agent.text.istitle() else None
    mention = analysis.mention_at(before) if before is not None else None
    return [mention.entity] if mention is not None and mention.entity else []


def _offices_of(analysis: Analysis, actor: str) -> tuple[str, ...]:
    return tuple(analysis.registry.offices(actor, analysis.document.published))


def _finds_remedy(analysis: Analysis, finding: Token) -> bool:
    """Tell whether what is found is a matter of trade remedies."""
    clauses = analysis.children(finding, *FOUND)
    if finding.pos == "noun" and finding.dep == "dobj":  # reached a determination that
        clauses += [t for t in analysis.children(analysis.head(finding)) if t is not finding]
    for joined in analysis.children(finding, "conj"):  # found and advised the premier that
        clauses += analysis.children(joined, *FOUND)
    words = [word for clause in clauses for word in analysis.subtree(clause)]
    if any(t.lower == "that" for clause in clauses for t in analysis.children(clause, "mark")):
        words += analysis.tokens[finding.index : analysis.sentence_of(finding).last]
    return any(analysis.is_word(word, "remedy-word") for word in words)
