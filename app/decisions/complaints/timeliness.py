"""Whether a complaint came in time, by the rules on deadlines (forvaltningsloven §§ 29–31)."""

from datetime import date

from app.decisions.complaints.errors import ComplaintRefusal
from app.decisions.complaints.kinds import AnswerKind, Excuse, Timeliness
from app.decisions.complaints.queries import ComplaintFile
from app.rules.decision import AppealDeadline


def timeliness(handed_in_on: date, deadline: AppealDeadline | None) -> Timeliness:
    """Return whether a complaint that was handed in on a day came in time."""
    if deadline is None:
        return Timeliness.ARRIVAL_UNKNOWN
    if handed_in_on <= deadline.last_day:
        return Timeliness.IN_TIME
    return Timeliness.LATE if handed_in_on <= deadline.latest_possible else Timeliness.TOO_LATE


def is_late(found: Timeliness) -> bool:
    """Tell whether a complaint needs an excuse to be taken up."""
    return found in {Timeliness.LATE, Timeliness.TOO_LATE}


def refusal_of_kind(
    file: ComplaintFile, found: Timeliness, kind: AnswerKind, on: date
) -> ComplaintRefusal | None:
    """Return why the municipality cannot answer so on a day, or None.

    What holds in form and time is looked at; what does not is dismissed, but not before the
    participant had the time she was given to mend it.
    """
    check = file.check
    if check is None:
        return ComplaintRefusal.NOT_CHECKED
    if not check.is_whole and check.mend_by is not None and on <= check.mend_by:
        return ComplaintRefusal.STILL_TIME_TO_MEND
    is_timely = not is_late(found) or check.excuse is not Excuse.NONE
    may_be_treated = check.is_whole and is_timely
    if kind is AnswerKind.DISMISSED:
        return ComplaintRefusal.NOT_TO_BE_DISMISSED if may_be_treated else None
    return None if may_be_treated else ComplaintRefusal.NOT_TO_BE_TREATED
