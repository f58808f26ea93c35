"""The dated events of a timeline as iCalendar (RFC 5545), for calendars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tradegraph.identifiers import short_hash
from tradegraph.timeline.lanedrawing import describe_mark
from tradegraph.timeline.lanes import Lane, Mark, Timeline

_LONGEST = 75  # octets of a line without its end, RFC 5545 3.1
_QUOTED = 10  # passages in the description of an event
_ESCAPED = re.compile(r"[\\;,]")
_UNKNOWN = date(1970, 1, 1)  # DTSTAMP is demanded even where no document has a day


def write_ics(timeline: Timeline) -> bytes:
    """Return a calendar with an all-day event for every dated event; same timeline, same bytes.

    DTSTAMP is the latest day on which a document behind the event was published, or that of the
    timeline: a calendar that imports the file again sees that it knows more.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tradegraph//timeline//EN"]
    lines.append("CALSCALE:GREGORIAN")
    for lane in timeline.lanes:
        for mark in lane.marks:
            if mark.day:
                lines += _write_event(timeline, lane, mark, mark.day)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _fold(line)).encode()


def _write_event(timeline: Timeline, lane: Lane, mark: Mark, day: date) -> Iterator[str]:
    days = [each.published for each in mark.entry.passages if each.published]
    stamp = max(days, default=timeline.published or _UNKNOWN)
    quotes = [f"“{each.quote}” ({each.title})" for each in mark.entry.passages[:_QUOTED]]
    told = [describe_mark(mark), *quotes, *mark.entry.facts]
    yield "BEGIN:VEVENT"
    # An event can stand on several lanes, and is an entry of its own on each of them.
    yield f"UID:{_escape(' '.join(mark.entry.facts))}@{short_hash(lane.iri)}"
    yield f"DTSTAMP:{_write_day(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_write_day(min(mark.first or day, day))}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{_write_day(day + timedelta(days=1))}"
    yield f"SUMMARY:{_escape(f'{lane.label}: {mark.entry.what}')}"
    yield f"DESCRIPTION:{_escape(chr(10).join(told))}"
    yield f"CATEGORIES:{_escape(mark.family)}"
    yield f"STATUS:{'CONFIRMED' if mark.firm else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _write_day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _escape(text: str) -> str:
    escaped = _ESCAPED.sub(lambda match: f"\\{match[0]}", text)
    lines = (" ".join(line.split()) for line in escaped.splitlines())
    return "\\n".join(lines)


def _fold(line: str) -> Iterator[str]:
    """Yield the line in parts of at most 75 octets, none of which cuts a character."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > _LONGEST:
            yield part
            part = " "
        part += letter
    yield part
