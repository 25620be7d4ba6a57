"""One Norwegian term, one identifier: docs/glossary.md binds the code."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from tests.support.repository import ROOT, place

GLOSSARY = ROOT / "docs/glossary.md"
MAY_SAY: dict[tuple[str, str], str] = {}
"""Exempted (file, word), each with its reason."""

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table under a heading of the glossary."""
    section = GLOSSARY.read_text(encoding="utf-8").split(heading)[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@lru_cache(maxsize=1)
def banned_terms() -> list[str]:
    """Return what the glossary bans."""
    return [row[0].strip("`") for row in rows("## Words we do not use")]


def identifiers(source: str) -> Iterator[str]:
    """Yield every name that a module gives or uses."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.Name(id=name):
                yield name
            case ast.arg(arg=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                yield name
            case ast.keyword(arg=str(name)):
                yield name
            case ast.ImportFrom(module=str(name)):
                yield name


def banned_in(source: str) -> set[str]:
    """Return the banned terms that occur among the identifiers, in any spelling."""
    spelled = " ".join(
        f"_{'_'.join(_WORD.findall(name))}_".lower() for name in set(identifiers(source))
    )
    return {term for term in banned_terms() if f"_{term}_" in spelled or f"_{term}s_" in spelled}


def test_glossary_is_read() -> None:
    assert len(rows("# Glossary")) > 50
    assert {"salary", "client", "sanction"} <= set(banned_terms())


def test_each_term_and_each_identifier_stands_once() -> None:
    terms = [term for row in rows("# Glossary") for term in row[0].split(", ")]
    names = [name for row in rows("# Glossary") for name in re.findall(r"`(\w+)`", row[1])]
    assert [term for term, count in Counter(terms).items() if count > 1] == []
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_a_banned_word_is_found_in_any_spelling() -> None:
    assert banned_in("def pay_salary(): ...") == {"salary"}
    assert banned_in("class StudentRow: ...") == {"student"}
    assert banned_in("x = IntroBenefit.sanctions") == {"intro_benefit", "sanction"}
    assert banned_in("class Participant: ...\nclientele = 1") == set()


def test_code_speaks_the_language_of_the_glossary() -> None:
    modules = sorted((ROOT / "app").rglob("*.py"))
    assert len(modules) > 30
    found = {
        (place(module), term)
        for module in modules
        for term in banned_in(module.read_text(encoding="utf-8"))
    }
    assert found - MAY_SAY.keys() == set()
    assert MAY_SAY.keys() - found == set(), "take it off the list"
