"""What templates must not contain, because the design, the policy or the reader forbids it."""

import re

import pytest

from tests.support.repository import source_of, template_names

ALL = template_names()
PAGES = [name for name in ALL if not name.startswith("documents/")]
OUTSIDE_COMPONENTS = [name for name in PAGES if not name.startswith("components/")]

MAY_BE_SAFE: dict[str, str] = {}
"""Templates that may pass ready HTML through, each with the reason why nobody can forge it."""

MAY_HAVE_CONTROLS = {
    "declarations/batches/index.html": "lies in a folder beside the sheets, without styles"
}
"""Templates outside the components that may write tables and fields themselves."""

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_CONTROL = re.compile(r"<(table|button|input|select|textarea)\b")
_DESIGN_CLASS = re.compile(r"\bds-[a-z]")
_SAFE = re.compile(r"\|\s*safe\b|\bMarkup\b|autoescape\s+false")
_INLINE = re.compile(r"""<script(?![^>]*\ssrc=)|<style\b|\sstyle\s*=|\son[a-z]+\s*=|javascript:""")


def breaches(rule: re.Pattern[str], source: str) -> list[str]:
    """Return what the rule finds outside the template's comments."""
    return [match.group(0).strip() for match in rule.finditer(_COMMENT.sub("", source))]


@pytest.mark.parametrize(
    ("rule", "breach", "fine"),
    [
        (_CONTROL, '<p><button type="submit">', "{{ button(text) }}<tr><td>"),
        (_DESIGN_CLASS, '<a class="ds-button">', '<p class="lead">'),
        (_SAFE, "{{ note|safe }}", "{{ note | isolate }}"),
        (_INLINE, '<p style="color: red">', '<p class="quiet" data-state="on">'),
        (_INLINE, "<script>alert(1)</script>", '<script type="module" src="/portal.js"></script>'),
        (_INLINE, '<a href="/" onclick="go()">', '<a href="/on=1">'),
    ],
)
def test_rule_finds_a_breach_and_only_that(rule: re.Pattern[str], breach: str, fine: str) -> None:
    assert breaches(rule, breach)
    assert not breaches(rule, fine)
    assert not breaches(rule, "{#- " + breach + " -#}")


def test_there_are_templates_of_each_kind() -> None:
    assert len([name for name in ALL if name.startswith("components/")]) > 20
    assert {"layouts/base.html", "errors/404.html"} <= set(OUTSIDE_COMPONENTS)


@pytest.mark.parametrize("name", OUTSIDE_COMPONENTS)
def test_controls_and_tables_come_from_components(name: str) -> None:
    if name not in MAY_HAVE_CONTROLS:
        assert breaches(_CONTROL, source_of(name)) == []


@pytest.mark.parametrize("name", OUTSIDE_COMPONENTS)
def test_only_components_know_the_design_system(name: str) -> None:
    assert breaches(_DESIGN_CLASS, source_of(name)) == []


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_passed_through_unescaped(name: str) -> None:
    if name not in MAY_BE_SAFE:
        assert breaches(_SAFE, source_of(name)) == []


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        *((_SAFE, name) for name in sorted(MAY_BE_SAFE)),
        *((_CONTROL, name) for name in sorted(MAY_HAVE_CONTROLS)),
    ],
)
def test_every_exemption_is_still_needed(rule: re.Pattern[str], name: str) -> None:
    assert breaches(rule, source_of(name)), "take it off the list"


@pytest.mark.parametrize("name", PAGES)
def test_pages_have_no_inline_script_or_style(name: str) -> None:
    assert breaches(_INLINE, source_of(name)) == []
