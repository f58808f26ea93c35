"""Make the pictures of `docs/gallery/` anew.

For developers: `python tools/gallery.py STORE`, where STORE was built of documents that nobody has
rights to, such as the texts of governments: their words get into the pictures.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
GALLERY = ROOT / "docs" / "gallery"


@dataclass(frozen=True)
class Exhibit:
    """A picture: the name of its file, what it shows, of which documents, by which options."""

    name: str
    caption: str
    documents: str
    options: tuple[str, ...]


EXHIBITS = (
    Exhibit("seed", "The actors of the seed article", "seeds", ("--title", "Who did what to whom")),
    Exhibit(
        "seed-dark",
        "The same for a dark page, around one person",
        "seeds",
        ("--about", "Scott Bessent", "--hops", "2", "--style", "dark"),
    ),
    Exhibit(
        "seed-things",
        "With measures, cases and authorities between the actors, for paper",
        "seeds",
        ("--with", "measures", "--with", "cases", "--with", "authorities", "--style", "print"),
    ),
    Exhibit(
        "countries",
        "Tariffs between countries in US government documents: people and bodies are folded into "
        "their jurisdiction, and only what two documents tell is drawn",
        "official",
        ("--project", "countries", "--kinds", "measures", "--min-weight", "2"),
    ),
    Exhibit(
        "deals",
        "Talks and deals in the same documents, in communities",
        "official",
        ("--kinds", "talks", "--groups", "communities", "--min-weight", "2"),
    ),
)


def main() -> None:
    """Build the seed's graph, draw the pictures, and write the page that shows them."""
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/gallery.py STORE")
    GALLERY.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        stores = {"seeds": folder, "official": sys.argv[1]}
        run("--store", folder, "build", str(ROOT / "seeds"))
        for each in EXHIBITS:
            target = str(GALLERY / f"{each.name}.svg")
            run("--store", stores[each.documents], "draw", *each.options, "-o", target)
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
        words = " ".join(f"'{word}'" if " " in word else word for word in each.options)
        parts += ["", f"## {each.caption}", "", f"![{each.caption}]({each.name}.svg)", ""]
        parts += ["```", f"tradegraph draw {words} -o {each.name}.svg", "```"]
    return "\n".join([*parts, ""])


if __name__ == "__main__":
    main()
