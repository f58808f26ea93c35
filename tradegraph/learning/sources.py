"""The annotated documents that are given to a program of this package."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Let pairs of annotations and documents be given, one or several."""
    parser.add_argument("--gold", type=Path, action="append", required=True, metavar="DIR")
    parser.add_argument("--docs", type=Path, action="append", required=True, metavar="FILE")


def pair_sources(options: argparse.Namespace) -> Iterator[tuple[Path, Path]]:
    """Return the pairs that were given."""
    return zip(options.gold, options.docs, strict=True)
