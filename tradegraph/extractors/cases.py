"""Appeals, complaints and hearings: who goes to which court against whom.

An appeal goes to the court that reviews the one appealed from, unless another is named; complaints
before the World Trade Organization are cases, too (Dispute Settlement Understanding, Article 4).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.actors import actors_of, find_actors
from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.court_names import (
    court_of_body,
    courts_near,
    find_court,
    first_court,
    is_highest,
    is_superior,
)
from tradegraph.extractors.court_references import latest_court
from tradegraph.extractors.docket import Docket
from tradegraph.extractors.grammar import (
    clause_verb,
    find_agent,
    find_patients,
    find_subject,
    objects_of,
    owners_of,
)
from tradegraph.extractors.jurisdictions import find_jurisdictions, named_actor
from tradegraph.extractors.occasions import find_occasion, find_when, present_after
from tradegraph.extractors.organizations import name_party
from tradegraph.extractors.passages import cover
from tradegraph.extractors.settings import main_jurisdiction
from tradegraph.extractors.tellings import first_tellings
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Appeal, CaseFiling, DateRange, Fact, Hearing, Ruling

EXTRACTOR = "cases"
CONFIDENCE = 0.65


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
        told = analysis.is_word(token, "appeal-verb", "appeal-noun")
        if not told or analysis.mention_at(token) is not None:
            continue
        appellants = _find_appellants(analysis, token)
        ruling = _find_appealed_ruling(analysis, token, docket)
        if not appellants or ruling is None or is_highest(analysis, ruling.court):
            continue
        commitment = read_commitment(analysis, token)
        when = find_when(analysis, token, commitment)
        verb = clause_verb(analysis, token)
        if when is None and verb is not None and commitment.modality == "asserted":
            when = present_after(analysis, verb, ruling.when)
        if when and ruling.when and when.last < ruling.when.first:  # another ruling's date
            when = None
        content = Appeal(appellants, ruling, _court_above(analysis, token, ruling), when)
        passage = cover(analysis, token)
        yield commitment.claim(content, passage, confidence=0.75, extractor=EXTRACTOR)


def _find_appellants(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return whose appeal it is: the agent of the verb, or the noun's owner."""
    owners = [] if token.pos == "verb" else owners_of(analysis, token, "by", "from")
    verb = clause_verb(analysis, token)
    agent = owners[0] if owners else find_agent(analysis, verb) if verb is not None else None
    return _find_parties(analysis, agent)


def _find_parties(analysis: Analysis, token: Token | None) -> tuple[str, ...]:
    """Return the parties to a case that the phrase names; a court is none."""
    if token is None or find_court(analysis, token) is not None:
        return ()
    return find_actors(analysis, token) or name_party(analysis, token)


def _find_appealed_ruling(analysis: Analysis, token: Token, docket: Docket) -> Ruling | None:
    """Return the ruling of the court named beside the appeal, or the last one told."""
    heads = find_patients(analysis, token)
    heads += objects_of(analysis, token, "of", "against", "from")
    courts = [c for head in heads for c in courts_near(analysis, analysis.subtree_span(head))]
    known = docket.latest(*courts)
    if known is not None:
        return known
    court = courts[0] if courts else latest_court(analysis, token)
    return Ruling(court, ()) if court else None


def _court_above(analysis: Analysis, token: Token, ruling: Ruling) -> str | None:
    """Return the court appealed to: named after *to*, otherwise the one that reviews the ruling."""
    verb = clause_verb(analysis, token) or token
    for head in (token, verb):
        for target in objects_of(analysis, head, "to", "before", "with"):
            court = find_court(analysis, target)
            if court and is_superior(analysis, court, ruling.court):
                return court
    return analysis.registry.value(ruling.court, "reviewedBy")


def find_filings(analysis: Analysis) -> Iterator[Fact]:
    """Yield the complaints that the document says were or will be filed, each once."""
    yield from first_tellings(_read_filings(analysis), _filing_key)


def _filing_key(fact: Fact) -> object:
    content = fact.content
    return isinstance(content, CaseFiling) and (content.plaintiffs, content.court)


def _read_filings(analysis: Analysis) -> Iterator[Fact]:
    for token in analysis.tokens:
        plaintiff = None
        if token.pos == "verb" and analysis.is_word(token, "filing-verb"):
            plaintiff = find_agent(analysis, token)
        elif token.pos == "noun" and analysis.is_word(token, "filing-noun", "weak-filing-noun"):
            plaintiff = next(iter(owners_of(analysis, token, "by", "from")), None)
            plaintiff = plaintiff or _planning_agent(analysis, token)
        plaintiffs = _find_parties(analysis, plaintiff)
        court = _court_of_filing(analysis, token) if plaintiffs else None
        sues = analysis.is_word(token, "suing-verb", "filing-noun")
        if not plaintiffs or (court is None and not sues):
            continue
        commitment = read_commitment(analysis, token)
        defendants = _find_defendants(analysis, token, plaintiffs)
        when = find_when(analysis, token, commitment)
        content = CaseFiling(plaintiffs, court, defendants, when=when)
        passage = cover(analysis, token)
        yield commitment.claim(content, passage, confidence=CONFIDENCE, extractor=EXTRACTOR)


def _planning_agent(analysis: Analysis, noun: Token) -> Token | None:
    """Return who plans or threatens the complaint: *plans a challenge at the WTO*."""
    verb = analysis.head(noun)
    ahead = any(concept.startswith("modality-") for concept in analysis.concepts(verb))
    return find_agent(analysis, verb) if noun.dep == "dobj" and ahead else None


def _court_of_filing(analysis: Analysis, token: Token) -> str | None:
    """Return the court that the complaint goes to: beside it, in its sentence, or just before."""
    targets = [
        t for word in (token, *find_patients(analysis, token)) for t in _places(analysis, word)
    ]
    sentence = analysis.sentence_of(token)
    near = courts_near(analysis, sentence.span)
    bodies = [t for t in analysis.sentence_tokens(sentence) if named_actor(analysis, t)]
    court = first_court(analysis, targets) or next(iter(near), None)
    return (
        court
        or court_of_body(analysis, targets)
        or court_of_body(analysis, bodies)
        or _court_just_before(analysis, token)
    )


def _places(analysis: Analysis, word: Token) -> list[Token]:
    return objects_of(analysis, word, "with", "at", "in", "before", "to")


def _court_just_before(analysis: Analysis, token: Token) -> str | None:
    """Return the last court named, when the sentence before or after names it."""
    last = latest_court(analysis, token)
    mentions = [m for m in analysis.mentions if m.kind == "Court" and m.entity == last]
    spoken = analysis.sentence_at(mentions[-1].span.begin) if last and mentions else None
    near = spoken is not None and analysis.sentence_of(token).index - spoken.index <= 1
    return last if near else None


def _find_defendants(
    analysis: Analysis, token: Token, plaintiffs: tuple[str, ...]
) -> tuple[str, ...]:
    """Return against whom the complaint goes; by default whose policy the document is about."""
    patients = find_patients(analysis, token)
    heads = [*patients, *objects_of(analysis, token, "against", "over")]
    for word in analysis.subtree(token):
        heads += analysis.children(word, "pobj") if word.lower == "against" else []
    heads += [t for word in patients for t in objects_of(analysis, word, "with")]
    named = find_jurisdictions(analysis, actors_of(analysis, heads))
    places = [place for place in named if analysis.kind(place) != "InternationalBody"]
    main = main_jurisdiction(analysis)
    against = tuple(place for place in places if place not in plaintiffs)
    return against or ((main,) if main and main not in plaintiffs else ())


def find_hearings(analysis: Analysis) -> Iterator[Fact]:
    """Yield the hearings that the document says were or will be held, each once."""
    yield from first_tellings(_read_hearings(analysis), _hearing_key)


def _hearing_key(fact: Fact) -> object:
    content = fact.content
    return isinstance(content, Hearing) and (content.court, _first_day(content.when))


def _first_day(when: DateRange | None) -> object:
    return when.first if when else None


def _read_hearings(analysis: Analysis) -> Iterator[Fact]:
    for token in analysis.tokens:
        court = _hearing_court(analysis, token)
        if court is None:
            continue
        commitment = read_commitment(analysis, token)
        content = Hearing(court, find_occasion(analysis, token, commitment))
        passage = cover(analysis, token)
        yield commitment.claim(content, passage, confidence=CONFIDENCE, extractor=EXTRACTOR)


def _hearing_court(analysis: Analysis, token: Token) -> str | None:
    """Return the court that hears: the verb's subject, or the one in which the hearing is held."""
    if token.pos == "verb" and analysis.is_word(token, "hearing-verb"):
        return find_court(analysis, find_subject(analysis, token))
    if not analysis.is_word(token, "hearing-noun"):
        return None
    near = owners_of(analysis, token, "in", "at", "before", "by", "of")
    verb = clause_verb(analysis, token)
    agent = find_agent(analysis, verb) if verb is not None else None
    return first_court(analysis, near) or find_court(analysis, agent)
