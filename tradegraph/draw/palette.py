"""Shapes and colours of actors and ties, and the looks a picture can have.

The colours are Paul Tol's (https://personal.sron.nl/~pault/): "light" for fills that carry black
text, "medium contrast" and "dark" for lines on light paper, "pale" and "light" for lines on dark.
Every kind of actor also has an outline of its own and every tie is labelled, so that nothing is
said by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ActorStyle:
    """How a kind of actor is drawn; `outline` names a function of `shapes`."""

    outline: str
    fill: str


INK: Final = "ink"
SOFT_INK: Final = "soft"
PAPER: Final = "paper"
FRAME: Final = "frame"
TINT: Final = "tint"
RULE: Final = "rule"
DENIED: Final = "denied"
OUTLINE: Final = "outline"
NAME: Final = "name"
"""Paints: what a look mixes a colour for. `OUTLINE` goes round actors, `NAME` is their names'."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture looks: the colour of each paint and of each family of ties."""

    name: str
    paints: dict[str, str]
    ties: dict[str, str]

    def mix(self, paint: str) -> str:
        """Return the colour of a paint; a colour stays as it is."""
        return self.paints.get(paint, paint)


_LINES: Final = {
    "measures": "#994455",
    "courts": "#004488",
    "talks": "#117733",
    "inquiries": "#666633",
    "statements": "#555555",
    "offices": "#666666",
}
_LINES_ON_DARK: Final = {
    "measures": "#ffaabb",
    "courts": "#99ddff",
    "talks": "#44bb99",
    "inquiries": "#eedd88",
    "statements": "#bbbbbb",
    "offices": "#aaaaaa",
}
_SCREEN: Final = {
    INK: "#1b1b1b",
    SOFT_INK: "#555555",
    PAPER: "#ffffff",
    FRAME: "#999999",
    TINT: "#f5f5f5",
    RULE: "#cccccc",
    DENIED: "#cc3311",
    OUTLINE: "#1b1b1b",
    NAME: "#1b1b1b",
}
_PRINT: Final = {
    **_SCREEN,
    INK: "#000000",
    SOFT_INK: "#333333",
    FRAME: "#777777",
    TINT: "#ffffff",
    RULE: "#999999",
    OUTLINE: "#000000",
    NAME: "#000000",
}
_DARK: Final = {
    INK: "#f2f2f2",
    SOFT_INK: "#bbbbbb",
    PAPER: "#16181c",
    FRAME: "#666666",
    TINT: "#22252b",
    RULE: "#444444",
    DENIED: "#ee7733",
    OUTLINE: "#f2f2f2",
    NAME: "#111111",
}

LOOKS: Final[dict[str, Look]] = {
    "screen": Look("screen", _SCREEN, _LINES),
    "print": Look("print", _PRINT, _LINES),
    "dark": Look("dark", _DARK, _LINES_ON_DARK),
}
"""Look by name: for screens, for paper (black ink, no tints), for dark pages."""

ACTOR_STYLES: Final[dict[str, ActorStyle]] = {
    "country": ActorStyle("rectangle", "#eedd88"),
    "bloc": ActorStyle("framed", "#eedd88"),
    "person": ActorStyle("stadium", "#99ddff"),
    "administration": ActorStyle("octagon", "#aaaa00"),
    "body": ActorStyle("octagon", "#bbcc33"),
    "court": ActorStyle("hexagon", "#ffaabb"),
    "international body": ActorStyle("hexagon", "#44bb99"),
    "organization": ActorStyle("octagon", "#ee8866"),
    "company": ActorStyle("slanted", "#ee8866"),
    "outlet": ActorStyle("page", "#77aadd"),
    "group": ActorStyle("stack", "#dddddd"),
    "measure": ActorStyle("ticket", "#ffffff"),
    "case": ActorStyle("page", "#ffffff"),
    "authority": ActorStyle("seal", "#ffffff"),
}
"""Kind of node -> style, in the order of the legend; things between actors are white."""

TIE_WORDS: Final[dict[str, str]] = {
    "measures": "tariffs",
    "courts": "cases, rulings",
    "talks": "talks, deals",
    "inquiries": "investigations",
    "statements": "statements",
    "offices": "offices",
}
"""Family of ties -> its name in the legend."""
