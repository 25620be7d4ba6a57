"""What components draw: the right control, tied to its label, hint and error."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.support.sample_form import SampleForm
from tests.support.templates import template_app


def _parse(html: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    fragment: Element = parser.parseFragment(html)
    return fragment


@pytest.fixture
def draw() -> Callable[..., Element]:
    """Render one call of a component: `draw("field", form.name, width="short")`."""

    def drawn(component: str, *arguments: Any, inside: str = "", **options: Any) -> Element:
        call = f"{component}(*arguments, **options)"
        use = f"{{% call {call} %}}{inside}{{% endcall %}}" if inside else f"{{{{ {call} }}}}"
        source = f'{{% from "components/{component}.html" import {component} %}}{use}'
        template = template_app().jinja_env.from_string(source)
        return _parse(template.render(arguments=arguments, options=options))

    return drawn


@pytest.fixture
def form() -> Any:
    with template_app().test_request_context("/", method="POST", data={"goal": "own"}):
        made = SampleForm(meta={"csrf": False})
        made.validate()
        yield made


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _one(root: Element, path: str) -> Element:
    found = root.findall(path)
    assert len(found) == 1, f"{len(found)} of {path}"
    return found[0]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("name", ".//input[@type='text']"),
        ("note", ".//textarea"),
        ("goal", ".//select"),
        ("first_day", ".//input[@type='date']"),
        ("certificate", ".//input[@type='file']"),
        ("password", ".//input[@type='password']"),
        ("is_done", ".//input[@type='checkbox']"),
    ],
)
def test_field_is_labelled(draw: Callable[..., Element], form: Any, name: str, path: str) -> None:
    root = draw("field", form[name])
    control = _one(root, path)
    label = _one(root, ".//label")
    assert label.get("for") == control.get("id") == name
    assert _text(label).startswith(form[name].label.text)


def test_error_and_hint_are_tied_to_the_control(draw: Callable[..., Element], form: Any) -> None:
    root = draw("field", form.name)
    control = _one(root, ".//input")
    assert control.get("aria-invalid") == "true"
    assert control.get("aria-describedby") == "name-hint name-error"
    assert _text(_one(root, ".//*[@id='name-hint']")) == "Slik det står i passet."
    assert _text(_one(root, ".//*[@id='name-error']")) == "Fyll ut feltet."


def test_a_field_without_fault_says_nothing_about_faults(
    draw: Callable[..., Element], form: Any
) -> None:
    control = _one(draw("field", form.note), ".//textarea")
    assert control.get("aria-invalid") is None
    assert control.get("aria-describedby") is None


def test_only_fields_that_may_stay_empty_are_marked(
    draw: Callable[..., Element], form: Any
) -> None:
    assert _text(_one(draw("field", form.name), ".//label")) == "Navn"
    assert _text(_one(draw("field", form.note), ".//label")) == "Merknad (valgfritt)"
    assert _text(_one(draw("field", form.is_done), ".//label")) == "Tolk er tilbudt"


@pytest.mark.parametrize(
    ("name", "kind", "role"), [("reason", "radio", "radiogroup"), ("elements", "checkbox", None)]
)
def test_choices_are_one_group(
    draw: Callable[..., Element], form: Any, name: str, kind: str, role: str | None
) -> None:
    root = draw("field", form[name])
    group = _one(root, ".//fieldset")
    assert group.get("role") == role
    assert group.get("id") == name
    assert _text(_one(root, ".//legend")).startswith(form[name].label.text)
    boxes = root.findall(f".//input[@type='{kind}']")
    labels = [label.get("for") for label in root.findall(".//label")]
    assert [box.get("id") for box in boxes] == labels == [f"{name}-0", f"{name}-1"]


def test_group_tells_its_error(draw: Callable[..., Element], form: Any) -> None:
    group = _one(draw("field", form.reason), ".//fieldset")
    assert group.get("aria-describedby") == "reason-error"
    assert group.get("aria-invalid") == "true"
    assert group.get("tabindex") == "-1"


def test_error_summary_links_to_each_field(draw: Callable[..., Element], form: Any) -> None:
    form.refuse("Fraværet overlapper med et annet.")
    root = draw("error_summary", form)
    links = [link.get("href") for link in root.findall(".//a")]
    assert links == ["#name", "#reason", "#first_day", "#password"]
    assert _text(root.findall(".//li")[0]) == "Fraværet overlapper med et annet."


def test_no_summary_without_errors(draw: Callable[..., Element]) -> None:
    with template_app().test_request_context("/"):
        assert _text(draw("error_summary", SampleForm(meta={"csrf": False}))) == ""


def test_table_has_caption_scopes_and_a_region_that_scrolls(draw: Callable[..., Element]) -> None:
    root = draw(
        "table",
        "payments",
        "Utbetalinger",
        ["Måned", {"text": "Beløp", "numeric": True}],
        inside='<tr><th scope="row">mai</th><td class="numeric">1</td></tr>',
    )
    region = _one(root, ".//div[@role='region']")
    caption = _one(root, ".//caption")
    assert region.get("aria-labelledby") == caption.get("id")
    assert region.get("tabindex") == "0"
    assert [head.get("scope") for head in root.findall(".//thead//th")] == ["col", "col"]
    assert len(root.findall(".//tbody/tr")) == 1


def test_empty_table_says_so_instead(draw: Callable[..., Element]) -> None:
    root = draw(
        "table",
        "a",
        "A",
        ["B"],
        is_empty=True,
        empty_text="Ingen utbetalinger.",
        inside="<tr></tr>",
    )
    assert root.findall(".//table") == []
    assert _text(root) == "Ingen utbetalinger."


def test_confirm_form_can_be_sent_once_and_by_us_only(draw: Callable[..., Element]) -> None:
    root = draw("confirm_form", "/slett", "Slett", row_version=4, hidden={"day": "2026-09-01"})
    values = {field.get("name"): field.get("value") for field in root.findall(".//input")}
    assert _one(root, ".//form").get("method") == "post"
    assert values["csrf_token"] == "token"
    assert values["row_version"] == "4"
    assert values["day"] == "2026-09-01"
    assert values["submission_id"]


def test_finding_cites_its_provisions(draw: Callable[..., Element]) -> None:
    finding = SimpleNamespace(
        tone="danger",
        label="Må rettes",
        sentence="Planen mangler foreldreveiledning.",
        provisions=[SimpleNamespace(text="integreringsloven § 14", url="https://lovdata.no/x")],
    )
    root = draw("finding_list", [finding], "Ingen merknader.")
    link = _one(root, ".//a")
    assert (link.get("href"), _text(link)) == ("https://lovdata.no/x", "integreringsloven § 14")
    assert link.get("target") is None
    assert _text(draw("finding_list", [], "Ingen merknader.")) == "Ingen merknader."


def test_values_of_the_other_direction_are_isolated(draw: Callable[..., Element]) -> None:
    assert _one(draw("money", "22\N{NO-BREAK SPACE}758,17"), ".//bdi").get("dir") == "ltr"


@pytest.mark.parametrize(
    ("component", "arguments"),
    [
        ("button", ("<b>",)),
        ("link_button", ("<b>", "/?a=1&b=2")),
        ("status_tag", ("<b>", "info")),
        ("alert", ("warning", "<b>", "<b>")),
        ("summary_list", ([{"term": "<b>", "value": "<b>"}],)),
        ("tabs", ("<b>", [{"label": "<b>", "url": "/", "is_current": True}])),
        ("back_link", ("<b>", "/")),
        ("empty_state", ("<b>",)),
        ("provision", ("<b>", "https://lovdata.no/x")),
    ],
)
def test_component_escapes_what_it_is_given(
    draw: Callable[..., Element], component: str, arguments: tuple[Any, ...]
) -> None:
    with template_app().test_request_context("/"):
        root = draw(component, *arguments)
    assert "<b>" in _text(root)
    assert root.findall(".//b") == []
