"""Settings from `tradegraph.toml`, the lowest of three layers.

A variable `TRADEGRAPH_STORE` or `TRADEGRAPH_QUERY_LIMIT` overrides the file, a flag overrides
both; those two layers are click's own.

    store = "kg"            # options of the program stand at the top
    [query]                 # options of a command in a table of its name
    limit = 100
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tradegraph.errors import InputError, UsageError

FILE_NAME = "tradegraph.toml"


@dataclass(frozen=True)
class Config:
    """What a settings file says, by option name; keys are written with underscores."""

    path: Path | None = None
    options: Mapping[str, object] = field(default_factory=dict)


def read_config(path: Path | None) -> Config:
    """Read the settings file at `path`, or `tradegraph.toml` of the working directory if any.

    A relative `store` or `registry` is taken from the file's folder. Raises InputError for a file
    that is named but missing, and for one that is not TOML.
    """
    chosen = path or Path(FILE_NAME)
    if path is None and not chosen.is_file():
        return Config()
    options = _parse(chosen)
    store = options.get("store")
    if isinstance(store, str) and store != ":memory:":
        options["store"] = str(chosen.parent / store)
    registry = options.get("registry")
    if isinstance(registry, str):
        options["registry"] = str(chosen.parent / registry)
    return Config(chosen, options)


def _parse(path: Path) -> dict[str, object]:
    try:
        return _with_underscores(tomllib.loads(path.read_text("utf-8")))
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"cannot read the settings: {reason}", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise InputError("the settings are not UTF-8", where=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"the settings are not TOML: {error}", where=str(path)) from error


def _with_underscores(table: Mapping[str, object]) -> dict[str, object]:
    return {
        key.replace("-", "_"): _with_underscores(value) if isinstance(value, dict) else value
        for key, value in table.items()
    }


def reject_unknown(config: Config, key: str, table: str | None, known: list[str]) -> None:
    """Raise UsageError with the nearest known name unless `key` is one of `known`."""
    if key in known:
        return
    place = f"[{table}] {key}" if table else key
    raise UsageError(
        f"no such setting {place!r}",
        where=str(config.path),
        how=f"one of {', '.join(sorted(known))}",
    )
