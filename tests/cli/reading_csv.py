"""What commands print in a pipe."""

from __future__ import annotations

import csv
import io


def rows(text: str) -> list[list[str]]:
    """Return the cells of CSV, the head among them."""
    return list(csv.reader(io.StringIO(text)))
