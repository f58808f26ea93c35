"""Where bytes come from: files, folders, standard input."""

from __future__ import annotations

import gzip
import os
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Final, TypeAlias

from tradegraph.errors import InputError
from tradegraph.model import Document

MAX_BYTES: Final = 20_000_000
"""The largest file that is read: 20 MB."""

PACKED: Final = ".gz"
"""The suffix of files that are unpacked before they are read."""

STDIN: Final = "-"
"""The name of standard input."""


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read: `name` is what errors call them, `identifier` what the document is called."""

    name: str
    data: bytes = field(repr=False)
    identifier: str | None = None


Reader: TypeAlias = Callable[[Source], Iterator[Document | InputError]]
"""Reads the documents of one format.

It yields an `InputError` for a part it cannot read and goes on, and raises one when it can read
nothing. It opens no file and no connection.
"""


def read_file(path: Path) -> Source:
    """Return the bytes of a file, named by the file's name without its suffix."""
    where = write_path(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise translate_failure(error, path) from error
    if path.suffix.lower() != PACKED:
        return check_size(Source(where, data, write_path(Path(path.stem))))
    unpacked = unpack(check_size(Source(where, data)))
    return check_size(Source(where, unpacked, write_path(Path(Path(path.stem).stem))))


def unpack(source: Source) -> bytes:
    """Return what a gzip file holds, at most one byte more than `MAX_BYTES`."""
    try:
        with gzip.open(BytesIO(source.data)) as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(
            f"broken gzip: {str(error).lower()}", where=source.name, how="fetch the file again"
        ) from error


def read_stdin() -> Source:
    """Return the bytes of standard input."""
    # Python has none when the shell closed it: `tradegraph build - <&-`
    stream = sys.stdin
    if stream is None or stream.closed:
        raise InputError("standard input is closed", where=STDIN, how="name a file")
    try:
        data = stream.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise translate_failure(error, Path(STDIN)) from error
    return check_size(Source(STDIN, data))


def check_size(source: Source) -> Source:
    """Return the source, or raise `InputError` when it is empty or too large."""
    if not source.data:
        raise InputError("empty", where=source.name, how="leave it out")
    if len(source.data) > MAX_BYTES:
        raise InputError(
            f"larger than {MAX_BYTES // 1_000_000} MB", where=source.name, how="split it into parts"
        )
    return source


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder; what cannot be told is an error when it is read."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def list_files(folder: Path) -> Iterator[Path | InputError]:
    """Yield the files below a folder, sorted by path, and an error for each folder not readable.

    Hidden files and folders, and what is no file (pipes, sockets, devices), are left out; links
    to folders are not followed, so a loop of links ends.
    """
    waiting: list[Path] = [folder]
    while waiting:
        entry = waiting.pop()
        try:
            if entry is folder or (entry.is_dir() and not entry.is_symlink()):
                visible = (child for child in entry.iterdir() if not child.name.startswith("."))
                waiting.extend(sorted(visible, key=lambda child: child.name, reverse=True))
            elif entry.is_file() or not entry.exists():  # a broken link is reported when read
                yield entry
        except OSError as error:
            yield translate_failure(error, entry)


def translate_failure(error: OSError | ValueError, path: Path) -> InputError:
    """Return the error that says why a path cannot be read and what to do."""
    where = write_path(path)
    match error:
        case FileNotFoundError():
            return InputError("no such file or folder", where=where, how="check the path")
        case PermissionError():
            return InputError(
                "no permission to read", where=where, how="chmod u+r, or leave it out"
            )
        case OSError():
            reason = (error.strerror or str(error)).lower()
            return InputError(reason, where=where, how="check the path")
    return InputError(f"no path: {error}", where=repr(str(path)), how="check the path")


def write_path(path: Path) -> str:
    """Return a path as text that can be written; bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
