"""Which language a text is in: the rules read English, and nothing is gained by guessing at others.

English shows in its function words, which cost next to nothing to count. Only a text that has few
of them is given to the language identifier (Lui and Baldwin 2012), which is slow to load.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tradegraph.language.tokens import load_model
from tradegraph.model import Document

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

READ: Final = "en"
"""The language that is read, as an ISO 639-1 code."""
SAMPLE: Final = 5_000
"""Characters by which a text is judged."""
FUNCTION_WORDS: Final = 0.2
"""The share of them from which on a text is English; orders and news have .25 and more."""
SHORTEST: Final = 60
"""Letters below which no text is judged."""
SURE: Final = 0.5
"""The probability from which on another language is believed: a table looks like many languages,
a text like its own and its nearest relatives."""
WORD: Final = re.compile(r"[^\W\d_]+")


def identify_foreign_language(document: Document) -> str | None:
    """Return the ISO 639-1 code of the document's language where it is surely not English.

    What the source itself says of the language comes first.
    """
    if document.language:
        declared = document.language.partition("-")[0].lower()
        if declared == READ:
            return None
    sample = document.text[:SAMPLE]
    words = WORD.findall(sample.lower())
    known = load_model().Defaults.stop_words
    if sum(map(len, words)) < SHORTEST or _share(words, known) >= FUNCTION_WORDS:
        return None
    language, probability = _load_identifier().classify(sample)
    return language if language != READ and probability >= SURE else None


def _share(words: list[str], known: set[str]) -> float:
    return sum(word in known for word in words) / len(words)


@lru_cache(maxsize=1)
def _load_identifier() -> LanguageIdentifier:
    from py3langid import langid  # noqa: PLC0415 - costs half a second: only for doubtful texts

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
