"""The class list of a session as the page shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for

from app.attendance.models import Group, GroupSession
from app.attendance.presenters.groups import clock_text
from app.attendance.presenters.week import mark_refusal
from app.attendance.registration.queries import ClassRows, TodaySession
from app.attendance.registration.rows import Chosen, Presence, TypedRow, chosen_of
from app.attendance.registration.sheet import code_of
from app.attendance.registration.wording import chosen_text, minutes_text, presence_text
from app.attendance.service import MarkingResult
from app.i18n import format as fmt
from app.i18n.text import gettext as _

STEP = 5


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the list."""

    id: UUID
    name: str
    is_told: bool
    is_marked: bool
    version: int
    presence: str
    minutes: int
    choices: tuple[tuple[str, str], ...]
    minute_choices: tuple[tuple[int, str], ...]
    conflict: str
    """What somebody else has registered since the page was opened; empty: nothing."""


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A change after the deadline."""

    name: str
    change: str
    reason: str
    who: str


@dataclass(frozen=True, slots=True)
class ClassPage:
    """The whole list."""

    group_id: UUID
    group_name: str
    session_id: UUID
    title: str
    when: str
    year: int
    week: int
    length: int
    is_open: bool
    """It was held, and is not to come."""
    is_locked: bool
    rows: tuple[PersonRow, ...]
    unmarked: int
    corrections: tuple[CorrectionRow, ...]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """The list on paper: the same people in the same order as on the screen."""

    group_id: UUID
    group_name: str
    session_id: UUID
    title: str
    when: str
    length: str
    code: str
    is_cancelled: bool
    people: tuple[tuple[str, bool], ...]
    """Name, and whether an absence is registered for the day."""


@dataclass(frozen=True, slots=True)
class TodayRow:
    """A session of today."""

    time: str
    title: str
    group: str
    state: str
    tone: str
    url: str
    """Empty: nothing is to be registered."""


def class_page(
    group: Group,
    rows: ClassRows,
    today: date,
    names: Mapping[UUID, str],
    *,
    is_locked: bool,
    typed: Sequence[TypedRow] = (),
    result: MarkingResult | None = None,
) -> ClassPage:
    """Return the list. `typed`: what was sent and could not be kept; `names`: of users."""
    meeting = rows.meeting
    year, week, _weekday = meeting.day.isocalendar()
    by_person = {each.participant_id: each for each in typed}
    people = {each.participant_id: each for each in rows.members}
    return ClassPage(
        group_id=group.id,
        group_name=group.name,
        session_id=meeting.id,
        title=meeting.title,
        when=_when(meeting),
        year=year,
        week=week,
        length=meeting.minutes,
        is_open=meeting.day <= today and not meeting.is_cancelled,
        is_locked=is_locked,
        rows=tuple(
            _person(who, f"{each.given_name} {each.family_name}", rows, by_person.get(who), problem)
            for who, each in people.items()
            for problem in [_problem(who, result, names, meeting.minutes)]
        ),
        unmarked=sum(who not in rows.marks for who in people),
        corrections=tuple(
            CorrectionRow(
                name=name,
                change=_change(each.minutes_before, each.minutes_after, meeting.minutes),
                reason=each.reason,
                who=f"{names.get(each.corrected_by, '')} {fmt.moment(each.corrected_at)}",
            )
            for each, name in rows.corrections
        ),
    )


def sheet_page(group: Group, rows: ClassRows) -> SheetPage:
    """Return the list to print."""
    meeting = rows.meeting
    people = {each.participant_id: each for each in rows.members}
    return SheetPage(
        group_id=group.id,
        group_name=group.name,
        session_id=meeting.id,
        title=meeting.title,
        when=_when(meeting),
        length=minutes_text(meeting.minutes),
        code=code_of(meeting.day, meeting.id),
        is_cancelled=meeting.is_cancelled,
        people=tuple(
            (f"{each.given_name} {each.family_name}", who in rows.told)
            for who, each in people.items()
        ),
    )


def today_rows(sessions: Sequence[TodaySession]) -> list[TodayRow]:
    """Return what is taught today, with how far the registration has come."""
    return [
        TodayRow(
            time=clock_text(each.starts_at),
            title=each.title,
            group=each.group_name,
            state=_state(each),
            tone="neutral"
            if each.is_cancelled or not each.members
            else "success"
            if each.marked >= each.members
            else "warning",
            url=""
            if each.is_cancelled or not each.members
            else url_for(
                "registration.show_class", group_id=each.group_id, session_id=each.session_id
            ),
        )
        for each in sessions
    ]


def _when(meeting: GroupSession) -> str:
    day = f"{fmt.weekday_name(meeting.day)} {fmt.short_date(meeting.day)}"
    return f"{day} {clock_text(meeting.starts_at)}"


def _state(each: TodaySession) -> str:
    if each.is_cancelled:
        return _("Avlyst")
    if not each.members:
        return _("Ingen deltakere")
    return _("%(marked)s av %(members)s ført", marked=each.marked, members=each.members)


def _person(
    who: UUID, name: str, rows: ClassRows, typed: TypedRow | None, problem: tuple[str, int | None]
) -> PersonRow:
    length, mark = rows.meeting.minutes, rows.marks.get(who)
    kept = chosen_of(mark, length) if mark else Chosen(Presence.PRESENT)
    presence = typed.presence if typed else kept.presence.value
    minutes = int(typed.minutes) if typed and typed.minutes.isdigit() else kept.minutes
    sentence, their_version = problem
    offered = [each for each in Presence if each is not Presence.PART or kept.presence is each]
    return PersonRow(
        id=who,
        name=name,
        is_told=who in rows.told,
        is_marked=mark is not None,
        version=their_version if their_version is not None else mark.version if mark else 0,
        presence=presence,
        minutes=minutes,
        choices=tuple((each.value, presence_text(each)) for each in offered),
        minute_choices=_minute_choices(length, minutes),
        conflict=sentence,
    )


def _minute_choices(length: int, chosen: int) -> tuple[tuple[int, str], ...]:
    offered = {*range(STEP, length, STEP), *({chosen} if 0 < chosen < length else ())}
    return tuple((each, minutes_text(each)) for each in sorted(offered))


def _problem(
    who: UUID, result: MarkingResult | None, names: Mapping[UUID, str], length: int
) -> tuple[str, int | None]:
    """Return what is wrong with a person's mark, and the newer version if there is one."""
    if result is None:
        return "", None
    for each in result.conflicts:
        if each.participant_id == who:
            theirs = _change(None, each.their_minutes_absent, length)
            sentence = _(
                "%(who)s har ført «%(theirs)s» siden du åpnet siden. Lagre en gang til hvis ditt "
                "er riktig.",
                who=names.get(each.marked_by, ""),
                theirs=theirs,
            )
            return sentence, each.their_version
    for refused in result.refused:
        if refused.participant_id == who:
            return mark_refusal(refused.reason), None
    return "", None


def _change(before: int | None, after: int, length: int) -> str:
    words = [
        chosen_text(_bare(minutes, length)) for minutes in (before, after) if minutes is not None
    ]
    return " → ".join(words)


def _bare(minutes: int, length: int) -> Chosen:
    if not minutes:
        return Chosen(Presence.PRESENT)
    return Chosen(Presence.ABSENT) if minutes >= length else Chosen(Presence.PART, minutes)
