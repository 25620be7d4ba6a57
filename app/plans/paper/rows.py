"""What a row of a printed plan is: the same thing said in each language of the sheet.

A row of one language lies beside the row of the other, so that a finger on one finds the other.
"""

from dataclasses import dataclass

from markupsafe import Markup, escape

from app.i18n.bidi import direction
from app.i18n.format import short_date
from app.i18n.locales import DEFAULT
from app.plans.paper.content import PlanSheet
from app.plans.paper.words import PlanWords
from app.plans.paper.written import Written, paper_name_of

_NORWEGIAN = frozenset({DEFAULT.code, "nn"})
"""Who reads one written Norwegian reads the other."""


@dataclass(frozen=True, slots=True)
class Said:
    """One paragraph, in the language that it is in."""

    text: Markup
    language: str
    direction: str
    role: str = ""
    """`name`, `written`, `note`, or nothing special."""


@dataclass(frozen=True, slots=True)
class Row:
    """The same thing in the languages of the sheet."""

    cells: tuple[tuple[Said, ...], ...]
    """In the order of the columns."""
    role: str = ""


def said(words: PlanWords, text: str, role: str = "") -> Said:
    """Return words of ours, in their own language; markup stays markup."""
    return Said(escape(text), words.language.code, words.language.direction, role)


def row_of(sheet: PlanSheet, key: str, role: str = "", **values: object) -> Row:
    """Return one of the fixed texts in every language of the sheet."""
    return Row(tuple((said(words, words.markup(key, **values)),) for words in sheet.words))


def written_row(sheet: PlanSheet, written: Written) -> Row:
    """Return what somebody has written, and in each language what is known of its translation."""
    return Row(tuple(written_cell(sheet, words, written) for words in sheet.words))


def written_cell(sheet: PlanSheet, words: PlanWords, written: Written) -> tuple[Said, ...]:
    """Return what the reader of one column sees of a text that somebody wrote.

    Without a translation she is told so, in her language. The text itself stands in the column of
    its language; where the sheet has none, in the last one.
    """
    own = words.language.code
    if is_readable(written.language, own):
        return (_as_written(written.text, written.language),)
    translation = written.translations.get(own)
    if translation is not None:
        answers = words.markup(
            f"text_status.{translation.state.value}",
            name=translation.by,
            date=short_date(translation.on) if translation.on else "",
        )
        return (_as_written(translation.text, own), said(words, answers, "note"))
    missing = words.markup("text_status.not_translated", language=paper_name_of(written.language))
    columns = [each.language.code for each in sheet.words]
    has_place = any(is_readable(written.language, column) for column in columns)
    note = said(words, missing, "note")
    if has_place or own != columns[-1]:
        return (note,)
    return (_as_written(written.text, written.language), note)


def is_readable(language: str, column: str) -> bool:
    """Tell whether a text in a language needs no translation in a column."""
    return language == column or {language, column} <= _NORWEGIAN


def _as_written(text: str, language: str) -> Said:
    return Said(escape(text), language, direction(text), "written")
