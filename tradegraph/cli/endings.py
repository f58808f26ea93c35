"""How the program ends: errors as one line, and the exit code.

    error: WHERE: what; try: how

0 done, 1 a clean negative, 2 usage, 3 unreadable input, 4 engine or a defect,
130 interrupted, 141 the reader of a pipe went away.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Iterable
from types import TracebackType

import click

from tradegraph.cli.invocation import one_line
from tradegraph.errors import EngineError, TradegraphError, UsageError
from tradegraph.spelling import advise

USAGE = 2
ENGINE = 4
INTERRUPTED = 130
BROKEN_PIPE = 141


class DefectGuard:
    """Ends the process with the engine's exit code, not that of a clean negative, after a defect.

    A defect is an exception that is not one of ours; its traceback is shown.
    """

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, Exception):
            traceback.print_exception(kind, error, trace)
            click.echo("error: a defect of tradegraph; try: report the lines above", err=True)
            sys.exit(ENGINE)


def end_with(error: Exception, own_options: Iterable[str], *, debug: bool) -> int:
    """Print the error's one line, before it the traceback if asked for; return the exit code.

    `own_options` are the options that stand before the command.
    """
    if debug:
        traceback.print_exception(error)
    if isinstance(error, click.Abort):
        click.echo("error: interrupted; try: the same command again", err=True)
        return INTERRUPTED
    if isinstance(error, click.ClickException):
        error = _as_usage_error(error, own_options)
    click.echo(f"error: {one_line(str(error))}", err=True)
    return error.exit_code if isinstance(error, TradegraphError) else ENGINE


def translate(error: OSError) -> TradegraphError:
    """Return an error of the operating system that no stage foresaw as one of ours."""
    where = str(error.filename) if error.filename else None
    if error.errno == errno.ENOSPC:
        return EngineError("the disk is full", where=where, how="free some space, then run again")
    return EngineError(error.strerror or str(error), where=where)


def silence_stdout() -> None:
    """Send what is left in the buffer of stdout nowhere, so that closing it raises nothing."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        return


def _as_usage_error(error: click.ClickException, own_options: Iterable[str]) -> UsageError:
    """Return click's complaint in the form of ours."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "tradegraph"
    verb = path.partition(" ")[2]
    what, how = error.format_message(), f"{path} --help"
    if isinstance(error, click.NoSuchOption):
        what, how = (
            error.message,
            advise(error.option_name, error.possibilities or (), otherwise=how),
        )
        if verb and error.option_name in own_options:
            how = f"tradegraph {error.option_name} ... {verb}: it stands before the command"
    what = what.rstrip(".")
    return UsageError(what[:1].lower() + what[1:], where=verb or None, how=how)
