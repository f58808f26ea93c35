"""An open store: its lock, its index, and the mark that a change is going on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pyoxigraph

from tradegraph.errors import EngineError, UsageError
from tradegraph.store.directory import Directory, translate_errors
from tradegraph.store.index import open_index
from tradegraph.store.locks import Lock

MEMORY = ":memory:"


class Session:
    """Access to an index, alone for a writer and shared by readers.

    A change that was broken off, by an error, an interruption or the end of the process, leaves
    its mark; `repair` is called when the store is next used or opened.
    """

    def __init__(
        self, directory: Directory | None, *, read_only: bool, repair: Callable[[], None]
    ) -> None:
        self._directory = directory
        self._read_only = read_only
        self._repair = repair
        self._index: pyoxigraph.Store | None = None if directory else pyoxigraph.Store()
        self._lock: Lock | None = None
        self._depth = 0
        self._marked = self._broken = False

    @property
    def location(self) -> str:
        """The folder of the store, or `:memory:`."""
        return str(self._directory.path) if self._directory else MEMORY

    def open(self) -> None:
        """Take the lock, open the index, and repair it if need be."""
        if self._directory is None:
            return
        try:
            self._open(self._directory)
            self._ready()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let other processes use the store."""
        self._index = None
        if self._lock:
            self._lock.release()
            self._lock = None

    @contextmanager
    def reading(self) -> Iterator[pyoxigraph.Store]:
        """Give the index; the system's errors become EngineError."""
        with translate_errors(self.location):
            try:
                yield self._ready()
            except RuntimeError as error:  # what the engine calls damaged data
                raise EngineError(f"the index failed: {error}", where=self.location) from error

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold changes together: if one of them is broken off, the store will be repaired."""
        if self._read_only:
            raise UsageError("the store was opened for reading only", where=self.location)
        if self._directory and not self._marked:
            self._directory.mark_unfinished()
        self._marked = True
        self._depth += 1
        try:
            yield
        except BaseException:
            self._broken = True
            raise
        finally:
            self._depth -= 1
        if self._depth == 0 and not self._broken:
            self._finish()

    def _open(self, directory: Directory) -> None:
        if self._read_only:
            directory.check()
            if directory.is_unfinished():
                self._repair_as_writer(directory)
        else:
            directory.create()
            directory.check()
        self._lock = Lock(directory.lock, shared=self._read_only, owner=self.location)
        if not self._read_only:
            directory.sweep()
        self._broken = not self._read_only and directory.is_unfinished()
        self._index = open_index(directory.index, read_only=self._read_only)

    def _repair_as_writer(self, directory: Directory) -> None:
        self._read_only = False
        try:
            self._open(directory)
            self._ready()
        finally:
            self.close()
            self._read_only = True

    def _ready(self) -> pyoxigraph.Store:
        """Return the index, reopened and repaired if something was broken off."""
        if self._broken and self._depth == 0:
            self._broken = False
            if self._directory:  # after a full disk the engine works again only when reopened
                self._index = None
                self._index = open_index(self._directory.index, read_only=False)
            with self.changing():
                self._repair()
        if self._index is None:
            raise EngineError("the store is closed", where=self.location)
        return self._index

    def _finish(self) -> None:
        if self._directory and self._index is not None:
            with translate_errors(self.location):
                self._index.flush()
            self._directory.mark_finished()
        self._marked = False
