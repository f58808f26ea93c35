"""Cubic curves: points on them, where they leave an outline, and cutting them there."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import pairwise

from tradegraph.draw.shapes import Outline, Point, holds

Cubic = tuple[Point, Point, Point, Point]
Chain = tuple[Point, ...]


def split_chain(chain: Chain) -> Iterator[Cubic]:
    """Yield the curves of a chain of 1 + 3n points."""
    for start in range(0, len(chain) - 1, 3):
        a, b, c, d = chain[start : start + 4]
        yield a, b, c, d


def find_point(curve: Cubic, t: float) -> Point:
    """Return the point at 0 <= t <= 1."""
    a, b, c, d = curve
    s = 1 - t
    weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
    x = weights[0] * a[0] + weights[1] * b[0] + weights[2] * c[0] + weights[3] * d[0]
    y = weights[0] * a[1] + weights[1] * b[1] + weights[2] * c[1] + weights[3] * d[1]
    return x, y


def sample_chain(chain: Chain, steps: int) -> list[Point]:
    """Return points along a chain, `steps` a curve, both ends included."""
    points = [chain[0]]
    for curve in split_chain(chain):
        points += [find_point(curve, step / steps) for step in range(1, steps + 1)]
    return points


def measure_line(points: list[Point]) -> float:
    """Return the length of a line through points."""
    return sum(math.dist(a, b) for a, b in pairwise(points))


def divide_line(points: list[Point], count: int) -> list[Point]:
    """Return points that cut a line through at least two points into equal lengths."""
    lengths = [math.dist(a, b) for a, b in pairwise(points)]
    step = sum(lengths) / (count + 1)
    found: list[Point] = []
    passed = 0.0
    for (a, b), length in zip(pairwise(points), lengths, strict=True):
        while len(found) < count and passed + length >= step * (len(found) + 1):
            part = (step * (len(found) + 1) - passed) / (length or 1.0)
            found.append(_mix(a, b, part))
        passed += length
    return found + [points[-1]] * (count - len(found))


def cut_curve(curve: Cubic, t: float) -> tuple[Cubic, Cubic]:
    """Return the two parts of a curve before and after t (de Casteljau)."""
    a, b, c, d = curve
    ab, bc, cd = _mix(a, b, t), _mix(b, c, t), _mix(c, d, t)
    abc, bcd = _mix(ab, bc, t), _mix(bc, cd, t)
    middle = _mix(abc, bcd, t)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def _mix(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def find_exit(curve: Cubic, inside: Callable[[Point], bool]) -> float:
    """Return the t at which a curve that starts inside leaves, 0 if it starts outside."""
    steps = 24
    if not inside(curve[0]):
        return 0.0
    out = next((s for s in range(1, steps + 1) if not inside(find_point(curve, s / steps))), steps)
    low, high = (out - 1) / steps, out / steps
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (middle, high) if inside(find_point(curve, middle)) else (low, middle)
    return high


def reverse_chain(chain: Chain) -> Chain:
    """Return the chain from its end to its start."""
    return tuple(reversed(chain))


def shorten_chain(chain: Chain, length: float) -> Chain:
    """Return the chain without its last `length` pixels, as far as its last curve has them."""
    *_, last = split_chain(chain)
    tip = last[3]
    t = find_exit(
        (last[3], last[2], last[1], last[0]),
        lambda point: math.dist(point, tip) < length,
    )
    kept, _ = cut_curve(last, max(1 - t, 0.05))
    return (*chain[:-3], *kept[1:])


def trim_start(chain: Chain, inside: Callable[[Point], bool]) -> Chain:
    """Return the chain from where it leaves an outline for good."""
    curves = list(split_chain(chain))
    for number, curve in enumerate(curves):
        if not inside(curve[3]) or number == len(curves) - 1:
            _, kept = cut_curve(curve, find_exit(curve, inside))
            return (*kept, *chain[3 * number + 4 :])
    return chain


def bridge_chains(first: Chain, second: Chain) -> Chain:
    """Return both chains as one, with a straight piece where they do not meet."""
    end, start = first[-1], second[0]
    return (*first, end, start, *second)


def reach_outline(chain: Chain, outline: Outline) -> Chain:
    """Return the chain, continued to an outline that it ends a few pixels outside of."""
    end = chain[-1]
    if holds(outline, end):
        return chain
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    center = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    way = (center, _mix(center, end, 1 / 3), _mix(center, end, 2 / 3), end)
    tip = find_point(way, find_exit(way, lambda point: holds(outline, point)))
    return (*chain, end, tip, tip)
