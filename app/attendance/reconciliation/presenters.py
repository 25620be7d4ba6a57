"""Disagreements as the pages show them: one side beside the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from app.attendance.presenters.reasons import reason_text
from app.attendance.reconciliation.models import AttendanceObjection
from app.attendance.reconciliation.queries import Dispute, MarkedSession
from app.attendance.reconciliation.service import Missed
from app.attendance.reconciliation.wording import kind_text, missed_text, outcome_text
from app.i18n import format as fmt
from app.i18n.spoken import language_name
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says, and who said it when."""

    who: str
    says: str
    words: str
    """In her own words; empty: none."""
    language: str
    """BCP 47 code of the words; empty: none."""
    said: str


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """One disagreement."""

    name: str
    participant_url: str
    when: str
    where: str
    kind: str
    registered: Side
    other: Side
    settle_url: str


@dataclass(frozen=True, slots=True)
class MissedRow:
    """A session that she missed something of."""

    when: str
    where: str
    missed: str
    said: str
    """When she spoke; empty: she has not."""
    settled: str
    """What was found; empty: nothing yet."""
    reason: str
    object_url: str
    """Empty: she cannot object."""


def dispute_rows(disputes: Iterable[Dispute], names: Mapping[UUID, str]) -> list[DisputeRow]:
    """Return the disagreements in the reader's language. `names`: of the municipality's users."""
    return [dispute_row(each, names) for each in disputes]


def dispute_row(dispute: Dispute, names: Mapping[UUID, str]) -> DisputeRow:
    """Return one disagreement with both sides."""
    mark = dispute.mark
    return DisputeRow(
        name=mark.full_name,
        participant_url=url_for("absences.list_absences", participant_id=mark.participant_id),
        when=when_text(mark),
        where=where_text(mark),
        kind=kind_text(dispute.kind),
        registered=Side(
            who=_("Registrert"),
            says=missed_text(mark.minutes_absent, mark.minutes),
            words="",
            language="",
            said=_said(names.get(mark.marked_by, ""), fmt.moment(mark.marked_at)),
        ),
        other=_other(dispute, names),
        settle_url=url_for(
            "reconciliation.settle",
            session_id=mark.session_id,
            participant_id=mark.participant_id,
        ),
    )


def missed_rows(missed: Sequence[Missed]) -> list[MissedRow]:
    """Return what she missed lately, with what became of her objections."""
    return [
        MissedRow(
            when=when_text(each.mark),
            where=where_text(each.mark),
            missed=missed_text(each.mark.minutes_absent, each.mark.minutes),
            said=fmt.moment(each.objection.made_at) if each.objection else "",
            settled=outcome_text(each.settlement.outcome) if each.settlement else "",
            reason=each.settlement.reason if each.settlement else "",
            object_url=url_for("mypage.object_to_mark", session_id=each.mark.session_id)
            if each.can_object
            else "",
        )
        for each in missed
    ]


def when_text(mark: MarkedSession) -> str:
    """Return day and time of the session."""
    return f"{fmt.weekday_name(mark.day)} {fmt.short_date(mark.day)} {mark.starts_at:%H.%M}"


def where_text(mark: MarkedSession) -> str:
    """Return what it was, and with which group."""
    return f"{mark.title}, {mark.group_name}"


def _other(dispute: Dispute, names: Mapping[UUID, str]) -> Side:
    if dispute.objection is not None:
        return _objection(dispute.objection, dispute.mark)
    absence = dispute.absence
    if absence is None:
        raise ValueError(dispute.kind)
    return Side(
        who=_("Registrert fravær"),
        says=reason_text(absence.reason),
        words="",
        language="",
        said=_said(names.get(absence.registered_by, ""), fmt.moment(absence.registered_at)),
    )


def _objection(objection: AttendanceObjection, mark: MarkedSession) -> Side:
    return Side(
        who=_("Deltakeren sier"),
        says=missed_text(objection.minutes_said, mark.minutes),
        words=objection.words,
        language=objection.language,
        said=_said(language_name(objection.language), fmt.moment(objection.made_at)),
    )


def _said(who: str, when: str) -> str:
    return f"{who}, {when}" if who else when
