"""Who may touch a store: one process that writes, or several that read."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from tradegraph.errors import EngineError, StoreBusyError

READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)


class Lock:
    """A lock on a file, held until `release` or the end of the process, and never waited for."""

    def __init__(self, path: Path, *, shared: bool, owner: str) -> None:
        """Take the lock; raise StoreBusyError when another process holds it in the way.

        A reader that cannot make the file (a folder that cannot be written) needs none: then
        nobody else can write there either.
        """
        self._descriptor: int | None = None
        try:
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            if shared and error.errno in READ_ONLY:
                return
            reason = error.strerror or str(error)
            raise EngineError(f"cannot lock the store: {reason}", where=owner) from error
        if not _try_lock(self._descriptor, shared=shared):
            self.release()
            what = (
                "another process is writing to this store"
                if shared
                else ("another process is using this store")
            )
            raise StoreBusyError(what, where=owner, how="again when it is done, or another --store")

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _try_lock(descriptor: int, *, shared: bool) -> bool:
    if sys.platform == "win32":  # there the index's own lock keeps a second process out
        return True
    import fcntl  # noqa: PLC0415 - not on every platform

    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
