"""The participant's picture, and the caseworker's answer."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask_wtf.file import FileField, FileRequired

from app.attendance.certificates.commands import AnswerCertificate, SendCertificate
from app.attendance.certificates.kinds import REJECTED, Target
from app.attendance.statements.words import ReportWords
from app.i18n.text import lazy_gettext as _l
from app.web.fields import day_field, radio_field
from app.web.forms import PortalForm, text_field

_SAID = "."
"""Stands for a message until the form speaks her language."""


class SendForm(PortalForm):
    """A picture, and the days that it is for, in the participant's language."""

    first_day: Any = day_field(_SAID, required=_SAID)
    last_day: Any = day_field(_SAID, required=_SAID)
    picture: Any = FileField(
        _SAID,
        validators=[FileRequired(_SAID)],
        render_kw={"accept": "image/jpeg,image/png,application/pdf"},
    )

    def speak(self, words: ReportWords) -> None:
        """Ask in her language."""
        self.first_day.label.text = words.text("ask.first_day")
        self.last_day.label.text = words.text("ask.last_day")
        self.picture.label.text = words.text("ask.photo")
        self.picture.description = words.text("ask.photo_hint")

    def is_whole(self, words: ReportWords) -> bool:
        """Tell whether all is there; otherwise say what is wrong in her language."""
        is_valid = bool(self.validate())
        for field in self:
            if field.errors:
                field.errors = [
                    words.text("errors.photo" if field is self.picture else "errors.days")
                ]
        return is_valid

    def to_command(self, language: str) -> SendCertificate:
        """Return what she sent."""
        stream = self.picture.data.stream
        content: bytes = stream.read()
        return SendCertificate(self.first_day.data, self.last_day.data, language, content)


class AnswerForm(PortalForm):
    """What the caseworker makes of it."""

    target: Any = radio_field(
        _l("Hva dokumenterer den?"), list, required=_l("Velg hva legeerklæringen dokumenterer.")
    )
    first_day: Any = day_field(
        _l("Fra og med"), hint=_l("Dagene som står på legeerklæringen, når fraværet er nytt.")
    )
    last_day: Any = day_field(_l("Til og med"))
    reason: Any = text_field(
        _l("Hvorfor ikke?"),
        most=1000,
        area=True,
        hint=_l("Bare hvis dere ikke godtar den. Deltakeren leser grunnen."),
    )

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Set what it can document."""
        self.target.choices = list(choices)

    def to_command(self, participant_id: UUID, certificate_id: UUID) -> AnswerCertificate:
        """Return the answer as a command."""
        chosen = self.target.data
        return AnswerCertificate(
            participant_id,
            certificate_id,
            None if chosen == REJECTED else Target.parse(chosen),
            self.first_day.data,
            self.last_day.data,
            self.reason.data or "",
        )
