"""Every provision the rules rest on has a page, and what belongs there stands on it."""

from pathlib import Path

import pytest

from app.rule_docs import pages as rule_docs_pages
from app.rule_docs.errors import RuleDocsError
from app.rule_docs.examples import worked_examples
from app.rule_docs.keys import page_key
from app.rule_docs.labels import policy_labels
from app.rule_docs.modules import rule_modules
from app.rule_docs.pages import RulePage, rule_pages
from app.rule_docs.texts import THEMES, rule_texts
from app.rules.parameters.base_amount import BASE_AMOUNT
from app.rules.parameters.registry import PARAMETERS
from app.rules.policy import Policy, PolicyKey
from tests.support.repository import ROOT

EXAMPLES = ROOT / "tests" / "examples"


@pytest.fixture(scope="module")
def pages() -> dict[str, RulePage]:
    return {page.key: page for page in rule_pages(EXAMPLES)}


def test_every_cited_provision_has_a_page(pages: dict[str, RulePage]) -> None:
    cited = {page_key(row) for module in rule_modules() for row in module.provisions}
    assert len(cited) > 50
    assert cited - pages.keys() == set()


def test_every_parameter_stands_on_the_pages_of_its_provisions(pages: dict[str, RulePage]) -> None:
    for parameter in PARAMETERS:
        rows = [row.provision for row in parameter.values]
        if parameter.pending is not None:
            rows.append(parameter.pending.provision)
        for key in {page_key(row) for row in rows}:
            shown = [row.parameter.name for row in pages[key].parameters]
            assert parameter.name in shown, f"{parameter.name} on {key}"


def test_a_long_series_is_whole_on_one_page_only(pages: dict[str, RulePage]) -> None:
    (whole,) = pages["ftrl-1-4"].parameters
    (part,) = pages["for-2026-05-22-869"].parameters
    assert (whole.rows, whole.continued_on) == (BASE_AMOUNT.values, None)
    assert (part.rows, part.continued_on) == (BASE_AMOUNT.values[-1:], "ftrl-1-4")


@pytest.mark.parametrize("key", PolicyKey)
def test_every_setting_has_a_page_and_every_option_a_meaning(
    key: PolicyKey, pages: dict[str, RulePage]
) -> None:
    assert any(key in page.policies for page in pages.values())
    default = Policy().value(key)
    if isinstance(default, bool):
        options = {"true", "false"}
    else:
        options = {member.value for member in type(getattr(Policy(), key.value))}
    label = policy_labels()[key]
    assert set(label.options) == options
    assert label.question.endswith("?")
    assert label.reason.endswith(".")


def test_every_example_stands_on_a_page(pages: dict[str, RulePage]) -> None:
    shown = {example.path for page in pages.values() for example in page.examples}
    assert shown == {example.path for example in worked_examples(EXAMPLES)}


def test_every_theme_has_pages(pages: dict[str, RulePage]) -> None:
    assert {page.text.theme for page in pages.values()} == set(THEMES)


def _problems(examples: Path = EXAMPLES) -> tuple[str, ...]:
    with pytest.raises(RuleDocsError) as refused:
        rule_pages(examples)
    return refused.value.problems


def test_a_provision_without_text_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = rule_texts()
    del texts["il-21"]
    monkeypatch.setattr(rule_docs_pages, "rule_texts", lambda: texts)
    assert _problems() == ("il § 21 is cited, but texts/il-21.md is missing",)


def test_a_text_without_provision_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {**rule_texts(), "il-999": rule_texts()["il-21"]}
    monkeypatch.setattr(rule_docs_pages, "rule_texts", lambda: texts)
    assert _problems() == ("texts/il-999.md: no rule and no example cites it",)


def test_a_parameter_without_label_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule_docs_pages, "PARAMETERS", PARAMETERS[1:])
    (problem,) = _problems()
    assert problem == f"data/parameters.toml: {PARAMETERS[0].name} does not exist in the rules"


def test_a_label_for_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    labels = dict(policy_labels())
    del labels["rounding"]
    monkeypatch.setattr(rule_docs_pages, "policy_labels", lambda: labels)
    assert _problems() == ("data/policies.toml: rounding is missing",)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("title: [", "ParserError"),
        ("title: x\narithmetic: []", "KeyError: 'provision'"),
        ("title: x\nprovision: il § 20\narithmetic: tekst", "`arithmetic` is no list"),
        ("title: x\nprovision: tull\narithmetic: []", "`provision` cites nothing that is known"),
    ],
)
def test_an_example_that_cannot_be_read_is_named(
    content: str, problem: str, tmp_path: Path
) -> None:
    (tmp_path / "x.yaml").write_text(content, encoding="utf-8")
    (found,) = _problems(tmp_path)
    assert found.startswith("x.yaml: ")
    assert problem in found


def test_a_folder_without_examples_is_refused(tmp_path: Path) -> None:
    assert _problems(tmp_path) == (f"no worked examples in {tmp_path}",)
