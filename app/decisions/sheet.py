"""The letter as it is printed: Norwegian, and after it a summary in the participant's language."""

from app.decisions.content import Letter
from app.decisions.letter_view import parts_of, summary_of, title_of
from app.decisions.states import OtherLetter
from app.i18n.format import short_date
from app.papers.code import MOST_PAGES, grouped
from app.papers.document_templates import render_document
from app.papers.qr import qr_svg
from app.pdf.page_boxes import DocumentRenderer, Typeset


class LetterTooLong(Exception):
    """The letter fills more pages than have a square of their own: such paper would get lost."""


def typeset_letter(renderer: DocumentRenderer, letter: Letter) -> Typeset:
    """Return the letter as PDF.

    Raises:
        LetterTooLong: what was written has too many words for a paper that can be found again.
        PdfRenderError: no PDF was made.
    """
    made = renderer.typeset(render_letter_html(letter))
    if made.page_count > MOST_PAGES:
        raise LetterTooLong(f"{made.page_count} pages, at most {MOST_PAGES}")
    return made


def render_letter_html(letter: Letter) -> str:
    """Return the letter as HTML for `PdfRenderer.render`."""
    content, words = letter.content, letter.words
    approved_by = content.approved_by
    return render_document(
        "documents/decision.html",
        form=words.language.code,
        title=title_of(letter),
        texts={key: words.texts[f"letter.{key}"] for key in ("code", "words_version", "made")},
        rows=_rows(letter),
        issuer=words.markup("letter.municipality", municipality=content.municipality),
        name=content.participant_name.reveal(),
        address=content.address.splitlines(),
        parts=parts_of(letter),
        summary=summary_of(letter),
        greeting=words.texts["letter.greeting"],
        decided_by=content.decided_by,
        approved_by=words.markup("letter.approved_by", name=approved_by) if approved_by else "",
        approved=words.texts["letter.approved"],
        version=words.version,
        made_on=letter.made_on,
        code=grouped(letter.code),
        squares=[qr_svg(letter.code, page) for page in range(1, MOST_PAGES + 1)],
    )


def _rows(letter: Letter) -> list[tuple[str, str]]:
    """Return what the letter concerns: labels and values."""
    content, texts = letter.content, letter.words.texts
    dated = "letter.dated" if isinstance(content.kind, OtherLetter) else "letter.decided_on"
    rows = [
        (texts["letter.name"], content.participant_name.reveal()),
        (texts["letter.born_on"], short_date(content.born_on)),
        (texts[dated], short_date(content.decided_on)),
    ]
    if content.plan_version is not None:
        rows.append((texts["letter.plan_version"], str(content.plan_version)))
    return rows
