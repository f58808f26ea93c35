"""The words around a picture: title, what it rests on, and what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tradegraph.draw.picture import Picture, Strand
from tradegraph.network.text import clean_text

_DESCRIBED = 60  # ties read out to those who cannot see the picture


@dataclass(frozen=True, slots=True)
class Caption:
    """Title above a picture, the line under it, and the note below the picture."""

    title: str
    period: str
    note: str


def write_caption(
    picture: Picture, title: str | None, period: str | None, note: str | None
) -> Caption:
    """Return the caption; what is not given is told from the picture itself."""
    counted = [
        _count(len(picture.nodes), "actor"),
        _count(len(picture.strands), "tie"),
        _count(picture.documents, "document"),
    ]
    if picture.hidden or picture.hidden_strands:
        hidden = _count(picture.hidden_strands, "tie", more=True)
        if picture.hidden:
            hidden = f"{_count(picture.hidden, 'actor', more=True)} and {hidden}"
        counted.append(f"{hidden}, told less often, not shown")
    own = clean_text(note) if note else ""
    return Caption(
        title=clean_text(title or "Network of actors"),
        period=clean_text(period) if period else _write_sources(picture),
        note=" · ".join(filter(None, [", ".join(counted), own])),
    )


def _write_sources(picture: Picture) -> str:
    told = f"as told by {_count(picture.documents, 'document')}"
    if picture.published is None:
        return told
    first, last = map(write_day, picture.published)
    return f"{told} of {first}" if first == last else f"{told}, {first} to {last}"


def write_day(day: date) -> str:
    """Return a day as in `30 May 2025`, in English whatever the locale."""
    names = "January February March April May June July August September October November December"
    return f"{day.day} {names.split()[day.month - 1]} {day.year}"


def _count(number: int, noun: str, *, more: bool = False) -> str:
    counted = f"{number} more {noun}" if more else f"{number} {noun}"
    return counted if number == 1 else f"{counted}s"


def describe_picture(picture: Picture) -> str:
    """Return the ties as sentences, for those who cannot see them."""
    names = {node.iri: node.label for node in picture.nodes}
    sentences = [describe_strand(strand, names) for strand in picture.strands[:_DESCRIBED]]
    left = len(picture.strands) - len(sentences)
    return " ".join([*sentences, f"And {left} more ties." if left else ""]).strip()


def describe_strand(strand: Strand, names: dict[str, str]) -> str:
    """Return a tie as a sentence: who, whom, how."""
    joint = "to" if strand.directed else "and"
    what = " ".join(strand.lines)
    return f"{names[strand.source]} {joint} {names[strand.target]}: {what}."
