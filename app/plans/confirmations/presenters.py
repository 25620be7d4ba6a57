"""Links and their answers in words: for the caseworker, and for whoever holds a link."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from app.core.clock import OSLO
from app.enrolment.models import Participant
from app.i18n.bidi import isolated_text
from app.i18n.format import hours, joined, short_date
from app.i18n.text import gettext as _
from app.plans.catalogue import entry_of
from app.plans.confirmations.kinds import LinkState
from app.plans.confirmations.models import PlanConfirmationVerdict
from app.plans.confirmations.queries import Asked, LineAnswer
from app.plans.confirmations.service import OpenedLink
from app.plans.confirmations.wording import state_text, state_tone, verdict_text, verdict_tone
from app.plans.models import IntegrationPlan, PlanElement

MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class VerdictView:
    """What was answered about a line."""

    text: str
    tone: str
    change: str
    """The other dates and hours; empty: none."""
    note: str
    by: str
    """Who answered for whom, and when."""


@dataclass(frozen=True, slots=True)
class LineView:
    """A line that a link asks about."""

    name: str
    own_title: str
    provider: str
    place: str
    days: str
    hours_per_week: str
    answer: VerdictView | None


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as the caseworker sees it."""

    id: str
    organisation: str
    person: str
    email: str
    version: int
    made_on: str
    last_day: str
    state: str
    tone: str
    can_be_revoked: bool
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class LinkPage:
    """What the receiver of a link sees: nothing but what she needs in order to answer."""

    organisation: str
    person: str
    participant: str
    """Her name if the caseworker ticked it, else her initials."""
    municipality: str
    contact: str
    asker: str
    last_day: str
    lines: tuple[LineView, ...]


def link_rows(links: Sequence[Asked], now: datetime) -> tuple[LinkRow, ...]:
    """Return the links with their answers."""
    return tuple(_link_row(each, now) for each in links)


def link_page(opened: OpenedLink) -> LinkPage:
    """Return what the receiver of the link sees."""
    link = opened.asked.confirmation
    who = opened.participant
    return LinkPage(
        organisation=link.organisation,
        person=link.person,
        participant=who.full_name if opened.shows_name else initials(who),
        municipality=opened.municipality.name,
        contact=opened.municipality.contact,
        asker=opened.asker,
        last_day=last_day(link.expires_at),
        lines=tuple(line_view(line, None) for line in opened.asked.lines),
    )


def initials(participant: Participant) -> str:
    """Return the first letter of each of the participant's names."""
    return " ".join(f"{word[0]}." for word in participant.full_name.split())


def last_day(expires_at: datetime) -> str:
    """Return the last day on which a link works: it ends at midnight after it."""
    return short_date((expires_at.astimezone(OSLO) - timedelta(minutes=1)).date())


def line_choices(plan: IntegrationPlan | None) -> list[tuple[str, str]]:
    """Return the lines of the plan to choose among, with place and time."""
    if plan is None:
        return []
    return [
        (
            str(each.id),
            joined(
                isolated_text(part)
                for part in (each.title or _name(each), each.provider, each.place, _days(each))
                if part
            ),
        )
        for each in plan.elements
    ]


def line_view(line: PlanElement, answer: VerdictView | None) -> LineView:
    """Return a line in the reader's language; names that somebody gave stay as written."""
    return LineView(
        name=_name(line),
        own_title=line.title,
        provider=line.provider,
        place=line.place,
        days=_days(line),
        hours_per_week=hours(Fraction(line.minutes_per_week, MINUTES_PER_HOUR)),
        answer=answer,
    )


def answer_view(answer: LineAnswer) -> VerdictView:
    """Return the answer about one line, with who gave it."""
    reply, verdict = answer.reply, answer.verdict
    return VerdictView(
        text=verdict_text(verdict.verdict),
        tone=verdict_tone(verdict.verdict),
        change=_change(verdict),
        note=verdict.note,
        by=_(
            "%(name)s, %(role)s, %(organisation)s, %(day)s",
            name=reply.name,
            role=reply.role,
            organisation=answer.organisation,
            day=short_date(reply.replied_at.astimezone(OSLO).date()),
        ),
    )


def _link_row(asked: Asked, now: datetime) -> LinkRow:
    link, state = asked.confirmation, asked.state(now)
    answers = {
        verdict.element_id: answer_view(LineAnswer(verdict, link.reply, link.organisation))
        for verdict in (link.reply.verdicts if link.reply else ())
        if link.reply is not None
    }
    return LinkRow(
        id=str(link.id),
        organisation=link.organisation,
        person=link.person,
        email=link.email,
        version=asked.plan_version,
        made_on=short_date(link.created_at.astimezone(OSLO).date()),
        last_day=last_day(link.expires_at),
        state=state_text(state),
        tone=state_tone(state),
        can_be_revoked=state in {LinkState.OPEN, LinkState.EXPIRED, LinkState.REPLACED},
        lines=tuple(line_view(line, answers.get(line.id)) for line in asked.lines),
    )


def _change(verdict: PlanConfirmationVerdict) -> str:
    parts = []
    if verdict.first_day is not None and verdict.last_day is not None:
        parts.append(f"{short_date(verdict.first_day)}–{short_date(verdict.last_day)}")
    if verdict.minutes_per_week is not None:
        count = hours(Fraction(verdict.minutes_per_week, MINUTES_PER_HOUR))
        parts.append(_("%(hours)s timer i uka", hours=count))
    return joined(parts)


def _name(line: PlanElement) -> str:
    return str(entry_of(line.kind, line.catalogue_id).name)


def _days(line: PlanElement) -> str:
    return f"{short_date(line.first_day)}–{short_date(line.last_day)}"
