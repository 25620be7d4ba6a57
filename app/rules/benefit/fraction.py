"""Satsbrøk: full benefit, 5/6, 2/3 or 1/3, day by day.

Provision: integreringsloven § 20 third and fourth paragraph; FOR-2024-06-25-1215 § 1.
In force from: 2021-01-01; the couple rate from 2024-07-01.
In one sentence: under 25 gets 2/3, or 1/3 living with parents; a childless couple who both take
part gets 5/6 each, if the participant is new from 1 July 2024.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import assert_never

from app.core.period import birthday
from app.rules.benefit import childless
from app.rules.benefit.facts import LivingPeriod, PaymentFacts
from app.rules.benefit.types import BenefitDoubt
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters import benefit_rates
from app.rules.policy import (
    ChildlessMeans,
    Policy,
    PolicyKey,
    RateChanges,
    Under25InChildlessCouple,
)

_FULL = Fraction(1)
_YOUNG = INTEGRERINGSLOVEN.section("20", "(3)")
_COUPLE = INTEGRERINGSLOVEN.section("20", "(4)")
_PARAMETERS = (
    benefit_rates.ADULT_RATE_AGE,
    benefit_rates.UNDER_25_FRACTION,
    benefit_rates.UNDER_25_WITH_PARENTS_FRACTION,
    benefit_rates.CHILDLESS_COUPLE_FRACTION,
    benefit_rates.COUPLE_RATE_FOR_STARTS_FROM,
    benefit_rates.CHILD_OF_COUPLE_AGE,
)
_PARAMETER_DAYS = frozenset(row.valid_from for each in _PARAMETERS for row in each.values)


@dataclass(frozen=True, slots=True)
class FractionOnDay:
    """The fraction of a day with its provisions, and whether the couple rule is in doubt."""

    fraction: Fraction
    provisions: tuple[Provision, ...] = ()
    is_young_in_couple: bool = False


@dataclass(slots=True)
class FractionRule:
    """Answers the fraction of a day, and remembers what influenced the answers."""

    facts: PaymentFacts
    policy: Policy
    policies: set[PolicyKey]
    doubts: dict[Clarification[BenefitDoubt], None]

    def __post_init__(self) -> None:
        living = self.facts.living
        if not living:
            raise BadFacts(FactProblem.MISSING, "participant.living")
        if len({row.first_day for row in living}) < len(living):
            raise BadFacts(FactProblem.OVERLAPPING_PERIODS, "participant.living")

    def days_that_change(self) -> frozenset[date]:
        """Return every day on which the fraction can change within a month."""
        facts = self.facts
        return _PARAMETER_DAYS.union(
            (row.first_day for row in facts.living),
            (birthday(facts.born_on, row.value) for row in benefit_rates.ADULT_RATE_AGE.values),
            childless.days_that_change(facts.participant.children),
        )

    def on(self, day: date) -> FractionOnDay:
        """Return the fraction that a day is paid with."""
        first = self._first_paid_day_of_month(day)
        means = self.policy.childless_means
        at_once = self._by_facts_of(day, means)
        from_next_month = self._by_facts_of(first, means)
        if at_once.fraction != from_next_month.fraction:
            self.policies.add(PolicyKey.RATE_CHANGES)
        is_at_once = self.policy.rate_changes is RateChanges.SAME_DAY
        answer = at_once if is_at_once else from_next_month
        self._note_childless(answer, day if is_at_once else first)
        if answer.is_young_in_couple:
            self.policies.add(PolicyKey.UNDER_25_IN_CHILDLESS_COUPLE)
            if self._asks_about(answer):
                doubt = BenefitDoubt.UNDER_25_IN_CHILDLESS_COUPLE
                self.doubts[Clarification(doubt, _COUPLE)] = None
        return answer

    def _asks_about(self, answer: FractionOnDay) -> bool:
        asks = self.policy.under_25_in_childless_couple is Under25InChildlessCouple.ASK
        return asks and answer.is_young_in_couple

    def _note_childless(self, answer: FractionOnDay, day: date) -> None:
        """The reading of "no child" influenced the answer if another one gives another."""
        facts = self.facts
        is_couple = any(row.is_partner_in_programme for row in facts.living)
        if not (is_couple and facts.participant.children):
            return
        for means in ChildlessMeans:
            other = self._by_facts_of(day, means)
            is_same = other.fraction == answer.fraction
            if not is_same or self._asks_about(other) is not self._asks_about(answer):
                self.policies.add(PolicyKey.CHILDLESS_MEANS)

    def _first_paid_day_of_month(self, day: date) -> date:
        return max(day.replace(day=1), self.facts.participant.programme_start)

    def _by_facts_of(self, day: date, means: ChildlessMeans) -> FractionOnDay:
        living = _living_on(self.facts.living, day)
        is_couple = self._has_couple_rate(living, day, means)
        if day < birthday(self.facts.born_on, benefit_rates.ADULT_RATE_AGE.on(day)):
            return self._young(living, day, is_couple=is_couple)
        if is_couple:
            starts = benefit_rates.COUPLE_RATE_FOR_STARTS_FROM.row_on(day).provision
            couple = benefit_rates.CHILDLESS_COUPLE_FRACTION.on(day)
            return FractionOnDay(couple, (_COUPLE, starts))
        return FractionOnDay(_FULL)

    def _has_couple_rate(self, living: LivingPeriod, day: date, means: ChildlessMeans) -> bool:
        participant = self.facts.participant
        # Who is new from then on is paid later still: the rule has its date on every such day.
        is_new = (
            participant.programme_start >= benefit_rates.COUPLE_RATE_FOR_STARTS_FROM.values[0].value
        )
        return (
            living.is_partner_in_programme
            and is_new
            and not childless.has_child(living, participant.children, day, means)
        )

    def _young(self, living: LivingPeriod, day: date, *, is_couple: bool) -> FractionOnDay:
        """The act does not say how the two paragraphs meet: the municipality's setting does."""
        fraction = (
            benefit_rates.UNDER_25_WITH_PARENTS_FRACTION
            if living.lives_with_parents
            else benefit_rates.UNDER_25_FRACTION
        ).on(day)
        if not is_couple:
            return FractionOnDay(fraction, (_YOUNG,))
        choice = self.policy.under_25_in_childless_couple
        match choice:
            case Under25InChildlessCouple.ASK | Under25InChildlessCouple.TWO_THIRDS:
                return FractionOnDay(fraction, (_YOUNG,), is_young_in_couple=True)
            case Under25InChildlessCouple.FIVE_SIXTHS:
                couple = benefit_rates.CHILDLESS_COUPLE_FRACTION.on(day)
                return FractionOnDay(couple, (_COUPLE,), is_young_in_couple=True)
            case _:
                assert_never(choice)


def _living_on(living: Iterable[LivingPeriod], day: date) -> LivingPeriod:
    """Return the latest period that has begun, or the earliest where none has."""
    begun = [row for row in living if row.first_day <= day]
    if begun:
        return max(begun, key=_first_day)
    return min(living, key=_first_day)


def _first_day(row: LivingPeriod) -> date:
    return row.first_day
