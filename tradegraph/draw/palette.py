"""Shapes and colours of actors and ties.

The colours are Paul Tol's (https://personal.sron.nl/~pault/): "light" for fills that carry black
text, "medium contrast" and "dark" for lines and their labels. Every kind of actor also has an
outline of its own and every tie is labelled, so that nothing is said by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

INK: Final = "#1b1b1b"
SOFT_INK: Final = "#555555"
PAPER: Final = "#ffffff"
FRAME: Final = "#999999"
TINT: Final = "#f5f5f5"
DENIED: Final = "#cc3311"


@dataclass(frozen=True, slots=True)
class ActorStyle:
    """How a kind of actor is drawn; `outline` names a function of `shapes`."""

    outline: str
    fill: str


ACTOR_STYLES: Final[dict[str, ActorStyle]] = {
    "country": ActorStyle("rectangle", "#eedd88"),
    "bloc": ActorStyle("framed", "#eedd88"),
    "person": ActorStyle("stadium", "#99ddff"),
    "administration": ActorStyle("octagon", "#aaaa00"),
    "body": ActorStyle("octagon", "#bbcc33"),
    "court": ActorStyle("hexagon", "#ffaabb"),
    "international body": ActorStyle("hexagon", "#44bb99"),
    "organization": ActorStyle("slanted", "#ee8866"),
    "company": ActorStyle("slanted", "#ee8866"),
    "outlet": ActorStyle("page", "#77aadd"),
    "group": ActorStyle("stack", "#dddddd"),
}
"""Kind of actor -> style, in the order of the legend."""

TIE_COLOURS: Final[dict[str, str]] = {
    "measures": "#994455",
    "courts": "#004488",
    "talks": "#117733",
    "inquiries": "#666633",
    "statements": "#555555",
    "offices": "#777777",
}
"""Family of ties -> colour, in the order of the legend."""

TIE_WORDS: Final[dict[str, str]] = {
    "measures": "tariffs",
    "courts": "cases, rulings",
    "talks": "talks, deals",
    "inquiries": "investigations",
    "statements": "statements",
    "offices": "offices",
}
"""Family of ties -> its name in the legend."""
