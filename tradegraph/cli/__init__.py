"""The command line. A command parses, calls one function and prints.

Nothing here imports a heavy library, so that `tradegraph --help` answers at once: the module of
a command is imported when the command is called.
"""

from __future__ import annotations

import gc

from tradegraph.cli.endings import DefectGuard
from tradegraph.cli.program import program

__all__ = ["main", "program"]

COLLECTION = (200_000, 50, 50)
"""How seldom Python looks for garbage in cycles: what a command makes stays until it ends."""


def main() -> None:
    """Run the command line on the arguments of the process and end it with the exit code."""
    gc.set_threshold(*COLLECTION)
    with DefectGuard():
        program(prog_name="tradegraph")
