"""What stands behind an entry of a timeline: documents and passages."""

from __future__ import annotations

from collections.abc import Iterable

from tradegraph.network.passages import rank_passage
from tradegraph.network.text import clean_text
from tradegraph.timeline.lanes import Entry
from tradegraph.timeline.view import View


def make_entry(view: View, what: str, facts: Iterable[str]) -> Entry:
    """Return an entry with the passages that claim its facts, the earliest first."""
    named = tuple(facts)
    found = {each for each in view.passages.find(named) if each.positive}
    documents = {each.document for each in found}
    return Entry(clean_text(what), named, tuple(sorted(found, key=rank_passage)), len(documents))
