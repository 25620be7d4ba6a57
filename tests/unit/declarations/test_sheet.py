"""The HTML of the sheet: whole, in pairs, and closed to whatever a name may hold."""

import re
from dataclasses import replace

import html5lib
import pytest

from app.core.pii import IdentityNumber, PersonName
from app.declarations.bundles.types import (
    BundleError,
    BundleKind,
)
from app.declarations.sheet import DeclarationSheet, render_sheet_html
from tests.support.sheets import CODE, make_sheet, reviewed


def test_every_value_stands_in_an_isolate_of_its_own_direction() -> None:
    html = render_sheet_html(make_sheet(participant_name=PersonName("آمنة 12")))
    for isolate in (
        '<bdi dir="rtl">آمنة 12</bdi>',
        '<bdi dir="ltr">418190\N{NO-BREAK SPACE}12345</bdi>',
        '<bdi dir="ltr">Fjordvik</bdi>',
        '<bdi dir="ltr">14.08.2026</bdi>',
        '<bdi dir="ltr">01.09.2026</bdi>',
    ):
        assert html.count(isolate) >= 2, isolate
    for value in ("آمنة", "418190", "14.08.2026", "01.09.2026", "22.11.2026"):
        assert html.count(value) == html.count(f">{value}"), value


def test_duf_number_is_printed_as_it_is() -> None:
    html = render_sheet_html(make_sheet(identity_number=IdentityNumber("202612345601")))
    assert '<bdi dir="ltr">202612345601</bdi>' in html


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ 7 * 7 }}",
        "{name}",
        "{0.__class__}",
        "%s %(name)s",
        "</td></tr></table>",
        "&amp;",
        "]]>",
    ],
)
@pytest.mark.parametrize("language", ["nb", "ar"])
def test_a_hostile_name_is_only_a_name(name: str, language: str) -> None:
    def elements(sheet: DeclarationSheet) -> list[str]:
        parsed = html5lib.parse(render_sheet_html(sheet), namespaceHTMLElements=False)
        return [element.tag for element in parsed.iter()]

    harmless = make_sheet(language=language)
    hostile = replace(harmless, participant_name=PersonName(name))
    assert elements(hostile) == elements(harmless)
    parsed = html5lib.parse(render_sheet_html(hostile), namespaceHTMLElements=False)
    shown = [element.text for element in parsed.iter("bdi")]
    assert shown.count(name) == (1 if language == "nb" else 2)


def test_clauses_are_numbered_alike_on_both_sides() -> None:
    html = render_sheet_html(make_sheet())
    for number in range(1, 10):
        assert html.count(f'<span class="number">{number}</span>') == 2
    assert '<span class="number">10</span>' not in html


def test_norwegian_alone_has_no_other_language() -> None:
    html = render_sheet_html(make_sheet(language="nb"))
    assert "Oversettelsen" not in html
    assert set(re.findall(r'lang="([^"]*)"', html)) == {"nb"}
    assert html.count('<span class="number">9</span>') == 1


def test_warning_goes_when_a_person_has_reviewed_the_translation() -> None:
    sheet = make_sheet(language="uk")
    warning = sheet.bundle.clause("note_unreviewed").text
    assert warning in render_sheet_html(sheet)
    assert warning not in render_sheet_html(replace(sheet, bundle=reviewed(sheet.bundle, "uk")))


@pytest.mark.parametrize("language", ["nb", "so"])
def test_draft_says_so_and_contract_does_not(language: str) -> None:
    contract = make_sheet(BundleKind.INTEGRATION_CONTRACT, language)
    assert "Høringsutkast" in render_sheet_html(make_sheet(language=language))
    assert "Høringsutkast" not in render_sheet_html(contract)
    assert "For kommunen (signatur)" in render_sheet_html(contract)


def test_code_is_readable_and_the_sheet_says_where_it_comes_from() -> None:
    html = render_sheet_html(make_sheet())
    assert f"{CODE[:4]}-{CODE[4:8]}-{CODE[8:]}" in html
    assert "Fjordvik" in html
    assert "2026-hearing" in html


def test_language_without_translation_is_refused() -> None:
    norwegian_only = replace(make_sheet().bundle, translations=())
    with pytest.raises(BundleError, match="no translation into 'nn'"):
        render_sheet_html(make_sheet(language="nn", bundle=norwegian_only))
    with pytest.raises(ValueError, match="'xx' is no language"):
        render_sheet_html(make_sheet(language="xx"))


def test_a_sheet_does_not_print_itself_into_logs() -> None:
    assert "Amina" not in repr(make_sheet())
    assert "41819012345" not in repr(make_sheet())
