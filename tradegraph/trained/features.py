"""What a trained model sees of a sentence: its words without names and numbers, as hashed features.

Names stand as their kind (`<Country>`), so that a model learns ways of speaking and not who was in
the news; and as only hashes are stored, no text can be read back out of the weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final
from zlib import crc32

from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Sentence

VERSION: Final = 1
"""Of these features; weights that were trained on others are refused."""
SIZE: Final = 1 << 15
"""So many features are told apart."""
NUMBER: Final = "#"


def hash_names(names: Iterable[str]) -> list[int]:
    """Return the features of these names, each once, in order; the same on every machine."""
    return sorted({crc32(name.encode("utf-8", "replace")) % SIZE for name in names})


def describe_sentence(analysis: Analysis, sentence: Sentence) -> list[str]:
    """Return the names of a sentence's features."""
    words = list(mask_words(analysis, sentence))
    found = [f"w={word}" for word in words]
    found += [f"b={one} {two}" for one, two in pairwise(words)]
    found += [f"t={one} _ {two}" for one, two in zip(words, words[2:], strict=False)]
    for token in analysis.sentence_tokens(sentence):
        found += [f"k={concept}" for concept in analysis.concepts(token)]
    kinds = [mention.kind for mention in analysis.mentions_in(sentence.span)]
    found += [f"m={kind}{min(3, kinds.count(kind))}" for kind in kinds]
    return [*found, *_describe_setting(analysis, sentence)]


def mask_words(analysis: Analysis, sentence: Sentence) -> Iterator[str]:
    """Yield the lemmas of a sentence, names as their kind and figures as a sign for any number."""
    before = None
    for token in analysis.sentence_tokens(sentence):
        mention = analysis.mention_at(token)
        if mention is None:
            lemma = token.lemma.strip() or token.lower
            yield NUMBER if any(letter.isdigit() for letter in lemma) else lemma
        elif mention is not before:
            yield f"<{mention.kind}>"
        before = mention


def _describe_setting(analysis: Analysis, sentence: Sentence) -> Iterator[str]:
    span = sentence.span
    yield f"rates={min(3, len(analysis.rates_in(span)))}"
    yield f"dates={min(2, len(analysis.dates_in(span)))}"
    yield f"money={any(money.span in span for money in analysis.moneys)}"
    yield f"quoted={any(quote.words.overlaps(span) for quote in analysis.quotations)}"
    yield f"genre={analysis.document.doc_type}"
    yield f"length={min(6, (sentence.last - sentence.first) // 8)}"
    yield f"place={min(5, sentence.index)}"


def step(name: str, chance: float, steps: Sequence[float]) -> Iterator[str]:
    """Yield a feature for each step that a probability reaches."""
    return (f"{name}>{least}" for least in steps if chance >= least)
