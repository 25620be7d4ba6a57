"""Absences as facts, and what the rules say about each day of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.core.period import Period
from app.rules.absence.balance_types import Balances, QuotaBalance, SelfCertificationBalance
from app.rules.absence.codes import AbsenceDoubt, AbsenceGround, AbsenceStep
from app.rules.absence.reasons import AbsenceReason, WelfareGround
from app.rules.calendar.schedule import Schedule
from app.rules.law.grounds import Clarification, Ground, Step
from app.rules.policy import PolicyKey

__all__ = [
    "Absence",
    "AbsenceAssessment",
    "AbsenceDoubt",
    "AbsenceFacts",
    "AbsenceGround",
    "AbsenceStep",
    "Balances",
    "ChildFacts",
    "DayAssessment",
    "Decision",
    "DecisionKind",
    "OtherParent",
    "ParticipantFacts",
    "QuotaBalance",
    "SelfCertificationBalance",
    "SoleCarerPeriod",
]


@dataclass(frozen=True, slots=True)
class Absence:
    """Fravær, fri or permisjon, as registered. Dates in the wrong order are `BadFacts`."""

    first_day: date
    last_day: date
    reason: AbsenceReason
    hours: Fraction | None = None
    """Hours missed on each day; None: the whole scheduled day."""
    is_self_certified: bool = False
    """Egenmelding."""
    has_medical_certificate: bool = False
    """Legeerklæring; covers what self-certification does not."""
    is_granted: bool = False
    """Leave or permission was granted on application (integreringsloven § 17)."""
    notice_on: date | None = None
    """When the participant told about a religious holiday."""
    child: int | None = None
    """Position of the child in `ParticipantFacts.children`."""
    welfare_ground: WelfareGround | None = None
    travel_days: int = 0
    """How many of the days were necessary travel to a funeral; on the ground `DEATH` only."""
    was_prevented_from_seeing_doctor: bool = False
    """And it is shown that the illness existed earlier (integreringsforskriften § 8)."""
    lives_with_mother: bool | None = None
    """At a birth; None: as registered, nobody has said otherwise."""
    assists_mother: bool = False
    """Uses the father's days at a birth by assisting the mother, who lives apart from him."""


@dataclass(frozen=True, slots=True)
class OtherParent:
    """The other parent's part in a parental leave (integreringsforskriften § 16)."""

    days_used: int = 0
    """Virkedager of the same leave that the other parent has used."""
    takes_part: bool = False
    """Both parents take part in an introduction programme: each has days of their own."""
    is_reservation_lifted: bool = False
    """The father is ill or in hospital, by a certificate, and his days may be used."""


NO_OTHER_PARENT = OtherParent()


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """A child whom the participant has the care of."""

    born_on: date
    is_chronically_ill: bool = False
    """Chronic illness or disability."""
    adopted_on: date | None = None
    lives_elsewhere: bool = False
    """Does not live with the participant; matters to the couple rate (§ 20) alone."""
    has_higher_absence_risk: bool | None = None
    """The illness gives a markedly higher risk of absence; None: taken to follow from it."""
    other_parent: OtherParent = NO_OTHER_PARENT
    is_cared_for_instead_of_parent: bool = False
    """The participant is no parent, and takes the care instead of one who does not."""

    @property
    def gives_longer_quota(self) -> bool:
        """Whether § 7 second paragraph reaches the child."""
        return self.is_chronically_ill and self.has_higher_absence_risk is not False


@dataclass(frozen=True, slots=True)
class SoleCarerPeriod:
    """Days on which the participant is alone with the care; the last may be open."""

    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class ParticipantFacts:
    """What the absence rules ask about a participant."""

    programme_start: date
    children: tuple[ChildFacts, ...] = ()
    is_sole_carer: bool = False
    """All the time; periods are for what changes."""
    sole_carer_periods: tuple[SoleCarerPeriod, ...] = ()

    def is_alone_with_care_on(self, day: date) -> bool:
        """Whether the participant is alone with the care on `day` (§ 7)."""
        return self.is_sole_carer or any(
            row.first_day <= day and (row.last_day is None or day <= row.last_day)
            for row in self.sole_carer_periods
        )


class DecisionKind(StrEnum):
    """Vedtak that changes what an absence means."""

    SELF_CERTIFICATION_WITHDRAWN = "self_certification_withdrawn"
    """Bortfall av retten til egenmelding (integreringsforskriften § 9)."""
    LONG_ILLNESS_WITHOUT_BENEFIT = "long_illness_without_benefit"
    """No benefit during long illness (integreringsforskriften § 5 second paragraph)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision with the days it holds for; the last may be open."""

    kind: DecisionKind
    first_day: date
    last_day: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the decision is in force on `day`."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class AbsenceFacts:
    """Everything the classification asks. Absences before the period count for quotas."""

    participant: ParticipantFacts
    schedule: Schedule
    period: Period
    """The days to answer for."""
    absences: tuple[Absence, ...] = ()
    """In any order; the whole history, as quotas look back."""
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class DayAssessment:
    """What the rules say about one scheduled day, or a part of one."""

    day: date
    absence: Absence
    is_lawful: bool
    is_paid: bool
    extends_programme: bool
    """Counts towards the ten virkedager of integreringsforskriften §§ 10 and 19."""
    hours: Fraction | None
    """None: the whole scheduled day."""
    scheduled_hours: Fraction
    grounds: tuple[Ground[AbsenceGround], ...]
    steps: tuple[Step[AbsenceStep], ...] = ()
    """What was looked at, in order, with numbers and ISO dates; the parts of a day share them."""

    @property
    def reason(self) -> AbsenceReason:
        """The reason that was registered."""
        return self.absence.reason

    @property
    def share_of_day(self) -> Fraction:
        """How much of the scheduled day this is: 1 for the whole of it."""
        return Fraction(1) if self.hours is None else self.hours / self.scheduled_hours


@dataclass(frozen=True, slots=True)
class DaysAssessment:
    """Every absent day of the period, without its steps, and what a person must settle."""

    days: tuple[DayAssessment, ...]
    clarifications: tuple[Clarification[AbsenceDoubt], ...]
    policies: tuple[PolicyKey, ...]


@dataclass(frozen=True, slots=True)
class AbsenceAssessment:
    """Every absent day of the period, what is left, and what a person must settle."""

    days: tuple[DayAssessment, ...]
    """In order of date; a day can have several parts."""
    balances: Balances
    """On the last day of the period."""
    clarifications: tuple[Clarification[AbsenceDoubt], ...]
    policies: tuple[PolicyKey, ...]
    """The settings without which a day of the period would have another answer."""
    balance_policies: tuple[PolicyKey, ...] = ()
    """The settings without which only a balance would be another."""
