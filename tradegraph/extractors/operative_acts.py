"""The operative language of orders: what a sentence does to a duty, at which rate, from which day.

*Shall be subject to an additional ad valorem rate of duty of 25 percent ... effective with respect
to goods entered for consumption, or withdrawn from warehouse for consumption, on or after a day.*
Recitals tell of earlier orders: *In Executive Order 1 of May 2, 2031, I determined to suspend, for
a period of 90 days, ...*
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from tradegraph.language.dates import find_dates
from tradegraph.model import Rate, Span

# ends at a full stop before a capital, or with its paragraph; not: U.S. note, a.m. eastern
SENTENCE: Final = re.compile(
    r"[^\s].*?(?:(?:(?<=[a-z\d)”%’]\.)|(?<=\.[”’]))(?=\s+[A-Z(“\[])|(?=\n)|\Z)", re.DOTALL
)
PERCENT: Final = r"(?P<percent>\d+(?:\.\d+)?)\s*(?:percent(?!age)\b|per\s+cent\b|%)"
AND: Final = r"(?:,[^,;]{1,30},)?\s+"

# (shall be) subject to an additional ad valorem rate of duty of 10 percent; to a 25 percent tariff
SUBJECT_TO: Final = re.compile(
    rf"\bsubject{AND}to\s+(?:\([ivx]+\)\s+)?an?\s+(?:additional\s+)?"
    rf"(?:ad\s+valorem\s+)?(?:(?:rate\s+of\s+)?(?:duty|duties|tariff)(?:\s+rate)?\s+of\s+)?{PERCENT}"
)
# there shall be imposed an additional rate of duty of 25 percent; I impose ... of 10 percent
IMPOSE: Final = re.compile(
    r"\b(?:shall\s+be\s+imposed|is\s+hereby\s+imposed|I\s+(?:hereby\s+)?impose|shall\s+be\s+assessed"
    r"|(?:establish|impos)\w*\s+on\s+[^.;]{5,90}?)\b[^.;]{0,110}?"
    rf"\b(?:duty|dut(?:y|ies)|tariff|surcharge|rate)\b[^.;]{{0,40}}?\bof\s+{PERCENT}"
)
# shall be 15 percent, of the sum of the ordinary and the additional duty; inclusive of the MFN rate
FLOOR: Final = re.compile(
    rf"(?:\bsum\s+of\b[^.;]{{10,220}}?\bshall\s+be\s+|\b(?:rate|tariff|duty)\s+of\s+"
    rf"(?={PERCENT.replace('P<percent>', ':')}[^.;]{{0,60}}?\binclusive\s+of\b)){PERCENT}"
)
# from an additional 25 percent ad valorem to an additional 50 percent ad valorem
FROM_TO: Final = re.compile(
    rf"\bfrom\s+(?:an\s+additional\s+)?{PERCENT.replace('percent>', 'old>')}(?:\s+ad\s+valorem)?\s+"
    rf"to\s+(?:an\s+additional\s+)?{PERCENT}"
)
# deleting “34%” each place that it appears and by inserting “84%”
STRIKE: Final = re.compile(
    r"\b(?:delet|strik|remov)\w+\b[^.;“]{0,60}“[^”]{0,40}?"
    rf"{PERCENT.replace('percent>', 'old>')}[^”]*”.{{0,90}}?\b(?:insert|add)\w+\b[^.;“]{{0,60}}“"
    rf"[^”]{{0,40}}?{PERCENT}",
    re.DOTALL,
)
SUSPEND: Final = re.compile(r"\bsuspend(?:ed|ing|s)?\b")
CONTINUE: Final = re.compile(
    r"\b(?:extend|continu|maintain)\w*\b[^.;]{0,80}?\bsuspen|\bsuspension\b[^.;]{0,160}?"
    r"\b(?:extended|continued|remain)\b"
)
END: Final = re.compile(
    r"\b(?:shall|is|are)\b(?:(?!\bunless\b)[^.;]){0,60}?\b(?:terminated|revoked|rescinded)\b"
    r"(?![^.;]{0,60}?\breplaced\b)"
    r"|\bshall\s+no\s+longer\s+be\s+(?:in\s+effect|collected|subject)"
)
DUTIES: Final = re.compile(
    r"\b(?:additional|ad\s+valorem|heightened)\b[^.;]{0,60}?\b(?:dut(?:y|ies)|rates?|tariffs?)\b"
    r"|\b[Hh]eadings?\s+\d{4}\.|\btariffs?\b"
)
OTHERWISE: Final = re.compile(r"\b(?:would|may)\s+otherwise\s+be\s*$")
# what holds until something else is done: unless such actions are expressly terminated
UNLESS: Final = re.compile(r"\b(?:unless|may)\b[^.;]*$")

CLOCK: Final = r"(?:12:01\s*a\.?m\.?,?\s+(?:eastern\s+(?:standard\s+|daylight\s+)?time,?\s+)?)?"
ON: Final = (
    rf"{CLOCK}(?:on\s+)?(?P<day>[A-Z][a-z]+\s+\d{{1,2}},\s+\d{{4}}"
    r"|(?P<days>\d+|\w+)\s+days\s+after\s+the\s+date\s+of\s+this\s+(?:order|proclamation)"
    r"|the\s+date\s+of\s+this\s+(?:order|proclamation))"
)
EFFECTIVE: Final = re.compile(
    rf"(?:\bon\s+or\s+after|\beffective(?:\s+as\s+of)?|\bas\s+of|,\s+at|\bbeginning)\s+{ON}",
    re.IGNORECASE,
)
ENTERED: Final = re.compile(r"\bentered\s+for\s+consumption\b")
UNTIL: Final = re.compile(rf"\b(?:until|through)\s+{ON}", re.IGNORECASE)
PERIOD: Final = re.compile(r"\bfor\s+(?:a\s+period\s+of\s+)?(?P<days>\d{1,3})\s+days\b")
CARRY: Final = re.compile(
    r"\s*(?:\([a-z0-9]+\)\s+)?(?:Such|This|These|The)\s+(?:additional\s+)?"
    r"(?:rates?|dut(?:y|ies)|tariffs?|modifications?|surcharge)\b[^.;]{0,60}?\b(?:apply|effective)\b"
)
# what would be done, what others do, what was before
UNREAL: Final = re.compile(
    r"^\W*(?:\([a-z0-9]+\)\s+)?(?:Should|If|In\s+the\s+event|Were|Once)\b|\bI\s+later\b"
    r"|\bha(?:s|ve)\s+(?:also\s+)?(?:committed|agreed)\b"
    r"|\bin\s+(?:their|his|her)\s+opinion\b|\b(?:Secretary|Representative)’s\s+view\b"
)
# In Executive Order 14266 of April 9, 2025 (...), I determined ...
RECITAL: Final = re.compile(
    r"\b(?:In|in|By|by|Under)\s+(?P<name>(?:Executive\s+Order|Proclamation)\s+(?P<number>\d{4,5}))"
    r"(?:\s+of\s+(?P<day>[A-Z][a-z]+\s+\d{1,2},\s+\d{4}))?"
)


@dataclass(frozen=True, slots=True)
class Act:
    """What a sentence does: a notation of the code list `event`, its rates and days.

    `by` is the order that a recital tells of, None for the document's own act.
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


def find_acts(text: str, signed: date | None) -> Iterator[Act]:
    """Yield what the sentences do to duties; one that only dates the one before is part of it.

    `signed` is the day from which "days after the date of this order" count.
    """
    usual = _find_usual_day(text, signed)
    for act in _read_acts(text, signed):
        yield act if act.effective or act.by else replace(act, effective=usual)


def _find_usual_day(text: str, signed: date | None) -> date | None:
    """Return the day from which all that an order does has effect, if it gives only one."""
    days = {
        day
        for match in SENTENCE.finditer(text)
        if ENTERED.search(match[0]) and (day := _read_day(EFFECTIVE, match[0], signed))
    }
    return next(iter(days)) if len(days) == 1 else None


def _read_acts(text: str, signed: date | None) -> Iterator[Act]:
    """Yield what each sentence does, with the day that the next sentence gives for it."""
    waiting: Act | None = None
    for match in SENTENCE.finditer(text):
        words, span = match[0], Span(match.start(), match.end())
        if waiting and waiting.effective is None and CARRY.match(words):
            first = _read_day(EFFECTIVE, words, signed)
            yield replace(waiting, effective=first, span=Span(waiting.span.begin, span.end))
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = _read_act(words, span, signed)
    if waiting:
        yield waiting


def _read_act(words: str, span: Span, signed: date | None) -> Act | None:
    if UNREAL.search(words):
        return None
    recital = RECITAL.search(words[: words.find(" I ") + 1] or words)
    own = None if recital and re.search(r"\bI\s+\w+ed\b", words) else words
    event, rate, old = _read_change(words, recital=own is None)
    if event is None:
        return None
    return Act(
        event,
        span,
        rate,
        old,
        _read_day(EFFECTIVE, words, signed),
        _read_day(UNTIL, words, signed) if event in ("pause", "extension") else None,
        _read_period(words),
        " ".join(recital["name"].split()) if recital and own is None else None,
        _read_words(recital["day"]) if recital and own is None and recital["day"] else None,
    )


def _find_rate(words: str) -> re.Match[str] | None:
    """Return the rate that the sentence lays, passing over what goods would otherwise bear."""
    for found in (*SUBJECT_TO.finditer(words), *IMPOSE.finditer(words)):
        if not OTHERWISE.search(words, 0, found.start()):
            return found
    return None


def _read_change(words: str, *, recital: bool) -> tuple[str | None, Rate | None, Rate | None]:
    """Return the event and the new and the old rate."""
    for pattern in (STRIKE, FROM_TO):
        if found := pattern.search(words):
            old, new = float(found["old"]), float(found["percent"])
            return "increase" if new > old else "decrease", _rate(new), _rate(old)
    if DUTIES.search(words) and (event := _read_course(words)) in ("extension", "pause"):
        return event, None, None
    if found := FLOOR.search(words):
        return "entry-into-effect", _rate(float(found["percent"]), "baseline"), None
    if not recital and (found := _find_rate(words)):
        return "entry-into-effect", _rate(float(found["percent"])), None
    return _read_course(words) if DUTIES.search(words) else None, None, None


def _read_course(words: str) -> str | None:
    """Return what becomes of duties that are there already."""
    courses = ((CONTINUE, "extension"), (SUSPEND, "pause"), (END, "revocation"))
    for pattern, event in courses:
        found = pattern.search(words)
        if found and not UNLESS.search(words, 0, found.end()):
            return event
    return None


def _rate(percent: float, qualifier: str = "exact") -> Rate:
    return Rate(percent, percent, qualifier, text=f"{percent:g} percent")


def _read_period(words: str) -> str | None:
    found = PERIOD.search(words)
    return f"P{found['days']}D" if found else None


def _read_day(pattern: re.Pattern[str], words: str, signed: date | None) -> date | None:
    """Return the first day that the pattern finds; days after the order count from its date."""
    found = pattern.search(words)
    if found is None:
        return None
    if "date of this" in " ".join(found["day"].split()):
        count = found["days"] or "0"
        return signed + timedelta(days=int(count)) if signed and count.isdigit() else None
    return _read_words(found["day"])


def _read_words(words: str) -> date | None:
    days = find_dates(words, None)
    return days[0].past.first if days else None
