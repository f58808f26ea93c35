"""How long a picture of 40 actors takes, next to Graphviz's own time for the same network.

Run from a checkout with its tools installed: `python benchmarks/drawing.py [ACTORS]`. All is done
in turns in one run, so that a busy machine slows all of it; the ratio counts. "Graphviz alone" is
a process that reads the network as DOT, with its labels and boxes, and writes it as SVG.
Goals: at most 2 times that with the extra `draw`, at most 1.5 seconds without.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from draw.invented import invent_network

from tradegraph.draw import draw_network
from tradegraph.draw.graphviz import has_graphviz

REPEATS = 5
GRAPHVIZ = """
import sys, pygraphviz
graph = pygraphviz.AGraph(string=sys.stdin.buffer.read().decode())
sys.stdout.buffer.write(graph.draw(format="svg", prog="dot"))
"""


def measure(work: Callable[[], object]) -> float:
    """Return how many seconds some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run_graphviz(dot: bytes) -> None:
    """Let Graphviz draw a DOT file."""
    command = [sys.executable, "-c", GRAPHVIZ]
    subprocess.run(command, input=dot, capture_output=True, check=True)


def main() -> None:
    """Draw, and compare."""
    actors = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    graph = invent_network(actors)
    dot = draw_network(graph, None, "dot")
    plain, ours, theirs = [], [], []
    for _ in range(REPEATS):
        plain.append(measure(lambda: draw_network(graph, None, "svg", layout="plain")))
        if has_graphviz():
            ours.append(measure(lambda: draw_network(graph, None, "svg", layout="graphviz")))
            theirs.append(measure(partial(run_graphviz, dot)))
    print(f"{actors} actors, {graph.number_of_edges()} ties")
    print(f"without the extra: {min(plain):.2f} to {max(plain):.2f} s (goal: at most 1.5)")
    if ours:
        ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
        print(f"with Graphviz: {min(ours):.2f} to {max(ours):.2f} s")
        print(f"Graphviz alone: {min(theirs):.2f} to {max(theirs):.2f} s")
        print(f"ratio: {ratio:.2f} (median; goal: at most 2)")
    page = draw_network(graph, None, "html")
    print(f"the page of it: {len(page) / 1000:.0f} kB (goal: less than 900)")


if __name__ == "__main__":
    main()
