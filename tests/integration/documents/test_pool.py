"""Several rendering processes side by side."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import psutil
import pytest

from app.pdf.errors import PdfRenderError, RenderFailure
from app.pdf.pool import PdfRendererPool, available_cores
from app.pdf.renderer import PdfRenderer

FINE = '<html lang="nb"><title>Brev</title><p>Hei på deg'
ENDLESS = "<table><tr><td colspan=100000>x"


@pytest.fixture
def pool() -> Iterator[PdfRendererPool]:
    hurried = PdfRendererPool(2, renderer=lambda: PdfRenderer(time_limit=timedelta(seconds=2)))
    with closing(hurried):
        yield hurried


def children() -> set[int]:
    return {child.pid for child in psutil.Process().children()}


def test_there_is_one_process_per_core_if_nobody_says_otherwise() -> None:
    with closing(PdfRendererPool()) as pool:
        assert pool.size == available_cores() >= 1


def test_one_document_at_a_time_needs_one_process(pool: PdfRendererPool) -> None:
    before = children()
    assert pool.render(FINE) == pool.render(FINE) == pool.typeset(FINE).pdf
    assert len(children() - before) == 1


def test_a_document_that_never_ends_holds_up_no_other(pool: PdfRendererPool) -> None:
    expected = pool.render(FINE)
    failures: list[RenderFailure] = []

    def render_endless() -> None:
        with pytest.raises(PdfRenderError) as caught:
            pool.render(ENDLESS)
        failures.append(caught.value.failure)

    endless = threading.Thread(target=render_endless)
    endless.start()
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(pool.render, [FINE] * 8))
    endless.join()
    assert made == [expected] * 8
    assert failures == [RenderFailure.TIME_LIMIT]
    assert pool.render(FINE) == expected


def test_killing_any_process_costs_no_more_than_its_document(pool: PdfRendererPool) -> None:
    before = children()
    expected = pool.render(FINE)
    for child in children() - before:
        psutil.Process(child).kill()
        psutil.wait_procs([psutil.Process(child)], timeout=10)
    assert pool.render(FINE) == expected


def test_closing_ends_every_process() -> None:
    before = children()
    with closing(PdfRendererPool(2)) as pool, ThreadPoolExecutor(2) as threads:
        list(threads.map(pool.render, [FINE] * 6))
    assert children() == before
