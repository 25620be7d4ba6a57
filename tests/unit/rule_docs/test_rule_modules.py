"""What a module of the rules cites is read from its code, however the code says it."""

from pathlib import Path

import pytest

from app.rule_docs.keys import page_key
from app.rule_docs.modules import rule_modules

FIRST = '''
"""About something.

Provision: integreringsloven §§ 13
and 14; integreringsforskriften § 3.
In one sentence: nothing.
"""
SECTION_21 = INTEGRERINGSLOVEN.section("21")
BOTH = (INTEGRERINGSFORSKRIFTEN.section("10"), INTEGRERINGSFORSKRIFTEN.section("19"))
'''.strip()

CASES = {
    "direct": ('x = FORVALTNINGSLOVEN.section("29", "(1)")', {"fvl-29"}),
    "by a helper": (
        "def _ground(code, section):\n    return INTEGRERINGSLOVEN.section(section)\n\n\n"
        'def f():\n    return _ground(1, "8")',
        {"il-8"},
    ),
    "by a helper with a name": (
        'def _act(letter, basis=""):\n    return INTEGRERINGSLOVEN.section(basis)\n\n\n'
        'x = _act("a", basis="12")',
        {"il-12"},
    ),
    "by a choice": (
        'def f(is_high):\n    section = "13" if is_high else "14"\n'
        "    return INTEGRERINGSLOVEN.section(section)",
        {"il-13", "il-14"},
    ),
    "by an imported constant": ("from app.rules.first import SECTION_21", {"il-21"}),
    "by an imported tuple": ("from app.rules.first import BOTH", {"if-10", "if-19"}),
    "by a constant of a module": ("from app.rules import first\n\nx = first.SECTION_21", {"il-21"}),
    "not at all": ('x = other.section("8")\ny = a.b.section("8")\nz = partition("8")', set()),
}


@pytest.mark.parametrize("case", CASES)
def test_citations_in_code_are_found(case: str, tmp_path: Path) -> None:
    code, expected = CASES[case]
    (tmp_path / "first.py").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.py").write_text(code, encoding="utf-8")
    _, second = rule_modules(tmp_path)
    assert {page_key(provision) for provision in second.provisions} == expected


def test_the_docstring_states_provisions(tmp_path: Path) -> None:
    (tmp_path / "first.py").write_text(FIRST, encoding="utf-8")
    (first,) = rule_modules(tmp_path)
    assert first.stated == "integreringsloven §§ 13 and 14; integreringsforskriften § 3."


def test_every_module_of_the_rules_is_read() -> None:
    modules = {module.path.name: module for module in rule_modules()}
    assert "il-21" in {page_key(row) for row in modules["verdict.py"].provisions}
    assert "__init__.py" not in modules
