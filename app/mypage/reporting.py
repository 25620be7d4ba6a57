"""What a statement would mean, before it is sent: kroner, papers and days, from the rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy.orm import Session

from app.attendance.statements.commands import Said
from app.attendance.statements.kinds import Answer, AwayGround, StatementKind
from app.attendance.statements.service import content_of, hoped_for
from app.attendance.statements.words import ReportWords
from app.benefit.closing import closes_on
from app.benefit.outlook.service import Outlook, look_ahead
from app.core.actor import MunicipalityScope
from app.core.clock import Clock
from app.core.money import ORE_A_KRONE
from app.core.period import month_period
from app.enrolment.models import Participant
from app.rules.absence import AbsenceReason, Balances


@dataclass(frozen=True, slots=True)
class Meaning:
    """What each way of answering would cost, in øre; None: it cannot be told now."""

    told_ore: int | None
    """On her own word, or if the municipality says yes."""
    other_ore: int | None
    """With a paper from the doctor, or if the municipality says no."""
    left: Fraction | None
    """Days of the quota that remain if it goes as she hopes; None: no quota counts them."""
    papers_by: date
    """The last day for papers: the first month closes."""


def meaning_of(
    session: Session,
    clock: Clock,
    scope: MunicipalityScope,
    participant: Participant,
    said: Said,
) -> Meaning:
    """Return what the days would cost. Nothing is saved; the caller records the look.

    Raises:
        CannotRegisterAbsence: the days cannot be an absence as they stand.
    """

    def ahead(answer: Answer) -> Outlook:
        content = content_of(said, answer, clock())
        return look_ahead(session, clock, scope, participant.id, content)

    told, other = ahead(hoped_for(said)), ahead(_other(said))
    first = said.first_day
    month = month_period(first.year, first.month)
    return Meaning(
        _cost(told),
        _cost(other),
        _left(told.content.reason, told.assessment.balances),
        closes_on(session, scope, month.last_day),
    )


def sentences(said: Said, meaning: Meaning, words: ReportWords) -> tuple[str, ...]:
    """Return what it means in her language."""
    return tuple(_sentences(said, meaning, words))


def _sentences(said: Said, meaning: Meaning, words: ReportWords) -> Iterator[str]:
    yield from _of_money(said, meaning, words)
    if meaning.left is not None:
        yield words.text("meaning.left", days=_days(meaning.left))


def _of_money(said: Said, meaning: Meaning, words: ReportWords) -> Iterator[str]:
    told, other = meaning.told_ore, meaning.other_ore
    if told is None or other is None:
        yield words.text("meaning.unknown")
        return
    if said.kind is not StatementKind.AWAY:
        yield _amount(words, "meaning.free", "meaning.cost", told)
        if other < told:
            yield _amount(words, "meaning.doctor_free", "meaning.doctor_cost", other)
            yield words.text("meaning.doctor_by", day=f"{meaning.papers_by:%d.%m.%Y}")
    elif said.ground is AwayGround.RELIGIOUS:
        yield _amount(words, "meaning.free", "meaning.cost", told)
    else:
        yield _amount(words, "meaning.yes_free", "meaning.yes_cost", told)
        if other > 0:
            yield words.text("meaning.no_cost", amount=kroner(other))


def _left(reason: AbsenceReason, balances: Balances) -> Fraction | None:
    match reason:
        case AbsenceReason.OWN_ILLNESS:
            return Fraction(balances.self_certification.days_left)
        case AbsenceReason.CHILD_ILLNESS:
            return balances.child_illness.left
        case AbsenceReason.WELFARE_LEAVE:
            return balances.welfare_leave.left
        case AbsenceReason.RELIGIOUS_HOLIDAY:
            return balances.religious_holiday.left
        case AbsenceReason.HOLIDAY:
            return balances.holiday.left
        case _:
            return None


def _days(days: Fraction) -> str:
    """Return days the same in every language: `2,5`."""
    tenths = int(days * 10)  # downwards: nobody is promised more than there is
    return f"{tenths // 10},{tenths % 10}" if tenths % 10 else str(tenths // 10)


def kroner(ore: int) -> str:
    """Return an amount the same in every language: `1 234,50`."""
    whole, part = divmod(ore, ORE_A_KRONE)
    thousands = f"{whole:,}".replace(",", "\N{NO-BREAK SPACE}")
    return f"{thousands},{part:02d}"


def _other(said: Said) -> Answer:
    """Return the other way that she should know of."""
    return Answer.REJECTED if said.kind is StatementKind.AWAY else Answer.CERTIFIED


def _cost(outlook: Outlook) -> int | None:
    """Return what is lost; days that are paid for anyway cost nothing."""
    return max(outlook.cost_ore, 0) if outlook.months else None


def _amount(words: ReportWords, free: str, cost: str, ore: int) -> str:
    return words.text(cost, amount=kroner(ore)) if ore else words.text(free)
