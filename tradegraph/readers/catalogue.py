"""Which reader reads what, and the one function that reads everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tradegraph.errors import InputError, UsageError
from tradegraph.model import Document
from tradegraph.readers.court_listener import read_court_listener
from tradegraph.readers.federal_register import read_federal_register
from tradegraph.readers.formats import BY_CONTENT, match_content
from tradegraph.readers.html import read_html
from tradegraph.readers.hts import read_hts
from tradegraph.readers.hts_exports import read_hts_export
from tradegraph.readers.jsonl import looks_like_jsonl, read_jsonl
from tradegraph.readers.markdown import read_markdown
from tradegraph.readers.pdf import read_pdf
from tradegraph.readers.sources import (
    PACKED,
    STDIN,
    Reader,
    is_folder,
    list_files,
    read_file,
    read_stdin,
    write_path,
)
from tradegraph.readers.text import read_text
from tradegraph.readers.trade_alert import read_trade_alert
from tradegraph.spelling import advise

BUILT_IN: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "court-listener": read_court_listener,
        "federal-register": read_federal_register,
        "hts": read_hts,
        "hts-export": read_hts_export,
        "html": read_html,
        "jsonl": read_jsonl,
        "markdown": read_markdown,
        "pdf": read_pdf,
        "text": read_text,
        "trade-alert": read_trade_alert,
    }
)
"""The readers that come with tradegraph, by name."""

SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {"htm": "html", "md": "markdown", "ndjson": "jsonl", "txt": "text", "xhtml": "html"}
)
"""Suffix -> reader, where the suffix is not the reader's name: a reader `docx` reads `*.docx`."""

EXPORTS: Final = frozenset(("csv", "json"))
"""Suffixes of exports: in a folder only those are read whose content a reader knows."""


def read_sources(
    sources: Sequence[str | Path],
    *,
    reader: str | None = None,
    readers: Mapping[str, Reader] = BUILT_IN,
) -> Iterator[Document | InputError]:
    """Return the documents of files, folders and `-` (standard input), in the order given.

    Errors are yielded in the place of documents, and the others go on. A file goes to the reader
    that its content asks for, otherwise to that of its suffix; one of an unknown suffix is read as
    text. Folders give the files of known suffixes at any depth, sorted by path. `reader` names the
    reader for all of them, and a folder then gives all its files. Raises `UsageError` at once when
    there is no such reader.
    """
    chosen = find_reader(reader, readers) if reader is not None else None
    return (item for source in sources for item in read_any(source, chosen, readers))


def find_reader(name: str, readers: Mapping[str, Reader]) -> Reader:
    """Return the reader of this name."""
    if name in readers:
        return readers[name]
    known = f"one of {', '.join(sorted(readers))}"
    raise UsageError(f"no reader named {name!r}", how=advise(name, readers, otherwise=known))


def read_suffix(path: Path) -> str:
    """Return the suffix of a path in small letters; of `a.txt.gz` it is `txt`."""
    return Path(path.stem if path.suffix.lower() == PACKED else path).suffix[1:].lower()


def match_suffix(path: Path, readers: Mapping[str, Reader]) -> Reader | None:
    """Return the reader for a path's suffix, None for a suffix that none reads."""
    suffix = read_suffix(path)
    return readers.get(SUFFIXES.get(suffix, suffix))


def read_any(
    source: str | Path, chosen: Reader | None, readers: Mapping[str, Reader]
) -> Iterator[Document | InputError]:
    """Yield what is read from a file, a folder or standard input, errors included."""
    path = Path(source)
    if str(source) == STDIN:
        yield from read_input(chosen)
    elif not str(source):
        yield InputError("an empty path", where=repr(source), how="name a file or a folder")
    elif is_folder(path):
        yield from read_folder(path, chosen, readers)
    else:
        yield from read_path(path, chosen, readers)


def read_path(
    path: Path, chosen: Reader | None, readers: Mapping[str, Reader]
) -> Iterator[Document | InputError]:
    """Yield what a file's reader reads from it, errors included."""
    try:
        source = read_file(path)
        asked = match_content(source.data, read_suffix(path))
        reader = chosen or readers.get(asked or "") or match_suffix(path, readers)
        yield from (reader or read_text)(source)
    except InputError as error:
        yield error


def read_folder(
    folder: Path, chosen: Reader | None, readers: Mapping[str, Reader]
) -> Iterator[Document | InputError]:
    """Yield what is read from the files below a folder, errors included."""
    nothing = True
    for found in list_files(folder):
        if isinstance(found, InputError):
            nothing = False
            yield found
        elif chosen or match_suffix(found, readers) or is_export(found):
            nothing = False
            yield from read_path(found, chosen, readers)
    if nothing:
        named = {*readers, *SUFFIXES} - set(BY_CONTENT)
        suffixes = ", ".join(sorted(f".{suffix}" for suffix in named))
        yield InputError(
            "no file to read in this folder",
            where=write_path(folder),
            how=f"files of {suffixes}, or name the files",
        )


def is_export(path: Path) -> bool:
    """Tell whether a file of a suffix that many formats share has a content that a reader knows."""
    if read_suffix(path) not in EXPORTS:
        return False
    try:
        return match_content(read_file(path).data, read_suffix(path)) is not None
    except InputError:
        return False


def read_input(chosen: Reader | None) -> Iterator[Document | InputError]:
    """Yield what is read from standard input: JSON Lines if it begins so, else text."""
    try:
        source = read_stdin()
        yield from (chosen or (read_jsonl if looks_like_jsonl(source.data) else read_text))(source)
    except InputError as error:
        yield error
