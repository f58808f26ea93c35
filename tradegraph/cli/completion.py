"""`completion`: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from tradegraph.cli.options import examples

SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog=examples(
        "completion bash > ~/.local/share/bash-completion/completions/tradegraph",
        "completion zsh > ~/.zfunc/_tradegraph",
        "completion fish > ~/.config/fish/completions/tradegraph.fish",
    )
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell."""
    maker = get_completion_class(shell)
    assert maker is not None  # noqa: S101 - SHELLS holds the ones that click knows
    script = maker(ctx.find_root().command, {}, "tradegraph", "_TRADEGRAPH_COMPLETE")
    click.echo(script.source())
