"""The one place where bytes become text.

UTF-8, strictly; line ends stay as they are. A byte-order mark is a signature of the encoding, not
a character of the text: it is dropped, and offsets count from the character after it.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from tradegraph.errors import InputError

WIDE_MARKS: Final = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
"""Byte-order marks of other encodings; UTF-32 first, its little-endian mark starts as UTF-16's."""

CHARSET: Final = re.compile(
    rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*(?P<name>[\w.:-]{2,40})", re.IGNORECASE
)
"""Shortest: `<meta charset=koi8-r`."""

CHARSET_REGION: Final = 4096
"""Bytes in which a page declares its encoding; the HTML standard asks for the first 1024."""

LEGACY_CHARSETS: Final = re.compile(
    r"iso-?8859-\d{1,2}|windows-\d{3,4}|cp\d{3,4}|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|"
    r"euc-(?:jp|kr)|macintosh",
    re.IGNORECASE,
)
"""Encodings that pages declare; Python knows others, but those are no encodings of pages."""

ALIASES: Final = {
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "iso-8859-1": "windows-1252",
}
"""https://encoding.spec.whatwg.org: these names mean windows-1252 on a web page."""


def decode_text(data: bytes, where: str, *, start: int = 0) -> str:
    """Return the text that UTF-8 bytes hold.

    `start` is where `data` begins in its file, for the offset in the message. Raises `InputError`
    for another encoding and for bytes that are no text.
    """
    reject_binary(data, where)
    mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    try:
        return data[mark:].decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"not UTF-8 at byte {start + mark + error.start}",
            where=where,
            how="iconv -f WINDOWS-1252 -t UTF-8, or the encoding it was written in",
        ) from None


def decode_page(data: bytes, where: str) -> str:
    """Return the text of a web page: UTF-8, or the encoding that the page declares."""
    try:
        return decode_text(data, where)
    except InputError:
        charset = find_charset(data)
        if charset is None:
            raise
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        raise InputError(
            f"declares {charset}, but is not, at byte {error.start}",
            where=where,
            how="save the page as UTF-8",
        ) from None


def find_charset(data: bytes) -> str | None:
    """Return the name of the legacy encoding that a page declares."""
    declared = CHARSET.search(data, 0, CHARSET_REGION)
    if declared is None or b"\0" in data:
        return None
    name = declared["name"].decode("ascii", "replace").lower()
    name = ALIASES.get(name, name)
    try:
        return codecs.lookup(name).name if LEGACY_CHARSETS.fullmatch(name) else None
    except LookupError:
        return None


def reject_binary(data: bytes, where: str) -> None:
    """Raise `InputError` for bytes that no text in UTF-8 contains."""
    for mark, encoding in WIDE_MARKS.items():
        if data.startswith(mark):
            raise InputError(
                f"{encoding}, not UTF-8", where=where, how=f"iconv -f {encoding} -t UTF-8"
            )
    if b"\0" in data:
        raise InputError(
            f"looks binary: a zero byte at {data.index(0)}",
            where=where,
            how="give text, Markdown, HTML, PDF or JSON Lines",
        )
