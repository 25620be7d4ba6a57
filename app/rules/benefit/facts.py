"""What a payment turns on (integreringsloven chapter 5): facts, in any order."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.core.money import Kroner
from app.core.period import Period
from app.rules.absence.types import Absence, Decision, ParticipantFacts
from app.rules.calendar.schedule import Schedule


@dataclass(frozen=True, slots=True)
class LivingPeriod:
    """How the participant lives, from a day until the next period begins (§ 20)."""

    first_day: date
    lives_with_parents: bool = False
    is_partner_in_programme: bool = False
    """Lives with a spouse or cohabitant who takes part in the programme too."""
    has_children: bool = False
    """Has a child by other knowledge than the list of children."""


@dataclass(frozen=True, slots=True)
class WorkDay:
    """Hours of paid work inside the programme on one day."""

    day: date
    hours: Fraction


@dataclass(frozen=True, slots=True)
class ProgrammeWork:
    """Lønnet arbeid i programmet (§ 23 second paragraph), in the period."""

    hours: Fraction = Fraction(0)
    """Hours whose day is not known; they come on top of those of `days`."""
    wage: Kroner = Fraction(0)
    """For all the hours together."""
    days: tuple[WorkDay, ...] = ()


class OtherBenefitKind(StrEnum):
    """Other public benefits that § 22 first and third paragraph speak of."""

    UNEMPLOYMENT_BENEFIT = "unemployment_benefit"
    """Dagpenger under arbeidsløshet."""
    SICKNESS_BENEFIT = "sickness_benefit"
    """Sykepenger."""
    PARENTAL_BENEFIT = "parental_benefit"
    """Foreldrepenger."""
    DISABILITY_BENEFIT = "disability_benefit"
    """Uføretrygd."""
    WORK_ASSESSMENT_ALLOWANCE = "work_assessment_allowance"
    """Arbeidsavklaringspenger."""
    CHILD_BENEFIT = "child_benefit"
    """Barnetrygd."""
    CASH_FOR_CARE_BENEFIT = "cash_for_care_benefit"
    """Kontantstøtte."""


@dataclass(frozen=True, slots=True)
class OtherBenefit:
    """Another public benefit: what it comes to in the period."""

    kind: OtherBenefitKind
    amount: Kroner
    is_earned_before_programme: bool | None = None
    """Whether the right was earned before the programme began; None: not known. Matters to
    dagpenger, sykepenger and foreldrepenger alone."""


class OwnMeans(StrEnum):
    """Egne midler that never reduce the benefit (§ 23 first paragraph)."""

    OWN_INCOME = "own_income"
    """Of work or business outside the programme."""
    OTHERS_INCOME = "others_income"
    """A spouse's, for instance."""
    WEALTH = "wealth"
    CHILD_SUPPORT = "child_support"
    """Barnebidrag."""


@dataclass(frozen=True, slots=True)
class OtherFacts:
    """What else may reduce a payment (§§ 22, 23 and 25). Amounts are for the period."""

    recovery: Kroner = Fraction(0)
    """To be taken back of an earlier overpayment (§ 25)."""
    coordinated_benefits: Kroner = Fraction(0)
    """Benefits that reduce (§ 22 first paragraph), as a sum; `benefits` come on top of it."""
    transitional_benefit_year: Kroner = Fraction(0)
    """Overgangsstønad, a year (§ 22 second paragraph)."""
    programme_work: ProgrammeWork = ProgrammeWork()
    benefits: tuple[OtherBenefit, ...] = ()
    own_means: tuple[OwnMeans, ...] = ()


@dataclass(frozen=True, slots=True)
class PaymentFacts:
    """Everything one payment turns on."""

    born_on: date
    participant: ParticipantFacts
    living: tuple[LivingPeriod, ...]
    """In any order; the earliest also covers the days before it."""
    schedule: Schedule
    period: Period
    absences: tuple[Absence, ...] = ()
    """The whole history, as quotas look back."""
    decisions: tuple[Decision, ...] = ()
    other: OtherFacts = OtherFacts()
    programme_last_day: date | None = None
    """The day the programme ended, if it has."""
    stopped: tuple[Period, ...] = ()
    """Days on which it was stopped for a time (§ 18), in any order: they have no benefit."""
