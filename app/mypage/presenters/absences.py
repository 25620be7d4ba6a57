"""Her absences with what they mean."""

from dataclasses import dataclass
from fractions import Fraction

from app.attendance.models import Absence
from app.attendance.presenters.reasons import reason_explanation, reason_text
from app.i18n.format import hours, short_date, weekday_name
from app.i18n.text import gettext as _
from app.mypage.service import OwnAbsences

MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class AbsenceView:
    """One registered absence."""

    reason: str
    days: str
    extent: str
    proof: str
    """How it was documented; empty: in no way."""
    meaning: str


@dataclass(frozen=True, slots=True)
class AbsencesView:
    """The whole page."""

    unexplained: tuple[str, ...]
    """Days on which nobody knows why she was away."""
    registered: tuple[AbsenceView, ...]


def absences_view(absences: OwnAbsences) -> AbsencesView:
    """Return her absences in the reader's language."""
    return AbsencesView(
        unexplained=tuple(
            f"{weekday_name(each.day)} {short_date(each.day)}" for each in absences.unexplained
        ),
        registered=tuple(_absence(each) for each in absences.registered),
    )


def _absence(absence: Absence) -> AbsenceView:
    first_day, last_day = short_date(absence.first_day), short_date(absence.last_day)
    return AbsenceView(
        reason=reason_text(absence.reason),
        days=first_day if first_day == last_day else f"{first_day}–{last_day}",
        extent=_("Hele dager")
        if absence.minutes is None
        else _("%(hours)s timer", hours=hours(Fraction(absence.minutes, MINUTES_PER_HOUR))),
        proof=_proof(absence),
        meaning=reason_explanation(absence.reason),
    )


def _proof(absence: Absence) -> str:
    if absence.has_medical_certificate:
        return _("Med legeerklæring")
    if absence.is_self_certified:
        return _("Med egenmelding")
    if absence.is_granted:
        return _("Innvilget av kommunen")
    return ""
