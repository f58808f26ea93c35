"""What happens to a measure: the word that tells it, found from the measure's noun outward.

The noun it is part of comes first (*tariff cut*), then the verb it depends on, then a participle or
adjective of its own. What is done to a change overrides the change (*postponed the increase*). A
measure of which nothing is told counts, if at all, as being in force.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tradegraph.extractors.commitment import ARGUMENT
from tradegraph.extractors.grammar import is_passive
from tradegraph.extractors.measure_phrases import MeasurePhrase
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

CLIMB = frozenset(
    (*ARGUMENT, "conj", "prep", "appos", "compound", "nmod", "pcomp", "xcomp", "acomp")
)
"""Relations by which a verb is reached from its argument."""
REACHED = ("dobj", "xcomp", "pcomp", "prep", "pobj", "nsubjpass", "conj")
LINKS = ("of", "on", "in", "to", "from", "for", "against")
"""Prepositions between an event's noun and the measure: *removal of*, *exemption from*."""
FURTHEST = 5
PART_TAGS = ("DT", "CD", "JJR", "JJS", "RB")
"""Tags of words that single out a part: *some of*, *two of*, *most of*."""
LEVELS = ("imposition", "entry-into-effect")
"""Events that a measure's mere existence in force amounts to."""
STEPS = ("increase", "decrease")
"""Events that lead from one rate to another."""
ADJUNCT = frozenset(
    (
        "about", "after", "amid", "amidst", "as", "because", "before", "despite", "due", "during",
        "following", "given", "like", "over", "since", "than", "through", "until", "without",
    )
)  # fmt: skip
"""Prepositions whose object the verb does nothing to: *prices rose because of the duties*."""
INTRANSITIVE = ("entry-into-effect", "expiry")
STOPPING = ("pause", "revocation")
"""Events by which a measure is not collected; to stop one is to put the measure back."""
TAKING_EFFECT = (
    "announcement",
    "imposition",
    "increase",
    "decrease",
    "exemption",
    "reinstatement",
    "revocation",
    "threat",
)
"""Events whose change has a day on which it takes effect."""
OVERRIDING = frozenset(("pause", "extension", "revocation", "reinstatement"))
ORDER = (
    "extension",
    "entry-into-effect",
    "exemption",
    "reinstatement",
    "increase",
    "decrease",
    "revocation",
    "expiry",
    "pause",
    "threat",
    "imposition",
    "announcement",
)
"""The measure events, the more telling first where a word evokes several."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that tells an event, the event's notation, and how it stands to the measure.

    `way` is verb, noun, participle, adjective, or none when the phrase alone is the evidence.
    """

    token: Token
    event: str
    way: str


def find_triggers(analysis: Analysis, phrase: MeasurePhrase) -> Iterator[Trigger]:
    """Yield what happens to the measure of the phrase, or that it is merely mentioned."""
    outer = leave_parts(analysis, phrase.head)
    main = _noun_trigger(analysis, outer) or _verb_trigger(analysis, outer)
    participle = _participle(analysis, phrase.head)
    if _is_only_named(analysis, outer):
        if participle is not None and participle.way == "participle":
            yield participle
    elif main is not None:
        main = _overriding(analysis, main)
        beside = participle if participle and participle.way == "adjective" else None
        if beside and main.event in LEVELS and beside.event in STEPS:  # bear a lower duty
            main = replace(main, event=beside.event)
        yield main
        if participle is not None and participle.way == "participle" and main.event not in LEVELS:
            yield participle
    else:
        yield participle or Trigger(phrase.head, "imposition", "none")


def _is_only_named(analysis: Analysis, head: Token) -> bool:
    """Tell whether nothing happens to the measure: *a tariff reduction method*, *adjust the duty*.

    Its change is the name of something else, or has no direction.
    """
    above = analysis.head(head)
    inside = head.dep in ("compound", "nmod") and above.pos == "noun"
    if inside and above.dep in ("compound", "nmod") and event_of(analysis, above):
        return not event_of(analysis, analysis.head(above))
    if head.dep == "pobj" and above.dep == "prep":
        above = analysis.head(above)
    governed = inside or head.dep in ("dobj", "pobj", "nsubjpass")
    return governed and analysis.is_word(above, "adjusting-word")


def leave_parts(analysis: Analysis, head: Token) -> Token:
    """Return the outermost word of *some of the duties*, *a new round of tariffs*."""
    token = head
    while token.dep == "pobj" and analysis.head(token).lower == "of":
        whole = analysis.head(analysis.head(token))
        part = whole.tag in PART_TAGS or analysis.is_word(whole, "quantity-noun", "round-noun")
        if not part or event_of(analysis, whole):
            break
        token = whole
    return token


def event_of(analysis: Analysis, token: Token) -> str | None:
    """Return the measure event that the word evokes."""
    concepts = analysis.concepts(token)
    return next((event for event in ORDER if f"event-{event}" in concepts), None)


def _first_event(analysis: Analysis, tokens: Iterable[Token], way: str) -> Trigger | None:
    """Return the first of the words that tells an event."""
    for token in tokens:
        event = event_of(analysis, token)
        if event:
            return Trigger(token, event, way)
    return None


def _noun_trigger(analysis: Analysis, head: Token) -> Trigger | None:
    """Find *tariff hike*, *the removal of tariffs*, *an exemption from duties*."""
    above = analysis.head(head)
    if head.dep in ("compound", "nmod", "poss") and above.pos == "noun":
        return _first_event(analysis, (above,), "noun")
    if head.dep == "conj":
        return _noun_trigger(analysis, above) if above.pos == "noun" and above is not head else None
    if head.dep == "pobj" and above.dep == "prep" and above.lower in LINKS:
        noun = analysis.head(above)
        return _first_event(analysis, (noun,), "noun") if noun.pos == "noun" else None
    return None


def _verb_trigger(analysis: Analysis, head: Token) -> Trigger | None:
    """Climb from the measure's noun to the verb whose argument it is."""
    token = head
    for _ in range(FURTHEST):
        above = analysis.head(token)
        measured = token.dep == "npadvmod" and above.pos == "verb"  # charge goods | 18%
        if above is token or not (token.dep in CLIMB or measured):
            return None
        if token.dep == "prep" and token.lower in ADJUNCT:
            return None
        event = _event_by(analysis, above, token) if above.pos in ("verb", "adjective") else None
        if event and not (token.dep == "nsubj" and _is_doing(analysis, above, event)):
            return Trigger(above, event, "verb")
        if above.pos == "verb":  # tariffs are in place, are exempt: the complement tells it
            completing = analysis.children(above, "acomp", "attr", "prep", "xcomp", "oprd")
            return _first_event(analysis, completing, "adjective")
        token = above
    return None


def _event_by(analysis: Analysis, verb: Token, argument: Token) -> str | None:
    """Return what the verb tells of its argument: *hit it with duties* lays them."""
    event = event_of(analysis, verb)
    if event == "pause" and argument.dep == "nsubj" and analysis.is_word(verb, "staying-verb"):
        return "imposition"  # the duties will stay
    if event:
        return _soften(analysis, verb, event)
    means = argument.dep in ("prep", "agent") and argument.lower in ("with", "by")
    if means and analysis.is_word(verb, "striking-verb", "retaliation"):
        return "imposition"
    subject = argument.dep == "nsubj" and bool(analysis.children(verb, "dobj"))
    return "imposition" if subject and analysis.is_word(verb, "striking-verb") else None


def _soften(analysis: Analysis, verb: Token, event: str) -> str:
    """Return what two verbs leave open together: *eliminate or reduce* is at least a decrease."""
    beside = [
        *analysis.children(verb, "conj"),
        *([analysis.head(verb)] if verb.dep == "conj" else []),
    ]
    either = any(event_of(analysis, other) == "decrease" for other in beside)
    return "decrease" if event == "revocation" and either else event


def _overriding(analysis: Analysis, trigger: Trigger) -> Trigger:
    """Return what is done to the change itself: *postponed the increase*, *held off imposing*."""
    token = trigger.token
    for _ in range(3):
        if token.dep not in REACHED or token.head == token.index:
            break
        beside = token.dep == "conj"
        token = analysis.head(token)
        if token.pos == "verb":
            event = event_of(analysis, token)
            if beside and event == "revocation" and trigger.event == "decrease":
                return trigger  # eliminate or reduce
            if event in STOPPING and trigger.event in STOPPING:  # paused the removal of
                return Trigger(token, "reinstatement", "verb")
            overrides = event in OVERRIDING and event != trigger.event
            return Trigger(token, event, "verb") if event and overrides else trigger
    return trigger


def _is_doing(analysis: Analysis, verb: Token, event: str) -> bool:
    """Tell whether a measure is the doer, so that something else is told: *tariffs cut profits*.

    What takes effect, rises, ends or applies needs no object.
    """
    objects = analysis.children(verb, "dobj")
    if event == "imposition" and analysis.is_word(verb, "striking-verb"):
        return False
    return event not in INTRANSITIVE and bool(objects) and not is_passive(analysis, verb)


def _participle(analysis: Analysis, head: Token) -> Trigger | None:
    """Find *tariffs imposed in May*, *tariffs that took effect*, *planned tariffs*."""
    after = analysis.children(head, "acl", "relcl")
    before = analysis.children(head, "amod", "compound")
    return _first_event(analysis, after, "participle") or _first_event(
        analysis, before, "adjective"
    )


def goes_on(analysis: Analysis, verb: Token) -> bool:
    """Tell whether a participle tells a later step of what its clause tells: *rising to 25%*."""
    hanging = verb.tag == "VBG" and verb.dep in ("acl", "advcl", "prep", "xcomp")
    return (
        hanging and event_of(analysis, verb) in STEPS and not analysis.children(verb, "dobj", "aux")
    )
