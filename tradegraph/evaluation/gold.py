"""Reading the facts that annotators found: a folder of `ID.json` files, one a document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tradegraph.errors import InputError
from tradegraph.evaluation.contents import parse_day
from tradegraph.evaluation.facts import CODES, DAYS, PHRASES, RATES, ROLES, Fact, Names
from tradegraph.model import DateRange, Span
from tradegraph.spelling import advise

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Annotation:
    """The facts that annotators found in one document."""

    document: str
    facts: tuple[Fact, ...]


def read_gold(folder: Path, texts: Mapping[str, str]) -> list[Annotation]:
    """Return the annotations of the documents whose texts are given, by the files' names.

    Raises InputError for a folder or a file that cannot be read, and when no file is about one
    of the documents.
    """
    if not folder.is_dir():
        raise InputError("no such folder", where=str(folder), how="a folder of ID.json files")
    files = sorted(folder.glob("*.json"))
    found = [read_annotation(file, texts[file.stem]) for file in files if file.stem in texts]
    if not found:
        raise InputError(
            "no file is named after one of the documents", where=str(folder), how="ID.json"
        )
    return found


def read_annotation(file: Path, text: str) -> Annotation:
    """Return the facts in a file about a document of that text."""
    try:
        facts = json.loads(file.read_text("utf-8"))["facts"]
        return Annotation(file.stem, tuple(_read_fact(record, text) for record in facts))
    except OSError as error:
        raise InputError(str(error.strerror).lower(), where=str(file)) from error
    except InputError as error:
        raise InputError(error.what, where=str(file), how=error.how) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        what = f"not as annotated facts are written: {error}"
        raise InputError(what, where=str(file), how='{"id": "...", "facts": [...]}') from error


def _read_fact(record: Record, text: str) -> Fact:
    fact_type = str(record["type"])
    if fact_type not in ROLES:
        how = advise(fact_type, ROLES, otherwise=f"one of {', '.join(ROLES)}")
        raise InputError(f"no fact is of type {fact_type!r}", how=how)
    told = {role: record[role] for role in ROLES[fact_type] if record.get(role) is not None}
    others = PHRASES | DAYS | RATES | CODES
    return Fact(
        fact_type,
        str(record["modality"]),
        _find_evidence(record.get("evidence"), text),
        actors={role: _read_names(value) for role, value in told.items() if role not in others},
        phrases={role: _read_list(value) for role, value in told.items() if role in PHRASES},
        days={role: _read_days(value) for role, value in told.items() if role in DAYS},
        rates={role: _read_rate(value) for role, value in told.items() if role in RATES},
        codes={role: _read_code(value) for role, value in told.items() if role in CODES},
    )


def _find_evidence(evidence: object, text: str) -> tuple[Span, ...]:
    """Return where the evidence stands first; nowhere if it is not in the text."""
    begin = text.find(evidence) if isinstance(evidence, str) else -1
    return (Span(begin, begin + len(str(evidence))),) if begin >= 0 else ()


def _read_list(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _read_names(value: object) -> tuple[Names, ...]:
    return tuple(frozenset({name}) for name in _read_list(value))


def _read_days(value: object) -> DateRange:
    first, last = _read_list(value)
    return DateRange(parse_day(first), parse_day(last))


def _read_rate(value: object) -> frozenset[float]:
    if not isinstance(value, dict):
        raise InputError(f"no rate: {value!r}", how='{"low": 10, "high": 25}')
    bounds = (value.get("low"), value.get("high"))
    return frozenset(float(bound) for bound in bounds if bound is not None)


def _read_code(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
