"""How soon a page of 1,500 actors and 5,000 ties shows its network in a headless chromium.

Run from a checkout with its tools installed: `python benchmarks/first_paint.py [ACTORS]`. All times
count from the start of the navigation, by the page's own clock. Goal: the network within 3 seconds.
"""

from __future__ import annotations

import shutil
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser.conftest import FLAGS
from draw.invented import invent_network

from tradegraph.draw import draw_network

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REPEATS = 5
TIES_AN_ACTOR = 3.34
WHAT: Final = {
    "text": "the browser's first contentful paint: the title and what lies around the picture",
    "network": "all actors and ties are painted",
    "usable": "search, filters and keys answer",
    "whole": "the picture by Cytoscape, with arrows, is painted",
}
"""Moment -> what has happened by then."""

WATCH = """
const seen = (window.seen = {});
const now = () => performance.now();
const note = () => {
  const state = document.documentElement.dataset;
  if (state.sketched && !seen.network) requestAnimationFrame(() => { seen.network = now(); });
  if (!state.ready || seen.usable) return;
  seen.usable = now();
  requestAnimationFrame(() => setTimeout(() => {
    seen.whole = now();
    seen.text = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  }));
};
new MutationObserver(note).observe(document, { attributes: true, subtree: true, childList: true });
"""
READ = """() => new Promise((give) => {
  const look = () => (seen.text ? give(seen) : setTimeout(look, 20));
  look();
})"""


def visit(browser: Browser, path: Path) -> dict[str, float]:
    """Return when what was seen on a fresh visit, in seconds."""
    context = browser.new_context(viewport={"width": 1300, "height": 850})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-ready]")
    seen = page.evaluate(READ)
    context.close()
    return {name: seen.get(name, seen["whole"]) / 1000 for name in WHAT}


def main() -> None:
    """Make the page, open it several times, and print the times."""
    actors = int(sys.argv[1]) if len(sys.argv) > 1 else 1_500
    graph = invent_network(actors, TIES_AN_ACTOR)
    page = draw_network(graph, None, "html")
    print(f"{actors} actors, {graph.number_of_edges()} ties, {len(page) / 1e6:.1f} MB")
    with TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder) / "network.html"
        path.write_bytes(page)
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        visits = [visit(browser, path) for _ in range(REPEATS)]
        browser.close()
    for name, meaning in WHAT.items():
        times = [each[name] for each in visits]
        print(f"{name}: {statistics.median(times):.2f} s, at most {max(times):.2f} ({meaning})")


if __name__ == "__main__":
    main()
