"""Characters as XML 1.0 allows them."""

from __future__ import annotations

import re
from typing import Final

from tradegraph.errors import UsageError

# Section 2.2 of XML 1.0, turned round; no escape makes these legal.
ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A bare carriage return would be read back as a line feed.
IN_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
IN_ATTRIBUTE: Final = IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def escape_text(text: str, format_name: str) -> str:
    """Return the text as an element's content; raises UsageError for a character XML forbids."""
    illegal = ILLEGAL.search(text)
    if illegal:
        begin = max(illegal.start() - 20, 0)
        around = text[begin : illegal.end() + 20]
        raise UsageError(
            f"{format_name} cannot hold the character U+{ord(illegal.group()):04X} in {around!r}",
            how="another format",
        )
    return text.translate(IN_TEXT)


def escape_attribute(text: str) -> str:
    """Return the text as an attribute's value."""
    return text.translate(IN_ATTRIBUTE)
