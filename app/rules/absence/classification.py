"""Every absent day: lawful or invalid, paid or not, and whether it counts towards ten days.

Provision: integreringsloven §§ 17 and 21; integreringsforskriften chapters 3 and 4.
In one sentence: the whole history is read in order of date, as quotas look back, and the days of
the period are answered for.
"""

from collections.abc import Iterator, Mapping, Sequence

from app.rules.absence.balances import balances
from app.rules.absence.checks import check_facts
from app.rules.absence.codes import AbsenceDoubt
from app.rules.absence.history import Registered, in_order
from app.rules.absence.influence import influences
from app.rules.absence.occasions import self_certified_occasions
from app.rules.absence.reasons import AbsenceReason
from app.rules.absence.run import ILLNESSES, Run, run_reason
from app.rules.absence.types import (
    AbsenceAssessment,
    AbsenceFacts,
    DayAssessment,
    DaysAssessment,
)
from app.rules.law.grounds import Clarification
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.parameters.building import INTEGRERINGSLOVEN_IN_FORCE_FROM
from app.rules.policy import Policy, PolicyKey, Section9Counts

DEFAULT_POLICY = Policy()

_IN_FORCE = INTEGRERINGSFORSKRIFTEN.section("71")

Histories = Mapping[AbsenceReason, Sequence[Registered]]


def classify(facts: AbsenceFacts, policy: Policy = DEFAULT_POLICY) -> AbsenceAssessment:
    """Classify the absent days of a period, in the light of the whole history.

    Raises `BadFacts` for facts that cannot be true together.
    """
    history = in_order(facts.absences)
    check_facts(facts, history)
    histories = _by_reason(history)
    runs = {
        reason: run_reason(reason, absences, facts, policy)
        for reason, absences in histories.items()
    }
    about_days: set[PolicyKey] = set()
    about_balances: set[PolicyKey] = set()
    for reason, run in runs.items():
        about_days |= run.policies
        for key, is_about_days in influences(reason, run, histories[reason], facts, policy):
            (about_days if is_about_days else about_balances).add(key)
    occasions, is_about_children = _occasions(histories, facts, policy)
    if is_about_children:
        about_balances.add(PolicyKey.SECTION_9_COUNTS)
    return AbsenceAssessment(
        days=_assessments(runs),
        balances=balances(facts, policy, histories, runs, occasions),
        clarifications=tuple(_doubts(facts, runs)),
        policies=_in_order(about_days),
        balance_policies=_in_order(about_balances - about_days),
    )


def classify_days(facts: AbsenceFacts, policy: Policy = DEFAULT_POLICY) -> DaysAssessment:
    """Classify the days as `classify` does, without their steps and without balances.

    For payments, which ask for many people at a time. Raises as `classify`.
    """
    history = in_order(facts.absences)
    check_facts(facts, history)
    histories = _by_reason(history)
    runs = {
        reason: run_reason(reason, absences, facts, policy, explains=False, counts_all=False)
        for reason, absences in histories.items()
        if absences
    }
    policies: set[PolicyKey] = set()
    for reason, run in runs.items():
        policies |= run.policies
        found = influences(reason, run, histories[reason], facts, policy, counts_all=False)
        policies |= {key for key, _ in found}
    return DaysAssessment(_assessments(runs), tuple(_doubts(facts, runs)), _in_order(policies))


def _assessments(runs: Mapping[AbsenceReason, Run]) -> tuple[DayAssessment, ...]:
    days = [row for run in runs.values() for row in run.days]
    days.sort(key=lambda row: (row.day, row.rank))
    return tuple(row.assessment for row in days)


def _by_reason(history: Sequence[Registered]) -> Histories:
    """Return the absences for each reason; illness is always asked about, for its balance."""
    found: dict[AbsenceReason, list[Registered]] = {reason: [] for reason in ILLNESSES}
    for row in history:
        found.setdefault(row.absence.reason, []).append(row)
    return found


def _occasions(histories: Histories, facts: AbsenceFacts, policy: Policy) -> tuple[int, bool]:
    """Return the absences that count under § 9, and whether the setting makes a difference."""
    days_off, last_day = facts.schedule.public_holidays, facts.period.last_day
    own, childs = (
        self_certified_occasions([row.absence for row in histories[reason]], days_off, last_day)
        for reason in ILLNESSES
    )
    counts_both = policy.section_9_counts is Section9Counts.OWN_AND_CHILD_ILLNESS
    return own + childs if counts_both else own, childs > 0


def _doubts(
    facts: AbsenceFacts, runs: Mapping[AbsenceReason, Run]
) -> Iterator[Clarification[AbsenceDoubt]]:
    if facts.period.first_day < INTEGRERINGSLOVEN_IN_FORCE_FROM:
        yield Clarification(AbsenceDoubt.BEFORE_INTEGRERINGSLOVEN, _IN_FORCE)
    for reason in AbsenceReason:
        if reason in runs:
            yield from runs[reason].doubts


def _in_order(keys: set[PolicyKey]) -> tuple[PolicyKey, ...]:
    return tuple(key for key in PolicyKey if key in keys)
