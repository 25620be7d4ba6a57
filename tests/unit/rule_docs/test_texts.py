"""Texts have the parts that a page needs, and a file without them is named."""

from pathlib import Path

import pytest

from app.rule_docs.errors import RuleDocsError
from app.rule_docs.texts import rule_texts

WHOLE = """# Overskrift
Tema: Stønad
I korthet: En setning.

## Kort sagt

Tekst.

## Slik bruker portalen regelen

Tekst.

## Datoer

Tekst.
"""


def _write(folder: Path, text: str) -> Path:
    (folder / "il-1.md").write_text(text, encoding="utf-8")
    return folder


def test_a_whole_text_is_read(tmp_path: Path) -> None:
    text = rule_texts(_write(tmp_path, WHOLE))["il-1"]
    assert (text.heading, text.theme, text.summary) == ("Overskrift", "Stønad", "En setning.")
    assert text.body.startswith("## Kort sagt")


@pytest.mark.parametrize(
    ("cut", "problem"),
    [
        ("# Overskrift", "no heading"),
        ("Tema: Stønad", "unknown theme ''"),
        ("I korthet: En setning.", "`I korthet` is no sentence"),
        ("## Kort sagt", "no section `Kort sagt`"),
        ("## Slik bruker portalen regelen", "no section `Slik bruker portalen regelen`"),
        ("## Datoer", "no section `Datoer`"),
    ],
)
def test_a_missing_part_is_named(cut: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(RuleDocsError) as refused:
        rule_texts(_write(tmp_path, WHOLE.replace(cut, "x")))
    assert refused.value.problems == (f"texts/il-1.md: {problem}",)


def test_a_head_without_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleDocsError, match=r"texts/il-1\.md: no text below the head"):
        rule_texts(_write(tmp_path, "# Overskrift"))


def test_texts_are_plain() -> None:
    """No sentence is so long that nobody reads it, and none speaks like the law did in 1967."""
    heavy = ("vedkommende", "i henhold til", "herunder", "hvorvidt", "foreligger", "hverken")
    found = {
        key: [word for word in heavy if word in text.body.lower()]
        for key, text in rule_texts().items()
    }
    assert {key: words for key, words in found.items() if words} == {}


def test_sentences_are_short() -> None:
    longest = {
        key: max(
            len(sentence.split())
            for line in text.body.splitlines()
            for sentence in line.replace(":", ".").split(". ")
        )
        for key, text in rule_texts().items()
    }
    assert {key: words for key, words in longest.items() if words > 45} == {}
