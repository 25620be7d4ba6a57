"""How fast a bilingual plan is set: four pages with a timeline, warm, in each language.

Every time the plan of another person, whose name, goals and reasons nobody has set before.
"""

from contextlib import closing
from itertools import count
from statistics import median
from time import perf_counter

from app.core.pii import PersonName
from app.pdf.renderer import PdfRenderer
from app.plans.paper.sheet import typeset_plan
from app.plans.paper.words import word_languages
from app.plans.paper.written import Written
from benchmarks.processes import children, processor_seconds
from tests.support.plan_sheets import REASONS, make_plan_sheet

WARM = 7


def run() -> None:
    """Measure and print."""
    numbers = count()
    slowest = 0.0
    with closing(PdfRenderer()) as renderer:
        for language in word_languages():
            _set(renderer, language, next(numbers))
            before = sum(map(processor_seconds, children()))
            warm = [_set(renderer, language, next(numbers)) for _ in range(WARM)]
            worked = sum(map(processor_seconds, children())) - before
            slowest = max(slowest, median(warm))
            print(
                f"plan: {language:<6} warm {median(warm) * 1000:>5.0f} ms (median of {WARM}), "
                f"{worked / WARM * 1000:>4.0f} ms of processor time"
            )
    print(f"plan: slowest language {slowest * 1000:.0f} ms, wanted under 700 ms")


def _set(renderer: PdfRenderer, language: str, number: int) -> float:
    sheet = make_plan_sheet(
        language,
        participant_name=PersonName(f"Amina Person{number} Øverlid"),
        reasons=Written(f"Begrunnelse {number}. {REASONS}", "nb"),
    )
    started = perf_counter()
    typeset_plan(renderer, sheet)
    return perf_counter() - started
