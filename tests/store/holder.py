"""A process that uses a store until it is killed: `holder.py FOLDER write|read|change`."""

from __future__ import annotations

import sys
import time
from itertools import count

from tradegraph.store import open_store
from tradegraph.vocabulary import RDFS, document_graph

EX = "https://example.org/"
KEYS = [f"{number:016x}" for number in range(6)]


def version(key: str, number: int) -> bytes:
    """N-Quads of a document in which every statement has the same number."""
    graph = f"<{document_graph(key)}>"
    lines = (f'<{EX}{each}> <{RDFS}label> "{number}" {graph} .\n' for each in range(300))
    return "".join(lines).encode()


def main(folder: str, what: str) -> None:
    """Open the store, say so, and go on until the end."""
    with open_store(folder, read_only=what == "read") as store:
        print("ready", flush=True)  # noqa: T201 - the other process waits for it
        for number in count():
            if what == "change":
                store.put_documents({key: version(key, number) for key in KEYS})
            else:
                time.sleep(0.05)


if __name__ == "__main__":
    main(*sys.argv[1:])
