"""`doctor`: whether everything is there."""

from __future__ import annotations

import click

from tradegraph.cli.invocation import Invocation, pass_invocation
from tradegraph.cli.options import examples
from tradegraph.cli.output import write_result
from tradegraph.diagnosis import diagnose


@click.command(epilog=examples("doctor", "--store kg doctor"))
@click.pass_context
@pass_invocation
def doctor(invocation: Invocation, ctx: click.Context) -> None:
    """Check the installation and the store.

    Versions, extras, the shipped ontology and registry, whether the language model loads, and the
    state of the store. Ends with exit code 1 if something that is needed is missing.
    """
    checks = list(diagnose(invocation.store))
    width = max(len(check.name) for check in checks)
    for check in checks:
        advice = f"; try: {check.advice}" if check.advice and check.state != "ok" else ""
        write_result(f"{check.state:6}  {check.name:{width}}  {check.detail}{advice}\n", None)
    if any(check.state == "failed" for check in checks):
        ctx.exit(1)
