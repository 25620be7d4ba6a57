"""Whoever reads rows says from which municipality: nobody sees past her own."""

import ast

from tests.support.repository import ROOT

SCOPE = ("scope", "MunicipalityScope")

WITHOUT_SCOPE: dict[str, str] = {
    "accounts.find_user_by_username": "sign-in comes before the scope",
    "accounts.find_active_user": "the signed-in user's own row sets the scope",
    "accounts.get_session_user_id": "reads no row",
    "accounts.list_demo_users": "asked at start-up, of the whole installation",
    "accounts.find_municipality_by_number": "municipalities are public",
}
"""Functions that may read without a scope, each with its reason."""


def functions_without_scope(source: str) -> list[str]:
    """Return the public functions of a query module that do not take the scope."""
    found = []
    for node in ast.parse(source).body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        taken = {
            (each.arg, ast.unparse(each.annotation or ast.Constant(None))) for each in arguments
        }
        if SCOPE not in taken:
            found.append(node.name)
    return found


def test_a_function_without_scope_is_found() -> None:
    assert functions_without_scope("def list_all(session: Session) -> list[User]: ...") == [
        "list_all"
    ]
    assert functions_without_scope("def f(session, scope): ...") == ["f"]
    assert functions_without_scope("def f(session, *, scope: MunicipalityScope): ...") == []
    assert functions_without_scope("def _f(session): ...") == []


def test_every_query_takes_the_scope() -> None:
    modules = sorted([*(ROOT / "app").glob("*/queries.py"), *(ROOT / "app").glob("*/queries/*.py")])
    assert modules
    found = {
        f"{module.relative_to(ROOT / 'app').parts[0]}.{function}"
        for module in modules
        for function in functions_without_scope(module.read_text(encoding="utf-8"))
    }
    assert found - WITHOUT_SCOPE.keys() == set()
    assert WITHOUT_SCOPE.keys() - found == set(), "take it off the list"
