"""Which commands there are, and in which module each is found.

The summaries stand here so that `tradegraph --help` imports no command; a test compares them
with the commands' own help.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

import click


@dataclass(frozen=True, slots=True)
class Entry:
    """A command's name, the module under `tradegraph.cli` that defines it, and its summary."""

    name: str
    module: str
    summary: str


SECTIONS: dict[str, tuple[Entry, ...]] = {
    "Make a graph": (
        Entry("build", "documents", "Turn documents into a validated graph, in one go."),
        Entry("ingest", "documents", "Add documents to the store, or replace them."),
        Entry("retract", "documents", "Remove documents from the store without a trace."),
        Entry("validate", "validation", "Check the graph, or files, against the SHACL shapes."),
    ),
    "Ask it": (
        Entry(
            "status",
            "status",
            "Show which tariffs hold on a day: rate, law, ruling, stay and terms, on whose word.",
        ),
        Entry(
            "diff",
            "status",
            "Show what changed between two days: statuses, rates, rulings, stays.",
        ),
        Entry(
            "conflicts",
            "status",
            "Show what sources disagree on: both values and passages, and which counts.",
        ),
        Entry("query", "queries", "Run a SPARQL query: a file, a shipped one by name, or text."),
        Entry("ask", "queries", "Ask a yes-or-no question; the exit code is the answer."),
        Entry("queries", "queries", "List the shipped queries, or show one."),
        Entry("show", "entities", "Show what the graph knows about an entity."),
        Entry("explain", "entities", "Show the passages a fact was read from, and who read them."),
        Entry("stats", "overview", "Count documents, facts and entities."),
    ),
    "Take it away": (
        Entry("export", "exports", "Write the graph as RDF, as a table of facts or as a network."),
        Entry("network", "network", "Measure who is central, or take the network away."),
        Entry("draw", "drawing", "Draw who did what to whom as a network of actors."),
        Entry(
            "timeline",
            "timelines",
            "Show over time what happened to measures, cases and negotiations.",
        ),
    ),
    "Know the tool": (
        Entry("schema", "schema", "List the ontology's terms, or show one."),
        Entry(
            "registry",
            "registry",
            "Look after the names and words that tradegraph knows before it reads.",
        ),
        Entry("evaluate", "evaluate", "Compare what is read with what annotators found."),
        Entry("doctor", "doctor", "Check the installation and the store."),
        Entry("completion", "completion", "Print the completion script of a shell."),
    ),
}

ENTRIES: dict[str, Entry] = {
    entry.name: entry for entries in SECTIONS.values() for entry in entries
}


def load_command(entry: Entry) -> click.Command:
    """Import the module of a command and return the command."""
    module = import_module(f"tradegraph.cli.{entry.module}")
    command: click.Command = getattr(module, entry.name)
    return command
