"""Forms for translating what is written in a plan, by hand or with a file."""

import binascii
from base64 import b64decode, b64encode
from datetime import date
from types import SimpleNamespace
from typing import Any

from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField

from app.i18n.text import lazy_gettext as _l
from app.plans.paper.written import TranslationState
from app.plans.texts.commands import Answerable, TextPlace, WriteTranslation
from app.plans.texts.errors import CannotReadFile, FileFault
from app.plans.texts.table import MOST_BYTES, MOST_CHARACTERS
from app.plans.texts.wording import state_choices
from app.web.fields import day_field, radio_field
from app.web.forms import PortalForm, PrintableText, text_field


class AnswerableForm(PortalForm):
    """Who answers for a translation."""

    state: Any = radio_field(
        _l("Hva slags oversettelse er det?"),
        state_choices,
        required=_l("Velg hva slags oversettelse det er."),
    )
    by: Any = text_field(
        _l("Hvem har oversatt eller kontrollert?"),
        hint=_l("Navnet på personen. Trengs ikke for et maskinoversatt utkast."),
        is_printed=True,
    )
    on: Any = day_field(_l("Dato"), required=_l("Skriv datoen."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by.flags.depends = True

    def show_day(self, on: date) -> None:
        """Fill in the day."""
        self.on.data = on

    def to_answers(self) -> Answerable:
        """Return what was filled in."""
        return Answerable(TranslationState(self.state.data), self.by.data or "", self.on.data)


class TranslationForm(AnswerableForm):
    """One translation, beside its text."""

    text: Any = text_field(
        _l("Oversettelse"),
        required=_l("Skriv oversettelsen."),
        most=MOST_CHARACTERS,
        area=True,
    )
    seen: Any = HiddenField(default="")
    source_digest: Any = HiddenField(default="")

    def validate_text(self, field: Any) -> None:
        """Refuse a line that cannot be printed, by the name of its character."""
        for line in (field.data or "").splitlines():
            if line.strip():
                PrintableText()(self, SimpleNamespace(data=line))

    def to_command(self, place: TextPlace, piece: str) -> WriteTranslation:
        """Return what was filled in."""
        return WriteTranslation(
            place=place,
            piece=piece,
            source_digest=self.source_digest.data or "",
            seen=self.seen.data or "",
            text=self.text.data or "",
            answers=self.to_answers(),
        )


class FileForm(AnswerableForm):
    """The file that came back from a translator."""

    translation_file: Any = FileField(
        _l("Fil fra oversetteren"),
        validators=[FileRequired(_l("Velg filen fra oversetteren."))],
        description=_l("Filen som du hentet her, med kolonnen translation fylt inn (CSV)."),
    )

    def content(self) -> bytes:
        """Return the bytes of the file, and one more than it may have if it is too large."""
        with self.translation_file.data.stream as stream:
            content: bytes = stream.read(MOST_BYTES + 1)
        return content


class TakeInForm(AnswerableForm):
    """The same file once more, after its rows were shown: nothing to fill in."""

    file: Any = HiddenField()

    @staticmethod
    def packed(content: bytes) -> str:
        """Return a file as a value that the page can carry."""
        return b64encode(content).decode("ascii")

    def content(self) -> bytes:
        """Return the file that the page carried.

        Raises:
            CannotReadFile: it is not what the page was given.
        """
        try:
            return b64decode(self.file.data or "", validate=True)
        except (binascii.Error, ValueError):
            raise CannotReadFile(FileFault.BROKEN) from None
