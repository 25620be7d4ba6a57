"""The form of the screens, which speaks the participant's language, and the caseworker's answer."""

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from wtforms import HiddenField

from app.attendance.statements.commands import AnswerStatement, Said
from app.attendance.statements.kinds import Answer, AwayGround, StatementKind
from app.attendance.statements.wording import answer_text
from app.attendance.statements.words import ReportWords
from app.enrolment.models import Child
from app.i18n.text import lazy_gettext as _l
from app.web.fields import checkbox_field, day_field, radio_field
from app.web.forms import PortalForm, text_field

_SAID = "."
"""Stands for a message until the form speaks her language."""


class ReportForm(PortalForm):
    """Days, child or ground; then that it is true."""

    first_day: Any = day_field(_SAID, required=_SAID)
    last_day: Any = day_field(_SAID, required=_SAID)
    child: Any = radio_field(_SAID, list, required=_SAID)
    ground: Any = radio_field(_SAID, list, required=_SAID)
    truth: Any = checkbox_field(_SAID)
    seen: Any = HiddenField()
    """The mark of what the page told her that it means."""

    def fit(
        self, kind: StatementKind, children: Iterable[Child], words: ReportWords, today: date
    ) -> None:
        """Keep the questions of this kind, and ask them in her language."""
        if kind is StatementKind.CHILD_ILLNESS:
            self.child.choices = [
                (str(each.id), words.text("ask.child_born", year=each.born_on.year))
                for each in children
                if each.cared_for_until is None or each.cared_for_until >= today
            ]
        else:
            del self.child
        if kind is StatementKind.AWAY:
            self.ground.choices = [
                (each.value, words.text(f"grounds.{each.value}")) for each in AwayGround
            ]
        else:
            del self.ground
        for name in ("first_day", "last_day", "child", "ground"):
            if name in self:
                self[name].label.text = words.text(f"ask.{name}")
        self.truth.label.text = words.text("send.truth")
        if not self.is_submitted():
            self.first_day.data = self.last_day.data = today

    def is_whole(self, words: ReportWords) -> bool:
        """Tell whether the questions are answered; otherwise say what is wrong in her language."""
        is_valid = bool(self.validate())
        for field in self:
            if field.errors:
                key = "errors.days" if field.name.endswith("_day") else "errors.choose"
                field.errors = [words.text(key)]
        if is_valid and self.last_day.data < self.first_day.data:
            self.last_day.errors = [words.text("errors.days")]
            is_valid = False
        return is_valid

    def is_confirmed(self, words: ReportWords, meant: tuple[str, ...]) -> bool:
        """Tell whether she saw what it means and said that it is true."""
        mark = hashlib.sha256("\n".join(meant).encode()).hexdigest()
        has_seen, self.seen.data = self.seen.data == mark, mark
        if has_seen and not self.truth.data:
            self.truth.errors = [words.text("errors.truth")]
        return has_seen and bool(self.truth.data)

    def to_said(self, kind: StatementKind) -> Said:
        """Return what she says."""
        return Said(
            kind=kind,
            first_day=self.first_day.data,
            last_day=self.last_day.data,
            child_id=UUID(self.child.data) if "child" in self else None,
            ground=AwayGround(self.ground.data) if "ground" in self else None,
        )


class AnswerForm(PortalForm):
    """What the caseworker makes of it."""

    answer: Any = radio_field(
        _l("Hva gjør dere med det?"), list, required=_l("Velg hva dere gjør.")
    )
    reason: Any = text_field(
        _l("Hvorfor ikke?"),
        most=1000,
        area=True,
        hint=_l("Bare hvis dere ikke godtar det. Deltakeren leser grunnen."),
    )

    def fit(self, offered: Iterable[Answer]) -> None:
        """Offer the answers that fit the statement."""
        self.answer.choices = [(each.value, answer_text(each)) for each in offered]

    def to_command(self, participant_id: UUID, statement_id: UUID) -> AnswerStatement:
        """Return the answer as a command."""
        return AnswerStatement(
            participant_id, statement_id, Answer(self.answer.data), self.reason.data or ""
        )
