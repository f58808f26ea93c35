"""Running a query: beside the main thread, so that Ctrl-C and a time limit end the wait.

The engine cannot be told to stop. A query that is given up runs on in its thread until it ends
or the process does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import TypeVar

import pyoxigraph

from tradegraph.errors import EngineError, InputError
from tradegraph.spelling import advise
from tradegraph.store.querytext import (
    Bindings,
    bind,
    reject_writes_and_calls,
    undeclared_prefixes,
)
from tradegraph.store.results import Graph, Table, read_answer
from tradegraph.vocabulary import PREFIXES

T = TypeVar("T")

# error at 1:20: expected one of LATERAL, SERVICE, [_]
PARSER_MESSAGE = re.compile(r"error at (?P<place>\d+:\d+): (?P<what>.*)", re.DOTALL)

# What pyoxigraph raises: broken syntax, storage and evaluation, bad terms, exhaustion.
ENGINE_FAILURES = (SyntaxError, OSError, RuntimeError, ValueError, MemoryError)


@dataclass(frozen=True, slots=True)
class Query:
    """A question: its text, the values of its parameters, limits, and its name in messages."""

    text: str
    bindings: Bindings
    timeout: float | None
    limit: int | None
    source: str


def run_query(index: pyoxigraph.Store, query: Query) -> Table | Graph | bool:
    """Answer a query over the view of `index`.

    Raises InputError with line and column for broken syntax, UsageError for an update, a call of
    another endpoint or an unknown parameter, EngineError when it fails or takes too long.
    """
    reject_writes_and_calls(query.text)
    text = bind(query.text, query.bindings)

    def answer() -> Table | Graph | bool:
        return read_answer(index.query(text, prefixes=PREFIXES), query.limit)

    try:
        return wait_for(answer, query.timeout)
    except SyntaxError as error:
        raise _explain_syntax(str(error), query) from error
    except (OSError, RuntimeError, ValueError, MemoryError) as error:
        raise EngineError(f"the query failed: {error}", where=query.source) from error


def wait_for(work: Callable[[], T], timeout: float | None) -> T:
    """Return what `work` returns, or raise EngineError after `timeout` seconds."""
    done: list[T] = []
    failed: list[BaseException] = []

    def target() -> None:
        try:
            done.append(work())
        except ENGINE_FAILURES as error:
            failed.append(error)

    thread = Thread(target=target, name="query", daemon=True)
    thread.start()
    thread.join(timeout)
    if failed:
        raise failed[0]
    if done:
        return done[0]
    if timeout is not None and thread.is_alive():
        raise EngineError(
            f"the query took longer than {timeout:g} s", how="a longer timeout or a narrower query"
        )
    raise EngineError("the query ended without an answer")


def _explain_syntax(message: str, query: Query) -> InputError:
    """Place the error in the text as it was written, before values were put in."""
    try:
        pyoxigraph.Store().query(query.text, prefixes=PREFIXES)
    except SyntaxError as original:
        message = str(original)
    match = PARSER_MESSAGE.match(message)
    where = f"{query.source}:{match['place']}" if match else query.source
    unknown = undeclared_prefixes(query.text, PREFIXES)
    if unknown:
        how = advise(unknown[0], PREFIXES, otherwise=f"PREFIX {unknown[0]}: <...> at its top")
        return InputError(f"the prefix {unknown[0]!r} is not declared", where=where, how=how)
    what = match["what"].replace(", [_]", "") if match else message
    return InputError(f"the query cannot be read: {what}", where=where)
