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

from app.core.period import age_on
from app.rules.benefit.types import BenefitDoubt, LivingPeriod, PaymentFacts
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters import benefit_rates
from app.rules.policy import Policy, PolicyKey, RateChanges, Under25InChildlessCouple

_FULL = Fraction(1)
_YOUNG = INTEGRERINGSLOVEN.section("20", "(3)")
_COUPLE = INTEGRERINGSLOVEN.section("20", "(4)")


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
        if not self.facts.living:
            raise BadFacts(FactProblem.MISSING, "participant.living")

    def on(self, day: date) -> FractionOnDay:
        """Return the fraction that a day is paid with."""
        at_once = self._by_facts_of(day)
        from_next_month = self._by_facts_of(self._first_paid_day_of_month(day))
        if at_once.fraction != from_next_month.fraction:
            self.policies.add(PolicyKey.RATE_CHANGES)
        is_at_once = self.policy.rate_changes is RateChanges.SAME_DAY
        answer = at_once if is_at_once else from_next_month
        if answer.is_young_in_couple:
            self.policies.add(PolicyKey.UNDER_25_IN_CHILDLESS_COUPLE)
            if self.policy.under_25_in_childless_couple is Under25InChildlessCouple.ASK:
                doubt = BenefitDoubt.UNDER_25_IN_CHILDLESS_COUPLE
                self.doubts[Clarification(doubt, _COUPLE)] = None
        return answer

    def _first_paid_day_of_month(self, day: date) -> date:
        return max(day.replace(day=1), self.facts.participant.programme_start)

    def _by_facts_of(self, day: date) -> FractionOnDay:
        living = _living_on(self.facts.living, day)
        is_couple = self._has_couple_rate(living, day)
        if age_on(self.facts.born_on, day) < benefit_rates.ADULT_RATE_AGE.on(day):
            return self._young(living, day, is_couple=is_couple)
        if is_couple:
            starts = benefit_rates.COUPLE_RATE_FOR_STARTS_FROM.row_on(day).provision
            couple = benefit_rates.CHILDLESS_COUPLE_FRACTION.on(day)
            return FractionOnDay(couple, (_COUPLE, starts))
        return FractionOnDay(_FULL)

    def _has_couple_rate(self, living: LivingPeriod, day: date) -> bool:
        children = self.facts.participant.children
        has_children = living.has_children or any(child.born_on <= day for child in children)
        start = self.facts.participant.programme_start
        # Who is new from then on is paid later still: the rule has its date on every such day.
        is_new = start >= benefit_rates.COUPLE_RATE_FOR_STARTS_FROM.values[0].value
        return living.is_partner_in_programme and not has_children and is_new

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
    in_order = sorted(living, key=lambda row: row.first_day)
    begun = [row for row in in_order if row.first_day <= day]
    return begun[-1] if begun else in_order[0]
