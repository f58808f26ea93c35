"""What a validation finds: the rule, the node that breaks it, and the passage it came from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

SEVERITIES = ("violation", "warning", "info")
"""From the gravest: the graph is wrong, look at it, it could be better."""

COLUMNS = ("severity", "message", "focus", "value", "document", "line", "passage")


@dataclass(frozen=True, slots=True)
class Finding:
    """One result. `focus` is the IRI of the node, `path` the property in short form.

    `document` is the key of a document, or the name of a file that was checked; `line` counts
    from 1 in the document's text, where the passage `quote` begins. `shape` is the rule's IRI.
    """

    severity: str
    message: str
    focus: str
    shape: str
    path: str | None = None
    value: str | None = None
    document: str | None = None
    line: int | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, by document, the gravest first."""

    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong; warnings and remarks do not count."""
        return not self.reaches("violation")

    def reaches(self, severity: str) -> bool:
        """Tell whether there is a finding of this severity or a graver one."""
        grave = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return any(finding.severity in grave for finding in self.findings)

    def count(self, severity: str) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity == severity for finding in self.findings)

    def to_rows(self) -> list[tuple[str, ...]]:
        """Return the findings as the cells of a table under `COLUMNS`."""
        return [
            (
                finding.severity,
                finding.message,
                finding.focus,
                finding.value or "",
                finding.document or "",
                str(finding.line or ""),
                finding.quote or "",
            )
            for finding in self.findings
        ]

    def to_json(self) -> str:
        """Return the report as one JSON object, with a line feed at its end."""
        content = {
            "conforms": self.conforms,
            "counts": {severity: self.count(severity) for severity in SEVERITIES},
            "findings": [asdict(finding) for finding in self.findings],
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def to_turtle(self) -> str:
        """Return the report as a SHACL validation report in Turtle."""
        from tradegraph.validate.turtle import write_turtle  # noqa: PLC0415 - it imports this

        return write_turtle(self)


def make_report(findings: Iterable[Finding]) -> Report:
    """Return a report with each finding once, in order."""
    return Report(tuple(sorted(set(findings), key=_order)))


def _order(finding: Finding) -> tuple[str | int, ...]:
    return (
        finding.document or "",
        SEVERITIES.index(finding.severity),
        finding.line or 0,
        finding.focus,
        finding.shape,
        finding.message,
        finding.path or "",
        finding.value or "",
        finding.quote or "",
    )
