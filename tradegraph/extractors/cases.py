"""Appeals, complaints and hearings: who goes to which court against whom."""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.actors import find_actors, find_jurisdictions
from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.court_names import courts_near, find_court, latest_court
from tradegraph.extractors.grammar import (
    clause_verb,
    find_agent,
    find_patients,
    find_subject,
    objects_of,
)
from tradegraph.extractors.occasions import find_occasion, find_when, present_after
from tradegraph.extractors.organizations import name_party
from tradegraph.extractors.passages import cover
from tradegraph.extractors.rulings import Docket
from tradegraph.extractors.settings import main_jurisdiction
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Appeal, CaseFiling, Fact, Hearing, Ruling


def find_appeals(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    """Yield the appeals that the document states."""
    seen: set[tuple[tuple[str, ...], str, str | None]] = set()
    for token in analysis.tokens:
        if (
            not analysis.is_word(token, "appeal-verb", "appeal-noun")
            or analysis.mention_at(token) is not None
        ):
            continue
        appellants = _appellants(analysis, token)
        ruling = _appealed_ruling(analysis, token, docket)
        if not appellants or ruling is None:
            continue
        to_court = _court_above(analysis, token, ruling)
        key = (appellants, ruling.court, to_court)
        if key in seen:
            continue
        seen.add(key)
        commitment = read_commitment(analysis, token)
        when = find_when(analysis, token, commitment)
        verb = clause_verb(analysis, token)
        if when is None and verb is not None and commitment.modality == "asserted":
            when = present_after(analysis, verb, ruling.when)
        content = Appeal(appellants, ruling, to_court, when)
        yield Fact(
            content,
            (cover(analysis, token),),
            commitment.modality,
            commitment.positive,
            0.75,
            extractor="cases",
        )


def _appellants(analysis: Analysis, token: Token) -> tuple[str, ...]:
    if token.pos == "verb":
        agent = find_agent(analysis, token)
    else:
        owners = [*analysis.children(token, "poss"), *objects_of(analysis, token, "by", "from")]
        verb = clause_verb(analysis, token)
        agent = owners[0] if owners else find_agent(analysis, verb) if verb is not None else None
    if agent is None or find_court(analysis, agent) is not None:
        return ()
    return find_actors(analysis, agent) or name_party(analysis, agent)


def _appealed_ruling(analysis: Analysis, token: Token, docket: Docket) -> Ruling | None:
    """Return the ruling of the court named beside the appeal, or the last one told."""
    near = [t for p in find_patients(analysis, token) for t in analysis.subtree(p)]
    near += [
        t for o in objects_of(analysis, token, "of", "against", "from") for t in analysis.subtree(o)
    ]
    courts = [
        c for t in near if (m := analysis.mention_at(t)) and m.kind == "Court" and (c := m.entity)
    ]
    known = docket.latest(*courts)
    if known is not None:
        return known
    if courts:
        return Ruling(courts[0], ())
    court = latest_court(analysis, token)
    return Ruling(court, ()) if court else None


def _court_above(analysis: Analysis, token: Token, ruling: Ruling) -> str | None:
    """Return the court appealed to: named after *to*, otherwise the one that reviews the ruling's."""
    verb = clause_verb(analysis, token) or token
    for head in (token, verb):
        for target in objects_of(analysis, head, "to", "before", "with"):
            court = find_court(analysis, target)
            if court and court != ruling.court:
                return court
    above = analysis.registry.value(ruling.court, "reviewedBy")
    return (
        above if above in courts_near(analysis, analysis.sentence_of(token).span) or above else None
    )


def find_filings(analysis: Analysis) -> Iterator[Fact]:
    """Yield the complaints that the document says were or will be filed."""
    seen: set[tuple[tuple[str, ...], str | None]] = set()
    for token in analysis.tokens:
        fact = None
        if token.pos == "verb" and analysis.is_word(token, "filing-verb"):
            fact = _read_filing(analysis, token, find_agent(analysis, token))
        elif token.pos == "noun" and analysis.is_word(token, "filing-noun", "weak-filing-noun"):
            owners = [*analysis.children(token, "poss"), *objects_of(analysis, token, "by", "from")]
            fact = _read_filing(analysis, token, owners[0]) if owners else None
        if fact is None or not isinstance(fact.content, CaseFiling):
            continue
        key = (fact.content.plaintiffs, fact.content.court)
        if key not in seen:
            seen.add(key)
            yield fact


def _read_filing(analysis: Analysis, token: Token, plaintiff: Token | None) -> Fact | None:
    if plaintiff is None or find_court(analysis, plaintiff) is not None:
        return None
    plaintiffs = find_actors(analysis, plaintiff) or name_party(analysis, plaintiff)
    court = _court_of_filing(analysis, token)
    sues = token.lemma == "sue" or analysis.is_word(token, "filing-noun")
    if not plaintiffs or (court is None and not sues):
        return None
    commitment = read_commitment(analysis, token)
    defendants = _defendants(analysis, token, plaintiffs)
    content = CaseFiling(plaintiffs, court, defendants, when=find_when(analysis, token, commitment))
    return Fact(
        content,
        (cover(analysis, token),),
        commitment.modality,
        commitment.positive,
        0.65,
        extractor="cases",
    )


def _court_of_filing(analysis: Analysis, token: Token) -> str | None:
    """Return the court named in the complaint's sentence, where it is not a higher one's ruling."""
    for target in objects_of(analysis, token, "with", "at", "in", "before", "to"):
        court = find_court(analysis, target)
        if court:
            return court
    near = courts_near(analysis, analysis.sentence_of(token).span)
    if near:
        return near[0]
    last = latest_court(analysis, token)
    sentence = analysis.sentence_of(token).index
    recent = [m for m in analysis.mentions if m.kind == "Court" and m.entity == last]
    spoken = analysis.sentence_at(recent[-1].span.begin) if recent else None
    return last if spoken is not None and sentence - spoken.index <= 1 else None


def _defendants(analysis: Analysis, token: Token, plaintiffs: tuple[str, ...]) -> tuple[str, ...]:
    named = [
        t
        for t in (*find_patients(analysis, token), *objects_of(analysis, token, "against", "over"))
    ]
    actors = find_jurisdictions(analysis, (a for t in named for a in find_actors(analysis, t)))
    main = main_jurisdiction(analysis, ())
    actors = tuple(a for a in actors if a not in plaintiffs)
    return actors or ((main,) if main and main not in plaintiffs else ())


def find_hearings(analysis: Analysis) -> Iterator[Fact]:
    """Yield the hearings that the document says were or will be held."""
    seen: set[tuple[str, str]] = set()
    for token in analysis.tokens:
        if token.pos == "verb" and analysis.is_word(token, "hearing-verb"):
            court = find_court(analysis, find_subject(analysis, token))
        elif analysis.is_word(token, "hearing-noun"):
            near = [
                *analysis.children(token, "poss", "compound"),
                *objects_of(analysis, token, "in", "at", "before", "by", "of"),
            ]
            verb = clause_verb(analysis, token)
            near += (
                [s for s in [find_agent(analysis, verb)] if s is not None]
                if verb is not None
                else []
            )
            court = next((c for t in near if (c := find_court(analysis, t))), None)
        else:
            continue
        if court is None:
            continue
        commitment = read_commitment(analysis, token)
        when = find_occasion(analysis, token, commitment)
        key = (court, when.first.isoformat() if when else "")
        if key not in seen:
            seen.add(key)
            yield Fact(
                Hearing(court, when),
                (cover(analysis, token),),
                commitment.modality,
                commitment.positive,
                0.65,
                extractor="cases",
            )
