"""Investigations: which agency inquires into whose goods, under which law, and how far it is.

Trade remedy law has three steps that are told alike everywhere: initiation, determination and
termination (WTO Anti-Dumping Agreement, Articles 5 and 6; 19 U.S.C. 1671 ff.).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.commitment import Commitment, read_commitment
from tradegraph.extractors.descriptions import POINTING
from tradegraph.extractors.determinations import (
    find_agency,
    find_determinations,
    find_subjects_found,
)
from tradegraph.extractors.goods import Goods
from tradegraph.extractors.grammar import clause_verb, find_agent, owners_of
from tradegraph.extractors.inquired_goods import (
    find_inquired_goods,
    find_titled_goods,
    read_inquired,
)
from tradegraph.extractors.jurisdictions import JURISDICTIONS, find_jurisdictions
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.passages import cover
from tradegraph.extractors.programmes import confers
from tradegraph.extractors.tellings import add_telling, is_equally_committed, may_coincide
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, Investigation

OPENED = "investigation-opened"
DETERMINATION = "determination"
TERMINATED = "investigation-terminated"
STEPS = (TERMINATED, DETERMINATION, OPENED)
"""The later step first: a word that evokes two tells the later one."""
BODIES = ("GovernmentBody", "InternationalBody")
AGENCIES = (*BODIES, "Organization", "Administration", "Court")


def find_investigations(analysis: Analysis) -> Iterator[Fact]:
    """Yield the steps of investigations that the document states, each once."""
    told = [*_read_investigations(analysis)]
    told += _read_determinations(analysis, tuple(told))
    told.sort(key=lambda fact: fact.evidence[0])
    united: list[Fact] = []
    for fact in told:
        add_telling(united, fact, _unite)
    titled = find_titled_goods(analysis)
    yield from (_name_goods(fact, titled) for fact in united)


def _name_goods(fact: Fact, titled: Goods) -> Fact:
    """Return the step with the goods of the notice's title, where it names none itself."""
    step = fact.content
    if not titled or not isinstance(step, Investigation) or step.products or step.targets:
        return fact
    return replace(fact, content=replace(step, products=titled.products, targets=titled.targets))


def _unite(first: Fact, second: Fact) -> Investigation | None:
    """Return one step where both tellings may be of the same one, with what either adds."""
    a, b = first.content, second.content
    if not isinstance(a, Investigation) or not isinstance(b, Investigation):
        return None
    same = (a.event, a.agency) == (b.event, b.agency) and is_equally_committed(first, second)
    if not same or not may_coincide(a.when, b.when):
        return None
    if not all(map(_agree, *_details(a, b))):
        return None
    return replace(
        a,
        authority=a.authority or b.authority,
        products=a.products or b.products,
        targets=a.targets or b.targets,
        when=a.when or b.when,
    )


def _details(
    a: Investigation, b: Investigation
) -> tuple[Sequence[Sequence[str]], Sequence[Sequence[str]]]:
    laws = [(inquiry.authority,) if inquiry.authority else () for inquiry in (a, b)]
    return (laws[0], a.products, a.targets), (laws[1], b.products, b.targets)


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two lists name something in common, or one says nothing."""
    return not one or not other or bool(set(one) & set(other))


def _read_determinations(analysis: Analysis, told: Sequence[Fact]) -> Iterator[Fact]:
    """Yield what agencies find about goods, of the inquiry told before where they name none."""
    seen = {fact.evidence[0] for fact in told}
    for verb, named in find_determinations(analysis):
        before = [f.content for f in told if f.evidence[0].begin < verb.begin]
        last = next((c for c in reversed(before) if isinstance(c, Investigation)), None)
        authority = _find_authority(analysis, verb) or (last.authority if last else None)
        agency = named or (last.agency if last else _agency_by_law(analysis, authority))
        if agency is None:
            continue
        goods = read_inquired(analysis, find_subjects_found(analysis, verb))
        own = find_jurisdictions(analysis, (agency,))
        targets = tuple(target for target in goods.targets if target not in own)
        commitment = read_commitment(analysis, verb)
        content = Investigation(
            DETERMINATION,
            agency,
            authority,
            goods.products or (last.products if last else ()),
            targets or (last.targets if last else ()),
            find_when(analysis, verb, commitment),
        )
        passage = cover(analysis, verb)
        if passage not in seen:
            yield commitment.claim(content, passage, confidence=0.6, extractor="investigations")


def _read_investigations(analysis: Analysis) -> Iterator[Fact]:
    last: str | None = None
    for token in analysis.tokens:
        nominal = token.pos == "noun" and analysis.is_word(token, "investigation-noun")
        if not nominal and not analysis.is_word(token, "investigation-verb"):
            continue
        if _is_in_name(analysis, token):
            continue
        authority = _find_authority(analysis, token)
        event, trigger = _find_step(analysis, token)
        agency = _find_agency(analysis, token, authority)
        if agency is None and event == TERMINATED:
            agency = last
        if agency is None:
            continue
        last = agency
        goods = find_inquired_goods(analysis, token)
        own = find_jurisdictions(analysis, (agency,))
        trigger = _ordering_verb(analysis, trigger) or trigger
        taken = trigger is token and _is_taken_for_granted(analysis, token)
        commitment = Commitment() if taken else read_commitment(analysis, trigger)
        content = Investigation(
            event,
            agency,
            authority or _authority_of(analysis, token, agency),
            goods.products,
            tuple(target for target in goods.targets if target not in own),
            find_when(analysis, trigger, commitment),
        )
        passage = cover(analysis, token)
        yield commitment.claim(content, passage, confidence=0.65, extractor="investigations")


def _ordering_verb(analysis: Analysis, trigger: Token) -> Token | None:
    """Return the verb by which an agency is told to inquire; with the order the inquiry begins."""
    verb = clause_verb(analysis, trigger)
    above = analysis.head(verb) if verb is not None else None
    if verb is None or above is None or verb.dep not in ("xcomp", "ccomp", "advcl"):
        return None
    return above if analysis.is_word(above, "ordering-verb") else None


def _is_taken_for_granted(analysis: Analysis, noun: Token) -> bool:
    """Tell whether the inquiry is only referred to: *no talks were held over the investigation*."""
    if noun.pos != "noun" or not analysis.children(
        noun, "det", "poss", "amod", "compound", "nummod"
    ):
        return False
    pointing = _first_word(analysis, noun).lower in POINTING
    pointing = pointing or bool(analysis.children(noun, "poss"))
    beside = analysis.children(noun, "amod", "det")
    ahead = any(c.startswith("modality-") for t in beside for c in analysis.concepts(t))
    return pointing and not ahead


def _first_word(analysis: Analysis, noun: Token) -> Token:
    """Return the word that the noun's phrase begins with: *the Section 301 inquiry*."""
    first = analysis.sentence_of(noun).first
    word = noun
    while word.index > first and (word.pos in ("noun", "adjective") or word.tag == "CD"):
        word = analysis.tokens[word.index - 1]
    return word


def _is_in_name(analysis: Analysis, token: Token) -> bool:
    """Tell whether the word only helps to name something: *the period of investigation*."""
    above = analysis.head(token)
    period = above.lower == "of" and analysis.head(above).lower == "period"
    suspends = above.text[:1].isupper() and above.pos == "verb" and above.index < token.index
    return period or (suspends and token.text[:1].isupper())


def _find_step(analysis: Analysis, token: Token) -> tuple[str, Token]:
    """Return which step is told and by which word; an inquiry merely spoken of was opened."""
    words = [analysis.head(analysis.head(token))] if token.dep == "pobj" else []
    verb = clause_verb(analysis, token)
    words += [verb] if verb is not None else []
    words += [analysis.head(token)] if token.dep in ("compound", "nmod") else []
    words += analysis.children(token, "relcl", "acl")
    for word in words:
        if step := _step_of(analysis, word):
            return step, word
    return OPENED, token


def _step_of(analysis: Analysis, word: Token) -> str | None:
    concepts = analysis.concepts(word)
    return next((step for step in STEPS if f"event-{step}" in concepts), None)


def _find_authority(analysis: Analysis, token: Token) -> str | None:
    """Return what the statute named nearest in the sentence confers."""
    named = analysis.mentions_in(analysis.sentence_of(token).span, "LegalInstrument")
    nearest = sorted(named, key=lambda mention: abs(mention.span.begin - token.begin))
    return next((found for mention in nearest if (found := confers(analysis, mention))), None)


def _authority_of(analysis: Analysis, token: Token, agency: str) -> str | None:
    """Return the authority of the agency's law that is named last before, otherwise first."""
    laws = [m for m in analysis.mentions if m.kind == "LegalInstrument"]
    conferred = [(m.span.begin, found) for m in laws if (found := confers(analysis, m))]
    own = [(at, law) for at, law in conferred if agency in analysis.registry.agencies_for(law)]
    before = [law for at, law in own if at < token.begin]
    return before[-1] if before else next((law for _, law in own), None)


def _find_agency(analysis: Analysis, token: Token, authority: str | None) -> str | None:
    """Return the body that investigates: the agent, the possessor, one named beside, or by law."""
    verb = clause_verb(analysis, token)
    told = [t for t in analysis.children(token, "relcl") if _step_of(analysis, t)]
    told += [verb] if verb is not None else []
    agents = [find_agent(analysis, word) for word in told]
    for agent in (*agents, *owners_of(analysis, token, "by")):
        body = find_agency(analysis, agent)
        if body is not None:
            return body
        for actor in find_actors(analysis, agent):
            if analysis.kind(actor) in AGENCIES:
                return actor
    near = analysis.mentions_in(analysis.sentence_of(token).span, *BODIES)
    beside = [mention.entity for mention in near if mention.entity]
    charged = analysis.registry.agencies_for(authority) if authority else ()
    fitting = [body for body in beside if body in charged or not charged]
    named = next(iter(fitting), None) or _agency_by_law(analysis, authority)
    return named or _find_country(analysis, token, agents)


def _find_country(analysis: Analysis, token: Token, agents: Sequence[Token | None]) -> str | None:
    """Return the country that takes the step where no agency is named: *China opened a probe*."""
    told = token.pos == "verb" or _find_step(analysis, token)[1] is not token
    acting = [*(agents if told else ()), *owners_of(analysis, token, "by")]
    actors = (actor for agent in acting for actor in find_actors(analysis, agent))
    return next((actor for actor in actors if analysis.kind(actor) in JURISDICTIONS), None)


def _agency_by_law(analysis: Analysis, authority: str | None) -> str | None:
    """Return the body that the law charges, if the document names it or it is the only one."""
    charged = analysis.registry.agencies_for(authority) if authority else ()
    named = (m.entity for m in analysis.mentions if m.kind in BODIES and m.entity in charged)
    return next(named, charged[0] if len(charged) == 1 else None)
