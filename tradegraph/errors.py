"""The errors tradegraph raises, each with the exit code the command line ends with.

    TradegraphError          4  anything of ours that has no better place below
    ├── UsageError           2  an unknown name, parameter or flag value
    ├── InputError           3  a file that cannot be read: missing, empty, binary, broken syntax
    └── EngineError          4  the store, a query or an endpoint failed or took too long
        └── StoreBusyError   4  another process is writing to the store

A message names the thing, the reason and the way out: `WHERE: what; try: how`.
Foreign exceptions are translated where their library is touched.
"""

from __future__ import annotations


class TradegraphError(Exception):
    """Root of everything tradegraph raises on purpose.

    `where` is the file, line or name concerned, `what` the reason, `how` the way out.
    """

    exit_code = 4

    def __init__(self, what: str, *, where: str | None = None, how: str | None = None) -> None:
        super().__init__(what, where, how)
        self.what = what
        self.where = where
        self.how = how

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes with all three parts."""
        return _restore, (type(self), self.what, self.where, self.how)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"; try: {self.how}" if self.how else ""
        return f"{place}{self.what}{advice}"


class UsageError(TradegraphError):
    """An unknown name, parameter or flag value."""

    exit_code = 2


class InputError(TradegraphError):
    """Input that cannot be read or understood."""

    exit_code = 3


class EngineError(TradegraphError):
    """The store, a query or an endpoint failed."""

    exit_code = 4


class StoreBusyError(EngineError):
    """Another process is writing to the store."""


def _restore(
    kind: type[TradegraphError], what: str, where: str | None, how: str | None
) -> TradegraphError:
    return kind(what, where=where, how=how)
