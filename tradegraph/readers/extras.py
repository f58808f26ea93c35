"""The libraries of the extra `readers`: how to get them, and how to keep them quiet."""

from __future__ import annotations

import logging
from typing import Final

EXTRA: Final = "pip install 'tradegraph[readers]'"
"""How to get the libraries that read web pages and PDF."""


def silence(*libraries: str) -> None:
    """Keep libraries from reporting on standard error what becomes an `InputError` here."""
    for library in libraries:
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)
