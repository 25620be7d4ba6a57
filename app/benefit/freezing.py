"""From an assessment of the rules to the payment as it is kept.

The exact amounts become whole øre here, once, in a way that lets a reader add the lines and arrive
at the payout.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.benefit.snapshot import (
    AbsenceLine,
    Doubt,
    OtherLine,
    SegmentLine,
    Snapshot,
    SnapshotProblem,
    Source,
)
from app.core.money import spread_ore, to_ore
from app.rules.absence import Absence, ChildFacts
from app.rules.benefit import (
    DayKind,
    DayLine,
    LivingPeriod,
    OtherFacts,
    PaymentAssessment,
    PaymentFacts,
    Policy,
    RateSegment,
    unit_ore,
    without_days,
)
from app.rules.law import BadFacts, Provision

RULES_VERSION = "2026.4"
"""Raised when a rule of the payment changes; kept with every payment."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is kept beside the rules' own facts."""

    known_on: date
    unmarked: tuple[tuple[date, int], ...] = ()
    """Days with sessions that nobody registered, and how many minutes."""
    unexplained: AbstractSet[date] = frozenset()
    """Days missed without a registered reason."""
    suspended: AbstractSet[date] = frozenset()
    """Days for which nothing is taken for the time being."""
    contested: AbstractSet[date] = frozenset()
    """Days whose absence the participant says is wrong."""


def freeze(
    facts: PaymentFacts, assessed: PaymentAssessment, policy: Policy, around: Circumstances
) -> Snapshot:
    """Return the payment as it is kept: the lines sum to the payout to the øre.

    Where the municipality pays whole kroner, each line is whole kroner too.
    """
    assessed = without_days(assessed, around.suspended, policy)
    others = [line for line in assessed.other_lines if line.amount]
    invalid = [line for line in assessed.days if line.kind is DayKind.INVALID]
    unpaid = [line for line in assessed.days if line.kind is DayKind.UNPAID]
    reduced = [*invalid, *unpaid]
    spread = spread_ore(
        [
            *(segment.amount for segment in assessed.segments),
            *(-line.amount for line in reduced),
            *(-line.amount for line in others),
        ],
        unit_ore(policy.rounding),
    )
    ore = iter(spread)
    segments = [_segment(segment, next(ore)) for segment in assessed.segments]
    cost = {id(line): -next(ore) for line in reduced}
    other_lines = [OtherLine(line.kind, -next(ore), source_of(line.provision)) for line in others]
    return Snapshot(
        period=facts.period,
        segments=tuple(segments),
        absences=tuple(
            _absence(line, cost.get(id(line), 0), around.unexplained) for line in assessed.days
        ),
        others=tuple(other_lines),
        gross_ore=sum(segment.amount_ore for segment in segments),
        absence_reduction_ore=sum(cost[id(line)] for line in invalid),
        unpaid_leave_reduction_ore=sum(cost[id(line)] for line in unpaid),
        other_reductions_ore=sum(line.amount_ore for line in other_lines),
        payout_ore=sum(spread),
        is_decision_required_by_46_g=assessed.decision_required_by_46_g,
        is_decision_required=assessed.decision_required_by_46_g
        or (policy.always_decide_reductions and assessed.payout < assessed.gross),
        policies=tuple((key, policy.value(key)) for key in assessed.policies),
        doubts=(
            *(
                Doubt(each.code.value, source_of(each.provision))
                for each in assessed.clarifications
            ),
            *_contested(invalid, around),
        ),
        unmarked=around.unmarked,
        facts=facts_json(facts),
        known_on=around.known_on,
        version=RULES_VERSION,
        suspended=tuple(sorted({line.day for line in reduced if line.day in around.suspended})),
    )


def freeze_bad_facts(facts: PaymentFacts, problem: BadFacts, around: Circumstances) -> Snapshot:
    """Return a payment of nothing that says which fact must be put right first."""
    return Snapshot(
        period=facts.period,
        segments=(),
        absences=(),
        others=(),
        gross_ore=0,
        absence_reduction_ore=0,
        unpaid_leave_reduction_ore=0,
        other_reductions_ore=0,
        payout_ore=0,
        is_decision_required_by_46_g=False,
        is_decision_required=False,
        policies=(),
        doubts=(Doubt(SnapshotProblem.BAD_FACTS.value, None, problem.field),),
        unmarked=around.unmarked,
        facts=facts_json(facts),
        known_on=around.known_on,
        version=RULES_VERSION,
    )


def source_of(provision: Provision) -> Source:
    """Return the provision as text and link."""
    return Source(provision.full_citation, provision.link)


def _contested(lines: Iterable[DayLine], around: Circumstances) -> Iterator[Doubt]:
    """Yield that a reduction is contested: it is not approved before that is settled."""
    if any(line.day in around.contested for line in lines):
        yield Doubt(SnapshotProblem.CONTESTED.value, None)


def _segment(segment: RateSegment, amount_ore: int) -> SegmentLine:
    return SegmentLine(
        period=segment.period,
        fraction=segment.fraction,
        base_amount=segment.base_amount,
        days_counted=segment.days_counted,
        month_rate_ore=to_ore(segment.month_rate),
        day_rate_ore=to_ore(segment.day_rate),
        hour_rate_ore=to_ore(segment.hour_rate),
        amount_ore=amount_ore,
        provisions=tuple(map(source_of, segment.provisions)),
    )


def _absence(line: DayLine, amount_ore: int, unexplained: AbstractSet[date]) -> AbsenceLine:
    return AbsenceLine(
        day=line.day,
        kind=line.kind,
        basis=line.basis,
        hours=line.hours,
        rate_ore=to_ore(line.rate),
        amount_ore=amount_ore,
        reason=line.reason,
        grounds=tuple(ground.code.value for ground in line.grounds),
        provisions=tuple(map(source_of, line.provisions)),
        is_explained=line.day not in unexplained,
    )


def facts_json(facts: PaymentFacts) -> dict[str, Any]:
    """Return what the rules were asked: enough to ask again, without names or numbers."""
    schedule = facts.schedule
    days = set(facts.period.days())
    if schedule.registered is not None:  # with absence around it, which quotas count
        days.update(schedule.registered.hours)
    scheduled = ((day, schedule.hours_on(day)) for day in sorted(days))
    return {
        "born_on": facts.born_on.isoformat(),
        "programme_start": facts.participant.programme_start.isoformat(),
        "programme_last_day": _day(facts.programme_last_day),
        "stopped": [
            [each.first_day.isoformat(), each.last_day.isoformat()] for each in facts.stopped
        ],
        "is_sole_carer": facts.participant.is_sole_carer,
        "children": [_child(child) for child in facts.participant.children],
        "living": [_living(living) for living in facts.living],
        "hours": {day.isoformat(): str(hours) for day, hours in scheduled if hours},
        "absences": [_absence_fact(each) for each in facts.absences],
        "decisions": [
            [each.kind.value, each.first_day.isoformat(), _day(each.last_day)]
            for each in facts.decisions
        ],
        "other": _other_facts(facts.other),
    }


def _other_facts(other: OtherFacts) -> dict[str, Any]:
    work = other.programme_work
    return {
        "recovery": str(other.recovery),
        "coordinated_benefits": str(other.coordinated_benefits),
        "transitional_benefit_year": str(other.transitional_benefit_year),
        "programme_work_hours": str(work.hours),
        "programme_work_wage": str(work.wage),
        "programme_work_days": [[row.day.isoformat(), str(row.hours)] for row in work.days],
        "benefits": [
            [row.kind.value, str(row.amount), row.is_earned_before_programme]
            for row in other.benefits
        ],
        "own_means": [each.value for each in other.own_means],
    }


def _child(child: ChildFacts) -> dict[str, Any]:
    return {
        "born_on": child.born_on.isoformat(),
        "is_chronically_ill": child.is_chronically_ill,
        "adopted_on": _day(child.adopted_on),
        "lives_elsewhere": child.lives_elsewhere,
    }


def _living(living: LivingPeriod) -> dict[str, Any]:
    return {
        "first_day": living.first_day.isoformat(),
        "lives_with_parents": living.lives_with_parents,
        "is_partner_in_programme": living.is_partner_in_programme,
        "has_children": living.has_children,
    }


def _absence_fact(absence: Absence) -> dict[str, Any]:
    return {
        "first_day": absence.first_day.isoformat(),
        "last_day": absence.last_day.isoformat(),
        "reason": absence.reason.value,
        "hours": None if absence.hours is None else str(absence.hours),
        "is_self_certified": absence.is_self_certified,
        "has_medical_certificate": absence.has_medical_certificate,
        "is_granted": absence.is_granted,
        "notice_on": _day(absence.notice_on),
        "child": absence.child,
        "welfare_ground": absence.welfare_ground.value if absence.welfare_ground else None,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
