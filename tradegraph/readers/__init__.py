"""Readers: from files, folders and standard input to documents, one module a format."""

from tradegraph.readers.catalogue import BUILT_IN, SUFFIXES, read_sources
from tradegraph.readers.sources import Reader, Source

__all__ = ["BUILT_IN", "SUFFIXES", "Reader", "Source", "read_sources"]
