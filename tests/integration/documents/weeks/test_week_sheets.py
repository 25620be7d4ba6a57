"""The printed week: two checkers that share no code look at it in every language."""

from pathlib import Path

import outloud
import pytest

from app.attendance.calendar.presenters import Day, Line, Meeting, WeekView
from app.attendance.calendar.sheet import render_sheet
from app.pdf.renderer import PdfRenderer
from app.plans.paper.words import plan_words, word_languages
from tests.integration.documents.paper import run
from tests.integration.documents.test_checkers import ONE_LETTER_MANY_SHAPES, broken_profiles

NAME = "Amina Al-Hassan Øverlid"


def make_week(language: str) -> WeekView:
    """Return a week with teaching, a cancelled meeting and a review."""
    words = plan_words(language)
    norwegian = Meeting("09.00–12.00", "Norsk, spor 2 (A1–A2)", is_cancelled=False)
    cancelled = Meeting("13.00–14.30", "Samfunnskunnskap", is_cancelled=True)
    days = tuple(
        Day(
            name=f"Dag {number}",
            date=f"{22 + number}.11.2026",
            meetings=(norwegian, cancelled) if number < 5 else (),
            is_today=number == 1,
            is_review=number == 3,
        )
        for number in range(1, 6)
    )
    lines = (
        Line(words.texts["elements.norwegian_training.name"], "", "15", "Fjordvik voksenopplæring"),
        Line("", "Praksis på kjøkkenet", "7,5", "Solsiden sykehjem"),
    )
    return WeekView(
        number=48,
        code="2026-W48",
        first_day="23.11.2026",
        last_day="29.11.2026",
        previous="2026-W47",
        following="2026-W49",
        days=days,
        lines=lines,
        link_made_on="",
        link_used_on="",
    )


@pytest.mark.parametrize("language", word_languages())
def test_the_week_is_archivable_and_read_aloud(
    renderer: PdfRenderer, tmp_path: Path, language: str
) -> None:
    html = render_sheet(make_week(language), plan_words(language), NAME)
    content = renderer.render(html)
    assert renderer.render(html) == content
    file = tmp_path / f"{language}.pdf"
    file.write_bytes(content)
    assert broken_profiles(file) == []
    others = [
        finding
        for finding in outloud.check(str(file)).findings
        if finding.rule != ONE_LETTER_MANY_SHAPES or "Vazirmatn" not in finding.evidence
    ]
    assert others == []
    text = " ".join(run("pdftotext", "-raw", "-nopgbrk", file, "-").split())
    assert NAME in text
    assert "09.00–12.00" in text
    assert "13.00–14.30" not in text
