"""Fetch the scripts that pages of tradegraph carry, and write down what they are.

For developers only, who change a version in `package.json` beside this file: it needs node and npm.
Run `python tools/vendor/vendor.py`, then the tests, and commit what changed. Nobody who installs
tradegraph needs node: the minified files are part of the package.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "tradegraph" / "draw" / "vendor"


@dataclass(frozen=True)
class Script:
    """A package, the file of it that browsers load, and whether its makers minified it."""

    package: str
    file: str
    minified: bool

    @property
    def name(self) -> str:
        """The name of our file."""
        return f"{self.package}.min.js"


# In the order in which a page loads them: each needs those before it.
SCRIPTS = (
    Script("cytoscape", "dist/cytoscape.min.js", minified=True),
    Script("layout-base", "layout-base.js", minified=False),
    Script("cose-base", "cose-base.js", minified=False),
    Script("cytoscape-fcose", "cytoscape-fcose.js", minified=False),
)


def main() -> None:
    """Fetch, minify and copy the scripts with their licences, and write `VENDOR.json`."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shutil.copy(HERE / "package.json", place)
        run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", place=place)
        TARGET.mkdir(exist_ok=True)
        entries = [vendor_script(script, place) for script in SCRIPTS]
    text = json.dumps(entries, indent=2) + "\n"
    (TARGET / "VENDOR.json").write_text(text, encoding="utf-8")


def vendor_script(script: Script, place: Path) -> dict[str, str]:
    """Copy a script and its licence; return what is to be known of it."""
    package = place / "node_modules" / script.package
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    source = package / script.file
    target = TARGET / script.name
    if script.minified:
        shutil.copyfile(source, target)
    else:
        options = ("--minify", "--target=es2020", "--legal-comments=none")
        run("npx", "esbuild", str(source), *options, f"--outfile={target}", place=place)
    licence = f"LICENSE-{script.package}.txt"
    shutil.copyfile(package / "LICENSE", TARGET / licence)
    return {
        "name": script.package,
        "version": about["version"],
        "licence": about["license"],
        "licence_file": licence,
        "file": script.name,
        "sha256": digest(target),
        "source": script.file,
        "source_sha256": digest(source),
    }


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run(*command: str, place: Path) -> None:
    """Run a command in a folder; it must succeed."""
    subprocess.run(command, cwd=place, check=True)


if __name__ == "__main__":
    main()
