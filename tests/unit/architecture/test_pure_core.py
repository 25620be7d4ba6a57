"""The rules and the kernel import nothing but a short list: no floats, no clock, no I/O."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = {"app/rules": {"app.rules", "app.core"}, "app/core": {"app.core"}}
STANDARD_LIBRARY = {
    "bisect",
    "collections.abc",
    "dataclasses",
    "datetime",
    "enum",
    "fractions",
    "functools",
    "itertools",
    "math",
    "typing",
}
ONLY_IN_CORE = {"csv", "io", "uuid", "zoneinfo"}
"""Tables as text in memory, identifiers and the Norwegian calendar day: the kernel's, not the
rules'. What reaches a file is found by its call, `open`."""


def imported_modules(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "." * node.level


FORBIDDEN_NAMES = {"float", "open", "print", "input", "eval", "exec", "__import__"}
CLOCKS = {"today", "now", "utcnow", "fromtimestamp", "time"}
THE_CLOCK = "app/core/clock.py"


def impurities(source: str) -> Iterator[str]:
    """Yield what makes code depend on more than its arguments, or count inexactly."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield f"line {node.lineno}: the number {node.value}"
        elif isinstance(node, ast.Name) and node.id in FORBIDDEN_NAMES:
            yield f"line {node.lineno}: {node.id}"
        elif isinstance(node, ast.Attribute) and node.attr in CLOCKS:
            yield f"line {node.lineno}: .{node.attr}"
        elif isinstance(node, ast.Global):
            yield f"line {node.lineno}: global"


def is_allowed(module: str, package: str) -> bool:
    own = any(module == name or module.startswith(f"{name}.") for name in PACKAGES[package])
    standard = STANDARD_LIBRARY | (ONLY_IN_CORE if package == "app/core" else set())
    return own or module in standard


FILES = [(package, path) for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


@pytest.mark.parametrize(
    ("package", "path"), FILES, ids=[str(path.relative_to(ROOT)) for _, path in FILES]
)
def test_imports_are_on_the_allow_list(package: str, path: Path) -> None:
    modules = set(imported_modules(path.read_text(encoding="utf-8")))
    assert {module for module in modules if not is_allowed(module, package)} == set()


@pytest.mark.parametrize(
    "path",
    [path for _, path in FILES if not path.as_posix().endswith(THE_CLOCK)],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_nothing_is_inexact_or_reaches_outside(path: Path) -> None:
    assert list(impurities(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "x = 0.5",
        "float('1')",
        "open('a')",
        "date.today()",
        "global y",
        "print(1)",
        "datetime.now()",
    ],
)
def test_an_impurity_is_noticed(source: str) -> None:
    if source.startswith("global"):
        source = f"def f():\n    {source}\n"
    assert list(impurities(source))


def test_the_files_are_found() -> None:
    assert len(FILES) > 40


@pytest.mark.parametrize(
    "source",
    ["import os", "from json import loads", "import flask", "from app.persistence import base"],
)
def test_a_foreign_import_is_noticed(source: str) -> None:
    (module,) = imported_modules(source)
    assert not is_allowed(module, "app/rules")


def test_the_kernel_does_not_import_the_rules() -> None:
    assert not is_allowed("app.rules.law", "app/core")
    assert is_allowed("app.rules.law", "app/rules")
