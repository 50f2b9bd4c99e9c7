"""The layout is the architecture: rooms in one order, imports that only point up it, files and functions of a size."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "qinglian_rules"
ROOMS = (
    "diagnostics",
    "facts",
    "calendars",
    "syntax",
    "ir",
    "passes",
    "documents",
    "graph",
    "backends",
    "decisions",
    "engine",
    "sessions",
    "inputs",
    "loading",
    "reports",
    "authoring",
    "testing",
    "service",
    "cli",
)
HEAVY = ("networkx", "duckdb", "pandas", "z3", "sqlglot", "openpyxl", "typer", "rich")
DRAWERS = {"utils", "util", "helpers", "helper", "misc", "common"}
FILE_LINES = 400
FUNCTION_LINES = 50

MODULES = sorted(PACKAGE.rglob("*.py"))
INSIDE = [path for path in MODULES if path != PACKAGE / "__init__.py"]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(module: str) -> str:
    """Return the room of a dotted name such as `qinglian_rules.facts.base`; "" for the package itself."""
    return [*module.split("."), ""][1]


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and name of whatever a module imports, anywhere in it; a relative import keeps its dots."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            # `from qinglian_rules import facts` names a room in its last part.
            names = [f"{source}.{alias.name}" for alias in node.names] if source == "qinglian_rules" else [source]
            yield from ((node.lineno, name) for name in names)


def faults(path: Path) -> Iterator[str]:
    own = ROOMS.index(room_of(dotted(path)))
    for line, name in imports(ast.parse(path.read_text(encoding="utf-8"))):
        if name.startswith("."):
            yield f"{named(path)}:{line}: a relative import hides the room it leads to: {name}"
        elif name.split(".")[0] == "qinglian_rules":
            room = room_of(name)
            if room not in ROOMS:
                yield f"{named(path)}:{line}: takes {name} from the package; import it from its room"
            elif ROOMS.index(room) > own:
                yield f"{named(path)}:{line}: {ROOMS[own]} may not import {name}"


def test_every_module_lies_in_a_room() -> None:
    assert [named(path) for path in INSIDE if room_of(dotted(path)) not in ROOMS] == []


def test_imports_only_point_up_the_list_of_rooms() -> None:
    assert [fault for path in INSIDE if room_of(dotted(path)) in ROOMS for fault in faults(path)] == []


def test_there_are_no_drawers() -> None:
    assert [named(path) for path in MODULES if DRAWERS & set(path.relative_to(ROOT).with_suffix("").parts)] == []


def test_importing_the_package_imports_no_heavy_library() -> None:
    code = f"import sys, qinglian_rules; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def offered(module: ModuleType) -> set[str]:
    """Return the public names that a package offers, its submodules aside."""
    names = {name for name in dir(module) if not name.startswith("_")} - {"annotations"}
    return {name for name in names if not isinstance(getattr(module, name), ModuleType)}


DECLARED = [path for path in MODULES if path.name == "__init__.py" and "__all__" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", DECLARED, ids=named)
def test_what_a_package_offers_is_what_it_says_it_offers(path: Path) -> None:
    module = importlib.import_module(dotted(path))
    assert offered(module) == set(module.__all__)


def test_the_package_itself_offers_nothing_that_it_does_not_name() -> None:
    package = importlib.import_module("qinglian_rules")
    assert offered(package) == set(getattr(package, "__all__", ()))


def test_a_file_has_at_most_400_lines() -> None:
    sizes = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: size for name, size in sizes.items() if size > FILE_LINES} == {}


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function's body takes, its docstring aside."""
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    start = first.end_lineno if documented else first.lineno - 1
    return (function.end_lineno or 0) - (start or 0)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_a_function_has_at_most_50_lines() -> None:
    sizes = {f"{named(path)}:{one.lineno} {one.name}": body_lines(one) for path in MODULES for one in functions(path)}
    assert {name: size for name, size in sizes.items() if size > FUNCTION_LINES} == {}
