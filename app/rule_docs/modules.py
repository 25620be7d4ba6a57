"""Which modules of app/rules cite which provisions, read from the code itself."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import app.rules
from app.rules.law import sources
from app.rules.law.provision import LegalSource, Provision

RULES = Path(app.rules.__file__).parent

_DOCSTRING_MARK = "Provision: "
_SECTION = (0, "section")
"""Position and name of the argument of `LegalSource.section`."""


@dataclass(frozen=True, slots=True)
class RuleModule:
    """A module of the rules with what it cites."""

    path: Path
    provisions: tuple[Provision, ...]
    """In calls of `section`, also through helpers and constants of other modules."""
    stated: str
    """The `Provision:` line of its docstring; empty without one."""


@cache
def rule_modules(root: Path = RULES) -> tuple[RuleModule, ...]:
    """Return every module of the rules, in order of path."""
    trees = {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(root.rglob("*.py"))
        if path.name != "__init__.py"
    }
    constants = {_dotted(path, root): _constants(tree) for path, tree in trees.items()}
    return tuple(
        RuleModule(path, tuple(_cited(tree, constants)), _stated(tree))
        for path, tree in trees.items()
    )


def _dotted(path: Path, root: Path) -> str:
    return ".".join((app.rules.__name__, *path.relative_to(root).with_suffix("").parts))


def _stated(tree: ast.Module) -> str:
    _, mark, rest = (ast.get_docstring(tree) or "").partition(_DOCSTRING_MARK)
    lines = rest.split("\nIn ")[0].split("\n\n")[0] if mark else ""
    return lines.replace("\n", " ")


def _constants(tree: ast.Module) -> dict[str, list[Provision]]:
    """Return the provisions that names of the module stand for, alone or in a tuple."""
    return {
        target.id: list(_calls(node.value, tree))
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call | ast.Tuple)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _cited(
    tree: ast.Module, constants: Mapping[str, Mapping[str, list[Provision]]]
) -> Iterator[Provision]:
    yield from _calls(tree, tree)
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            for alias in node.names:
                yield from constants.get(node.module, {}).get(alias.name, [])
                modules[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            of_module = constants.get(modules.get(node.value.id, ""), {})
            yield from of_module.get(node.attr, [])


def _calls(within: ast.AST, tree: ast.Module) -> Iterator[Provision]:
    """Yield what `SOURCE.section("8")` and helpers that pass the section on are called with."""
    helpers = dict(_helpers(tree))
    strings = dict(_strings(tree))
    for call in (node for node in ast.walk(within) if isinstance(node, ast.Call)):
        parameter, source = _SECTION, _source_of(call)
        if source is None and isinstance(call.func, ast.Name):
            parameter, source = helpers.get(call.func.id, (_SECTION, None))
        argument = _argument(call, parameter)
        if source is not None and argument is not None:
            for section in _texts(argument, strings):
                yield source.section(section)


def _argument(call: ast.Call, parameter: tuple[int, str]) -> ast.expr | None:
    position, name = parameter
    if len(call.args) > position:
        return call.args[position]
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def _source_of(call: ast.Call) -> LegalSource | None:
    function = call.func
    if not isinstance(function, ast.Attribute) or function.attr != "section":
        return None
    if not isinstance(function.value, ast.Name):
        return None
    source = getattr(sources, function.value.id, None)
    return source if isinstance(source, LegalSource) else None


def _helpers(tree: ast.Module) -> Iterator[tuple[str, tuple[tuple[int, str], LegalSource]]]:
    """Yield functions that hand one of their arguments to `section`: name, argument, source."""
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        names = [argument.arg for argument in function.args.args]
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            source = _source_of(call)
            if source is not None and call.args and isinstance(call.args[0], ast.Name):
                name = call.args[0].id
                if name in names:
                    yield function.name, ((names.index(name), name), source)


def _strings(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Yield names that stand for a section: `section = "13" if … else "14"`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.IfExp | ast.Constant):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value


def _texts(node: ast.expr, strings: Mapping[str, ast.expr]) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body, strings)
        yield from _texts(node.orelse, strings)
    elif isinstance(node, ast.Name) and node.id in strings:
        yield from _texts(strings[node.id], {})
