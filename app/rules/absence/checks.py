"""Facts about absence that cannot be true, alone or together."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from app.core.period import Period
from app.rules.absence.history import Registered
from app.rules.absence.reasons import WelfareGround
from app.rules.absence.types import Absence, AbsenceFacts, ParticipantFacts
from app.rules.law.bad_facts import BadFacts, FactProblem


def check_facts(facts: AbsenceFacts, history: Sequence[Registered]) -> None:
    """Raise `BadFacts` with the path of the fact. `history`: the absences in order."""
    _check_participant(facts.participant)
    for position, absence in enumerate(facts.absences):
        _check_absence(absence, facts.participant, f"absences[{position}]")
    for position, decision in enumerate(facts.decisions):
        if decision.last_day is not None and decision.last_day < decision.first_day:
            raise BadFacts(FactProblem.WRONG_ORDER, f"decisions[{position}].to")
    _check_overlaps(history)
    _check_hours(facts)


def _check_participant(participant: ParticipantFacts) -> None:
    for position, child in enumerate(participant.children):
        field = f"participant.children[{position}]"
        if child.adopted_on is not None and child.adopted_on < child.born_on:
            raise BadFacts(FactProblem.WRONG_ORDER, f"{field}.adopted_on")
        if child.other_parent.days_used < 0:
            raise BadFacts(FactProblem.NEGATIVE, f"{field}.other_parent_days")
    for position, row in enumerate(participant.sole_carer_periods):
        if row.last_day is not None and row.last_day < row.first_day:
            field = f"participant.sole_carer_periods[{position}].to"
            raise BadFacts(FactProblem.WRONG_ORDER, field)


def _check_absence(absence: Absence, participant: ParticipantFacts, field: str) -> None:
    if absence.last_day < absence.first_day:
        raise BadFacts(FactProblem.WRONG_ORDER, f"{field}.last_day")
    if absence.first_day < participant.programme_start:
        raise BadFacts(FactProblem.ABSENCE_BEFORE_START, f"{field}.first_day")
    if absence.hours is not None and absence.hours <= 0:
        raise BadFacts(FactProblem.NOT_POSITIVE, f"{field}.hours")
    if absence.child is not None and not 0 <= absence.child < len(participant.children):
        raise BadFacts(FactProblem.UNKNOWN_CHILD, f"{field}.child")
    if absence.travel_days < 0:
        raise BadFacts(FactProblem.NEGATIVE, f"{field}.travel_days")
    if absence.travel_days and absence.welfare_ground is not WelfareGround.DEATH:
        raise BadFacts(FactProblem.UNKNOWN_VALUE, f"{field}.travel_days")


def _check_overlaps(history: Iterable[Registered]) -> None:
    """Parts of one day may stand beside each other; a whole day stands alone."""
    latest: Registered | None = None
    latest_whole: Registered | None = None
    for later in history:
        other = latest if later.absence.hours is None else latest_whole
        if other is not None and other.absence.last_day >= later.absence.first_day:
            newest = max(later.position, other.position)
            raise BadFacts(FactProblem.OVERLAPPING_ABSENCES, f"absences[{newest}]")
        if latest is None or later.absence.last_day > latest.absence.last_day:
            latest = later
        if later.absence.hours is None:
            latest_whole = later


def _check_hours(facts: AbsenceFacts) -> None:
    """No more hours can be missed on a day of the period than were scheduled."""
    missed: dict[date, Fraction] = {}
    for position, absence in enumerate(facts.absences):
        if absence.hours is None:
            continue
        days = Period(absence.first_day, absence.last_day).intersection(facts.period)
        for day in days.days() if days is not None else ():
            scheduled = facts.schedule.hours_on(day)
            missed[day] = missed.get(day, Fraction(0)) + absence.hours
            if scheduled > 0 and missed[day] > scheduled:
                raise BadFacts(FactProblem.HOURS_EXCEED_DAY, f"absences[{position}].hours")
