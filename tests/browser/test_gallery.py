"""Components in a real browser: accessible, within the screen, mirrored, within the policy."""

import threading
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask, Response, flash, render_template, request
from jinja2 import ChoiceLoader, FileSystemLoader
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from app.i18n.locales import find_language, page_languages
from app.web.headers import CONTENT_SECURITY_POLICY
from tests.support.chromium import accessibility_faults, chromium, overflows
from tests.support.repository import ROOT
from tests.support.sample_form import SampleForm
from tests.support.templates import make_template_app

pytestmark = pytest.mark.browser

PHONE, DESK = 390, 1280
PAGES = ("/", "/skjema", "/feil/404", "/feil/503")


def _finding(tone: str, label: str, sentence: str) -> SimpleNamespace:
    source = SimpleNamespace(text="integreringsloven § 14", url="https://lovdata.no/")
    return SimpleNamespace(tone=tone, label=label, sentence=sentence, provisions=[source])


def _context() -> dict[str, Any]:
    names = ("Deltakere", "Oppmøte", "Utbetaling", "Rapporter", "Innstillinger")
    items = [SimpleNamespace(label=name, url="/", is_current=name == names[0]) for name in names]
    return {
        "locale": find_language(request.args.get("l", "nb")),
        "languages": page_languages(),
        "navigation": items,
        "municipality_name": "Fjordvik kommune",
        "user_name": "Kari Nordmann",
        "sign_out_url": "/",
    }


def _gallery() -> Flask:
    app = make_template_app()
    app.jinja_loader = ChoiceLoader(
        [
            FileSystemLoader(str(ROOT / "templates")),
            FileSystemLoader(str(ROOT / "tests/browser/gallery")),
        ]
    )
    app.context_processor(_context)
    app.add_url_rule("/sprak/<code>", "web.switch_language", lambda code: code, methods=["POST"])

    @app.get("/")
    def page() -> str:
        flash("Fraværet er lagret.", "success")
        findings = [
            _finding("danger", "Må rettes", "Planen mangler foreldreveiledning."),
            _finding("warning", "Se på", "Programmet er under full tid i uke 32."),
            _finding("info", "Til orientering", "Sluttmålet er videregående opplæring."),
        ]
        return render_template("page.html", findings=findings)

    @app.get("/skjema")
    def form() -> str:
        faulty = SampleForm(meta={"csrf": False})
        faulty.validate()
        faulty.refuse("Fraværet overlapper med et annet fravær.")
        return render_template("form.html", form=faulty)

    @app.get("/feil/<int:code>")
    def error(code: int) -> str:
        return render_template(f"errors/{code}.html", reference="7f3k22qp")

    @app.after_request
    def add_policy(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
        return response

    return app


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = make_server("127.0.0.1", 0, _gallery(), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def complaints() -> list[str]:
    """What the browser says about scripts, styles and files that it may not use."""
    return []


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    opened = browser.new_page()
    opened.on(
        "console", lambda said: complaints.append(said.text) if said.type == "error" else None
    )
    opened.on("requestfailed", lambda failed: complaints.append(failed.url))
    yield opened
    opened.close()


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("language", ["nb", "ar"])
@pytest.mark.parametrize("path", PAGES)
def test_page_is_accessible_and_fits(
    page: Page, complaints: list[str], address: str, path: str, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{path}?l={language}")
    assert complaints == []
    assert not overflows(page)
    assert accessibility_faults(page) == []


def test_axe_finds_something(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("document.querySelector('#payments-caption').closest('div').tabIndex = 5")
    page.evaluate("document.querySelector('html').removeAttribute('lang')")
    assert any(fault.startswith("html-has-lang") for fault in accessibility_faults(page))


def test_arabic_page_is_mirrored(page: Page, address: str) -> None:
    page.set_viewport_size({"width": DESK, "height": 900})
    edges = {}
    for language in ("nb", "ar"):
        page.goto(f"{address}/?l={language}")
        box = page.locator(".brand").bounding_box()
        assert box is not None
        edges[language] = (box["x"], DESK - box["x"] - box["width"])
    assert edges["nb"][0] == pytest.approx(edges["ar"][1], abs=1)
    assert edges["nb"][0] < edges["nb"][1]


def test_first_stop_leads_past_the_header(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Hopp til innholdet"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innhold"


def test_faults_take_the_focus_and_lead_to_their_fields(page: Page, address: str) -> None:
    page.goto(f"{address}/skjema")
    assert page.evaluate("document.activeElement.id") == "error-summary"
    page.click("#error-summary a[href='#reason']")
    assert page.evaluate("document.activeElement.id") == "reason"


def test_every_stop_of_the_keyboard_can_be_seen(page: Page, address: str) -> None:
    page.goto(f"{address}/skjema")
    page.evaluate("document.activeElement.blur()")
    stops = 0
    for _ in range(40):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            """() => {
                const seen = document.activeElement;
                if (seen === document.body) return null;
                const framed = [seen, seen.closest('.ds-field')].filter(Boolean);
                return framed.some(each => getComputedStyle(each).outlineStyle === 'solid');
            }"""
        )
        if outline is None:
            break
        assert outline, page.evaluate("document.activeElement.outerHTML")
        stops += 1
    assert stops > 12


def test_on_paper_only_the_content_is_left(page: Page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    for control in (".site-navigation", ".site-header__tools", ".actions", ".confirm-form"):
        assert not page.locator(control).first.is_visible(), control
    assert page.locator("#payments").is_visible()
