"""Changes in how negotiating partners behave, told or denied."""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.actors import everyone, find_actors, find_jurisdictions
from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.grammar import clause_verb, objects_of
from tradegraph.extractors.occasions import find_occasion
from tradegraph.extractors.passages import cover
from tradegraph.extractors.rulings import Docket
from tradegraph.extractors.settings import main_jurisdiction
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, PostureChange, Ruling, Stay


def find_postures(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    """Yield the changes of posture that the document tells or denies."""
    for token in analysis.tokens:
        if token.pos != "noun" or not analysis.is_word(token, "posture-noun"):
            continue
        change = _change_word(analysis, token)
        if change is None:
            continue
        actors = _whose(analysis, token, change)
        main = main_jurisdiction(analysis, ())
        if not actors:
            continue
        commitment = read_commitment(analysis, change)
        modality = "reported" if commitment.modality == "denied" else commitment.modality
        parties = tuple(
            dict.fromkeys(
                [*([main] if main else []), *(find_jurisdictions(analysis, actors) or actors)]
            )
        )
        verb = clause_verb(analysis, change)
        causes = _causes(analysis, verb, docket) if verb is not None else ()
        content = PostureChange(
            actors, parties, causes, find_occasion(analysis, change, commitment)
        )
        yield Fact(
            content,
            (cover(analysis, change),),
            modality,
            commitment.positive,
            0.6,
            extractor="postures",
        )


def _change_word(analysis: Analysis, token: Token) -> Token | None:
    """Return the word for change that governs the noun: *a change in tone*, *their tone changed*."""
    for above in list(analysis.ancestors(token))[:2]:
        if analysis.is_word(above, "change-word"):
            return above
    return None


def _whose(analysis: Analysis, token: Token, change: Token) -> tuple[str, ...]:
    """Return whose posture it is; partners in general where only *they* is said."""
    heads = [
        *analysis.children(token, "poss"),
        *objects_of(analysis, token, "of", "from", "by"),
        *objects_of(analysis, change, "from", "of", "by"),
    ]
    for head in heads:
        actors = find_actors(analysis, head)
        if actors:
            return actors
        if head.lower in ("their", "they") or analysis.is_word(head, "sides-noun"):
            named = [
                m.entity
                for m in analysis.mentions
                if m.entity in everyone(analysis) and m.span.begin < change.end
            ]
            return (
                (named[-1],)
                if named and named[-1]
                else tuple(
                    sorted(g for g in everyone(analysis) if g.endswith("all-trading-partners"))
                )
            )
    return ()


def _causes(analysis: Analysis, verb: Token, docket: Docket) -> tuple[Ruling | Stay, ...]:
    """Return the rulings and stays that the clause gives as the cause."""
    inside = list(analysis.subtree(verb))
    caused = any(analysis.is_word(t, "cause") for t in inside)
    ruled = any(analysis.is_word(t, "ruling-noun") for t in inside)
    if not (caused and ruled):
        return ()
    return tuple(
        f.content for f in (*docket.rulings, *docket.stays) if isinstance(f.content, Ruling | Stay)
    )
