"""Who does what to whom, as the parse has it.

The relations are ClearNLP's: subjects, objects, prepositions with their objects, clauses. A passive
turns subject and agent round; a participle after a noun (*tariffs imposed by*) is a passive, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.coordination import PREMODIFIERS, SUBJECTS, conjuncts
from tradegraph.extractors.jurisdictions import ACTOR_KINDS
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Span

OBJECTS = ("dobj", "dative", "attr", "oprd")
SHARED_SUBJECT = ("conj", "xcomp", "advcl", "ccomp", "prep")
DATE = "DATE"
"""How the recogniser labels days."""
RELATIVE_PRONOUNS = ("WDT", "WP")
NEAR = 8
"""Words after a verb within which the clause that it reports begins."""


def modifiers_of(analysis: Analysis, noun: Token) -> list[Token]:
    """Return the words before a noun that say which one, with what is coordinated with them."""
    found = []
    for child in analysis.children(noun, *PREMODIFIERS):
        found += [*conjuncts(analysis, child), *analysis.children(child, *PREMODIFIERS, "npadvmod")]
    return found


def owners_of(analysis: Analysis, noun: Token, *prepositions: str) -> list[Token]:
    """Return whose it is: the possessor or name before the noun, then what the prepositions add."""
    owners = analysis.children(noun, "poss", "compound")
    return [*owners, *objects_of(analysis, noun, *prepositions)]


def is_passive(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the subject undergoes the verb, also in a reduced clause (*tariffs imposed*)."""
    if analysis.children(verb, "nsubjpass", "auxpass"):
        return True
    reduced = verb.tag == "VBN" and verb.dep in ("acl", "amod")
    return reduced and not analysis.children(verb, "aux") and not _is_reporting(analysis, verb)


def _is_reporting(analysis: Analysis, participle: Token) -> bool:
    """Tell whether what reads as a participle is the main verb: *the panel held that* ..."""
    if participle.dep != "acl" or analysis.head(participle).dep != "ROOT":
        return False
    after = range(participle.index + 1, analysis.sentence_of(participle).last)
    return any(_is_complementizer(analysis.tokens[index]) for index in after[:NEAR])


def _is_complementizer(word: Token) -> bool:
    return word.lower == "that" and word.dep == "mark"


def reporting_verbs(analysis: Analysis, token: Token) -> Iterator[Token]:
    """Yield the verbs that may report what the word tells: those above it, and asides.

    An aside stands beside what it reports: *the minister, the panel held, may raise the duty*.
    """
    for word in (token, *analysis.ancestors(token)):
        if word is not token:
            yield word
        yield from (t for t in analysis.children(word, "parataxis") if t.pos == "verb")
        joined = analysis.children(word, "cc")
        yield from (t for t in analysis.children(word, "conj") if not joined and t.pos == "verb")
        yield from (t for t in analysis.children(word, "acl") if _is_reporting(analysis, t))


def find_subject(analysis: Analysis, verb: Token) -> Token | None:
    """Return the verb's grammatical subject, its own or the one that it shares."""
    seen = set()
    while verb.index not in seen:
        seen.add(verb.index)
        own = analysis.children(verb, *SUBJECTS)
        if own:
            return _antecedent(analysis, own[0], verb)
        if verb.dep in ("acl", "relcl", "amod") and not _is_infinitive(analysis, verb):
            return analysis.head(verb)
        controller = _controller(analysis, verb)
        if controller is not None:
            return controller
        if verb.dep == "acl":  # a plan to raise duties: whoever has the plan
            possessor = _owner_of_plan(analysis, analysis.head(verb))
            if possessor is not None:
                return possessor
            verb = clause_verb(analysis, analysis.head(verb)) or verb
            continue
        if verb.dep == "pcomp":
            verb = analysis.head(verb)
        elif verb.dep not in SHARED_SUBJECT:
            return None
        verb = analysis.head(verb)
    return None


def _owner_of_plan(analysis: Analysis, noun: Token) -> Token | None:
    """Return whose plan it is: *her plan to*, *the Norwegian plan to*."""
    named = (t for t in analysis.children(noun, "compound", "amod", "nmod"))
    actors = [t for t in named if (m := analysis.mention_at(t)) and m.kind in ACTOR_KINDS]
    return next(iter((*analysis.children(noun, "poss"), *actors)), None)


def _is_infinitive(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the verb is one that a noun takes as complement: *a plan to raise duties*."""
    return verb.dep == "acl" and any(t.tag == "TO" for t in analysis.children(verb, "aux"))


def is_goal(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the infinitive gives a purpose or what is left to do: *two weeks to agree*."""
    return (
        verb.dep in ("acl", "advcl", "relcl")
        and verb.tag == "VB"
        and any(t.tag == "TO" for t in analysis.children(verb, "aux"))
    )


def _controller(analysis: Analysis, verb: Token) -> Token | None:
    """Return the object that a complement has as its subject: *ordered the agency to collect*."""
    above = analysis.head(verb)
    if verb.dep not in ("xcomp", "ccomp") or is_passive(analysis, above):
        return None
    called = [p for p in analysis.children(above, "prep") if p.index == above.index + 1]
    upon = [t for p in called if p.lower in ("on", "upon") for t in analysis.children(p, "pobj")]
    named = (t for t in upon if t.label != DATE)  # called on it to cut, not: agreed on Tuesday to
    return next(iter((*analysis.children(above, "dobj"), *named)), None)


def _antecedent(analysis: Analysis, subject: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for."""
    if subject.tag in RELATIVE_PRONOUNS and verb.dep == "relcl":
        return analysis.head(verb)
    return subject


def find_agent(analysis: Analysis, verb: Token) -> Token | None:
    """Return who does it: the subject, or in the passive what follows *by*."""
    if not is_passive(analysis, verb):
        return find_subject(analysis, verb)
    for by in analysis.children(verb, "agent", "prep"):
        if by.lower == "by":
            return next(iter(analysis.children(by, "pobj")), None)
    return None


def find_patients(analysis: Analysis, verb: Token) -> list[Token]:
    """Return what it is done to: the objects, or in the passive the subject."""
    if is_passive(analysis, verb):
        subject = find_subject(analysis, verb)
        return conjuncts(analysis, subject) if subject else []
    return [t for o in analysis.children(verb, *OBJECTS) for t in conjuncts(analysis, o)]


def objects_of(analysis: Analysis, token: Token, *prepositions: str) -> list[Token]:
    """Return what follows these prepositions after the word, with what is coordinated."""
    found = []
    for preposition in analysis.children(token, "prep", "agent", "dative"):
        if not prepositions or preposition.lower in prepositions:
            heads = analysis.children(preposition, "pobj")
            found += [t for head in heads for t in conjuncts(analysis, head)]
            if preposition.children and not heads:  # out of, up to: the second preposition governs
                found += objects_of(analysis, preposition)
    return found


def clause_verb(analysis: Analysis, token: Token) -> Token | None:
    """Return the nearest verb above the word, or the word itself when it is one."""
    if token.pos == "verb":
        return token
    return next((t for t in analysis.ancestors(token) if t.pos == "verb"), None)


def clause_span(analysis: Analysis, verb: Token) -> Span:
    """Return the span of the verb's clause without the clauses coordinated with it.

    A verb with a subject of its own that is coordinated starts a clause of its own.
    """
    inside = list(clause_tokens(analysis, verb))
    return Span(min(t.begin for t in inside), max(t.end for t in inside))


def clause_tokens(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """Yield the verb's words without coordinated clauses and parentheses of speech."""
    stack = [verb]
    while stack:
        token = stack.pop()
        yield token
        for child in analysis.children(token):
            separate = child.dep in ("conj", "parataxis", "ccomp") and child.pos == "verb"
            if not (token is verb and separate and analysis.children(child, *SUBJECTS)):
                stack.append(child)


def is_within(analysis: Analysis, token: Token, above: Token) -> bool:
    """Tell whether the word is `above` or depends on it."""
    return token is above or any(ancestor is above for ancestor in analysis.ancestors(token))


def shares_clause(analysis: Analysis, token: Token, verb: Token) -> bool:
    """Tell whether no coordinated verb stands between the word and the verb above it.

    In *imposed a duty and will raise it to 25%* the rate belongs to the second verb only.
    """
    current = token
    while current is not verb:
        if current.pos == "verb" and current.dep == "conj":
            return False
        if current.head == current.index:
            return True
        current = analysis.head(current)
    return True
