"""Draw the pictures of `docs/gallery/` anew, and write the page that shows them.

For developers: `python tools/gallery.py OFFICIAL NEWS`. OFFICIAL is a store of documents of the US
government, whose words get into the links of the pictures because nobody has rights to them; NEWS
one of news, orders and rulings that have no address. The seed's is built here.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
GALLERY = ROOT / "docs" / "gallery"


@dataclass(frozen=True)
class Exhibit:
    """A picture: the name of its file, what it shows, of which documents, by which command."""

    name: str
    caption: str
    documents: str
    command: str


EXHIBITS = (
    Exhibit(
        "seed",
        "The actors of the seed article",
        "seeds",
        "draw --title 'Who did what to whom'",
    ),
    Exhibit(
        "seed-timeline",
        "The same article over time: what happened to measures, cases and negotiations",
        "seeds",
        "timeline",
    ),
    Exhibit(
        "seed-dark",
        "Around one person, for a dark page",
        "seeds",
        "draw --about 'Scott Bessent' --hops 2 --style dark",
    ),
    Exhibit(
        "seed-things",
        "With measures, cases and authorities between the actors, for paper",
        "seeds",
        "draw --with measures --with cases --with authorities --style print",
    ),
    Exhibit(
        "backbone",
        "What 43 news reports, orders and rulings of 2014 to 2026 tell most: the backbone",
        "news",
        "draw",
    ),
    Exhibit(
        "countries",
        "Tariffs between countries in 255 documents of the US government: people and bodies are "
        "folded into their jurisdiction, and only what two documents tell is drawn",
        "official",
        "draw --project countries --kinds measures --min-weight 2 "
        "--title 'Tariffs, by US documents'",
    ),
    Exhibit(
        "talks",
        "Talks and deals in the same documents",
        "official",
        "draw --project countries --kinds talks --min-weight 2 --from 2025-01-20 "
        "--title 'Talks and deals since January 2025'",
    ),
    Exhibit(
        "courts",
        "Who sues whom, and which court rules how, in the same documents",
        "official",
        "draw --kinds courts --title 'Tariffs in court'",
    ),
    Exhibit(
        "steel-timeline",
        "A measure and its parts over time, in the same documents: events, status and rates",
        "official",
        "timeline --about 'Section 232 steel tariff' --title 'Tariffs on steel'",
    ),
)


def main() -> None:
    """Build the seed's graph, draw the pictures, and write the page that shows them."""
    if len(sys.argv) != 3:
        sys.exit("usage: python tools/gallery.py OFFICIAL NEWS")
    GALLERY.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        stores = {"seeds": folder, "official": sys.argv[1], "news": sys.argv[2]}
        run("--store", folder, "build", str(ROOT / "seeds"))
        for each in EXHIBITS:
            target = str(GALLERY / f"{each.name}.svg")
            run("--store", stores[each.documents], *shlex.split(each.command), "-o", target)
    (GALLERY / "README.md").write_text(write_page(), encoding="utf-8")


def run(*arguments: str) -> None:
    """Run the program; it must succeed."""
    command = [sys.executable, "-m", "tradegraph", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def write_page() -> str:
    """Return the page of the gallery."""
    parts = [
        "# Gallery",
        "",
        "Made by `tools/gallery.py`; every line leads to the words behind it.",
    ]
    for each in EXHIBITS:
        parts += ["", f"## {each.caption}", "", f"![{each.caption}]({each.name}.svg)", ""]
        parts += ["```", f"tradegraph {each.command} -o {each.name}.svg", "```"]
    return "\n".join([*parts, ""])


if __name__ == "__main__":
    main()
