"""Which reader a file's content asks for, whatever the file is called.

Exports of databases share the suffixes `.json` and `.csv`, schedules are `.txt`: only the content
tells them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from tradegraph.readers.court_listener import looks_like_court_listener
from tradegraph.readers.federal_register import looks_like_federal_register
from tradegraph.readers.hts import looks_like_schedule
from tradegraph.readers.hts_exports import looks_like_hts_export
from tradegraph.readers.trade_alert import looks_like_trade_alert

Sniffer = Callable[[bytes], bool]
"""Tells from a file's bytes whether its reader reads it."""

BY_CONTENT: Final[Mapping[str, Sniffer]] = MappingProxyType(
    {
        "hts": looks_like_schedule,
        "hts-export": looks_like_hts_export,
        "federal-register": looks_like_federal_register,
        "court-listener": looks_like_court_listener,
        "trade-alert": looks_like_trade_alert,
    }
)
"""Reader -> how to know its files, in the order in which they are tried."""

SHARED: Final = frozenset(("txt", "text", "json", "csv", ""))
"""Suffixes that several formats share, so that the content decides."""


def match_content(data: bytes, suffix: str) -> str | None:
    """Return the name of the reader that the content asks for, None when it is no known format."""
    if suffix not in SHARED:
        return None
    return next((name for name, fits in BY_CONTENT.items() if fits(data)), None)
