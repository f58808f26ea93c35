"""What a build tells its user: how much was found, what is wrong with it, what to try next."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from shlex import quote

from tradegraph.cli.invocation import Invocation
from tradegraph.pipeline import IngestReport
from tradegraph.validate import SEVERITIES, Report

WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")  # MeasureEvent -> Measure Event
MOST_FINDINGS = 5
DEFAULT_STORE = ".tradegraph"


def say_summary(invocation: Invocation, report: IngestReport) -> None:
    """Say how many documents were read and which facts they state."""
    facts: Counter[str] = Counter()
    for document in report.documents:
        facts.update(dict(document.facts))
    mentions = sum(document.mentions for document in report.documents)
    head = [
        count(len(report.documents), "document"),
        count(facts.total(), "fact"),
        count(mentions, "mention"),
    ]
    sources = count(len(report.failures), "source")
    failed = f"; {sources} could not be read as given" if report.failures else ""
    invocation.say(f"{', '.join(head)} in {invocation.store}{failed}")
    for name, number in sorted(facts.items(), key=lambda item: (-item[1], item[0])):
        invocation.say(f"{number:6}  {WORD.sub(' ', name).lower()}")


def say_counts(invocation: Invocation, report: Report) -> None:
    """Say how many findings of each severity a validation has."""
    counts = [count(report.count(severity), severity) for severity in SEVERITIES]
    invocation.say(f"validation: {', '.join(counts)}")


def say_findings(invocation: Invocation, report: Report) -> None:
    """Say how many findings a validation has, and the first violations."""
    say_counts(invocation, report)
    for finding in [each for each in report.findings if each.severity == "violation"][
        :MOST_FINDINGS
    ]:
        place = ":".join(str(part) for part in (finding.document, finding.line) if part)
        invocation.say(f"  {place}: {finding.message}")


def say_hints(invocation: Invocation, report: IngestReport) -> None:
    """Say what can be done with the graph."""
    own = "" if invocation.store == DEFAULT_STORE else f"--store {quote(invocation.store)} "
    days = [each.published for each in report.documents if each.published]
    lines = ["stats", "draw -o network.svg", "queries"]
    if days:
        first = min(days) - timedelta(days=30)
        lines[1:1] = [f"query what-happened -p from={first} -p to={max(days)}"]
    invocation.say("next:")
    for line in lines:
        invocation.say(f"  tradegraph {own}{line}")


def count(number: int, noun: str) -> str:
    """Return a number with its noun: 1 document, 2 documents, 0 info."""
    return f"{number} {noun}" if number == 1 or noun == "info" else f"{number} {noun}s"
