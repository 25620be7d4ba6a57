"""The base of every form: labels in bokmål, messages in the reader's language, no double effect.

Flask-WTF and WTForms ship no types; this file and the features' forms are where `Any` enters.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, assert_never
from uuid import uuid4

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import CombinedMultiDict
from wtforms import Field, HiddenField, StringField, TextAreaField, ValidationError
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from app.i18n.bidi import isolated_text
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext
from app.pdf.printable import PrintFault, Unprintable, find_unprintable
from app.web.transactions import SUBMISSION_FIELD

Choices = Iterable[tuple[str, str]]

_INVISIBLE_JOINERS = "\u200c\u200d"  # Persian, Sorani and Burmese spelling needs them


class PortalForm(FlaskForm):
    """A form with a one-time id, an optional row version and an error summary."""

    class Meta(FlaskForm.Meta):
        """Reads what browsers send with a form."""

        def wrap_formdata(self, form: FlaskForm, formdata: Any) -> Any:
            """Return what was sent: never JSON, whose values may be anything but texts."""
            if not form.is_submitted():
                return None
            return CombinedMultiDict([request.files, request.form])

    submission_id = HiddenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if request.method == "GET" or not self.submission_id.data:
            self.submission_id.data = str(uuid4())

    def refuse(self, message: str, field: str | None = None) -> None:
        """Show why the command was refused: at the field it concerns, else above the form."""
        if field is None:
            self.form_errors.append(message)
        else:
            self[field].errors = [*self[field].errors, message]

    def error_items(self) -> Iterator[tuple[str, str]]:
        """Yield (id of the field or empty, message) for the error summary, in page order."""
        for message in self.form_errors:
            yield "", str(message)
        for field in self:
            yield from _errors_of(field)


def _errors_of(field: Any) -> Iterator[tuple[str, str]]:
    if hasattr(field, "entries"):  # FieldList
        for entry in field.entries:
            yield from _errors_of(entry)
    elif hasattr(field, "form"):  # FormField
        for inner in field.form:
            yield from _errors_of(inner)
    else:
        for message in field.errors:
            yield field.id, str(message)


def clean_text(value: str | None) -> str | None:
    """Trim, and compose accents, so that the same name is the same text."""
    return unicodedata.normalize("NFC", value).strip() if value else value


class PlainText:
    """Refuse control characters, lone surrogates and direction overrides; keep joiners."""

    def __call__(self, _form: Any, field: Any) -> None:
        """Raise a field error naming the problem."""
        allowed = "\n\r\t" if isinstance(field, TextAreaField) else ""
        for character in field.data or "":
            if character in allowed or character in _INVISIBLE_JOINERS:
                continue
            if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}:
                raise ValidationError(
                    _("Teksten har et usynlig tegn som ikke kan skrives ut. Skriv teksten på nytt.")
                )


class PrintableText:
    """Refuse a text that cannot stand on paper as it was typed; show the character concerned."""

    def __call__(self, _form: Any, field: Any) -> None:
        """Raise a field error naming the problem and the character."""
        problem = find_unprintable(field.data or "")
        if problem is not None:
            raise ValidationError(_unprintable_text(problem))


def _unprintable_text(problem: Unprintable) -> str:
    shown = isolated_text(problem.character)
    match problem.fault:
        case PrintFault.UNSEEN:
            return _(
                "Teksten har et usynlig tegn (%(number)s) som ikke kan skrives ut. Skriv teksten "
                "på nytt.",
                number=problem.codepoint,
            )
        case PrintFault.NO_GLYPH:
            return _(
                "Tegnet «%(character)s» (%(number)s) kan ikke skrives ut på papir. Skriv teksten "
                "uten det.",
                character=shown,
                number=problem.codepoint,
            )
        case PrintFault.TOO_MANY_MARKS:
            return _(
                "En bokstav har for mange tegn over eller under seg (%(number)s). Ta bort noen av "
                "dem.",
                number=problem.codepoint,
            )
        case PrintFault.LOOSE_MARK:
            return _(
                "Et tegn som skal stå over eller under en bokstav (%(number)s), står alene. Ta det "
                "bort.",
                number=problem.codepoint,
            )
        case PrintFault.NOTHING_TO_SEE:
            return _("Teksten har ingen tegn som vises. Skriv den på nytt.")
        case _:
            assert_never(problem.fault)


def text_field(
    label: str,
    *,
    required: str = "",
    most: int = 200,
    hint: str = "",
    area: bool = False,
    is_printed: bool = False,
) -> Any:
    """Return a one-line (or, with `area`, many-line) text field; `required` is its message.

    With `is_printed`, what is typed has to be something that our fonts can set.
    """
    kind = TextAreaField if area else StringField
    too_long = lazy_gettext("Skriv kortere. Det er plass til %(most)s tegn.", most=most)
    presence = InputRequired(required) if required else Optional()
    validators = [presence, Length(max=most, message=too_long)]
    validators.append(PrintableText() if is_printed else PlainText())
    if required:
        validators.insert(1, DataRequired(required))  # a text of blanks is empty
    return kind(label, validators=validators, filters=[clean_text], description=hint)


__all__ = [
    "SUBMISSION_FIELD",
    "Choices",
    "Field",
    "PlainText",
    "PortalForm",
    "PrintableText",
    "clean_text",
    "text_field",
]
