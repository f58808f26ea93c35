"""Turns: utterances that make one statement together.

Quotations that follow one another by the same speaker are one turn, and so are the reported
sentences of one paragraph, and a reported sentence with the quotation that merely spells it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tradegraph.extractors.utterances import Utterance
from tradegraph.model import Span

FRAGMENT = 40
"""Characters below which a quotation is a fragment that the next one may complete."""


def take_turns(utterances: Iterable[Utterance]) -> Iterator[list[Utterance]]:
    """Yield the utterances grouped into turns."""
    turn: list[Utterance] = []
    for utterance in utterances:
        if turn and not _is_same_turn(turn[-1], utterance):
            yield turn
            turn = []
        turn.append(utterance)
    if turn:
        yield turn


def _is_same_turn(last: Utterance, following: Utterance) -> bool:
    if last.speakers != following.speakers:
        return False
    if set(last.quotes) & set(following.quotes):
        return True
    if following.sentence - last.sentence > 1:
        return False
    if not following.quotes:
        return not last.quotes and last.paragraph == following.paragraph
    goes_on = following.verb is None or (bool(last.quotes) and following.is_pronominal)
    return goes_on or all(_is_fragment(quote.span) for quote in last.quotes)


def _is_fragment(span: Span) -> bool:
    return span.end - span.begin < FRAGMENT
