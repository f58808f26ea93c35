from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tradegraph.cli.output import check_target, write_result
from tradegraph.errors import EngineError

from .conftest import Run


def test_text_goes_to_stdout_as_utf8(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_result("“a”\n", None)
    assert capfdbinary.readouterr().out == "“a”\n".encode()


def test_a_file_is_replaced_whole() -> None:
    Path("out.txt").write_text("before, and longer")
    write_result("after", Path("out.txt"))
    assert Path("out.txt").read_text() == "after"
    assert list(Path().iterdir()) == [Path("out.txt")]


def test_a_file_stays_as_it_was_when_writing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    Path("out.txt").write_text("before")
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(EngineError, match=r"out.txt: the disk is full; try: free some space"):
        write_result("after", Path("out.txt"))
    assert Path("out.txt").read_text() == "before"
    assert list(Path().iterdir()) == [Path("out.txt")]


def test_a_file_keeps_its_rights() -> None:
    Path("out.txt").write_text("before")
    Path("out.txt").chmod(0o640)
    write_result("after", Path("out.txt"))
    assert Path("out.txt").stat().st_mode & 0o777 == 0o640


def test_a_link_keeps_pointing_where_it_did() -> None:
    Path("real.txt").write_text("before")
    Path("link.txt").symlink_to("real.txt")
    write_result("after", Path("link.txt"))
    assert Path("link.txt").is_symlink()
    assert Path("real.txt").read_text() == "after"


def test_a_target_is_checked_before_the_work() -> None:
    with pytest.raises(EngineError, match="no such folder"):
        check_target(Path("missing/out.txt"))


def test_a_hyphen_is_stdout(ask_seed: Run) -> None:
    assert ask_seed("show", "CN", "-o", "-").stdout == ask_seed("show", "CN").stdout
    assert not Path("-").exists()


@pytest.mark.parametrize("variable", ["", "1"], ids=["buffered", "unbuffered"])
def test_nothing_is_lost_in_a_pipe(variable: str) -> None:
    script = "from tradegraph.cli.output import write_result\nwrite_result('x' * 5_000_000, None)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONUNBUFFERED": variable},
    )
    assert len(done.stdout) == 5_000_000
