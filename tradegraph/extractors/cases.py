"""Appeals: who takes which court's ruling to the court above.

An appeal goes to the court that reviews the one appealed from, unless another is named; a petition
for certiorari goes to the highest court (28 U.S.C. 1254).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.court_names import (
    courts_near,
    find_court,
    inferior_courts,
    is_highest,
    is_superior,
)
from tradegraph.extractors.court_references import courts_above, is_reviewing, latest_court
from tradegraph.extractors.docket import Docket
from tradegraph.extractors.grammar import (
    clause_verb,
    find_agent,
    find_patients,
    objects_of,
    owners_of,
)
from tradegraph.extractors.occasions import find_when, present_after
from tradegraph.extractors.parties import find_parties
from tradegraph.extractors.passages import cover
from tradegraph.extractors.tellings import first_tellings
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Appeal, Fact, Ruling

EXTRACTOR = "cases"
WAITING = 3
"""Words before *appeal* in which *pending* may stand."""
TOWARDS = ("to", "before", "with", "at")


def find_appeals(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    """Yield the appeals that the document states, each once."""
    yield from first_tellings(_read_appeals(analysis, docket), _appeal_key)


def _appeal_key(fact: Fact) -> object:
    content = fact.content
    return isinstance(content, Appeal) and (
        content.appellants,
        content.ruling.court,
        content.to_court,
    )


def _read_appeals(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    for token in analysis.tokens:
        above = _court_appealed_to(analysis, token)
        if not _tells_appeal(analysis, token, above):
            continue
        appellants = _find_appellants(analysis, token)
        ruling = _find_appealed_ruling(analysis, token, above, docket) if appellants else None
        if ruling is None or is_highest(analysis, ruling.court):
            continue
        commitment = read_commitment(analysis, token)
        when = find_when(analysis, token, commitment)
        verb = clause_verb(analysis, token)
        if when is None and verb is not None and commitment.modality == "asserted":
            when = present_after(analysis, verb, ruling.when)
        if when and ruling.when and when.last < ruling.when.first:  # another ruling's date
            when = None
        reviewing = _reviewing_court(analysis, token, ruling.court, above)
        content = Appeal(appellants, ruling, reviewing, when)
        passage = cover(analysis, token)
        yield commitment.claim(content, passage, confidence=0.75, extractor=EXTRACTOR)


def _tells_appeal(analysis: Analysis, token: Token, above: str | None) -> bool:
    """Tell whether the word tells of an appeal, not only of a time (*pending appeal*)."""
    if analysis.mention_at(token) is not None or token.dep == "compound":
        return False
    if analysis.is_word(token, "going-verb") and above is not None:
        return is_reviewing(analysis, above)
    before = analysis.tokens[max(0, token.index - WAITING) : token.index]
    waiting = any(analysis.is_word(word, "pending-word") for word in before)
    if token.dep == "advcl" and _court_appealed_to(analysis, analysis.head(token)):
        return False  # took the fight to the court above, contesting the order
    return not waiting and analysis.is_word(token, "appeal-verb", "appeal-noun")


def _find_appellants(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return whose appeal it is: the agent of the verb, or the noun's owner."""
    owners = [] if token.pos == "verb" else owners_of(analysis, token, "by", "from")
    if owners == [] and token.dep == "dobj":  # dismissed an appeal by
        owners = objects_of(analysis, analysis.head(token), "by")
    verb = clause_verb(analysis, token)
    told = [find_agent(analysis, t) for t in analysis.children(token, "relcl")]
    agents = [*owners, find_agent(analysis, verb) if verb is not None else None, *told]
    return next((parties for a in agents if (parties := find_parties(analysis, a))), ())


def _court_appealed_to(analysis: Analysis, token: Token) -> str | None:
    """Return the court appealed to: after *to*, or as the one that is petitioned or asked."""
    if token.pos not in ("verb", "noun"):
        return None
    verb = clause_verb(analysis, token) or token
    targets = [t for head in (token, verb) for t in objects_of(analysis, head, *TOWARDS)]
    targets += find_patients(analysis, token) if token.pos == "verb" else []
    if analysis.is_word(token, "appeal-noun"):
        targets += objects_of(analysis, token, "in", "by")
    named = (target for target in targets if not _is_bare(analysis, target))
    court = next((court for target in named if (court := find_court(analysis, target))), None)
    if court is None and analysis.is_word(token, "certiorari-word"):
        last = latest_court(analysis, token)
        highest = (
            above for above in courts_above(analysis, last or "") if is_highest(analysis, above)
        )
        court = next(highest, last if last and is_highest(analysis, last) else None)
    return court


def _is_bare(analysis: Analysis, word: Token) -> bool:
    """Tell whether the word means courts at large: *took the ministry to court*."""
    return analysis.mention_at(word) is None and not word.children


def _find_appealed_ruling(
    analysis: Analysis, token: Token, above: str | None, docket: Docket
) -> Ruling | None:
    """Return the ruling of the court named beside, below the one appealed to, or the last."""
    if analysis.is_word(token, "rehearing-word"):
        own = above or latest_court(analysis, token)
        return docket.latest(own) or Ruling(own, ()) if own else None
    heads = find_patients(analysis, token)
    heads += objects_of(analysis, token, "of", "against", "from")
    spans = [analysis.subtree_span(head) for head in heads]
    courts = [c for span in spans for c in courts_near(analysis, span) if c != above]
    if not courts and above is not None:
        courts = _courts_below(analysis, token, above)
    known = docket.latest_before(token.begin, *courts) or (
        docket.latest(*courts) if courts else None
    )
    if known is not None and (courts or not is_highest(analysis, known.court)):
        return known
    court = (
        courts[0]
        if courts
        else latest_court(analysis, token, lambda iri: not is_highest(analysis, iri))
    )
    return Ruling(court, ()) if court else None


def _reviewing_court(analysis: Analysis, token: Token, below: str, above: str | None) -> str | None:
    """Return the court named, if it may review the ruling, otherwise the one that does by law."""
    if analysis.is_word(token, "rehearing-word"):
        return below
    if above is not None and is_superior(analysis, above, below):
        return above
    return analysis.registry.value(below, "reviewedBy")


def _courts_below(analysis: Analysis, token: Token, above: str) -> list[str]:
    """Return the courts that the court reviews: the one spoken of last, or the only one."""
    last = latest_court(analysis, token, lambda iri: above in courts_above(analysis, iri)[:1])
    named = [last] if last else inferior_courts(analysis, above)
    if named:
        return named
    below = analysis.registry.subjects("reviewedBy", above)
    return list(below) if len(below) == 1 else []
