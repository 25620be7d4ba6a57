"""The last day that gives benefit: lawful absence comes in addition to the programme's length."""

from datetime import date

from app.core.period import Period
from app.rules.absence import Absence, AbsenceFacts, ParticipantFacts
from app.rules.absence.classification import classify
from app.rules.benefit import Policy
from app.rules.calendar import Schedule
from app.rules.law import BadFacts
from app.rules.programme import added_time, last_day_with_added


def last_day_of_programme(
    ends_on: date,
    participant: ParticipantFacts,
    schedule: Schedule,
    absences: tuple[Absence, ...],
    policy: Policy,
) -> date:
    """Return the last day with the time that absence has added (integreringsforskriften §§ 10, 19).

    Impossible facts add nothing; the payment itself says what is wrong with them.
    """
    length = Period(participant.programme_start, ends_on)
    try:
        assessed = classify(AbsenceFacts(participant, schedule, length, absences), policy)
    except BadFacts:
        return ends_on
    added = added_time(assessed.days, participant.programme_start, policy)
    return last_day_with_added(ends_on, added.days, schedule.public_holidays)
