"""Statements as the participant and the caseworker see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from flask import url_for

from app.attendance.statements.kinds import ACCEPTED, Answer, is_application
from app.attendance.statements.queries import StatementFile
from app.attendance.statements.service import said_in
from app.attendance.statements.wording import answered_text, said_text
from app.attendance.statements.words import ReportWords
from app.i18n import format as fmt
from app.i18n.spoken import language_name
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class OwnRow:
    """Something that she has said, in her own language."""

    what: str
    days: str
    status: str
    tone: str
    reason: str
    """In Norwegian; empty: none."""
    withdraw_url: str
    """Empty: it is answered."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Something that she has said, for the caseworker."""

    what: str
    days: str
    said: str
    shown: str
    language: str
    status: str
    tone: str
    answered: str
    reason: str
    url: str
    """Where it is answered; empty: it is answered, or a decision answers it."""
    take_up_url: str
    """Where it becomes the application that it is; empty: it is none, or it is answered."""


def own_rows(files: Iterable[StatementFile], words: ReportWords) -> list[OwnRow]:
    """Return what she has said, in her words."""
    rows = []
    for file in files:
        status, tone = _status(file)
        is_waiting = file.answer is None
        rows.append(
            OwnRow(
                what=words.text(f"menu.{file.statement.kind.value}"),
                days=days_text(file),
                status=words.text(f"status.{status}"),
                tone=tone,
                reason=file.answer.reason if file.answer else "",
                withdraw_url=url_for("mypage.withdraw_report", statement_id=file.statement.id)
                if is_waiting
                else "",
            )
        )
    return rows


def statement_rows(files: Iterable[StatementFile], names: Mapping[UUID, str]) -> list[StatementRow]:
    """Return what she has said, in the reader's language. `names`: of the municipality's users."""
    return [_row(file, names) for file in files]


def _row(file: StatementFile, names: Mapping[UUID, str]) -> StatementRow:
    statement, answer = file.statement, file.answer
    said = f"{language_name(statement.language)}, {fmt.moment(statement.made_at)}"
    if statement.made_by is None:
        said = _("%(said)s, på nettbrett", said=said)
    who = names.get(answer.answered_by, "") if answer else ""
    place = partial(url_for, participant_id=statement.participant_id, statement_id=statement.id)
    waits_for_decision = is_application(statement.kind, statement.ground)
    return StatementRow(
        what=said_text(said_in(statement)),
        days=days_text(file),
        said=said,
        shown=statement.shown,
        language=statement.language,
        status=answered_text(answer.answer) if answer else _("Ikke besvart"),
        tone=_status(file)[1],
        answered=f"{who} {fmt.moment(answer.answered_at)}" if answer else "",
        reason=answer.reason if answer else "",
        url="" if answer or waits_for_decision else place("statements.answer"),
        take_up_url="" if answer or not waits_for_decision else place("leave.take_up"),
    )


def days_text(file: StatementFile) -> str:
    """Return the days that it is about, the same in every language."""
    first, last = file.period.first_day, file.period.last_day
    return f"{first:%d.%m.%Y}" if first == last else f"{first:%d.%m.%Y}–{last:%d.%m.%Y}"


def _status(file: StatementFile) -> tuple[str, str]:
    if file.answer is None:
        return "waiting", "warning"
    if file.answer.answer in ACCEPTED or file.answer.absence_id is not None:
        return "accepted", "success"
    if file.answer.answer is Answer.WITHDRAWN:
        return "withdrawn", "neutral"
    return "rejected", "danger"
