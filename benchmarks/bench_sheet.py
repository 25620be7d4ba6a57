"""How fast a bilingual declaration is made, and whether others notice.

The sheet by itself, cold and warm in each language, each time of another person; then twenty
sheets issued at once in a served portal, while another user asks for a simple page.
"""

import threading
import time
from contextlib import closing
from itertools import count
from statistics import median, quantiles
from time import perf_counter

from app.declarations.sheet import render_sheet_html
from app.i18n.locales import document_languages
from app.pdf.renderer import PdfRenderer
from benchmarks.installation import served
from benchmarks.people import sheet_of
from benchmarks.processes import children, processor_seconds
from benchmarks.sheets import CASEWORKER, declaration_pages, issue, wait_for
from benchmarks.visitor import Visitor

WARM = 15
SHEETS = 20
SIMPLE_PAGE = "/grupper"
QUIET = 200
REST_SECONDS = 10
OTHER_USER = "leder@fjordvik.example"


def run() -> None:
    """Measure both and print."""
    _alone()
    _beside_others()


def _alone() -> None:
    codes = [language.code for language in document_languages()]
    numbers = count()
    with closing(PdfRenderer()) as renderer:
        cold = _render(renderer, codes[-1], next(numbers))
        for code in codes:
            _render(renderer, code, next(numbers))
            before = sum(map(processor_seconds, children()))
            warm = [_render(renderer, code, next(numbers)) for _ in range(WARM)]
            worked = sum(map(processor_seconds, children())) - before
            print(
                f"sheet: {code:<6} warm {median(warm) * 1000:>6.0f} ms (median of {WARM}), "
                f"{worked / WARM * 1000:>4.0f} ms of processor time"
            )
    print(f"sheet: cold {cold:.2f} s, with the start of the rendering process")


def _render(renderer: PdfRenderer, language: str, number: int) -> float:
    sheet = sheet_of(number, language)
    started = perf_counter()
    renderer.render(render_sheet_html(sheet))
    return perf_counter() - started


def _beside_others() -> None:
    with served() as portal:
        issuer, other = Visitor(portal.port), Visitor(portal.port)
        issuer.sign_in(CASEWORKER)
        other.sign_in(OTHER_USER)
        pages = declaration_pages(issuer)
        chosen = [pages[number % len(pages)] for number in range(SHEETS)]
        issue(issuer, chosen[0], "ar")
        wait_for(issuer, chosen[0])
        time.sleep(REST_SECONDS)
        asked = perf_counter()
        issue(issuer, chosen[0], "ar")
        wait_for(issuer, chosen[0])
        after_rest = perf_counter() - asked
        quiet = [other.get(SIMPLE_PAGE).seconds for _ in range(QUIET)]
        done = threading.Event()
        seconds = 0.0

        def issue_all() -> None:
            nonlocal seconds
            started = perf_counter()
            try:
                for page in chosen:
                    issue(issuer, page, "ar")
                for page in set(chosen):
                    wait_for(issuer, page)
                seconds = perf_counter() - started
            finally:
                done.set()

        work = threading.Thread(target=issue_all)
        work.start()
        busy = []
        while not done.is_set():
            busy.append(other.get(SIMPLE_PAGE).seconds)
        work.join()
    print(f"sheet: issued, made and seen after {REST_SECONDS} s of rest in {after_rest:.2f} s")
    for name, found in (("quiet", quiet), (f"while {SHEETS} sheets are made", busy)):
        print(
            f"sheet: {SIMPLE_PAGE} {name}: median {median(found) * 1000:.1f} ms, "
            f"p99 {_p99(found) * 1000:.1f} ms, of {len(found)}"
        )
    print(f"sheet: p99 busy over quiet {_p99(busy) / _p99(quiet):.1f}")
    print(f"sheet: {SHEETS} sheets issued, made and seen in {seconds:.1f} s")


def _p99(seconds: list[float]) -> float:
    return quantiles(seconds, n=100)[98]
