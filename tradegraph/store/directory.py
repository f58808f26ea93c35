"""A store's folder: the documents as N-Quads, the index beside them, and whether both agree.

DIR/tradegraph-store      says that this is a store, and in which format
DIR/documents/<key>.nq    what each document claims: the source of truth
DIR/oxigraph/             the index, which can always be made again from the documents
DIR/unfinished            there while a change is going on, or when one was broken off
DIR/lock                  held by the process that uses the store
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tradegraph.errors import EngineError, InputError

FORMAT = "tradegraph store, format 1\n"
SUFFIX = ".nq"
PARTIAL = ".new"


class Directory:
    """The files of one store."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.documents = path / "documents"
        self.index = path / "oxigraph"
        self.lock = path / "lock"
        self._marker = path / "tradegraph-store"
        self._unfinished = path / "unfinished"

    def create(self) -> None:
        """Make the folder a store unless it is one; raise InputError when it holds other things."""
        with translate_errors(self.path):
            if self._marker.is_file():
                return
            if self.path.exists() and any(self.path.iterdir()):
                raise _no_store(self.path, "an empty folder")
            self.path.mkdir(parents=True, exist_ok=True)
            write_whole({self._marker: FORMAT.encode()})
            self.documents.mkdir(exist_ok=True)
            self.index.mkdir(exist_ok=True)

    def check(self) -> None:
        """Raise InputError unless the folder is a store of this format."""
        with translate_errors(self.path):
            found = self._marker.read_text("utf-8") if self._marker.is_file() else None
        if found is None:
            raise _no_store(self.path, "tradegraph build SOURCE, which makes one")
        if found != FORMAT:
            raise InputError(
                f"the store has another format: {found.strip()!r}",
                where=str(self.path),
                how="the version of tradegraph that made it, or a new --store",
            )

    def is_unfinished(self) -> bool:
        """Tell whether a change was broken off, or the index is missing."""
        return self._unfinished.exists() or not self.index.is_dir()

    def mark_unfinished(self) -> None:
        """Note, safe against a power cut, that documents and index may disagree from now on."""
        with translate_errors(self.path):
            text = "A change of this store is going on, or was broken off and will be repaired.\n"
            write_whole({self._unfinished: text.encode()})

    def mark_finished(self) -> None:
        """Note that documents and index agree."""
        with translate_errors(self.path):
            self._unfinished.unlink(missing_ok=True)
            _sync_folder(self.path)

    def sweep(self) -> None:
        """Delete what a process that was killed left half written; only for who has the lock."""
        with translate_errors(self.path):
            for folder in (self.path, self.documents):
                for path in folder.glob(f"*{PARTIAL}"):
                    path.unlink(missing_ok=True)

    def keys(self) -> list[str]:
        """Return the keys of the documents, sorted."""
        with translate_errors(self.path):
            return sorted(path.stem for path in self.documents.glob(f"*{SUFFIX}"))

    def contains(self, key: str) -> bool:
        """Tell whether there is a document with this key."""
        return self._file(key).is_file()

    def read(self, key: str) -> bytes:
        """Return the N-Quads of a document."""
        with translate_errors(self.path):
            return self._file(key).read_bytes()

    def write(self, items: Mapping[str, bytes]) -> None:
        """Write documents: on a full disk none, else each whole."""
        with translate_errors(self.path):
            self.documents.mkdir(exist_ok=True)
            write_whole({self._file(key): nquads for key, nquads in items.items()})

    def remove(self, key: str) -> None:
        """Delete a document."""
        with translate_errors(self.path):
            self._file(key).unlink(missing_ok=True)
            _sync_folder(self.documents)

    def _file(self, key: str) -> Path:
        return self.documents / f"{key}{SUFFIX}"


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write files so that each is, at any moment, as before or as given, and none if one fails."""
    try:
        for path, content in files.items():
            with _partial(path).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
    except BaseException:
        for path in files:
            _partial(path).unlink(missing_ok=True)
        raise
    for path in files:
        _partial(path).replace(path)
    for folder in {path.parent for path in files}:
        _sync_folder(folder)


def _partial(path: Path) -> Path:
    return path.with_name(path.name + PARTIAL)


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system knows how."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _no_store(path: Path, how: str) -> InputError:
    return InputError("this is not a tradegraph store", where=str(path), how=how)


@contextmanager
def translate_errors(path: Path | str) -> Iterator[None]:
    """Turn the system's errors about a store's files into EngineError."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        where = str(error.filename or path)
        how = advise_space(error)
        raise EngineError(f"the store failed: {reason}", where=where, how=how) from error


def advise_space(error: Exception) -> str | None:
    """Return the way out of a full disk, None for another error."""
    full = os.strerror(errno.ENOSPC)
    return "again with more space on the disk" if full in str(error) else None
