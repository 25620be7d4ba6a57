"""Readers for what several kinds share: participants, schedules, absences, decisions."""

from collections.abc import Iterable
from datetime import date

from app.rules.absence import (
    Absence,
    AbsenceReason,
    ChildFacts,
    Decision,
    DecisionKind,
    OtherParent,
    ParticipantFacts,
    SoleCarerPeriod,
    WelfareGround,
)
from app.rules.calendar import Schedule
from app.scenarios.errors import ScenarioError, ScenarioProblem
from app.scenarios.fields import Fields
from app.sources.public_holidays import public_holidays

_WEEKDAYS = range(1, 8)
_HOURS_A_DAY = 24


def read_children(fields: Fields) -> tuple[ChildFacts, ...]:
    """Read `children`."""
    return tuple(_read_child(row) for row in fields.rows("children"))


def _read_child(row: Fields) -> ChildFacts:
    child = ChildFacts(
        born_on=row.day("born_on"),
        is_chronically_ill=row.flag("chronically_ill", default=False),
        adopted_on=row.day_or_none("adopted_on"),
        lives_elsewhere=row.flag("lives_elsewhere", default=False),
        has_higher_absence_risk=flag_or_none(row, "higher_absence_risk"),
        other_parent=OtherParent(
            days_used=row.whole("other_parent_days") if row.has("other_parent_days") else 0,
            takes_part=row.flag("both_participate", default=False),
            is_reservation_lifted=row.flag("reserved_exception", default=False),
        ),
        is_cared_for_instead_of_parent=row.flag("cared_for_instead_of_parent", default=False),
    )
    row.close()
    return child


def read_participant(fields: Fields) -> ParticipantFacts:
    """Read what the absence rules ask about a participant."""
    return ParticipantFacts(
        programme_start=fields.day("programme_start"),
        children=read_children(fields),
        is_sole_carer=fields.flag("sole_carer", default=False),
        sole_carer_periods=read_sole_carer_periods(fields),
    )


def read_sole_carer_periods(fields: Fields) -> tuple[SoleCarerPeriod, ...]:
    """Read `sole_carer_periods`."""
    return tuple(_read_sole_carer_period(row) for row in fields.rows("sole_carer_periods"))


def _read_sole_carer_period(row: Fields) -> SoleCarerPeriod:
    period = SoleCarerPeriod(first_day=row.day("from"), last_day=row.day_or_none("to"))
    row.close()
    return period


def flag_or_none(fields: Fields, key: str) -> bool | None:
    """Return a truth value, or None where it is not given."""
    return fields.flag(key) if fields.has(key) else None


def read_schedule(fields: Fields, years: Iterable[date]) -> Schedule:
    """Read a `schedule`, with the public holidays of the years that the dates span."""
    weekdays = frozenset(fields.wholes("weekdays"))
    hours = fields.number("hours_per_day")
    closed = frozenset(fields.days("closed"))
    fields.close()
    if not weekdays <= set(_WEEKDAYS):
        message = "Weekdays are 1 (Monday) to 7 (Sunday)."
        raise ScenarioError(ScenarioProblem.UNKNOWN_VALUE, message, fields.path("weekdays"))
    if not 0 < hours <= _HOURS_A_DAY:
        message = "A day has more than 0 and at most 24 hours."
        raise ScenarioError(ScenarioProblem.UNKNOWN_VALUE, message, fields.path("hours_per_day"))
    return Schedule(
        public_holidays=holidays_around(years),
        weekdays=weekdays,
        hours_per_day=hours,
        closed=closed,
    )


def holidays_around(days: Iterable[date]) -> frozenset[date]:
    """Return the public holidays of the years that the days span, and the year after."""
    years = [day.year for day in days]
    return public_holidays(min(years), max(years) + 1)


def read_absences(fields: Fields, key: str = "absences") -> tuple[Absence, ...]:
    """Read `absences`, or a list of the same form under another key."""
    return tuple(_read_absence(row) for row in fields.rows(key))


def _read_absence(row: Fields) -> Absence:
    absence = Absence(
        first_day=row.day("first_day"),
        last_day=row.day("last_day"),
        reason=row.choice("reason", AbsenceReason),
        hours=row.number("hours") if row.has("hours") else None,
        is_self_certified=row.flag("self_certified", default=False),
        has_medical_certificate=row.flag("medical_certificate", default=False),
        is_granted=row.flag("granted", default=False),
        notice_on=row.day_or_none("notice_on"),
        child=row.whole("child") if row.has("child") else None,
        welfare_ground=_read_welfare_ground(row),
        travel_days=row.whole("travel_days") if row.has("travel_days") else 0,
        was_prevented_from_seeing_doctor=row.flag("prevented_from_seeing_doctor", default=False),
        lives_with_mother=flag_or_none(row, "lives_with_mother"),
        assists_mother=row.flag("assists_mother", default=False),
    )
    row.close()
    return absence


def _read_welfare_ground(row: Fields) -> WelfareGround | None:
    """Read the ground in words or as a code: the list of grounds in the regulation is open."""
    if not row.has("ground"):
        return None
    text = row.text("ground")
    return WelfareGround(text) if text in set(WelfareGround) else WelfareGround.OTHER


def read_decisions(fields: Fields) -> tuple[Decision, ...]:
    """Read `decisions`."""
    return tuple(_read_decision(row) for row in fields.rows("decisions"))


def _read_decision(row: Fields) -> Decision:
    decision = Decision(
        kind=row.choice("kind", DecisionKind),
        first_day=row.day("from"),
        last_day=row.day_or_none("to"),
    )
    row.close()
    return decision
