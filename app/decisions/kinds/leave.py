"""Answers to applications for leave, for permission to be away, and for religious holidays.

Provision: integreringsloven §§ 17 and 46 second paragraph e; integreringsforskriften §§ 14 to 17
and 69.
"""

from collections.abc import Iterator

from app.core.period import Period
from app.decisions.content import Statement
from app.decisions.kinds.types import Background, KindOfDecision
from app.decisions.leave.kinds import LeaveBenefit, LeaveOutcome
from app.i18n.format import short_date
from app.plans.paper.printable import for_paper
from app.rules.absence import AbsenceReason
from app.rules.decision import Act, ActFacts
from app.rules.law import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN

_SECTIONS = {
    AbsenceReason.WELFARE_LEAVE: INTEGRERINGSFORSKRIFTEN.section("14"),
    AbsenceReason.PEACE_WORK: INTEGRERINGSFORSKRIFTEN.section("14a"),
    AbsenceReason.LONG_ILLNESS_UNPAID: INTEGRERINGSFORSKRIFTEN.section("15"),
    AbsenceReason.PARENTAL_LEAVE: INTEGRERINGSFORSKRIFTEN.section("16"),
    AbsenceReason.RELIGIOUS_HOLIDAY: INTEGRERINGSFORSKRIFTEN.section("17", "(2)"),
}
"""Where the regulation says what the leave is; permission rests on the act alone."""


def _provisions(background: Background) -> Iterator[Provision]:
    section = _SECTIONS.get(background.of_leave.reason)
    if section is not None:
        yield section
    if background.of_leave.outcome is not LeaveOutcome.GRANTED:
        yield INTEGRERINGSLOVEN.section("21")


def _decided(background: Background) -> Iterator[Statement]:
    leave = background.of_leave
    yield Statement(f"leave.{leave.outcome.value}", _days(leave.granted or leave.applied))
    if leave.outcome is LeaveOutcome.PARTLY:
        yield Statement("leave.rest")
    if leave.benefit is not None:
        yield Statement(f"leave.benefit_{leave.benefit.value}")


def _facts(background: Background) -> Iterator[Statement]:
    leave = background.of_leave
    applied = {"day": short_date(leave.received_on), **_days(leave.applied)}
    yield Statement("leave.applied", applied)
    yield Statement(f"leave_reason.{leave.reason.value}")
    if leave.words:
        yield Statement("leave.own_words", quote=for_paper(leave.words))


def _reasons(background: Background) -> Iterator[Statement]:
    yield Statement(f"leave_rule.{background.of_leave.reason.value}")


def _summary(background: Background) -> Iterator[Statement]:
    leave = background.of_leave
    yield Statement(f"leave.{leave.outcome.value}", _days(leave.granted or leave.applied))
    if leave.benefit is not None:
        yield Statement(f"leave.benefit_{leave.benefit.value}")
    if leave.outcome is not LeaveOutcome.GRANTED:
        yield Statement("leave.attend")


def _next_steps(background: Background) -> Iterator[Statement]:
    leave = background.of_leave
    if leave.granted is not None:
        yield Statement("leave.calendar")
    if leave.benefit in {LeaveBenefit.WITHOUT, LeaveBenefit.SOME}:
        yield Statement("leave.paid")
    if leave.outcome is not LeaveOutcome.GRANTED:
        yield Statement("leave.attend")


def _days(days: Period) -> dict[str, str]:
    return {"first_day": short_date(days.first_day), "last_day": short_date(days.last_day)}


def _kind(act: Act) -> KindOfDecision:
    return KindOfDecision(
        acts=(ActFacts(act),),
        provisions=_provisions,
        decided=_decided,
        facts=_facts,
        reasons=_reasons,
        summary=_summary,
        next_steps=_next_steps,
    )


ABSENCE_PERMISSION = _kind(Act.PERMIT_ABSENCE)
LEAVE = _kind(Act.GRANT_LEAVE)
RELIGIOUS_DAYS = _kind(Act.GRANT_TIME_OFF)
