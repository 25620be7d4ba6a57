"""From rows to marks: who is it, which sessions, how much of each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.attendance.commands import Mark
from app.attendance.models import GroupSession
from app.attendance.queries.groups import MemberLine
from app.attendance.queries.week import WeekRows
from app.attendance.school_import.rows import RowProblem, SaidRow
from app.core.period import Period
from app.enrolment.models import Participant


@dataclass(frozen=True, slots=True)
class MatchedRow:
    """A row, who it is about, and what it registers."""

    said: SaidRow
    participant_id: UUID | None
    minutes: int
    """Of absence on the day."""
    problem: RowProblem | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the group did on the days of the list."""

    period: Period
    week: WeekRows
    people: Mapping[UUID, Participant]

    def sessions_of(self, participant_id: UUID, day: date) -> list[GroupSession]:
        """Return the sessions of a day that were held while she was in the group, in order."""
        return [
            each
            for each in self.week.sessions
            if each.day == day and not each.is_cancelled and self._is_in(participant_id, day)
        ]

    def _is_in(self, participant_id: UUID, day: date) -> bool:
        return any(
            _covers(each, day)
            for each in self.week.members
            if each.participant_id == participant_id
        )


def match(rows: Iterable[SaidRow], sheet: Sheet) -> list[MatchedRow]:
    """Return each row with whom and what it registers, or why nothing."""
    matched = [_match(row, sheet) for row in rows]
    places = Counter((each.participant_id, each.said.day) for each in matched)
    return [
        replace(each, problem=RowProblem.TWICE)
        if each.problem is None and places[each.participant_id, each.said.day] > 1
        else each
        for each in matched
    ]


def marks_of(
    rows: Iterable[MatchedRow], sheet: Sheet, *, others_were_there: bool, until: date
) -> list[Mark]:
    """Return the marks that differ from what is registered, in order of the sessions.

    A day's absence is laid on its sessions from the first one on: the hours are what counts.
    """
    away = {
        (each.participant_id, each.said.day): each.minutes for each in rows if each.problem is None
    }
    unsure = {(each.participant_id, each.said.day) for each in rows if each.problem is not None}
    marks: list[Mark] = []
    for who in dict.fromkeys(each.participant_id for each in sheet.week.members):
        for day in sheet.period.days():
            if day > until or (who, day) in unsure:
                continue
            if (who, day) in away or others_were_there:
                left = away.get((who, day), 0)
                marks += _marks(who, sheet.sessions_of(who, day), left, sheet)
    return marks


def _marks(who: UUID, sessions: Sequence[GroupSession], left: int, sheet: Sheet) -> Iterable[Mark]:
    for meeting in sessions:
        missed = min(left, meeting.minutes)
        left -= missed
        kept = sheet.week.marks.get((meeting.id, who))
        if kept is None or kept.minutes_absent != missed:
            yield Mark(meeting.id, who, missed, kept.version if kept else 0)


def _match(row: SaidRow, sheet: Sheet) -> MatchedRow:
    def refused(problem: RowProblem, who: UUID | None = None) -> MatchedRow:
        return MatchedRow(row, who, 0, problem)

    if row.problem is not None or row.day is None:
        return refused(row.problem or RowProblem.NO_DAY)
    found = _people(row, sheet.people.values())
    if len(found) != 1:
        return refused(RowProblem.SEVERAL if found else RowProblem.UNKNOWN)
    who = found[0]
    if row.day not in sheet.period:
        return refused(RowProblem.OUTSIDE, who)
    planned = sum(each.minutes for each in sheet.sessions_of(who, row.day))
    if not planned:
        return refused(RowProblem.NO_SESSION, who)
    minutes = planned if row.minutes is None else row.minutes
    if minutes > planned:
        return refused(RowProblem.TOO_LONG, who)
    return MatchedRow(row, who, minutes, None)


def _people(row: SaidRow, people: Iterable[Participant]) -> list[UUID]:
    return [
        each.id
        for each in people
        if (
            row.reference in {str(each.id), _number(each)}
            if row.reference
            else (each.given_name.lower(), each.family_name.lower()) == row.name
            and each.born_on == row.born_on
        )
    ]


def _number(person: Participant) -> str:
    return person.identity_number.reveal() if person.identity_number else ""


def _covers(member: MemberLine, day: date) -> bool:
    return member.first_day <= day and (member.last_day is None or day <= member.last_day)
