"""How wide a text is drawn, and how it is broken into lines.

A picture has to keep its labels apart before anyone knows which font will show them, so the widths
here are those of a wide sans-serif face: in a narrower one there is a little more air.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LINE = 1.25
"""Height of a line, in units of the font size."""

_WIDTHS = {
    letter: width
    for width, letters in (
        (0.34, " .,:;'|ijlIJ/\\·"),
        (0.44, '!()[]{}-rtf"*’‘'),
        (0.56, "cszykvxFL?“”…_"),
        (0.65, "abdeghnopquETSYZPBK0123456789$+=<>~#^–"),
        (0.72, "ARVX"),
        (0.82, "wCDGHNOQU&"),
        (1.02, "mMW%@—"),
    )
    for letter in letters
}
_OTHER_LETTER, _OTHER_CAPITAL, _WIDE, _PICTOGRAPH = 0.72, 0.85, 1.05, 1.4


@lru_cache(maxsize=4096)
def _measure_letter(letter: str) -> float:
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _WIDTHS:
        return _WIDTHS[base]
    if unicodedata.category(base) in {"Mn", "Me", "Cf"}:
        return 0.0
    if ord(base) >= 0x1F000:
        return _PICTOGRAPH
    if unicodedata.east_asian_width(base) in {"W", "F"}:
        return _WIDE
    return _OTHER_CAPITAL if base.isupper() else _OTHER_LETTER


def measure_text(text: str, size: float) -> float:
    """Return the width of a line of text in pixels at a font size in pixels."""
    return sum(map(_measure_letter, text)) * size


def measure_lines(lines: tuple[str, ...], size: float) -> tuple[float, float]:
    """Return the width and height of several lines."""
    width = max((measure_text(line, size) for line in lines), default=0.0)
    return width, len(lines) * size * LINE


def wrap_text(text: str, size: float, width: float, most: int) -> tuple[str, ...]:
    """Return the text in at most `most` lines no wider than `width`, cut with an ellipsis.

    The lines are about equally long: "cuts tariffs / from over 100%", not "... from over / 100%".
    """
    lines = _fill_lines(text, size, width)
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut_line(lines[most - 1] + " …", size, width)]
        return tuple(lines)
    narrower = width
    while len(lines) > 1 and narrower > width / 2:
        narrower -= width * 0.04
        closer = _fill_lines(text, size, narrower)
        if len(closer) > len(lines) or len(" ".join(closer)) > len(" ".join(lines)):
            break
        lines = closer
    return tuple(lines)


def _fill_lines(text: str, size: float, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        for part in _split_word(word, size, width):
            longer = f"{lines[-1]} {part}" if lines else part
            if lines and measure_text(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
    return lines


def _split_word(word: str, size: float, width: float) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and measure_text(parts[-1] + letter, size) > width:
            parts.append("")
        parts[-1] += letter
    return parts


def _cut_line(line: str, size: float, width: float) -> str:
    kept = line.rstrip(" …")
    while kept and measure_text(kept + "…", size) > width:
        kept = kept[:-1]
    return kept.rstrip() + "…"
