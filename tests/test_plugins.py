from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tradegraph.cli.stores import find_opener
from tradegraph.errors import UsageError
from tradegraph.model import Document
from tradegraph.pipeline import ingest
from tradegraph.plugins import GROUPS, load_plugins
from tradegraph.readers import BUILT_IN
from tradegraph.store import open_store

Install = Callable[..., None]
READERS = "tradegraph.readers"


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a package with one module and one entry point for the time of a test."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def write_package(
        package: str, entry: str, code: str = "def read(source): ...\n", group: str = READERS
    ) -> None:
        module = package.replace("-", "_")
        (tmp_path / f"{module}.py").write_text(code, encoding="utf-8")
        metadata = tmp_path / f"{module}-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8"
        )
        (metadata / "entry_points.txt").write_text(
            f"[{group}]\n{entry.format(module=module)}\n", encoding="utf-8"
        )

    return write_package


def test_groups_are_the_four_extension_points() -> None:
    assert {group.removeprefix("tradegraph.") for group in GROUPS} == {
        "readers",
        "extractors",
        "renderers",
        "stores",
    }


def test_built_ins_are_there_without_any_plugin() -> None:
    assert load_plugins(READERS, BUILT_IN) == dict(BUILT_IN)
    assert load_plugins("tradegraph.nothing", {}) == {}


def test_installed_plugin_comes_after_the_built_ins(install: Install) -> None:
    install("courier-docx", "docx = {module}:read")
    readers = load_plugins(READERS, BUILT_IN)
    assert list(readers) == [*BUILT_IN, "docx"]
    assert readers["docx"].__module__ == "courier_docx"


def test_plugin_of_another_group_is_not_taken(install: Install) -> None:
    install("courier-draw", "ascii = {module}:read", group="tradegraph.renderers")
    assert "ascii" not in load_plugins(READERS, BUILT_IN)
    assert "ascii" in load_plugins("tradegraph.renderers", {})


def test_plugin_may_not_take_the_name_of_a_built_in(install: Install) -> None:
    install("courier-pdf", "pdf = {module}:read")
    with pytest.raises(UsageError) as caught:
        load_plugins(READERS, BUILT_IN)
    assert str(caught.value) == (
        "tradegraph.readers: both tradegraph and courier-pdf provide 'pdf'; "
        "try: pip uninstall courier-pdf"
    )


def test_two_plugins_may_not_share_a_name(install: Install) -> None:
    install("courier-docx", "docx = {module}:read")
    install("other-docx", "docx = {module}:read")
    with pytest.raises(UsageError, match="both courier-docx and other-docx provide 'docx'"):
        load_plugins(READERS, BUILT_IN)


@pytest.mark.parametrize(
    ("package", "entry", "code", "what"),
    [
        pytest.param(
            "lost-a",
            "x = nowhere_a:read",
            "",
            "nowhere_a:read of lost-a cannot be loaded",
            id="module",
        ),
        pytest.param(
            "lost-b", "x = {module}:reed", "", "lost_b:reed of lost-b cannot be loaded", id="name"
        ),
        pytest.param(
            "lost-c",
            "x = {module}:read",
            "def",
            "lost_c:read of lost-c cannot be loaded",
            id="syntax",
        ),
        pytest.param(
            "lost-d",
            "x = {module}:read",
            "import nowhere_d",
            "lost_d:read of lost-d cannot be loaded",
            id="import",
        ),
        pytest.param(
            "lost-e",
            "x = {module}:read",
            "read = 5",
            "lost_e:read of lost-e is not callable",
            id="5",
        ),
    ],
)
def test_plugin_that_cannot_be_loaded_is_named(
    install: Install, package: str, entry: str, code: str, what: str
) -> None:
    install(package, entry, code)
    with pytest.raises(UsageError) as caught:
        load_plugins(READERS, BUILT_IN)
    assert caught.value.what.startswith(what)
    assert caught.value.where == "tradegraph.readers: x"
    assert f"pip uninstall {package}" in str(caught.value.how)


def test_store_of_a_plugin_is_opened_by_its_prefix(install: Install) -> None:
    install("vault-store", "vault = {module}:read", group="tradegraph.stores")
    assert find_opener("vault:deeds").__module__ == "vault_store"
    assert find_opener(":memory:") is open_store
    assert find_opener("C:deeds") is open_store


def test_extractor_of_a_plugin_adds_its_facts(install: Install) -> None:
    code = (
        "from tradegraph.model import Encounter, Fact, Span\n"
        "def read(analysis):\n"
        "    talk = Encounter('talks', ('https://w3id.org/tradegraph/id/country/NO',))\n"
        "    yield Fact(talk, (Span(0, 4),), extractor='quiet-talks')\n"
    )
    install("quiet-talks", "quiet = {module}:read", code, group="tradegraph.extractors")
    store = open_store(":memory:")
    report = ingest(store, [Document("Norway has a quiet day.", ("norway",))])
    assert report.documents[0].facts == (("Encounter", 1),)
    assert store.query("ASK { ?x a tg:Extractor ; rdfs:label 'tradegraph quiet-talks'@en }")
