"""Two checkers that share no code look at every printed plan; the bytes are always the same."""

import outloud

from app.pdf.renderer import PdfRenderer
from app.plans.paper.freezing import freeze, thaw
from app.plans.paper.sheet import render_plan_html
from tests.integration.documents.plans.plan_paper import PlanFile
from tests.integration.documents.test_checkers import ONE_LETTER_MANY_SHAPES, broken_profiles


def test_plan_is_archivable_and_accessible(plan_file: PlanFile) -> None:
    assert broken_profiles(plan_file.file) == []


def test_a_screen_reader_finds_its_way_through_every_plan(plan_file: PlanFile) -> None:
    others = [
        finding
        for finding in outloud.check(str(plan_file.file)).findings
        if finding.rule != ONE_LETTER_MANY_SHAPES or "Vazirmatn" not in finding.evidence
    ]
    assert others == []


def test_the_same_plan_gives_the_same_bytes(plan_file: PlanFile, renderer: PdfRenderer) -> None:
    sheet = plan_file.sheet
    again = thaw(freeze(sheet.content, sheet.words), sheet.code, sheet.issued_on)
    assert renderer.render(render_plan_html(again)) == plan_file.content
