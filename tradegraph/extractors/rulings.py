"""Rulings, stays and injunctions: what which court decided about which measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.court_names import find_court, inferior_courts, latest_court
from tradegraph.extractors.grammar import clause_verb, find_agent, find_patients, objects_of
from tradegraph.extractors.measure_context import find_policy
from tradegraph.extractors.measure_phrases import confers, find_measure_phrases
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.passages import cover
from tradegraph.extractors.ruling_terms import question_before, read_relief, read_scope
from tradegraph.extractors.settings import main_jurisdiction
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Content, Fact, Injunction, Measure, Ruling, Stay

COURT_ONLY = ("affirmed", "reversed", "vacated", "remanded", "dismissed", "granted", "denied")


@dataclass
class Docket:
    """The rulings of one document so far, for stays and appeals to refer to."""

    rulings: list[Fact] = field(default_factory=list)
    stays: list[Fact] = field(default_factory=list)

    def latest(self, *courts: str) -> Ruling | None:
        """Return the last ruling, by one of the courts if any are named."""
        for fact in reversed(self.rulings):
            if isinstance(fact.content, Ruling) and (not courts or fact.content.court in courts):
                return fact.content
        return None

    def add(self, fact: Fact) -> None:
        """Keep the ruling, or add its passage to the earlier telling of the same one."""
        content = fact.content
        if not isinstance(content, Ruling):
            return
        for index, earlier in enumerate(self.rulings):
            known = earlier.content
            if (
                isinstance(known, Ruling)
                and _same_ruling(known, content)
                and earlier.modality == fact.modality
            ):
                merged = replace(
                    known,
                    outcomes=known.outcomes or content.outcomes,
                    when=known.when or content.when,
                    measures=known.measures or content.measures,
                )
                evidence = tuple(dict.fromkeys(earlier.evidence + fact.evidence))
                self.rulings[index] = replace(earlier, content=merged, evidence=evidence)
                return
        self.rulings.append(fact)


def _same_ruling(first: Ruling, second: Ruling) -> bool:
    if first.court != second.court or (
        first.outcomes and second.outcomes and first.outcomes != second.outcomes
    ):
        return False
    return not (first.when and second.when) or first.when.overlaps(second.when)


def find_rulings(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    """Yield the rulings that the document states and keep them in the docket."""
    for token in analysis.tokens:
        outcome = analysis.evokes(token, "outcome")
        if outcome is None:
            continue
        verb = _deciding_verb(analysis, token, outcome)
        court = _deciding_court(analysis, verb, token) if verb is not None else None
        if verb is None or court is None:
            continue
        commitment = read_commitment(analysis, verb)
        measure = _measure_ruled_on(analysis, verb)
        scope, words = read_scope(analysis, verb) if measure else (None, None)
        question = question_before(analysis, verb)
        asked = [m for m in (question.measure if question else None,) if m is not None]
        measures = tuple(dict.fromkeys([*([measure] if measure else []), *asked]))
        content = Ruling(
            court,
            (outcome,),
            measures,
            relief=read_relief(analysis, verb),
            scope=scope,
            scope_text=words,
            legal_question=question.text if question else None,
            when=find_when(analysis, verb),
        )
        span = cover(analysis, verb)
        docket.add(
            Fact(
                content, (span,), commitment.modality, commitment.positive, 0.8, extractor="rulings"
            )
        )
    yield from docket.rulings


def _deciding_verb(analysis: Analysis, token: Token, outcome: str) -> Token | None:
    """Return the verb by which the court decides: the word itself, or the one it completes."""
    if token.pos == "verb" and _is_judging(analysis, token):
        return token
    if outcome in COURT_ONLY:
        return None
    for above in (token, *analysis.ancestors(token)):
        if (
            above is not token
            and analysis.is_word(above, "ruling-verb")
            and _is_judging(analysis, above)
        ):
            return above
    return None


def _is_judging(analysis: Analysis, verb: Token) -> bool:
    """Tell whether a court, or a ruling, does what the verb says."""
    agent = find_agent(analysis, verb)
    if agent is None:
        return False
    return find_court(analysis, agent) is not None or analysis.is_word(agent, "ruling-noun")


def _deciding_court(analysis: Analysis, verb: Token, token: Token) -> str | None:
    agent = find_agent(analysis, verb)
    court = find_court(analysis, agent)
    if court is None and agent is not None and analysis.is_word(agent, "ruling-noun"):
        owners = [
            *analysis.children(agent, "poss", "compound", "amod"),
            *objects_of(analysis, agent, "by", "of", "from"),
        ]
        court = next((c for o in owners if (c := find_court(analysis, o))), None)
        court = court or latest_court(analysis, token)
    return court


def _measure_ruled_on(analysis: Analysis, verb: Token) -> Measure | None:
    """Return the measure that the sentence of the ruling names, laid by whom the document is about."""
    sentence = analysis.sentence_of(verb)
    phrase = next((p for p in find_measure_phrases(analysis, sentence)), None)
    imposers = phrase.imposers if phrase else ()
    main = main_jurisdiction(analysis, ())
    imposers = imposers or ((main,) if main else ())
    authority = (phrase.authority if phrase else None) or _authority_near(analysis, verb)
    programme = (phrase.programme or find_policy(analysis, phrase)) if phrase else None
    if not imposers or (phrase is None and authority is None):
        return None
    goods = phrase.goods if phrase else None
    targets = tuple(t for t in goods.targets if t not in imposers) if goods else ()
    return Measure(imposers, targets, goods.products if goods else (), authority, None, programme)


def _authority_near(analysis: Analysis, verb: Token) -> str | None:
    """Return the authority named in the sentence, otherwise the only one of the document."""
    sentence = analysis.sentence_of(verb).span
    inside = [
        c for m in analysis.mentions_in(sentence, "LegalInstrument") if (c := confers(analysis, m))
    ]
    if inside:
        return inside[0]
    every = {
        c for m in analysis.mentions if m.kind == "LegalInstrument" and (c := confers(analysis, m))
    }
    return next(iter(every)) if len(every) == 1 else None


def find_stays(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    """Yield the stays that the document states."""
    for token in analysis.tokens:
        lifted = analysis.is_word(token, "stay-lifted")
        told = (
            lifted or analysis.is_word(token, "stay-verb") or analysis.is_word(token, "stay-noun")
        )
        if not told:
            continue
        fact = _read_stay(analysis, token, docket, lifted=lifted)
        if fact is None or not isinstance(fact.content, Stay):
            continue
        if not any(_same_stay(known.content, fact.content) for known in docket.stays):
            docket.stays.append(fact)
            yield fact


def _same_stay(first: Content, second: Content) -> bool:
    if not isinstance(first, Stay) or not isinstance(second, Stay):
        return False
    same = (first.court, first.lifted) == (second.court, second.lifted)
    return same and (not (first.when and second.when) or first.when.overlaps(second.when))


def _read_stay(analysis: Analysis, token: Token, docket: Docket, *, lifted: bool) -> Fact | None:
    verb = clause_verb(analysis, token)
    if verb is None:
        return None
    if token.pos == "verb":
        court = find_court(analysis, find_agent(analysis, token))
        if court is None or not _touches_ruling(analysis, token):
            return None
    else:
        owners = [
            *analysis.children(token, "poss", "compound"),
            *objects_of(analysis, token, "from", "by", "of"),
        ]
        court = next((c for o in owners if (c := find_court(analysis, o))), None)
        court = court or find_court(analysis, find_agent(analysis, verb))
        if court is None:
            return None
    ruling = _stayed_ruling(analysis, token, court, docket)
    if ruling is None:
        return None
    commitment = read_commitment(analysis, token)
    content = Stay(court, ruling, interim=True, lifted=lifted, when=find_when(analysis, token))
    return Fact(
        content,
        (cover(analysis, token),),
        commitment.modality,
        commitment.positive,
        0.8,
        extractor="rulings",
    )


def _touches_ruling(analysis: Analysis, verb: Token) -> bool:
    """Tell whether what the verb suspends is a ruling, an order, or the end of a measure."""
    patients = find_patients(analysis, verb)
    wanted = ("ruling-noun", "injunction-noun", "measure-noun", "negation")
    inside = [t for p in patients for t in analysis.subtree(p)]
    return any(analysis.is_word(t, *wanted) for t in inside) or not patients


def _stayed_ruling(analysis: Analysis, token: Token, court: str, docket: Docket) -> Ruling | None:
    """Return the ruling that is stayed: its court's named one, or the last of a lower court."""
    verb = clause_verb(analysis, token) or token
    below = inferior_courts(analysis, court)
    near = [
        c
        for p in find_patients(analysis, verb)
        for t in analysis.subtree(p)
        if (m := analysis.mention_at(t)) and m.kind == "Court" and (c := m.entity)
    ]
    lower = [c for c in near if c != court] or below
    known = docket.latest(*lower) if lower else None
    if known is not None:
        return known
    if lower:
        return Ruling(lower[0], ())
    return docket.latest(court) or Ruling(court, ())


def find_injunctions(analysis: Analysis) -> Iterator[Fact]:
    """Yield the injunctions that the document says were granted or refused."""
    seen: set[tuple[str, bool, str]] = set()
    for token in analysis.tokens:
        verbal = token.pos == "verb" and analysis.is_word(token, "injunction-verb")
        nominal = analysis.is_word(token, "injunction-noun")
        if not verbal and not nominal:
            continue
        verb = clause_verb(analysis, token)
        court = (
            find_court(analysis, find_agent(analysis, token if verbal else verb))
            if verb is not None
            else None
        )
        if court is None and nominal:
            owners = [
                *analysis.children(token, "poss", "compound"),
                *objects_of(analysis, token, "from", "by", "of"),
            ]
            court = next((c for o in owners if (c := find_court(analysis, o))), None)
        if court is None or verb is None:
            continue
        commitment = read_commitment(analysis, token)
        when = find_when(analysis, token)
        key = (court, commitment.positive, when.first.isoformat() if when else "")
        if key not in seen:
            seen.add(key)
            content = Injunction(court, _measure_ruled_on(analysis, verb), when)
            yield Fact(
                content,
                (cover(analysis, token),),
                commitment.modality,
                commitment.positive,
                0.7,
                extractor="rulings",
            )
