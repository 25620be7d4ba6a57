"""How many sheets a start-up day prints in a second, and whether memory stays where it is.

Sheets of as many people in all languages, sorted by language as the batch sorts them. Counted for
the rendering processes alone: wall time with one and with one per core, the processor time of a
sheet, and the memory that the first process has taken when many more sheets are made.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from time import perf_counter

from app.declarations.sheet import DeclarationSheet, render_sheet_html
from app.i18n.locales import document_languages
from app.pdf.pool import PdfRendererPool, available_cores
from benchmarks.people import sheet_of
from benchmarks.processes import children, megabytes, processor_seconds

SHEETS = 300
MEMORY_SHEETS = 500
EVERY = 100


def run() -> None:
    """Measure both and print."""
    for size in sorted({1, available_cores()}):
        _speed(size)
    _memory()


def _speed(size: int) -> None:
    documents = sorted_by_language(SHEETS)
    with closing(PdfRendererPool(size)) as pool, ThreadPoolExecutor(size) as threads:
        list(threads.map(pool.render, documents[:size]))
        before = sum(map(processor_seconds, children()))
        started = perf_counter()
        list(threads.map(pool.render, documents))
        seconds = perf_counter() - started
        worked = sum(map(processor_seconds, children())) - before
    print(
        f"batch: {SHEETS} sheets with {size} process(es) in {seconds:.1f} s: "
        f"{SHEETS / seconds:.1f} a second, {SHEETS / seconds / size:.1f} per process; "
        f"{worked / SHEETS * 1000:.0f} ms of processor time each, "
        f"{SHEETS / worked:.1f} a second per core"
    )


def _memory() -> None:
    languages = [language.code for language in document_languages()]
    with closing(PdfRendererPool(1)) as pool:
        _render(pool, (sheet_of(number, code) for number, code in enumerate(languages)))
        (child,) = children()
        print(f"batch: memory after one sheet in each language {megabytes(child):.1f} MB")
        for first in range(0, MEMORY_SHEETS, EVERY):
            numbers = range(first, first + EVERY)
            _render(
                pool,
                (sheet_of(1000 + number, languages[number % len(languages)]) for number in numbers),
            )
            print(f"batch: memory after {first + EVERY} more {megabytes(child):.1f} MB")


def sorted_by_language(sheets: int) -> list[str]:
    """Return documents in every language, those of a language together."""
    languages = [language.code for language in document_languages()]
    return [
        render_sheet_html(sheet_of(number, languages[number * len(languages) // sheets]))
        for number in range(sheets)
    ]


def _render(pool: PdfRendererPool, sheets: Iterable[DeclarationSheet]) -> None:
    for sheet in sheets:
        pool.render(render_sheet_html(sheet))
