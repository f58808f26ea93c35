"""How long the registry takes to load and its names to be found: `python benchmarks/registry.py`.

All in one run, so that the ratios hold on a busy machine: parsing the Turtle and compiling it,
loading what was compiled before from the disk, and finding all names in an article of 500 words.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from tradegraph.language.matcher import Matcher
from tradegraph.readers import read_sources
from tradegraph.registry import Registry
from tradegraph.registry.cache import VARIABLE
from tradegraph.registry.files import read_files
from tradegraph.registry.loading import parse_files, read_again

SEEDS = Path(__file__).parents[1] / "seeds"
ROUNDS = 7
WORDS = 500


def time_best(action: Callable[[], object]) -> float:
    """Return the seconds that the fastest of some rounds took."""
    times = []
    for _ in range(ROUNDS):
        started = perf_counter()
        action()
        times.append(perf_counter() - started)
    return min(times)


def load() -> Registry:
    """Return the registry with all that reading a document asks of it."""
    registry = read_again()
    _ = registry.entities, registry.lexicon, registry.holdings_by_person, registry.starts
    return registry


def read_article() -> str:
    """Return an article of 500 words: the seed's, as often as it takes."""
    (document,) = (item for item in read_sources([SEEDS]) if not isinstance(item, Exception))
    words = document.text.split(" ")
    repeated = words * (WORDS // len(words) + 1)
    return " ".join(repeated[:WORDS])


def main() -> None:
    """Measure and print."""
    parsed = time_best(lambda: parse_files(read_files()))
    os.environ[VARIABLE] = "off"
    compiled = time_best(load)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[VARIABLE] = folder
        load()
        loaded = time_best(load)
    registry, article = load(), read_article()
    first = time_best(lambda: list(Matcher(registry.starts).find(article)))
    warm = Matcher(registry.starts)
    again = time_best(lambda: list(warm.find(article)))
    print(f"parse the Turtle            {parsed * 1000:7.1f} ms")
    print(
        f"parse and compile           {compiled * 1000:7.1f} ms, {compiled / parsed:.2f} of parsing"
    )
    print(f"load what was compiled      {loaded * 1000:7.1f} ms, {loaded / parsed:.2f} of parsing")
    print(f"names in {WORDS} words, first  {first * 1000:7.2f} ms")
    print(f"names in {WORDS} words, again  {again * 1000:7.2f} ms")


if __name__ == "__main__":
    main()
