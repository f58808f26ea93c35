"""Pictures of actor networks: still, to click through, and to take away."""

from __future__ import annotations

from tradegraph.draw.drawing import FORMATS, LAYOUTS, draw_network

__all__ = ["FORMATS", "LAYOUTS", "draw_network"]
