"""The program: its own options, its commands on demand, its settings."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from tradegraph import __version__
from tradegraph.cli.commands import ENTRIES, SECTIONS, load_command
from tradegraph.cli.endings import BROKEN_PIPE, USAGE, end_with, silence_stdout, translate
from tradegraph.cli.invocation import Invocation
from tradegraph.config import Config, read_config, reject_unknown
from tradegraph.errors import TradegraphError, UsageError
from tradegraph.resources import REGISTRY_VARIABLE
from tradegraph.spelling import advise


class Program(click.Group):
    """The group of all commands; each is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the help page."""
        return list(ENTRIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of this name, importing it."""
        entry = ENTRIES.get(cmd_name)
        return load_command(entry) if entry else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands by section, without importing them."""
        for title, entries in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(entry.name, entry.summary) for entry in entries])

    def shell_complete(
        self, ctx: click.Context, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        """Return the commands and options that begin as a shell's line ends."""
        names = [
            click.shell_completion.CompletionItem(entry.name, help=entry.summary)
            for entry in ENTRIES.values()
            if entry.name.startswith(incomplete)
        ]
        return [*names, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command the arguments name, or say which one was probably meant."""
        name = args[0]
        if name not in ENTRIES and not name.startswith("-") and not ctx.resilient_parsing:
            how = advise(name, ENTRIES, otherwise="tradegraph --help")
            raise UsageError(f"no such command {name!r}", how=how)
        return super().resolve_command(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the program and end the process with its exit code."""
        arguments = list(sys.argv[1:] if args is None else args)
        debug = "--debug" in arguments or os.environ.get("TRADEGRAPH_DEBUG") in {"1", "true"}
        try:
            code = super().main(
                arguments or ["--help"], prog_name, complete_var, standalone_mode=False, **extra
            )
        except (click.ClickException, click.Abort, TradegraphError) as error:
            own_options = [flag for option in self.params for flag in option.opts]
            code = end_with(error, own_options, debug=debug)
        code = code if isinstance(code, int) else 0
        if not standalone_mode:
            return code
        sys.exit(code if arguments else USAGE)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that the context names; a broken pipe ends it without a word."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt as error:
            raise click.Abort from error
        except OSError as error:
            if error.errno != errno.EPIPE:
                raise translate(error) from error
            silence_stdout()
            ctx.exit(BROKEN_PIPE)
        return result


def _apply_config(ctx: click.Context, _: click.Parameter, path: Path | None) -> Config:
    """Make the settings file the defaults of all options; each of its keys must be one."""
    if ctx.resilient_parsing:  # a shell completes a line: nobody would see an error
        return Config()
    config = read_config(path)
    options = [option.name for option in ctx.command.params if option.name] + list(ENTRIES)
    for key, value in config.options.items():
        reject_unknown(config, key, None, options)
        if key in ENTRIES and isinstance(value, dict):
            names = [each.name or "" for each in load_command(ENTRIES[key]).params]
            for name in value:
                reject_unknown(config, name, key, names)
    ctx.default_map = dict(config.options)
    return config


EPILOG = """\b
Examples:
  tradegraph build seeds/ -o graph.ttl
  tradegraph query in-effect-on-date -p day=2025-05-30
  tradegraph draw -o network.svg

Settings are read from tradegraph.toml, then from variables such as TRADEGRAPH_STORE, then from
the options. Exit codes: 0 done, 1 a clean negative, 2 usage, 3 unreadable input, 4 engine,
130 interrupted.
"""


@click.group(
    cls=Program,
    epilog=EPILOG,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "TRADEGRAPH"},
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    is_eager=True,
    callback=_apply_config,
    metavar="FILE",
    help="Read settings from FILE instead of ./tradegraph.toml.",
)
@click.option(
    "--store",
    default=".tradegraph",
    show_default=True,
    metavar="PATH",
    help="The folder that holds the graph; ':memory:' holds it for this command only.",
)
@click.option(
    "--registry",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Read the Turtle files of this folder after the shipped registry.",
)
@click.option("-v", "--verbose", is_flag=True, help="Say more, with the time each stage took.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context, /, **options: Any) -> None:
    """Turn documents on tariff policy into a graph of facts, each with its passage."""
    if options["verbose"] and options["quiet"]:
        raise UsageError("--verbose and --quiet contradict each other", how="one of the two")
    if options["registry"]:
        os.environ[REGISTRY_VARIABLE] = str(options["registry"])  # for worker processes, too
    ctx.obj = Invocation(
        store=options["store"],
        verbosity=int(options["verbose"]) - int(options["quiet"]),
        debug=options["debug"],
        config=options["config"].path,
    )
