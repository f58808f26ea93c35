"""The operative language of orders: what a sentence does to a duty, at which rate, from which day.

*Shall be subject to an additional ad valorem rate of duty of 25 percent ... effective with respect
to goods entered for consumption, or withdrawn from warehouse for consumption, on or after a day.*
A sentence that ends in a colon goes on in each item below it; one that only gives a day dates the
one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tradegraph.extractors.operative_days import (
    BY_NOTICE,
    DAY,
    UNTIL_EFFECT,
    count_days,
    find_sections,
    find_usual_days,
    read_expiry,
    read_first_day,
    read_last_day,
    read_period,
    read_step,
    read_written_day,
)
from tradegraph.extractors.operative_rates import Change, find_changes, read_item
from tradegraph.extractors.operative_recitals import DOING, Recital, name_orders, read_recitals
from tradegraph.model import Rate, Span

# ends at a full stop before a capital, or with its paragraph; not: U.S. note, a.m. eastern
SENTENCE: Final = re.compile(
    r"[^\s].*?(?:(?:(?<=[a-z\d)”%’]\.)|(?<=\.[”’]))(?=\s+[A-Z(“\[])|(?=\n)|\Z)", re.DOTALL
)
CARRY: Final = re.compile(
    r"\s*(?:\([a-z0-9]+\)\s+)?(?:Such|This|These|The)\s+(?:additional\s+)?"
    r"(?:rates?|dut(?:y|ies)|tariffs?|modifications?|surcharge)\b[^.;]{0,60}?\b(?:apply|effective)\b"
)
# shall be paused ... striking the term “May 4, 2031,” ... inserting “June 4, 2031.”
POSTPONED: Final = re.compile(r"\bpaused\s+and\s+will\s+not\s+take\s+effect\s+until\b")
POSTPONING: Final = re.compile(
    r"\b(?:striking|deleting)\s+the\s+term\s+“(?P<old>[A-Z][a-z]+\s+\d{1,2},\s+\d{4}),?”"
    r".{0,90}?\binserting\b[^“]{0,40}“?(?:the\s+term\s+“)?(?P<new>[A-Z][a-z]+\s+\d{1,2},\s+\d{4})",
    re.DOTALL,
)
# what would be done, what others do, what was before, what is only proposed
UNREAL: Final = re.compile(
    r"^\W*(?:\([a-z0-9]+\)\s*)*(?:Should|If|In\s+the\s+event|Were|Once)\b|\bI\s+later\b"
    r"|\bwould\s+still\b|\b(?:injunction|ruling|judgment)\s+had\s+the\s+effect\b"
    r"|\bha(?:s|ve)\s+(?:also\s+)?(?:committed|agreed)\b|\b(?:recommend|propos)(?:ed|s|ing|al)?\b"
    r"|\bin\s+(?:their|his|her)\s+opinion\b|\b(?:Secretary|Representative)’s\s+view\b"
)
# the Trade Representative shall impose the following tariffs
DIRECTED: Final = re.compile(
    r"\b(?:Representative|Secretary|Commissioner)\s+(?:shall|is\s+directed\s+to)\s+(?:impose|increase|modify)\b"
)
THAT_DAY: Final = re.compile(r"\b[Aa]s\s+of\s+that\s+date\b")
THESE: Final = re.compile(r"\bof\s+these\s+(?:jurisdictions|countries|economies|partners)\b")
CLAUSE: Final = re.compile(r"\s*\((?P<number>\d{1,2})\)\s")
ITEM: Final = re.compile(r"\s*\((?:[a-z]|[ivx]+)\)\s")


@dataclass(frozen=True, slots=True)
class Act:
    """What a sentence does: a notation of the code list `event`, its rates and days.

    `by` is the order that a recital tells of, None for the document's own act; `lead` is the
    sentence that an item of a list completes, `dated_by` the one that gives the day. `place` is
    where in the text the words of the change begin, `instead` tells of a rate laid in place of a
    suspended one, `clause` is the number of the clause in which the act stands, `about` the act
    whose rate goes on to this one; `listed` tells of a row of a table, `quoted` of words that the
    order puts into another one.
    """

    event: str
    span: Span
    rate: Rate | None = None
    old_rate: Rate | None = None
    effective: date | None = None
    until: date | None = None
    duration: str | None = None
    by: str | None = None
    when: date | None = None
    lead: Span | None = None
    place: int = 0
    instead: bool = False
    clause: str | None = None
    about: Act | None = None
    listed: bool = False
    quoted: bool = False
    dated_by: Span | None = None

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The sentence, with the one that it completes and the one that gives its day."""
        spans = (self.lead, self.span, self.dated_by)
        return tuple(span for span in spans if span)


def find_acts(text: str, signed: date | None) -> Iterator[Act]:
    """Yield what the sentences do to duties, in order.

    `signed` is the day from which "days after the date of this order" count.
    """
    sentences = find_sentences(text)
    usual = find_usual_days(text, sentences, signed)
    for act in _Reader(text, signed).read(sentences):
        day = next((day for part, day in usual.items() if act.span.begin in part), None)
        if act.event == "extension":  # it goes on from a day that an earlier order set
            until = UNTIL_EFFECT.search(text, act.span.begin, act.span.end)
            yield replace(act, until=day - DAY) if day and until else act
        elif act.effective or act.by or act.about:
            yield act
        else:
            yield _announce(text, replace(act, effective=day))


def _announce(text: str, act: Act) -> Act:
    """Return an act without a day as an announcement where a notice or an agency gives the day."""
    if act.effective or act.rate is None or act.quoted:
        return act
    told = " ".join(text[span.begin : span.end] for span in act.evidence)
    section = next(part for part in find_sections(text) if act.span.begin in part)
    waits = DIRECTED.search(told) or BY_NOTICE.search(text, section.start, section.stop)
    return replace(act, event="announcement") if waits else act


def find_usual_day(text: str, signed: date | None) -> date | None:
    """Return the only day from which an order says that its duties have effect."""
    days = set(find_usual_days(text, find_sentences(text), signed).values())
    return next(iter(days)) if len(days) == 1 else None


def find_sentences(text: str) -> list[Span]:
    """Return the sentences of an order; one ends with its paragraph."""
    return [Span(*match.span()) for match in SENTENCE.finditer(text)]


class _Reader:
    """Reads sentences one after the other, and keeps what the next ones refer to."""

    def __init__(self, text: str, signed: date | None) -> None:
        self._text = text
        self._signed = signed
        self._acts: list[Act] = []
        self._fresh = 0
        self._recitals: tuple[Recital, ...] = ()
        self._lead: Span | None = None
        self._item: Span | None = None
        self._before: Span | None = None
        self._day: date | None = None
        self._postponed = False
        self._clause: str | None = None
        self._by_clause: dict[str, Act] = {}

    def read(self, sentences: list[Span]) -> list[Act]:
        """Return the acts of the sentences; a sentence may date those before it."""
        end = 0
        for span in sentences:
            if "\n" in self._text[end : span.begin]:
                self._recitals, self._item = (), None
            end = span.end
            words = self._text[span.begin : span.end]
            if self._is_dated_by(words, span):
                continue
            self._fresh = len(self._acts)
            self._acts += self._read_sentence(words, span)
            self._before, self._day = span, read_first_day(words, self._signed) or self._day
        return self._acts

    def _is_dated_by(self, words: str, span: Span) -> bool:
        """Let a sentence that only gives a day date the acts before it."""
        ends = read_expiry(words, self._signed)
        if ends:
            pause = next((act for act in reversed(self._acts) if act.event == "pause"), None)
            self._acts = [
                _expire(act, pause, ends) if pause and act.span == pause.span else act
                for act in self._acts
            ]
            return pause is not None
        fresh = self._acts[self._fresh :]
        if not fresh or fresh[0].effective or not CARRY.match(words):
            return False
        first = read_first_day(words, self._signed)
        self._acts[self._fresh :] = [replace(act, effective=first, dated_by=span) for act in fresh]
        return True

    def _read_sentence(self, words: str, span: Span) -> Iterator[Act]:
        if clause := CLAUSE.match(words):
            self._clause = clause["number"]
        lead = self._take_lead(words, span)
        if UNREAL.search(words):
            return
        told = f"{self._text[lead.begin : lead.end]} {words}" if lead else words
        recitals = read_recitals(told if DOING.search(told) else words, self._recitals)
        self._recitals = recitals or name_orders(words) or self._recitals
        if self._postponed or POSTPONED.search(words):
            yield from self._postpone(words, span)
            return
        item = read_item(words) if lead and ITEM.match(words) else None
        for change in [item] if item else find_changes(words):
            act = self._describe(change, words, span, lead)
            if recitals is None:
                self._remember(act)
                yield act
            for recital in recitals or ():
                yield replace(act, by=recital.name, when=recital.day)

    def _take_lead(self, words: str, span: Span) -> Span | None:
        """Return the sentence with a colon that this one completes, and keep a new one."""
        if self._lead and ITEM.match(words):
            self._item = self._lead
        elif self._item is None:
            self._lead = None
        if words.rstrip().endswith(":"):
            self._lead = span
        return self._item if self._item != span else None

    def _describe(self, change: Change, words: str, span: Span, lead: Span | None) -> Act:
        dating = words if lead is None else self._text[lead.begin : lead.end] + words
        place = span.begin + change.place
        read = read_first_day if change.clause is None else read_step
        day = read(dating, self._signed) or (self._day if THAT_DAY.search(words) else None)
        return Act(
            change.event,
            span,
            change.rate,
            change.old_rate,
            day,
            read_last_day(dating, self._signed),
            read_period(words),
            lead=lead or (self._before if THESE.search(words) else None),
            place=place,
            instead=change.instead,
            clause=self._clause,
            about=self._find_aforesaid(change),
            quoted=self._text.rfind("“", 0, place) > self._text.rfind("”", 0, place),
        )

    def _find_aforesaid(self, change: Change) -> Act | None:
        """Return the act whose rate the change carries on: of the clause it names, or the last."""
        if change.clause is None:
            return None
        return self._by_clause.get(change.clause)

    def _remember(self, act: Act) -> None:
        if act.rate and act.about is None:
            self._by_clause[""] = act
            self._by_clause.setdefault(act.clause or "", act)

    def _postpone(self, words: str, span: Span) -> Iterator[Act]:
        """Yield the pause from the day that was first set, and the effect from the new one."""
        self._postponed = bool(POSTPONED.search(words))
        found = POSTPONING.search(words)
        old, new = (read_written_day(found[name]) if found else None for name in ("old", "new"))
        if old and new and old < new:
            yield Act("pause", span, effective=old, until=new - DAY)
            yield Act("entry-into-effect", span, effective=new)


def _expire(act: Act, pause: Act, ends: date) -> Act:
    """Return an act of the sentence that suspends, which ends with this day and began before it."""
    length = count_days(pause.duration)
    first = act.effective or (ends + DAY - length if length else None)
    return replace(act, effective=first, until=ends if act.event == "pause" else act.until)
