"""Text from documents, made safe to stand in XML, HTML and pictures."""

from __future__ import annotations

import re

# https://www.w3.org/TR/xml/#charsets, and characters that would turn the text around them.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean_text(text: str) -> str:
    """Return the text on one line, without characters that XML forbids or that turn direction."""
    return " ".join(_TURNING.sub("", _ILLEGAL.sub("\ufffd", text)).split())
