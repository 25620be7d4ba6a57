"""Opening somebody's week, and making, shutting and using the link to her calendar."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.calendar.ics import CalendarEvent, calendar_file
from app.attendance.calendar.models import CalendarLink
from app.attendance.calendar.queries import (
    OwnSession,
    find_by_token_hash,
    find_open_link,
    last_used_at,
    list_own_sessions,
    lock_participant,
)
from app.audit import service as audit
from app.audit.actions import BY_LINK, Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import OSLO, Clock, today
from app.core.errors import NotFound
from app.core.ids import new_id
from app.core.period import Period
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant
from app.i18n.locales import DEFAULT
from app.plans.models import IntegrationPlan, PlanElement
from app.plans.paper.words import PlanWords, plan_words, word_languages
from app.plans.queries import find_current_plan, list_reviews

LOOK_BACK, LOOK_AHEAD = timedelta(weeks=4), timedelta(weeks=26)
"""How much of the calendar a feed holds around the present day."""
BYTES = 32


@dataclass(frozen=True, slots=True)
class OwnWeek:
    """A week of a participant: what has a time, and what has hours only."""

    participant: Participant
    week: Period
    on: date
    sessions: tuple[OwnSession, ...]
    elements: tuple[PlanElement, ...]
    """Of the plan that holds, those that go on in the week."""
    review_on: date | None
    """When the plan is looked at again, if that is in the week."""
    link: CalendarLink | None
    used_on: date | None
    """The last day on which the link was used."""


def words_for(participant: Participant) -> PlanWords:
    """Return the fixed words in the language that she reads, or Norwegian if there are none."""
    language = participant.reading_language
    return plan_words(language if language in word_languages() else DEFAULT.code)


def open_week(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, week: Period
) -> OwnWeek:
    """Return a week of the participant, and record the look.

    Raises:
        NotFound: outside the municipality.
    """
    participant = get_participant(session, actor.scope, participant_id)
    found = read_week(session, clock, actor.scope, participant, week)
    _record(session, clock, actor, Action.CALENDAR_VIEWED, participant_id)
    return found


def read_week(
    session: Session,
    clock: Clock,
    scope: MunicipalityScope,
    participant: Participant,
    week: Period,
) -> OwnWeek:
    """Return a week of the participant; the caller records the look."""
    plan = find_current_plan(session, scope, participant.id)
    review_on = _review_on(session, scope, participant.id, plan)
    link = find_open_link(session, scope, participant.id)
    return OwnWeek(
        participant,
        week,
        today(clock),
        tuple(list_own_sessions(session, scope, participant.id, week)),
        tuple(
            each
            for each in (plan.elements if plan else ())
            if each.first_day <= week.last_day and each.last_day >= week.first_day
        ),
        review_on if review_on is not None and review_on in week else None,
        link,
        _used_on(session, link) if link else None,
    )


def make_link(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> str:
    """Make a link to the participant's calendar, and return its secret, which is kept nowhere.

    A link that there was stops working. A participant must have been found by her own sign-in.

    Raises:
        NotFound: outside the municipality.
    """
    get_participant(session, actor.scope, participant_id)
    lock_participant(session, actor.scope, participant_id)
    _shut(session, clock, actor, participant_id)
    secret = secrets.token_urlsafe(BYTES)
    link = CalendarLink(
        id=new_id(),
        participant_id=participant_id,
        token_hash=_hash_of(secret),
        made_by=actor.user_id,
        made_at=clock(),
    )
    session.add(link)
    session.flush()
    _record(session, clock, actor, Action.CALENDAR_LINK_MADE, participant_id, link.id)
    return secret


def revoke_link(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> bool:
    """Shut the link to the participant's calendar; return whether there was one.

    Raises:
        NotFound: outside the municipality.
    """
    get_participant(session, actor.scope, participant_id)
    lock_participant(session, actor.scope, participant_id)
    return _shut(session, clock, actor, participant_id)


def read_feed(session: Session, clock: Clock, secret: str) -> bytes:
    """Return the calendar that the secret opens. The first use of a day is recorded.

    Raises:
        NotFound: the secret is unknown, or its link is shut.
    """
    found = find_by_token_hash(session, _hash_of(secret))
    if found is None:
        raise NotFound
    link, participant = found
    on = today(clock)
    if _used_on(session, link) != on:
        audit.record(
            session,
            clock,
            None,
            Action.CALENDAR_VIEWED,
            ("calendar_link", link.id),
            participant_id=participant.id,
            municipality_id=participant.municipality_id,
            details={"by": BY_LINK},
        )
    scope = MunicipalityScope(participant.municipality_id)
    period = Period(on - LOOK_BACK, on + LOOK_AHEAD)
    words = words_for(participant)
    plan = find_current_plan(session, scope, participant.id)
    shows_place = participant.address_protection is AddressProtection.NONE
    events = [
        *map(_meeting, list_own_sessions(session, scope, participant.id, period)),
        *_of_plan(plan, words, period, shows_place=shows_place),
    ]
    review_on = _review_on(session, scope, participant.id, plan)
    if review_on is not None and review_on in period and plan is not None:
        title = words.text("labels.next_review")
        events.append(CalendarEvent(f"review-{plan.id}@introportalen", review_on, None, title))
    return calendar_file(words.text("headings.title"), events, clock())


def _of_plan(
    plan: IntegrationPlan | None, words: PlanWords, period: Period, *, shows_place: bool
) -> list[CalendarEvent]:
    """Return the first days of the plan's elements: their hours have no times in the plan."""
    return [
        CalendarEvent(
            f"element-{each.id}@introportalen",
            each.first_day,
            None,
            each.title or words.element_name(each.kind, each.catalogue_id),
            each.place if shows_place else "",
        )
        for each in (plan.elements if plan else ())
        if each.first_day in period
    ]


def _meeting(each: OwnSession) -> CalendarEvent:
    begins = datetime.combine(each.day, each.starts_at, OSLO)
    ends = datetime.combine(each.day, each.starts_at, OSLO) + timedelta(minutes=each.minutes)
    uid = f"session-{each.session_id}@introportalen"
    return CalendarEvent(uid, begins, ends, each.title, is_cancelled=each.is_cancelled)


def _review_on(
    session: Session,
    scope: MunicipalityScope,
    participant_id: UUID,
    plan: IntegrationPlan | None,
) -> date | None:
    if plan is None:
        return None
    held = list_reviews(session, scope, participant_id)
    of_plan = (each.next_due_on for each in held if each.plan_id == plan.id)
    return next(of_plan, plan.review_due_on)


def _used_on(session: Session, link: CalendarLink) -> date | None:
    at = last_used_at(session, link)
    return at.astimezone(OSLO).date() if at else None


def _shut(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> bool:
    link = find_open_link(session, actor.scope, participant_id)
    if link is None:
        return False
    link.revoked_at, link.revoked_by = clock(), actor.user_id
    session.flush()
    _record(session, clock, actor, Action.CALENDAR_LINK_REVOKED, participant_id, link.id)
    return True


def _hash_of(secret: str) -> str:
    """Return what is stored of a secret: random bits, which nobody guesses back from a hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    participant_id: UUID,
    link_id: UUID | None = None,
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        ("calendar_link", link_id) if link_id else ("participant", participant_id),
        participant_id=participant_id,
    )
