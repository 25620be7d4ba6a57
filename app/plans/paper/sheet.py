"""The plan as it is printed and signed: Norwegian, with the participant's language beside.

Integreringsloven § 15. What stands on it is worked out in `sections` and `timeline_rows`.
"""

from app.i18n.format import short_date
from app.papers.code import MOST_PAGES, grouped
from app.papers.document_templates import render_document
from app.papers.qr import qr_svg
from app.pdf.page_boxes import DocumentRenderer, Typeset
from app.plans.paper.content import PlanSheet
from app.plans.paper.rows import Row, row_of, said
from app.plans.paper.sections import elements_of, goal_sections, right_sections
from app.plans.paper.timeline_rows import timeline_of


class PlanTooLong(Exception):
    """The plan fills more pages than have a square of their own: such paper would get lost."""


def typeset_plan(renderer: DocumentRenderer, sheet: PlanSheet) -> Typeset:
    """Return the plan as PDF.

    Raises:
        PlanTooLong: what was written has too many words for a paper that can be found again.
        PdfRenderError: no PDF was made.
    """
    made = renderer.typeset(render_plan_html(sheet))
    if made.page_count > MOST_PAGES:
        raise PlanTooLong(f"{made.page_count} pages, at most {MOST_PAGES}")
    return made


def render_plan_html(sheet: PlanSheet) -> str:
    """Return the plan as HTML for `PdfRenderer.render`."""
    norwegian = sheet.words[0]
    return render_document(
        "documents/plan.html",
        columns=[words.language for words in sheet.words],
        office={
            key: said(norwegian, norwegian.texts[f"office.{key}"])
            for key in ("code", "words_version", "issued", "legal_basis")
        },
        issuer=said(
            norwegian,
            norwegian.markup("office.municipality", municipality=sheet.content.municipality),
        ),
        title=row_of(sheet, "headings.title"),
        purpose=row_of(sheet, "about.purpose"),
        binding=row_of(sheet, "about.binding"),
        draft_words=row_of(sheet, "about.draft_words")
        if any(words.is_draft for words in sheet.words)
        else None,
        facts=[(row_of(sheet, f"labels.{label}"), value) for label, value in _facts(sheet)],
        goals=list(goal_sections(sheet)),
        timeline=timeline_of(sheet),
        elements=list(elements_of(sheet)),
        elements_heading=row_of(sheet, "headings.elements"),
        when=row_of(sheet, "labels.when"),
        rights=list(right_sections(sheet)),
        signing=_signing(sheet),
        version=norwegian.version,
        issued_on=sheet.issued_on,
        code=grouped(sheet.code),
        squares=[qr_svg(sheet.code, page) for page in range(1, MOST_PAGES + 1)],
    )


def _facts(sheet: PlanSheet) -> list[tuple[str, str]]:
    """Return what is the same in every language, by its label."""
    content = sheet.content
    first_day, last_day = content.programme.first_day, content.programme.last_day
    return [
        ("name", content.participant_name.reveal()),
        ("identity_number", _readable(content.identity_number.reveal())),
        ("municipality", content.municipality),
        ("plan_version", str(content.version)),
        ("made_on", short_date(content.made_on)),
        ("decided_on", short_date(content.decided_on)),
        ("programme_period", f"{short_date(first_day)}–{short_date(last_day)}"),
        ("months", str(content.months)),
    ]


def _signing(sheet: PlanSheet) -> dict[str, Row]:
    keys = ("read", "agree", "disagree", "place_and_date", "participant", "municipality")
    rows = {key: row_of(sheet, f"signing.{key}") for key in (*keys, "interpreter")}
    return rows | {"heading": row_of(sheet, "headings.signing")}


def _readable(number: str) -> str:
    """Return eleven digits as six and five, as they stand on cards and letters."""
    return f"{number[:6]}\N{NO-BREAK SPACE}{number[6:]}" if len(number) == 11 else number
