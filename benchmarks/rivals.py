"""The same sheet made by others: by Typst from the same clauses, by Chromium from the same HTML."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from string import Formatter

import typst
from playwright.sync_api import Route, sync_playwright

from app.declarations.bundles.types import ClauseRole
from app.declarations.sheet import DeclarationSheet, render_sheet_html
from app.i18n.format import short_date
from app.i18n.locales import DEFAULT, find_language
from app.papers.code import grouped
from app.papers.qr import qr_svg
from app.pdf.assets import BASE_URL, STATIC

Render = Callable[[DeclarationSheet], bytes]
CHROMIUM = "/usr/bin/chromium"
TYPST_STANDARDS = ["a-3a", "ua-1"]
_PAGES = (1, 2, 3)
_BODY = (
    ClauseRole.HEADING,
    ClauseRole.FIELD,
    ClauseRole.LEAD,
    ClauseRole.POINT,
    ClauseRole.PARAGRAPH,
)


@contextmanager
def typst_renderer() -> Iterator[Render]:
    """Yield Typst with our fonts; what it worked out for one sheet it keeps for the next."""
    source = Path(__file__).with_name("declaration.typ")
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(STATIC / "fonts/pdf")],
    )
    compiler = typst.Compiler(source, font_paths=fonts, ignore_system_fonts=True)

    def render(sheet: DeclarationSheet) -> bytes:
        content = json.dumps(_content(sheet), ensure_ascii=False)
        pdf = compiler.compile(
            format="pdf", sys_inputs={"sheet": content}, pdf_standards=TYPST_STANDARDS, timestamp=0
        )
        assert isinstance(pdf, bytes)
        return pdf

    yield render


@contextmanager
def chromium_renderer() -> Iterator[Render]:
    """Yield Chromium, which prints the HTML of the sheet from one page that stays open.

    It knows no running elements: head and foot stand in the text, and nothing counts the pages.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.route(f"{BASE_URL}**", _serve)

        def render(sheet: DeclarationSheet) -> bytes:
            html = render_sheet_html(sheet)
            fonts = f'<link rel="stylesheet" href="{BASE_URL}fonts/pdf/fonts.css">'
            page.set_content(html.replace("<head>", f'<head><base href="{BASE_URL}">{fonts}'))
            page.evaluate("document.fonts.ready.then(() => true)")
            return page.pdf(prefer_css_page_size=True, tagged=True)

        yield render
        browser.close()


def _serve(route: Route) -> None:
    route.fulfill(path=STATIC / route.request.url.removeprefix(BASE_URL))


def _content(sheet: DeclarationSheet) -> dict[str, object]:
    """Return what the Typst source sets, clause by clause."""
    language = find_language(sheet.language)
    assert language is not None
    own = sheet.bundle.translation(sheet.language).texts
    values = {
        "name": sheet.participant_name.reveal(),
        "identity_number": sheet.identity_number.reveal(),
        "municipality": sheet.municipality_name,
        "settled_on": short_date(sheet.settled_on),
        "decided_on": short_date(sheet.decided_on),
    }
    rows, number = {}, 0
    for clause in sheet.bundle.clauses:
        is_numbered = clause.role in (ClauseRole.POINT, ClauseRole.PARAGRAPH)
        number += is_numbered
        rows[clause.clause_id] = {
            "role": clause.role,
            "number": number if is_numbered else None,
            "bold": clause.role in (ClauseRole.HEADING, ClauseRole.LEAD),
            "norwegian": _runs(clause.text, values),
            "own": _runs(own.get(clause.clause_id, ""), values),
        }
    return {
        "title": sheet.bundle.clause("title").text,
        "lang": sheet.language.partition("-")[0],
        "direction": language.direction,
        "norwegian_name": DEFAULT.own_name,
        "own_name": language.own_name,
        "heading": rows["title"],
        "office": rows["office_municipality"]["norwegian"],
        "foot": f"{sheet.bundle.version} · {short_date(sheet.issued_on)}",
        "translation": rows["note_translation"],
        "notes": [rows[name] for name in ("note_status", "note_unreviewed") if name in rows],
        "rows": [row for row in rows.values() if row["role"] in _BODY],
        "signatures": [row for row in rows.values() if row["role"] is ClauseRole.SIGNATURE],
        "code": grouped(sheet.code),
        "squares": [_picture(sheet.code, page) for page in _PAGES],
    }


def _runs(text: str, values: dict[str, str]) -> list[dict[str, object]]:
    """Take a clause apart: its own words, and the values that stand in it in bold."""
    runs: list[dict[str, object]] = []
    for words, field, _format, _conversion in Formatter().parse(text):
        runs.append({"text": words, "strong": False})
        if field is not None:
            runs.append({"text": values[field], "strong": True})
    return runs


def _picture(code: str, page: int) -> str:
    """Return a square as a picture of its own."""
    return str(qr_svg(code, page)).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
