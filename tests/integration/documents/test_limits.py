"""A document that cannot be laid out stops itself, not the portal."""

import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import psutil
import pytest

from app.pdf.errors import PdfRenderError, RenderFailure
from app.pdf.renderer import PdfRenderer

FINE = '<html lang="nb"><title>Brev</title><p>Hei på deg'
PATIENCE = timedelta(seconds=60)
"""Long enough on a busy machine, so that it is not the time that ends the document."""
ENDLESS = "<table><tr><td colspan=100000>x"


@pytest.fixture(scope="module")
def hurried() -> Iterator[PdfRenderer]:
    with closing(PdfRenderer(time_limit=timedelta(seconds=2))) as renderer:
        yield renderer


def failure_of(renderer: PdfRenderer, html: str) -> RenderFailure:
    """Return how rendering this failed."""
    with pytest.raises(PdfRenderError) as caught:
        renderer.render(html)
    return caught.value.failure


def test_endless_layout_is_stopped_and_the_next_document_is_made(hurried: PdfRenderer) -> None:
    expected = hurried.render(FINE)
    assert failure_of(hurried, ENDLESS) is RenderFailure.TIME_LIMIT
    assert hurried.render(FINE) == expected


@pytest.mark.parametrize("html", ["<div>" * 1500, '<p style="font-size:1e8px">x'])
def test_markup_that_breaks_the_engine_is_reported(html: str) -> None:
    with closing(PdfRenderer(time_limit=PATIENCE)) as renderer:
        assert failure_of(renderer, html) is RenderFailure.BROKE_DOWN
        assert renderer.render(FINE).startswith(b"%PDF-1.7")


def test_memory_is_limited() -> None:
    huge = f"<p>{'x' * 100_000_000}"
    with closing(PdfRenderer(time_limit=PATIENCE, memory_limit_bytes=330 * 2**20)) as small:
        small.render(FINE)
        assert failure_of(small, huge) is RenderFailure.BROKE_DOWN
        assert small.render(FINE).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("text", "codepoints"),
    [
        ("\N{GRINNING FACE}", "U+1F600"),
        ("\N{THAI CHARACTER KO KAI}", "U+0E01"),
        ("a\x01", "U+0001"),
    ],
)
def test_a_character_without_a_glyph_is_refused_and_named(
    renderer: PdfRenderer, text: str, codepoints: str
) -> None:
    with pytest.raises(PdfRenderError) as caught:
        renderer.render(f"<title>x</title><p>{text}")
    assert caught.value.failure is RenderFailure.MISSING_GLYPH
    assert caught.value.detail == codepoints


def test_half_a_character_is_refused(renderer: PdfRenderer) -> None:
    assert failure_of(renderer, "<p>\ud800") is RenderFailure.NOT_TEXT


def test_threads_share_one_process(renderer: PdfRenderer) -> None:
    before = {child.pid for child in psutil.Process().children()}
    results: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: results.append(renderer.render(FINE))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 4
    assert len(set(results)) == 1
    assert {child.pid for child in psutil.Process().children()} == before


def test_closing_ends_the_process_and_rendering_starts_another() -> None:
    renderer = PdfRenderer()
    renderer.close()
    known = set(psutil.Process().children())
    renderer.render(FINE)
    (child,) = set(psutil.Process().children()) - known
    renderer.close()
    assert not child.is_running()
    renderer.render(FINE)
    renderer.close()


def test_the_process_knows_no_web_framework_and_no_database(renderer: PdfRenderer) -> None:
    renderer.render(FINE)
    loaded = {
        mapped.path
        for child in psutil.Process().children()
        if "app.pdf.worker" in " ".join(child.cmdline())
        for mapped in child.memory_maps()
    }
    assert any("pango" in path for path in loaded)
    assert not any(name in path for path in loaded for name in ("sqlite", "psycopg", "sqlalchemy"))
