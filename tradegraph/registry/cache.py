"""What was compiled from the registry's files, kept on disk under their digest.

The files are JSON in the folder for caches that the platform has, and may be deleted at any time.
One that is missing, broken or of other files is made again without a word; where none can be
written, nothing is kept. `TRADEGRAPH_CACHE` names another folder, or `off`.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from tradegraph import __version__

VARIABLE: Final = "TRADEGRAPH_CACHE"
OFF: Final = "off"
FORM: Final = 2
"""The number of the form in which things are kept; another one makes them anew."""
KEPT: Final = 4
"""So many files are kept, the ones used last."""


def read_cached(digest: str) -> object:
    """Return what was kept under the digest, None if there is nothing that can be used."""
    file = _find_file(digest)
    if file is None:
        return None
    try:
        mark, _, content = file.read_bytes().partition(b"\n")
        if mark != _make_mark(digest):
            return None
        kept: object = json.loads(content)
    except (OSError, ValueError, RecursionError):
        return None
    return kept


def write_cached(digest: str, content: object) -> None:
    """Keep content that JSON can hold; a reader sees all of it or nothing."""
    file = _find_file(digest)
    if file is None:
        return
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(prefix=".registry-", dir=file.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(_make_mark(digest) + b"\n" + written.encode("utf-8", "surrogatepass"))
            temporary.replace(file)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _forget_old(file.parent)


def find_cache_folder() -> Path | None:
    """Return the folder where things are kept, None where nothing is."""
    named = os.environ.get(VARIABLE)
    if named:
        return None if named.lower() == OFF else Path(named)
    try:
        return _find_platform_folder() / "tradegraph"
    except RuntimeError:  # no home
        return None


def _find_platform_folder() -> Path:
    """Return where programs keep what can be made again."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    named = os.environ.get("XDG_CACHE_HOME")
    return Path(named) if named else Path.home() / ".cache"


def _find_file(digest: str) -> Path | None:
    folder = find_cache_folder()
    return folder / f"registry-{digest[:16]}.json" if folder else None


def _make_mark(digest: str) -> bytes:
    return f"tradegraph {__version__} registry {FORM} {digest}".encode()


def _forget_old(folder: Path) -> None:
    files = sorted(folder.glob("registry-*.json"), key=lambda file: -file.stat().st_mtime)
    for file in files[KEPT:]:
        file.unlink(missing_ok=True)
