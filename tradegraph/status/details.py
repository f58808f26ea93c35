"""What stands behind a row, in words: authority, instrument, ruling and stay, and the documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tradegraph.derive.statements import Facts
from tradegraph.status.answers import Answer
from tradegraph.status.reach import find_label

Details = dict[str, str]
"""Field of a row -> its text."""


def describe(facts: Facts, same: Sequence[Answer], day: date) -> Details:
    """Return what the answers about one measure and rate say in words, instruments up to a day."""
    return {
        "authority": _join(", ", (each.get("authority", "") for each in same)),
        "instrument": _name_instruments(facts, same, day),
        "ruling": _word_rulings(same),
        "stay": _join("; ", (_words(each, "stayedBy", "stayed") for each in same)),
        "sources": _join("; ", (each["source"] for each in same if "source" in each)),
    }


def _join(mark: str, texts: Iterable[str]) -> str:
    return mark.join(dict.fromkeys(text for text in texts if text))


def _words(answer: Answer, *names: str) -> str:
    return " ".join(answer[name] for name in names if name in answer)


def _word_rulings(same: Sequence[Answer]) -> str:
    """Return court, days and outcome of each ruling, with the cases that it decides."""
    cases: dict[str, list[str]] = {}
    for each in same:
        days = " to ".join(dict.fromkeys(each[n] for n in ("ruledFrom", "ruled") if n in each))
        court = " ".join(part for part in (each.get("court", ""), days) if part)
        ruling = ", ".join(part for part in (court, each.get("ruling")) if part)
        cases.setdefault(ruling, []).append(each.get("case", ""))
    worded = (_join(", ", (ruling, _join(" and ", named))) for ruling, named in cases.items())
    return _join("; ", worded)


def _name_instruments(facts: Facts, same: Sequence[Answer], day: date) -> str:
    """Return the instruments of the rate, else of the status, else those known to enact it."""
    told = {a["instrument"]: a for a in same if "instrument" in a}
    signed = [a for a in told.values() if a.get("signed", "") <= day.isoformat()]
    found = sorted(signed or told.values(), key=lambda a: (a.get("signed", "9"), a["instrument"]))
    if found:
        return "; ".join(map(_word_instrument, found))
    known = facts.iris(same[0]["measure"], "enactedBy")
    return _join("; ", sorted(find_label(facts, each) for each in known))


def _word_instrument(answer: Answer) -> str:
    signed = f"signed {answer['signed']}" if "signed" in answer else ""
    about = ", ".join(part for part in (signed, answer.get("citation")) if part)
    return answer["instrument"] + (f" ({about})" if about else "")
