"""The command line. A command parses, calls one function and prints.

Nothing here imports a heavy library, so that `tradegraph --help` answers at once: the module of
a command is imported when the command is called.
"""

from __future__ import annotations

from tradegraph.cli.endings import DefectGuard
from tradegraph.cli.program import program

__all__ = ["main", "program"]


def main() -> None:
    """Run the command line on the arguments of the process and end it with the exit code."""
    with DefectGuard():
        program(prog_name="tradegraph")
