"""Where results go: stdout or a file, which is replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

from tradegraph.errors import EngineError


def write_result(data: str | bytes, target: Path | None) -> None:
    """Write the result to `target`, or to stdout if it is None; text is written as UTF-8.

    A file is written beside its place and then moved there, so that a reader never sees half
    of it. Raises EngineError when it cannot be written.
    """
    octets = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if target is None:
        _write_all(sys.stdout.buffer, octets)
        return
    try:
        _replace(target, octets)
    except OSError as error:
        raise _cannot_write(target, error) from error


def _write_all(stream: BinaryIO, octets: bytes) -> None:
    """Write everything: unbuffered (PYTHONUNBUFFERED), stdout takes what the pipe has room for."""
    left = memoryview(octets)
    while left:
        left = left[stream.write(left) :]
    stream.flush()


def check_target(target: Path | None) -> None:
    """Raise EngineError at once, before any work is done, if `target` cannot be written."""
    if target is None:
        return
    folder = target.parent
    if target.is_dir():
        raise EngineError("is a folder", where=str(target), how="-o FILE")
    if not folder.is_dir():
        raise EngineError("no such folder", where=str(folder), how=f"mkdir -p {folder}")
    if not os.access(folder, os.W_OK):
        raise EngineError("permission denied", where=str(folder), how="-o FILE in your own folder")


def _replace(target: Path, octets: bytes) -> None:
    if target.exists() and not target.is_file():  # a device such as /dev/stdout or a named pipe
        target.write_bytes(octets)
        return
    final = target.resolve()  # a link keeps pointing where it pointed
    mode = final.stat().st_mode & 0o777 if final.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{final.name}.", dir=final.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(octets)
        temporary.chmod(mode)
        temporary.replace(final)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _cannot_write(target: Path, error: OSError) -> EngineError:
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    how = "free some space, then run again" if full else "another -o FILE"
    what = "the disk is full" if full else (error.strerror or str(error)).lower()
    return EngineError(what, where=str(target), how=how)
