"""How fast the same sheet is made by Typst and by Chromium, as ratios to ours.

All three are warm and set another person's sheet each time; wall time, in turn, so that what else
the machine does hits them alike. Ours is A-3a and UA-1, Typst's too (it takes both at once);
Chromium prints tagged PDF without a standard, and cannot repeat head, foot and squares per page.
"""

from collections.abc import Callable
from contextlib import closing
from statistics import median
from time import perf_counter

from app.declarations.sheet import DeclarationSheet, render_sheet_html
from app.pdf.renderer import PdfRenderer
from benchmarks.people import sheet_of
from benchmarks.rivals import chromium_renderer, typst_renderer

LANGUAGES = ("ar", "my", "so", "ti", "uk")
WARM = 3
SHEETS = 15


def run() -> None:
    """Measure and print."""
    with closing(PdfRenderer()) as ours, typst_renderer() as typst, chromium_renderer() as chromium:
        makers: dict[str, Callable[[DeclarationSheet], bytes]] = {
            "ours": lambda sheet: ours.render(render_sheet_html(sheet)),
            "typst": typst,
            "chromium": chromium,
        }
        for language in LANGUAGES:
            seconds: dict[str, list[float]] = {name: [] for name in makers}
            for number in range(WARM + SHEETS):
                for name, make in makers.items():
                    started = perf_counter()
                    make(sheet_of(number, language))
                    seconds[name].append(perf_counter() - started)
            found = {name: median(all_[WARM:]) for name, all_ in seconds.items()}
            figures = ", ".join(f"{name} {value * 1000:.0f} ms" for name, value in found.items())
            print(
                f"rivals: {language:<3} {figures}; "
                f"ours over typst {found['ours'] / found['typst']:.1f}, "
                f"ours over chromium {found['ours'] / found['chromium']:.1f}"
            )
