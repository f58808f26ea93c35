"""On which terms a row's duty is paid, in words: quotas, refunds, drawback, goods in transit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from tradegraph.derive.reach import find_parts
from tradegraph.derive.statements import Facts
from tradegraph.status.answers import Answer, ask
from tradegraph.status.reach import find_label
from tradegraph.store import Store

PERIODS: Final = {"P1Y": "a year", "P3M": "a quarter", "P1M": "a month"}


class Terms:
    """What the documents say of the terms of all duties on a day."""

    def __init__(self, store: Store, facts: Facts, day: date) -> None:
        self._facts = facts
        self._by_measure: dict[str, list[Answer]] = defaultdict(list)
        for answer in ask(store, "terms-on-date", day):
            self._by_measure[answer["measure"]].append(answer)

    def describe(self, measure: str, circle: Collection[str]) -> str:
        """Return the terms of a measure, of its programmes and of its parts.

        With a `circle`, whose goods are asked about, only its own parts count; a part that is not
        the measure stands under its own name.
        """
        programmes = self._facts.iris(measure, "specializes")
        worded = [_word(each) for own in (measure, *programmes) for each in self._by_measure[own]]
        for holder in (measure, *programmes):
            for part in find_parts(self._facts, holder):
                if part != measure and part in self._by_measure:
                    worded += self._word_part(part, (holder, measure), circle)
        return "; ".join(dict.fromkeys(worded))

    def _word_part(
        self, part: str, rows: tuple[str, str], circle: Collection[str]
    ) -> Iterator[str]:
        """Yield the terms of a part of the first measure, for a row of the second one."""
        holder, measure = rows
        whose = self._facts.iris(part, "targets")
        is_part = bool(self._facts.iris(measure, "specializes"))
        meant = circle or (self._facts.iris(measure, "targets") if is_part else ())
        if whose and meant and not set(whose) & set(meant):
            return
        covered = set(self._facts.iris(holder, "product"))
        goods = [each for each in self._facts.iris(part, "product") if each not in covered]
        for answer in self._by_measure[part]:
            about = whose if "loadedBefore" in answer else (*goods, *whose)
            names = ", ".join(find_label(self._facts, each) for each in about)
            yield f"{names}: {_word(answer)}" if names else _word(answer)


def _word(answer: Answer) -> str:
    if "loadedBefore" in answer:
        entered = answer.get("enteredBefore")
        until = f" and entered before {entered}" if entered else ""
        return f"goods in transit spared, loaded before {answer['loadedBefore']}{until}"
    return _word_refund(answer) if "available" in answer else _word_quota(answer)


def _word_refund(answer: Answer) -> str:
    if answer["available"] == "false":
        return f"no {answer['kind']}"
    since = f" of entries from {answer['from']}" if "from" in answer else ""
    by = f" by {answer['instrument']}" if "instrument" in answer else ""
    if_needed = " where it requires one" if answer["modality"] == "conditional" else ""
    return f"{answer['kind']}{since}{by}{if_needed}"


def _word_quota(answer: Answer) -> str:
    period = answer.get("period", "")
    words = [answer["kind"]]
    if "volume" in answer:
        volume = f"{float(answer['volume']):,.2f}".removesuffix(".00")
        words.append(f"of {volume} {answer['unit']}")
    words.append(PERIODS.get(period, period))
    if "inQuota" in answer:
        words.append(f"at {float(answer['inQuota']):g}%")
    if "overQuota" in answer:
        words.append(f"above it {float(answer['overQuota']):g}%")
    if "until" in answer:
        words.append(f"until {answer['until']}")
    return " ".join(filter(None, words))
