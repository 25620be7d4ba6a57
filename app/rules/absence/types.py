"""Absences as facts, and what the rules say about each day of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.core.period import Period
from app.rules.absence.reasons import AbsenceReason, WelfareGround
from app.rules.calendar.schedule import Schedule
from app.rules.law.grounds import Clarification, Ground
from app.rules.policy import PolicyKey


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


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """A child whom the participant has the care of."""

    born_on: date
    is_chronically_ill: bool = False
    """Chronic illness or disability with a markedly higher risk of absence."""
    adopted_on: date | None = None
    lives_elsewhere: bool = False
    """Does not live with the participant; matters to the couple rate (§ 20) alone."""


@dataclass(frozen=True, slots=True)
class ParticipantFacts:
    """What the absence rules ask about a participant."""

    programme_start: date
    children: tuple[ChildFacts, ...] = ()
    is_sole_carer: bool = False


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


class AbsenceGround(StrEnum):
    """Grunn: why a day is lawful or invalid, paid or unpaid."""

    NO_REASON = "no_reason"
    NO_PERMISSION = "no_permission"
    """Neither illness nor another compelling ground, and not permitted: § 21 reduces."""
    MEDICAL_CERTIFICATE = "medical_certificate"
    SELF_CERTIFIED = "self_certified"
    NOT_DOCUMENTED = "not_documented"
    """Illness with neither self-certification nor certificate."""
    EIGHT_WEEKS_NOT_REACHED = "eight_weeks_not_reached"
    SELF_CERTIFICATION_WITHDRAWN = "self_certification_withdrawn"
    SELF_CERTIFIED_DAYS_USED = "self_certified_days_used"
    """Longer than three calendar days, counted with earlier ones within 16 days."""
    CERTIFICATE_MISSING_FOR_ABSENCE = "certificate_missing_for_absence"
    """Self-certified, but lost with the rest of an absence that lacks its certificate."""
    LONG_ILLNESS_WITHOUT_BENEFIT = "long_illness_without_benefit"
    NO_QUALIFYING_CHILD = "no_qualifying_child"
    """The child is past the age, or none is registered."""
    WITHIN_QUOTA = "within_quota"
    QUOTA_USED = "quota_used"
    PREGNANCY_CHECK = "pregnancy_check"
    BREASTFEEDING_FIRST_HOUR = "breastfeeding_first_hour"
    """The first hour a day, in the child's first year."""
    BREASTFEEDING_BEYOND_HOUR = "breastfeeding_beyond_hour"
    BREASTFEEDING_AFTER_FIRST_YEAR = "breastfeeding_after_first_year"
    GRANTED = "granted"
    NOT_GRANTED = "not_granted"
    LEAVE_WITHOUT_BENEFIT = "leave_without_benefit"
    CERTIFICATE_REQUIRED = "certificate_required"
    """The leave is given on a medical certificate only."""
    OUTSIDE_FIRST_YEAR = "outside_first_year"
    """Parental leave is for the child's first year."""
    ADOPTED_CHILD_TOO_OLD = "adopted_child_too_old"
    NOTICE_IN_TIME = "notice_in_time"
    NOTICE_TOO_LATE = "notice_too_late"
    """Less than 14 days before, or none."""


class AbsenceDoubt(StrEnum):
    """What the facts do not settle about an absence."""

    MISSING_CERTIFICATE = "missing_certificate"
    """Whether the self-certified days are lost with the uncovered ones (policy `ask`)."""
    CHILD_NOT_KNOWN = "child_not_known"
    """The leave turns on a child that is not registered."""


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

    @property
    def reason(self) -> AbsenceReason:
        """The reason that was registered."""
        return self.absence.reason

    @property
    def share_of_day(self) -> Fraction:
        """How much of the scheduled day this is: 1 for the whole of it."""
        return Fraction(1) if self.hours is None else self.hours / self.scheduled_hours


@dataclass(frozen=True, slots=True)
class QuotaBalance:
    """A quota in virkedager, on the last day of the period."""

    quota: int
    used: Fraction
    counted_over: Period
    """The days that the quota counts."""

    @property
    def left(self) -> Fraction:
        """What remains; never negative."""
        return max(Fraction(0), self.quota - self.used)


@dataclass(frozen=True, slots=True)
class SelfCertificationBalance:
    """What is left of self-certification for own illness, on the last day of the period."""

    days_left: int
    """Calendar days that remain; 0 while the right does not exist."""
    blocked_until: date | None
    """First day of the right, while eight weeks or a decision with an end block it; else None."""
    is_withdrawn: bool
    """A decision under integreringsforskriften § 9 is in force."""
    withdrawal_review_due_on: date | None
    """Last day for reviewing that decision; None: there is none."""
    window_ends_on: date | None
    """Last day on which the days used still count; None: none count."""
    occasions_last_12_months: int
    """Absences for own illness that rest on self-certification alone."""

    may_be_withdrawn: bool
    """Whether the municipality may decide to withdraw the right (§ 9); never by itself."""


@dataclass(frozen=True, slots=True)
class Balances:
    """What is left of each quota on the last day of the period."""

    self_certification: SelfCertificationBalance
    child_illness: QuotaBalance
    welfare_leave: QuotaBalance
    peace_work: QuotaBalance
    religious_holiday: QuotaBalance
    holiday: QuotaBalance


@dataclass(frozen=True, slots=True)
class AbsenceAssessment:
    """Every absent day of the period, what is left, and what a person must settle."""

    days: tuple[DayAssessment, ...]
    """In order of date; a day can have several parts."""
    balances: Balances
    clarifications: tuple[Clarification[AbsenceDoubt], ...]
    policies: tuple[PolicyKey, ...]
    """The settings that influenced the answer."""
