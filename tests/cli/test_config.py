from __future__ import annotations

from pathlib import Path

import pytest

from tradegraph.config import Config, read_config
from tradegraph.errors import InputError

from .conftest import Run


def test_without_a_file_there_are_no_settings() -> None:
    assert read_config(None) == Config()


def test_the_file_in_the_working_directory_is_read() -> None:
    Path("tradegraph.toml").write_text("quiet = true\n[query]\nlimit = 3\n")
    assert read_config(None).options == {"quiet": True, "query": {"limit": 3}}


def test_hyphens_in_names_are_read_as_click_names_them() -> None:
    Path("tradegraph.toml").write_text('[validate]\nfail-on = "none"\n')
    assert read_config(None).options == {"validate": {"fail_on": "none"}}


def test_a_relative_store_is_beside_the_file_that_names_it() -> None:
    Path("project").mkdir()
    Path("project/here.toml").write_text('store = "kg"\n')
    assert read_config(Path("project/here.toml")).options == {"store": "project/kg"}


def test_the_store_in_memory_is_no_path() -> None:
    Path("tradegraph.toml").write_text('store = ":memory:"\n')
    assert read_config(None).options == {"store": ":memory:"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "cannot read the settings: No such file", id="missing"),
        pytest.param(b"store = \n", "not TOML: .*line 1", id="syntax"),
        pytest.param(b"store = '\xff'", "not UTF-8", id="encoding"),
    ],
)
def test_a_broken_file_is_an_input_error(content: bytes | None, message: str) -> None:
    if content is not None:
        Path("x.toml").write_bytes(content)
    with pytest.raises(InputError, match=message):
        read_config(Path("x.toml"))


def test_a_variable_overrides_the_file_and_a_flag_the_variable(run: Run, seed_folder: Path) -> None:
    Path("tradegraph.toml").write_text('store = "from-file"\n')
    assert "error: from-file: " in run("stats").stderr
    assert (
        "error: from-variable: " in run("stats", env={"TRADEGRAPH_STORE": "from-variable"}).stderr
    )
    flag = run("--store", seed_folder, "stats", env={"TRADEGRAPH_STORE": "from-variable"})
    assert flag.exit_code == 0


def test_a_commands_option_is_set_in_its_table(ask_seed: Run) -> None:
    Path("tradegraph.toml").write_text("[show]\nlimit = 1\n")
    assert "earlier ones" in ask_seed("show", "Bessent").stdout
    assert "earlier ones" not in ask_seed("show", "Bessent", "--limit", "99").stdout


def test_a_commands_option_is_set_by_a_variable(ask_seed: Run) -> None:
    result = ask_seed("show", "Bessent", env={"TRADEGRAPH_SHOW_LIMIT": "1"})
    assert "earlier ones" in result.stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("stroe = 'x'\n", "no such setting 'stroe'", id="program"),
        pytest.param("[show]\nlimits = 1\n", "no such setting '[show] limits'", id="command"),
        pytest.param("[shw]\nlimit = 1\n", "no such setting 'shw'", id="table"),
        pytest.param("[show]\nlimit = 'few'\n", "invalid value for '--limit'", id="value"),
    ],
)
def test_a_wrong_setting_is_a_usage_error(ask_seed: Run, content: str, message: str) -> None:
    Path("tradegraph.toml").write_text(content)
    result = ask_seed("show", "CN")
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
