"""What a sentence of an order does to duties: at which rate, instead of which, for which goods.

A sentence may lay several rates: *a 25 percent duty, except for buses, which shall be subject to a
10 percent duty*; and it may do two things: suspend a duty and lay another one instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from tradegraph.model import Rate

NUMBER: Final = (
    r"(?<![\d,.])(?P<percent>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*"
    r"(?:percent(?!age)\b|per\s+cent\b|%)"
)
OLD: Final = NUMBER.replace("percent>", "old>")
AND: Final = r"(?:,[^,;]{1,30},)?\s+"
DUTY: Final = r"(?:dut(?:y|ies)|tariffs?|surcharges?|rates?)"

# (shall be) subject to an additional ad valorem rate of duty of 10 percent; to a total tariff of ..
SUBJECT_TO: Final = re.compile(
    rf"\bsubject{AND}to\s+(?:\([ivx]+\)\s+)?(?:an?|the)\s+(?:(?:additional|total|revised)\s+)?"
    rf"(?:ad\s+valorem\s+)?(?:(?:rate\s+of\s+)?(?:duty|duties|tariff)(?:\s+rate)?\s+of\s+)?{NUMBER}"
)
# the rate of duty for axles shall remain at 25 percent; shall be no higher than 15 percent
RATE_IS: Final = re.compile(
    r"\b(?:rates?\s+of\s+duty|(?:duty|tariff)\s+rates?)\b"
    r"(?:[^.;:]|;\s+(?:and\s+)?(?=Proclamation|Executive)){0,320}?\b(?:shall|will)\s+"
    rf"(?:be|remain(?:\s+at)?)\s+(?:(?P<cap>no\s+higher\s+than)\s+)?{NUMBER}"
)
# there shall be imposed an additional rate of duty of 25 percent; impose a tariff of 10 percent on
IMPOSE: Final = re.compile(
    r"\b(?:shall\s+be\s+imposed|is\s+hereby\s+imposed|shall\s+be\s+assessed"
    r"|I\s+(?:hereby\s+|have\s+)?imposed?|(?:to|shall)(?:\s+instead)?\s+impose|by\s+imposing"
    r"|(?:establish|impos)\w*\s+on\s+[^.;]{5,90}?)\b[^.;]{0,110}?"
    rf"\b(?:{DUTY}\b[^.;]{{0,40}}?\bof\s+{NUMBER}"
    rf"|{NUMBER.replace('percent>', 'plain>')}\s+(?:ad\s+valorem\s+)?(?:rate\s+of\s+)?{DUTY}\b)"
)
# shall be 15 percent, of the sum of the ordinary and the additional duty; inclusive of the MFN rate
FLOOR: Final = re.compile(
    rf"(?:\bsum\s+of\b[^.;]{{10,220}}?\bshall\s+be\s+(?:equal\s+to\s+)?"
    rf"|\b(?:rate|tariff|duty)\s+of\s+"
    rf"(?={NUMBER.replace('P<percent>', ':')}[^.;]{{0,60}}?\binclu(?:sive\s+of|ding\s+any)\b))"
    rf"{NUMBER}"
)
# from an additional 25 percent ad valorem to an additional 50 percent ad valorem
FROM_TO: Final = re.compile(
    rf"\bfrom\s+(?:an\s+additional\s+)?{OLD}(?:\s+ad\s+valorem)?\s+"
    rf"to\s+(?:an\s+additional\s+)?{NUMBER}"
)
# deleting “34%” each place that it appears and by inserting “84%”
STRIKE: Final = re.compile(
    rf"\b(?:delet|strik|remov)\w+\b[^.;“]{{0,60}}“[^”]{{0,40}}?{OLD}[^”]*”"
    rf".{{0,90}}?\b(?:insert|add)\w+\b[^.;“]{{0,60}}“[^”]{{0,40}}?{NUMBER}",
    re.DOTALL,
)
# the duty rate in clause 2 shall increase to 30 percent; reducing the rate of duty to 10 percent
MOVE: Final = re.compile(
    r"\b(?:(?P<down>reduc|lower|decreas)|(?P<up>rais|increas))(?:ing|e|es|ed)\b[^.;]{0,180}?"
    rf"\b(?<!equal\s)(?<!equivalent\s)to\s+(?:an\s+additional\s+)?{NUMBER}(?:[^.;]{{0,40}}?\bin\s+lieu\s+of\s+{OLD})?"
)
CLAUSE: Final = re.compile(r"\bin\s+clause\s+\(?(?P<number>\d+)\)?")
AFORESAID: Final = re.compile(rf"\baforementioned\s+{OLD}")
# I raised the applicable ad valorem duty rate
RAISED: Final = re.compile(rf"\bI\s+(?:\w+\s+)?(?:raised|increased)\b[^.;]{{0,40}}?\b{DUTY}\b")
# subject to the rates of duty specified in Annex I; at the rates set forth in Annex I
BY_ANNEX: Final = re.compile(
    r"(?:\bsubject\s+to\s+the\s+[^.;]{0,40}?\brates?\s+of\s+duty\s+(?:specified|set\s+forth)"
    r"|\bimposing\b[^.;]{0,90}?\bat\s+the\s+rates?\s+set\s+forth)\s+in\s+Annex\b"
)
# subject to the additional ad valorem tariff proclaimed in Proclamation 1
AS_PROCLAIMED: Final = re.compile(
    r"\bshall\s+be\s+subject\s+to\s+the\s+(?:additional\s+)?ad\s+valorem\s+(?:tariffs?|duties)"
    r"\s+proclaimed\b"
)
SUSPEND: Final = re.compile(r"\bsuspend(?:ed|ing|s)?\b|\bpaused\b")
CONTINUE: Final = re.compile(
    r"\b(?:extend|continu|maintain)\w*\b[^.;]{0,80}?\bsuspen|\bsuspension\b[^.;]{0,160}?"
    r"\b(?:extended|continued|remain)\b"
)
END: Final = re.compile(
    r"\b(?:shall|is|are)\b(?:(?!\bunless\b)[^.;]){0,60}?\b(?:terminated|revoked|rescinded)\b"
    r"(?![^.;]{0,60}?\breplaced\b)"
    r"|\bshall\s+no\s+longer\s+be\s+(?:in\s+effect|collected)"
)
# what ends, or is suspended, is no duty: the process is terminated; normal trade relations
NO_DUTY: Final = re.compile(
    r"\bsuspend\w*\s+(?:the\s+)?(?:nondiscriminatory|normal\s+trade|most-favored)"
    r"|\b(?:process(?:es)?|agreements?|arrangements?|exemptions?|authority)\b[^.;]{0,160}?"
    r"\b(?:is|are|be)\s+(?:hereby\s+)?(?:terminated|revoked|rescinded)"
)
# duty-free treatment of small shipments shall no longer be available
UNAVAILABLE: Final = re.compile(
    r"\bde\s+minimis\b.{0,160}?\b(?:(?:shall|is|are)\s+no\s+longer\s+(?:apply|available|be\s+available)"
    r"|shall\s+not\s+(?:apply|be\s+available))\b",
    re.IGNORECASE | re.DOTALL,
)
# duty-free treatment is available again
AVAILABLE: Final = re.compile(
    r"\bde\s+minimis\b.{0,80}?\bis\s+available\b", re.IGNORECASE | re.DOTALL
)
# shall not be subject to the additional rate of duty; shall no longer be subject to
SPARED: Final = re.compile(
    r"\bshall\s+(?:not|no\s+longer)\s+be\s+subject\s+to\s+(?:the|any|such)\s+(?:additional\s+)?"
    rf"(?:ad\s+valorem\s+)?(?:rates?\s+of\s+)?{DUTY}\b"
)
DUTIES: Final = re.compile(
    r"\b(?:additional|ad\s+valorem|heightened)\b[^.;]{0,60}?\b(?:dut(?:y|ies)|rates?|tariffs?)\b"
    r"|\b[Hh]eadings?\s+\d{4}\.|\btariffs?\b"
)
# what would be, or was, the duty of the goods: that are subject to a 25 percent duty
OTHERWISE: Final = re.compile(
    r"\b(?:would|may)\s+otherwise\s+be\s*$|\b(?:that|which)\s+(?:are|is|were)\s*$"
    r"|\b(?:no\s+longer|not)\s+be\s*$"
)
# what holds until something else is done: unless such actions are expressly terminated
UNLESS: Final = re.compile(r"\b(?:unless|may)\b[^.;]*$")
# suspending ... and to instead impose
INSTEAD: Final = re.compile(r"\binstead\s+impose\b")
# but retain a 10% tariff; while retaining the remaining ad valorem rate of 10 percent
RETAINED: Final = re.compile(rf"\bretain(?:ing)?\s+(?:an?|the)\s+[^.;]{{0,60}}?{NUMBER}")
# an order's title, in parentheses
TITLE: Final = re.compile(r"\(\s*[A-Z][^()]{15,300}\)")


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to a duty: a notation of the code list `event`, the new and the old rate.

    `place` is where in the sentence the words begin, `instead` tells that the rate is laid in place
    of one that the sentence suspends, `clause` which clause's rate goes on to this one; an empty
    clause is the one before.
    """

    event: str
    rate: Rate | None = None
    old_rate: Rate | None = None
    place: int = 0
    instead: bool = False
    clause: str | None = None


def hide_titles(words: str) -> str:
    """Return the words with spaces in place of the titles of orders, at the same places."""
    return TITLE.sub(lambda title: " " * len(title[0]), words)


def find_changes(sentence: str) -> list[Change]:
    """Return what the sentence does to duties, each change once."""
    words = hide_titles(sentence)
    found = (list(read(words)) for read in READERS)
    return next((changes for changes in found if changes), [])


def find_course(words: str) -> str | None:
    """Return what becomes of duties that are there already."""
    for pattern, event in ((CONTINUE, "extension"), (SUSPEND, "pause"), (END, "revocation")):
        found = pattern.search(words)
        if found and not UNLESS.search(words, 0, found.end()) and not NO_DUTY.search(words):
            return event
    return None


def read_item(words: str) -> Change | None:
    """Return the rate that begins an item of a list: *(a) 50 percent, unless ...*."""
    found = re.match(rf"\s*\((?:[a-z]|[ivx]+)\)\s+(?:[Ff]or[^.;]{{0,200}}?,\s+)?{NUMBER}", words)
    if found is None:
        return None
    qualifier = "baseline" if re.search(r"\bColumn\s+1\b", words) else "exact"
    return Change("entry-into-effect", state_rate(found["percent"], qualifier))


def state_rate(percent: str, qualifier: str = "exact") -> Rate:
    """Return a rate in percent."""
    value = float(percent.replace(",", ""))
    return Rate(value, value, qualifier, text=f"{value:g} percent")


def _find_exemption_of_small_shipments(words: str) -> Iterator[Change]:
    """Yield the end or the return of duty-free treatment of what is worth little."""
    if UNAVAILABLE.search(words):
        yield Change("revocation")
    elif AVAILABLE.search(words):
        yield Change("reinstatement")


def _find_suspended(words: str) -> Iterator[Change]:
    """Yield a suspension, and the rate that is laid instead."""
    course = find_course(words) if DUTIES.search(words) else None
    if course in ("pause", "extension"):
        yield Change(course)
        for laid in _find_laid(words) if INSTEAD.search(words) else ():
            yield replace(laid, instead=True)
        if retained := RETAINED.search(words):
            rate = state_rate(retained["percent"])
            yield Change("entry-into-effect", rate, place=retained.start(), instead=True)


def _find_unstated(words: str) -> Iterator[Change]:
    """Yield a change whose rate the sentence does not say."""
    if BY_ANNEX.search(words) or AS_PROCLAIMED.search(words):
        yield Change("entry-into-effect")
    elif SPARED.search(words) and DUTIES.search(words):
        yield Change("exemption")
    elif DUTIES.search(words) and (course := find_course(words)):
        yield Change(course)
    elif RAISED.search(words):
        yield Change("increase")


def _find_replaced(words: str) -> Iterator[Change]:
    """Yield the rates that are struck, or changed from one to another."""
    seen: set[tuple[str, str]] = set()
    for pattern in (STRIKE, FROM_TO):
        for found in pattern.finditer(words):
            key = (found["old"], found["percent"])
            if key not in seen and not UNLESS.search(words, 0, found.end()):
                seen.add(key)
                new, old = state_rate(found["percent"]), state_rate(found["old"])
                event = "increase" if (new.low or 0) > (old.low or 0) else "decrease"
                yield Change(event, new, old, place=found.start())
        if seen:
            return


def _find_moved(words: str) -> Iterator[Change]:
    """Yield the rates that move to another one; the sentence may not say from which."""
    for found in MOVE.finditer(words):
        if not re.search(rf"\b{DUTY}\b", words) or UNLESS.search(words, 0, found.end()):
            continue
        clauses = [clause["number"] for clause in CLAUSE.finditer(words, 0, found.end())]
        before = AFORESAID.search(words)
        old = found["old"] or (before["old"] if before else None)
        yield Change(
            "increase" if found["up"] else "decrease",
            state_rate(found["percent"]),
            state_rate(old) if old else None,
            place=found.start(),
            clause=clauses[-1] if clauses else "" if before else None,
        )


def _find_floors(words: str) -> Iterator[Change]:
    for found in FLOOR.finditer(words):
        rate = state_rate(found["percent"], "baseline")
        yield Change("entry-into-effect", rate, place=found.start())


def _find_laid(words: str) -> Iterator[Change]:
    """Yield the rates that are laid, passing over what goods would otherwise bear."""
    last = -1
    for pattern in (SUBJECT_TO, RATE_IS, IMPOSE):
        for found in pattern.finditer(words):
            if OTHERWISE.search(words, 0, found.start()) or found.start() < last:
                continue
            if pattern is not SUBJECT_TO and UNLESS.search(words, 0, found.start()):
                continue
            last = found.end()
            groups = found.groupdict()
            qualifier = "baseline" if _is_whole(found, words) else "exact"
            yield Change(
                "entry-into-effect",
                state_rate(groups["percent"] or groups["plain"], qualifier),
                place=found.start(),
            )
        if last > 0:
            return


def _is_whole(found: re.Match[str], words: str) -> bool:
    """Tell whether the rate is the whole duty, the ordinary one included."""
    after = words[found.end() : found.end() + 90]
    return bool(found.groupdict().get("cap")) or bool(
        re.match(r"[^.;]{0,40}?\binclu(?:ding|sive\s+of)\s+any\b", after)
    )


READERS: Final[tuple[Callable[[str], Iterator[Change]], ...]] = (
    _find_exemption_of_small_shipments,
    _find_replaced,
    _find_suspended,
    _find_moved,
    _find_floors,
    _find_laid,
    _find_unstated,
)
"""In the order in which they are tried; what one finds is not read by another."""
