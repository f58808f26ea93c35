"""Markdown with front matter: `key: value` lines between two lines of three dashes.

The text is what follows the front matter, as it stands. Only values on one line are understood,
plain or in quotation marks; other keys and their values, also nested ones, are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from tradegraph.errors import InputError
from tradegraph.model import Document
from tradegraph.readers.decoding import decode_text
from tradegraph.readers.documents import FIELDS, LONGEST_TITLE, build_document, parse_metadata
from tradegraph.readers.sources import Source

DASHES: Final = re.compile(r"---[ \t]*\r?(?:\n|\Z)")
# a key, or the end, follows the opening line; after a thematic break stands a text
OPENING: Final = re.compile(
    r"""---[ \t]*\r?\n
    (?= (?:[ \t]*(?:\#[^\n]*)?\r?\n)*+  # blank lines and comments
        (?: ---[ \t]*\r?(?:\n|\Z) | [A-Za-z][\w-]*[ \t]*:(?:\s|\Z) ) )""",
    re.VERBOSE,
)
# date: 2025-05-30
ENTRY: Final = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,80}?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
# blank, comment, indented, or an item of a list: belongs to the key above or to none
PASSED_OVER: Final = re.compile(r"(?:#.*|[ \t].*|-(?:[ \t].*)?)?")
DOUBLE_QUOTED: Final = re.compile(r'"(?P<value>(?:[^"\\]|\\["\\])*)"[ \t]*(?:#.*)?')
SINGLE_QUOTED: Final = re.compile(r"'(?P<value>(?:[^']|'')*)'[ \t]*(?:#.*)?")
# what starts a value that is no plain text in YAML: block texts, lists, maps, anchors, tags
STRUCTURED: Final = re.compile(r"[|>\[{&*!%@`\"']")
COMMENT: Final = re.compile(r"(?<![^ \t])#.*")
# # Heading #
HEADING: Final = re.compile(r"\s*#[ \t]+(?P<title>[^\r\n]*)")


@dataclass(slots=True)
class FrontMatter:
    """The fields of a front matter with their lines, and where the text begins."""

    record: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    end: int = 0


def read_markdown(source: Source) -> Iterator[Document | InputError]:
    """Yield the one document of a Markdown file; the first heading is its title by default."""
    whole = decode_text(source.data, source.name)
    front = read_front_matter(whole, source.name)
    text = whole[front.end :]
    metadata = parse_metadata(front.record, source.name, lines=front.lines)
    metadata = replace(
        metadata,
        identifier=metadata.identifier or source.identifier,
        title=metadata.title or find_heading(text),
    )
    yield build_document(text, metadata, source.name)


def find_heading(text: str) -> str | None:
    """Return the heading of the first level that a text begins with."""
    heading = HEADING.match(text)
    title = heading["title"].strip() if heading else ""
    bare = title.rstrip("#")
    if bare.endswith((" ", "\t")):  # "# Heading #"
        title = bare.rstrip()
    return title if 0 < len(title) <= LONGEST_TITLE and title.strip("#") else None


def read_front_matter(text: str, where: str) -> FrontMatter:
    """Return the front matter at the start of a text; without one, it is empty."""
    front = FrontMatter()
    if not OPENING.match(text):
        return front
    position, number, key = text.index("\n") + 1, 2, ""
    while not (closing := DASHES.match(text, position)):
        end = text.find("\n", position)
        if end < 0:
            raise InputError(
                "the front matter does not end", where=f"{where}:1", how="close it with ---"
            )
        line, place = text[position:end].rstrip("\r"), f"{where}:{number}"
        if entry := ENTRY.fullmatch(line):
            key = entry["key"].lower()
            if key in FIELDS:
                front.record[key] = read_scalar((entry["value"] or "").strip(), key, place)
                front.lines[key] = number
        else:
            check_passed_over(line, key, place)
        position, number = end + 1, number + 1
    front.end = closing.end()
    return front


def check_passed_over(line: str, key: str, where: str) -> None:
    """Raise `InputError` for a line without a key that may not be passed over."""
    if not PASSED_OVER.fullmatch(line):
        raise InputError("no `key: value`", where=where, how="put the text below the second ---")
    if key in FIELDS and line.strip() and not line.lstrip().startswith("#"):
        raise InputError(f"{key!r} has a value of several lines", where=where, how="use one line")


def read_scalar(value: str, key: str, where: str) -> str:
    """Return the text of a value: without quotation marks, without a comment."""
    if quoted := DOUBLE_QUOTED.fullmatch(value):
        return re.sub(r'\\(["\\])', r"\1", quoted["value"])
    if quoted := SINGLE_QUOTED.fullmatch(value):
        return quoted["value"].replace("''", "'")
    if STRUCTURED.match(value):
        raise InputError(
            f"{key!r} is no plain text", where=where, how=f'write it on one line: {key}: "..."'
        )
    return COMMENT.sub("", value).rstrip()
