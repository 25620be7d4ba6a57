"""Every code that an answer of the rules can hold has a Norwegian meaning, on the right page."""

import ast
import importlib
import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import pytest

from app.rule_docs.citations import cited_in
from app.rule_docs.keys import page_key
from app.rule_docs.labels import CodeGroup, code_groups
from app.rule_docs.modules import RULES
from app.rule_docs.texts import rule_texts
from app.scenarios import run
from tests.support.worked_examples import cases

CARRIERS = {"Ground", "Clarification", "Step"}
"""What an answer gives codes in; their type parameter is the enum."""
OTHERS = {"FindingCode", "IdentityNumberWarning"}
"""Codes that answers carry in another way."""


def _enums() -> dict[str, type[StrEnum]]:
    """Return every enum of the rules by name."""
    found = {}
    for path in RULES.rglob("*.py"):
        parts = path.relative_to(RULES).with_suffix("").parts
        module = importlib.import_module(".".join(("app.rules", *parts)))
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, StrEnum):
                found[value.__name__] = value
    return found


ENUMS = _enums()


def _carried() -> set[str]:
    """Return the enums that stand in `Ground[…]`, `Clarification[…]` and `Step[…]`."""
    names = set(OTHERS)
    for path in RULES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript) and _name(node.value) in CARRIERS:
                names.update(_name(part) for part in ast.walk(node.slice))
    return names & ENUMS.keys()


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def test_every_kind_of_code_is_labelled() -> None:
    carried = _carried()
    assert {"TargetGroupGround", "AbsenceGround", "PaymentStep"} <= carried
    assert carried - {group.enum for group in code_groups()} == set()


@pytest.mark.parametrize("group", code_groups(), ids=lambda group: group.enum)
def test_every_code_has_a_meaning_and_a_page(group: CodeGroup) -> None:
    codes = {member.value for member in ENUMS[group.enum]}
    assert (codes - group.codes.keys(), group.codes.keys() - codes) == (set(), set())
    for code, label in group.codes.items():
        assert label.meaning.endswith((".", "?")), code
        assert label.pages, code
        assert set(label.pages) <= rule_texts().keys(), code


def _answers() -> Iterator[Any]:
    for _, _, scenario in cases():
        text, _ = run(json.dumps(scenario))
        yield from json.loads(text)


def _coded(part: Any) -> Iterator[tuple[str, str]]:
    """Yield each code with the page of the provision it was given with."""
    if isinstance(part, dict):
        code = part.get("code") or part.get("what")
        if code and isinstance(part.get("provision"), str):
            yield from ((code, page_key(row)) for row in cited_in(part["provision"]))
        for value in part.values():
            yield from _coded(value)
    elif isinstance(part, list):
        for value in part:
            yield from _coded(value)


def test_codes_stand_on_the_page_of_the_provision_they_are_given_with() -> None:
    labelled = {
        (code, page)
        for group in code_groups()
        for code, label in group.codes.items()
        for page in label.pages
    }
    given = {pair for answer in _answers() for pair in _coded(answer)}
    assert len(given) > 100
    assert given - labelled == set()
