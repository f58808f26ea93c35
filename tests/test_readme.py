"""The README's commands do what it shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
# A block of a terminal session: ```console ... ```
SESSION = re.compile(r"^```console\n(?P<lines>.*?)^```", re.MULTILINE | re.DOTALL)


def _steps() -> list[tuple[str, str]]:
    """Return each command of the tour with the output that is shown for it."""
    steps: list[tuple[str, str]] = []
    for session in SESSION.finditer(README):
        for part in re.split(r"^\$ ", session["lines"], flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            steps.append((command, output))
    return steps


def _run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = f"{sys.executable} -m tradegraph"
    line = command.replace("tradegraph", program, 1)
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["bash", "-c", line],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_tour_runs_and_prints_what_it_shows(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    steps = _steps()
    assert len(steps) >= 10
    for command, output in steps:
        done = _run(command, tmp_path)
        assert done.returncode == 0, f"{command}: {done.stderr}"
        printed = (done.stdout + done.stderr).replace("\r\n", "\n")
        assert output.strip() in printed, f"{command} printed:\n{printed}"


def test_the_query_shown_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    query = re.search(r"^```sparql\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert query
    (tmp_path / "stays-since.rq").write_text(query[1], encoding="utf-8")
    assert _run("tradegraph build seeds/", tmp_path).returncode == 0
    done = _run("tradegraph query stays-since.rq -p day=2025-05-29 -f csv", tmp_path)
    assert "2025-05-29" in done.stdout
    done = _run("tradegraph query stays-since.rq -p day=2025-05-30 -f csv", tmp_path)
    assert done.stdout.split() == ["stay,court,on"]


@pytest.mark.parametrize("mark", ["main", "tests"])
def test_each_of_the_two_commands_is_one_line(mark: str) -> None:
    block = re.search(rf"<!-- ci:{mark} -->\n```\n(.*?)```\n<!-- /ci:{mark} -->", README, re.DOTALL)
    assert block
    assert len(block[1].strip().splitlines()) == 1


def test_extras_that_the_readme_installs_exist() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {
        name
        for group in re.findall(r"'?(?:-e )?'?\.\[([\w,]+)\]'", README)
        for name in group.split(",")
    }
    assert extras
    assert extras <= project["optional-dependencies"].keys()
