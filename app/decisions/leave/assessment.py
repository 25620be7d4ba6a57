"""What the rules would say of leave if it were granted. Nothing is saved here."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.attendance.commands import AbsenceContent
from app.attendance.errors import CannotRegisterAbsence
from app.attendance.service.weighing import weigh_absence
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.decisions.leave.errors import DecideLeaveRefusal
from app.decisions.leave.kinds import LeaveBenefit
from app.decisions.leave.models import LeaveApplication
from app.rules.absence import AbsenceAssessment, AbsenceReason, DayAssessment


def content_of(application: LeaveApplication, days: Period) -> AbsenceContent:
    """Return the absence that granting some days of an application would be."""
    is_religious = application.reason is AbsenceReason.RELIGIOUS_HOLIDAY
    return AbsenceContent(
        first_day=days.first_day,
        last_day=days.last_day,
        reason=application.reason,
        minutes=application.minutes,
        has_medical_certificate=application.has_medical_certificate,
        is_granted=True,
        notice_on=application.received_on if is_religious else None,
        child_id=application.child_id,
        welfare_ground=application.welfare_ground,
    )


def assess(
    session: Session, scope: MunicipalityScope, application: LeaveApplication, days: Period
) -> AbsenceAssessment | None:
    """Return what the rules say of the days beside what is registered.

    None: other absence stands there, or the days come before the programme.
    """
    content = content_of(application, days)
    try:
        return weigh_absence(session, scope, application.participant_id, content)
    except CannotRegisterAbsence:
        return None


def days_of(
    assessment: AbsenceAssessment, application: LeaveApplication
) -> tuple[DayAssessment, ...]:
    """Return the days of the assessment that the leave would cover."""
    return tuple(each for each in assessment.days if each.reason is application.reason)


def refusal_of(
    assessment: AbsenceAssessment | None, application: LeaveApplication
) -> DecideLeaveRefusal | None:
    """Return why the days cannot be granted, or None.

    What the rules call invalid although it is granted would be taken from the benefit: then a
    permission to be away has to be applied for instead (integreringsloven § 17).
    """
    if assessment is None:
        return DecideLeaveRefusal.IN_THE_WAY
    if not all(each.is_lawful for each in days_of(assessment, application)):
        return DecideLeaveRefusal.NOT_VALID
    return None


def benefit_of(days: Sequence[DayAssessment]) -> LeaveBenefit | None:
    """Return whether the days have benefit; None: no programme is planned on any of them."""
    found = {each.is_paid for each in days}
    if not found:
        return None
    if len(found) > 1:
        return LeaveBenefit.SOME
    return LeaveBenefit.WITH if True in found else LeaveBenefit.WITHOUT
