"""Which reader a file's content asks for, whatever the file is called.

Exports of databases share the suffixes `.json` and `.csv`, schedules are `.txt`: only the content
tells them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from tradegraph.readers.hts import looks_like_schedule

Sniffer = Callable[[bytes], bool]
"""Tells from a file's bytes whether its reader reads it."""

BY_CONTENT: Final[Mapping[str, Sniffer]] = MappingProxyType({"hts": looks_like_schedule})
"""Reader -> how to know its files, in the order in which they are tried."""

SHARED: Final = frozenset(("txt", "text", "json", "csv", ""))
"""Suffixes that several formats share, so that the content decides."""


def match_content(data: bytes, suffix: str) -> str | None:
    """Return the name of the reader that the content asks for, None when it is no known format."""
    if suffix not in SHARED:
        return None
    return next((name for name, fits in BY_CONTENT.items() if fits(data)), None)
