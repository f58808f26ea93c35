"""What stands behind a row, in words: authority, instrument, ruling and stay, and the documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from tradegraph.derive.statements import Facts
from tradegraph.status.answers import Answer, ask
from tradegraph.status.reach import find_label
from tradegraph.store import Store

Details = dict[str, str]
"""Field of a row -> its text."""


class Grounds:
    """What the periods of a day rest on."""

    def __init__(self, store: Store, facts: Facts, day: date) -> None:
        self._facts = facts
        self._day = day.isoformat()
        self._by_period: dict[tuple[str, str], list[Answer]] = defaultdict(list)
        for answer in ask(store, "grounds-on-date", day):
            self._by_period[answer["period"], answer["role"]].append(answer)

    def describe(self, same: Sequence[Answer]) -> Details:
        """Return what the answers about one measure and rate rest on, instruments up to the day."""
        first = same[0]
        status, rate = first["statusPeriod"], first.get("ratePeriod", "")
        return {
            "authority": _join(", ", (each.get("authority", "") for each in same)),
            "instrument": self._name_instruments(first["measure"], (rate, status)),
            "ruling": _word_rulings(self._by_period[status, "ruling"]),
            "stay": _join("; ", map(_word_act, self._by_period[status, "stay"])),
            "sources": _join("; ", (each["source"] for each in same if "source" in each)),
        }

    def _name_instruments(self, measure: str, periods: Iterable[str]) -> str:
        """Return the instruments of the rate, else of the status, else those known to enact it."""
        for period in periods:
            told = self._by_period[period, "instrument"]
            signed = [each for each in told if each.get("last", "") <= self._day]
            if told:
                return _join("; ", map(_word_instrument, signed or told))
        known = self._facts.iris(measure, "enactedBy")
        return _join("; ", sorted(find_label(self._facts, each) for each in known))


def _join(mark: str, texts: Iterable[str]) -> str:
    return mark.join(dict.fromkeys(text for text in texts if text))


def _word_act(answer: Answer) -> str:
    days = " to ".join(dict.fromkeys(answer[n] for n in ("first", "last") if n in answer))
    return " ".join(part for part in (answer["label"], days) if part)


def _word_rulings(rulings: Sequence[Answer]) -> str:
    """Return court, days and outcome of each ruling, with the cases that it decides."""
    cases: dict[str, list[str]] = {}
    for each in rulings:
        ruling = ", ".join(part for part in (_word_act(each), each.get("about")) if part)
        cases.setdefault(ruling, []).append(each.get("case", ""))
    worded = (_join(", ", (ruling, _join(" and ", named))) for ruling, named in cases.items())
    return _join("; ", worded)


def _word_instrument(answer: Answer) -> str:
    signed = f"signed {answer['last']}" if "last" in answer else ""
    about = ", ".join(part for part in (signed, answer.get("about")) if part)
    return answer["label"] + (f" ({about})" if about else "")
