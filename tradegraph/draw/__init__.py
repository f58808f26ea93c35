"""Pictures of actor networks: still, to click through, and to take away."""

from __future__ import annotations

from tradegraph.draw.drawing import FORMATS, LAYOUTS, Style, draw_network
from tradegraph.draw.palette import LOOKS
from tradegraph.draw.picture import GROUPS

__all__ = ["FORMATS", "GROUPS", "LAYOUTS", "LOOKS", "Style", "draw_network"]
