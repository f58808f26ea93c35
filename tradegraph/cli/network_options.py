"""The options that choose a part of the network of actors, and the network they choose."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from tradegraph.cli.options import Command, Decorator
from tradegraph.describe import find_node
from tradegraph.network import DEFAULT_KINDS, MODALITIES, PROJECTIONS, THINGS, build
from tradegraph.store import Store

if TYPE_CHECKING:
    from tradegraph.network import Network

DAY = click.DateTime(["%Y-%m-%d"])


def to_day(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    """Return the day that an option gives."""
    return value.date() if value else None


def _list_meanings(meanings: dict[str, str]) -> str:
    return "; ".join(f"{name}: {meaning}" for name, meaning in meanings.items())


NETWORK_OPTIONS: tuple[Decorator, ...] = (
    click.option(
        "--lang",
        default="en",
        metavar="CODE",
        show_default=True,
        help="The language of names, as in 'fr' or 'zh': of countries with the extra 'draw', of "
        "others where the graph has them. All other words stay English.",
    ),
    click.option("--outlets", is_flag=True, help="Add the media that somebody spoke to as actors."),
    click.option(
        "--with",
        "things",
        multiple=True,
        metavar="NAME",
        help=f"Put {', '.join(THINGS)} between the actors as nodes; may be repeated.",
    ),
    click.option(
        "--project",
        type=click.Choice(list(PROJECTIONS)),
        default="actors",
        show_default=True,
        help=f"Who the nodes are. {_list_meanings(PROJECTIONS)}.".capitalize(),
    ),
    click.option(
        "--sources",
        multiple=True,
        metavar="NAME",
        help="Only what these documents claim: a publisher, a type of document such as 'news', or "
        "a document; may be repeated.",
    ),
    click.option(
        "--min-weight",
        type=click.IntRange(1),
        default=1,
        show_default=True,
        help="Leave out ties that fewer documents tell of.",
    ),
    click.option(
        "--modality",
        multiple=True,
        metavar="NAME",
        help=f"Only facts that are {', '.join(MODALITIES)}; may be repeated.",
    ),
    click.option(
        "--kinds",
        multiple=True,
        metavar="NAME",
        help=f"Families or types of ties ({', '.join(DEFAULT_KINDS)}); may be repeated.",
    ),
    click.option(
        "--to", "end", type=DAY, callback=to_day, help="Only facts of this day or earlier."
    ),
    click.option(
        "--from", "start", type=DAY, callback=to_day, help="Only facts of this day or later."
    ),
    click.option(
        "--hops",
        type=click.IntRange(0),
        default=1,
        show_default=True,
        help="How many ties away from the actors of --about.",
    ),
    click.option(
        "--about",
        multiple=True,
        metavar="ENTITY",
        help="Only what surrounds this actor, named as for 'show'; may be repeated.",
    ),
)
"""The options that choose a part of the network, the last one first; named as in `build`."""


def network_options(function: Command) -> Command:
    """Add the options that choose a part of the network."""
    for decorate in NETWORK_OPTIONS:
        function = decorate(function)
    return function


def choose_options(store: Store, chosen: dict[str, Any]) -> dict[str, Any]:
    """Return what the options say, as `build` takes it; raises UsageError for an unknown actor."""
    return {
        **chosen,
        "about": [find_node(store, name) for name in chosen["about"]],
        "kinds": chosen["kinds"] or None,
        "modality": chosen["modality"] or None,
    }


def build_chosen(store: Store, chosen: dict[str, Any], *, passages: bool = True) -> Network:
    """Return the part of a store's network that the options choose, with its passages."""
    return build(store, **choose_options(store, chosen), passages=passages)
