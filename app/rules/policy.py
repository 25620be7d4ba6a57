"""Where the law leaves a choice, the municipality chooses: its settings, with defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from app.rules.law.bad_facts import BadFacts, FactProblem


class WholeDayBasis(StrEnum):
    """What a missed whole day costs (integreringsloven §§ 20 and 21)."""

    DAY = "day"
    HOUR = "hour"


class WholePeriodAbsent(StrEnum):
    """What is lost when every scheduled day of a payment was missed (§§ 20 and 21)."""

    WHOLE_PAYMENT = "whole_payment"
    SCHEDULED_DAYS = "scheduled_days"


class MissingCertificate(StrEnum):
    """What is lost when illness outlasts self-certification (integreringsforskriften § 8)."""

    ASK = "ask"
    """A person settles whether the covered days are lost too."""
    WHOLE_ABSENCE = "whole_absence"
    UNCOVERED_DAYS = "uncovered_days"


class SixteenDaysFrom(StrEnum):
    """Where the 16 calendar days start (integreringsforskriften § 8)."""

    FIRST_DAY = "first_day"
    """The first self-certified day, counted as day one."""
    LAST_DAY = "last_day"
    """The last one, and each new one moves the window on."""


class RateChanges(StrEnum):
    """When a new rate begins (integreringsloven § 20)."""

    SAME_DAY = "same_day"
    NEXT_MONTH = "next_month"


class PartMonth(StrEnum):
    """How days of a part of a month are counted (integreringsloven § 20)."""

    THIRTY_DAY_MONTH = "thirty_day_month"
    CALENDAR_DAYS = "calendar_days"


class TenDayRule(StrEnum):
    """What more than ten days of absence add (integreringsforskriften §§ 10 and 19)."""

    ALL_DAYS = "all_days"
    EXCESS = "excess"


class Under25InChildlessCouple(StrEnum):
    """The rate of someone under 25 in a childless couple (integreringsloven § 20)."""

    ASK = "ask"
    TWO_THIRDS = "two_thirds"
    """The rate for the young, not multiplied: 2/3, or 1/3 with parents."""
    FIVE_SIXTHS = "five_sixths"


class WeekendInAbsence(StrEnum):
    """Whether the days off inside a longer absence cost a day each (§§ 20 and 21)."""

    NOT_COUNTED = "not_counted"
    COUNTED = "counted"
    """Days off between two whole days of invalid absence count as days."""


class Rounding(StrEnum):
    """What the amount that is paid is rounded to, half up (integreringsloven § 20)."""

    ORE = "ore"
    KRONE = "krone"


class ChildlessMeans(StrEnum):
    """Which child ends the couple rate (integreringsloven § 20 fourth paragraph)."""

    ANY_CHILD = "any_child"
    """No child at all, of whatever age and wherever it lives."""
    CHILD_UNDER_18 = "child_under_18"
    """No child under 18."""
    CHILD_IN_HOUSEHOLD = "child_in_household"
    """No child that lives with them."""


class Section9Counts(StrEnum):
    """Which absences count before the right may be withdrawn (integreringsforskriften § 9)."""

    OWN_ILLNESS = "own_illness"
    OWN_AND_CHILD_ILLNESS = "own_and_child_illness"


class TenDayHours(StrEnum):
    """Whether parts of days count towards ten (integreringsforskriften §§ 10 and 19)."""

    COUNTED = "counted"
    WHOLE_DAYS_ONLY = "whole_days_only"


class TenDayPeriod(StrEnum):
    """Over what the ten days are counted (integreringsforskriften §§ 10 and 19)."""

    WHOLE_PROGRAMME = "whole_programme"
    PROGRAMME_YEAR = "programme_year"


class HolidayPeriod(StrEnum):
    """Over what the 25 days of holiday are counted (integreringsforskriften § 18)."""

    PROGRAMME_YEAR = "programme_year"
    CALENDAR_YEAR = "calendar_year"


class ChronicChildQuota(StrEnum):
    """How 20 days meet the 15 of many children (integreringsforskriften § 7)."""

    REPLACES = "replaces"
    """One quota: the longest that applies."""
    ADDS = "adds"
    """The days of the second paragraph come on top of those of the first."""


class Section46GPayment(StrEnum):
    """What half of a payment is half of (integreringsloven § 46 second paragraph g)."""

    GROSS = "gross"
    AFTER_OTHER_REDUCTIONS = "after_other_reductions"
    """What would have been paid without the deduction: after §§ 22 and 23."""


class Section46GBaseAmount(StrEnum):
    """Which base amount the threshold is a part of (integreringsloven § 46 second paragraph g)."""

    LAST_DAY = "last_day"
    FIRST_DAY = "first_day"


class FullTimeWeek(StrEnum):
    """What full time is in a plan (integreringsloven §§ 13 and 14; the directorate's guidance)."""

    GUIDANCE = "guidance"
    """37.5 hours, or 30 where own activity comes in addition."""
    ALWAYS_37_5 = "always_37_5"


class LessonTime(StrEnum):
    """What a lesson counts for in a plan (the directorate's guidance)."""

    CLOCK_TIME = "clock_time"
    """45 minutes."""
    WITH_PREPARATION = "with_preparation"
    """75 minutes."""


class PlanApproval(StrEnum):
    """Whether somebody else approves a plan before it is fixed (integreringsloven § 15)."""

    NONE = "none"
    LEADER = "leader"
    """A leader who did not write the plan."""


class PlanReviewInterval(StrEnum):
    """Months between two reviews of a plan (integreringsloven § 15: regularly, no number)."""

    THREE_MONTHS = "3"
    SIX_MONTHS = "6"
    TWELVE_MONTHS = "12"

    @property
    def months(self) -> int:
        """Return the interval in months."""
        return int(self.value)


class ConfirmationLinkDays(StrEnum):
    """Days that a link for confirming a plan works, unless another number is asked for (§ 15)."""

    SEVEN = "7"
    FOURTEEN = "14"
    THIRTY = "30"

    @property
    def days(self) -> int:
        """Return the number of days."""
        return int(self.value)


class DecisionApproval(StrEnum):
    """Whether somebody else approves a decision before it is issued (integreringsloven § 46)."""

    NONE = "none"
    LEADER = "leader"
    """A leader who did not write it."""


class RegistrationCloses(StrEnum):
    """Days after the month in which attendance can still be registered (integreringsloven § 24)."""

    AT_ONCE = "0"
    THREE_DAYS = "3"
    FIVE_DAYS = "5"
    TEN_DAYS = "10"

    @property
    def days(self) -> int:
        """Return the number of days."""
        return int(self.value)


class MarksLock(StrEnum):
    """Days after a session in which attendance is registered without saying why (§ 24).

    Afterwards a change is a correction, with its reason.
    """

    NEVER = "never"
    THREE_DAYS = "3"
    SEVEN_DAYS = "7"
    FOURTEEN_DAYS = "14"
    THIRTY_DAYS = "30"

    @property
    def days(self) -> int | None:
        """Return the number of days; None: nothing is locked."""
        return None if self is MarksLock.NEVER else int(self.value)


class AbsenceTalk(StrEnum):
    """Days without a reason in four weeks after which the municipality wants to talk.

    Guidance before consequences (forvaltningsloven § 11); the law names no number.
    """

    NEVER = "0"
    TWO_DAYS = "2"
    THREE_DAYS = "3"
    FIVE_DAYS = "5"

    @property
    def days(self) -> int:
        """Return the number of days; 0: the portal does not remind of it."""
        return int(self.value)


class PolicyKey(StrEnum):
    """Name of a setting, for saying which ones influenced an answer."""

    WHOLE_DAY_BASIS = "whole_day_basis"
    CAP_DAY_AT_DAY_RATE = "cap_day_at_day_rate"
    WHOLE_PERIOD_ABSENT = "whole_period_absent"
    MISSING_CERTIFICATE = "missing_certificate"
    SIXTEEN_DAYS_FROM = "sixteen_days_from"
    CHILD_SELF_CERTIFICATION_WAITS = "child_self_certification_waits"
    RATE_CHANGES = "rate_changes"
    PART_MONTH = "part_month"
    TEN_DAY_RULE = "ten_day_rule"
    RECOVERY_COUNTS_IN_46_G = "recovery_counts_in_46_g"
    UNDER_25_IN_CHILDLESS_COUPLE = "under_25_in_childless_couple"
    ALWAYS_DECIDE_REDUCTIONS = "always_decide_reductions"
    WEEKEND_IN_ABSENCE = "weekend_in_absence"
    ROUNDING = "rounding"
    CHILDLESS_MEANS = "childless_means"
    SECTION_9_COUNTS = "section_9_counts"
    TEN_DAY_HOURS = "ten_day_hours"
    TEN_DAY_PERIOD = "ten_day_period"
    HOLIDAY_PERIOD = "holiday_period"
    CHRONIC_CHILD_QUOTA = "chronic_child_quota"
    SECTION_46_G_PAYMENT = "section_46_g_payment"
    SECTION_46_G_BASE_AMOUNT = "section_46_g_base_amount"
    FULL_TIME_WEEK = "full_time_week"
    LESSON_TIME = "lesson_time"
    PLAN_APPROVAL = "plan_approval"
    PLAN_REVIEW_INTERVAL_MONTHS = "plan_review_interval_months"
    CONFIRMATION_LINK_DAYS = "confirmation_link_days"
    DECISION_APPROVAL = "decision_approval"
    REGISTRATION_CLOSES = "registration_closes"
    ABSENCE_TALK = "absence_talk"
    MARKS_LOCK = "marks_lock"


@dataclass(frozen=True, slots=True)
class Policy:
    """The municipality's settings. Each field is a `PolicyKey` and has a default."""

    whole_day_basis: WholeDayBasis = WholeDayBasis.DAY
    cap_day_at_day_rate: bool = True
    """Hours missed on one day never cost more than the day."""
    whole_period_absent: WholePeriodAbsent = WholePeriodAbsent.WHOLE_PAYMENT
    missing_certificate: MissingCertificate = MissingCertificate.ASK
    sixteen_days_from: SixteenDaysFrom = SixteenDaysFrom.FIRST_DAY
    child_self_certification_waits: bool = True
    """The eight weeks apply to a child's illness too."""
    rate_changes: RateChanges = RateChanges.SAME_DAY
    part_month: PartMonth = PartMonth.THIRTY_DAY_MONTH
    ten_day_rule: TenDayRule = TenDayRule.ALL_DAYS
    recovery_counts_in_46_g: bool = True
    under_25_in_childless_couple: Under25InChildlessCouple = Under25InChildlessCouple.ASK
    always_decide_reductions: bool = True
    """Every reduction is written as a decision, not only those of § 46 g."""
    weekend_in_absence: WeekendInAbsence = WeekendInAbsence.NOT_COUNTED
    rounding: Rounding = Rounding.ORE
    childless_means: ChildlessMeans = ChildlessMeans.ANY_CHILD
    section_9_counts: Section9Counts = Section9Counts.OWN_ILLNESS
    ten_day_hours: TenDayHours = TenDayHours.COUNTED
    ten_day_period: TenDayPeriod = TenDayPeriod.WHOLE_PROGRAMME
    holiday_period: HolidayPeriod = HolidayPeriod.PROGRAMME_YEAR
    chronic_child_quota: ChronicChildQuota = ChronicChildQuota.REPLACES
    section_46_g_payment: Section46GPayment = Section46GPayment.GROSS
    section_46_g_base_amount: Section46GBaseAmount = Section46GBaseAmount.LAST_DAY
    full_time_week: FullTimeWeek = FullTimeWeek.GUIDANCE
    lesson_time: LessonTime = LessonTime.CLOCK_TIME
    plan_approval: PlanApproval = PlanApproval.NONE
    plan_review_interval_months: PlanReviewInterval = PlanReviewInterval.SIX_MONTHS
    confirmation_link_days: ConfirmationLinkDays = ConfirmationLinkDays.FOURTEEN
    decision_approval: DecisionApproval = DecisionApproval.NONE
    registration_closes: RegistrationCloses = RegistrationCloses.AT_ONCE
    absence_talk: AbsenceTalk = AbsenceTalk.THREE_DAYS
    marks_lock: MarksLock = MarksLock.FOURTEEN_DAYS

    @classmethod
    def from_mapping(cls, values: Mapping[str, object]) -> "Policy":
        """Return the defaults with `values` laid over them, in their stored form.

        Raises `BadFacts` for a key or a value that does not exist.
        """
        return replace(cls(), **{key: _parse(key, value) for key, value in values.items()})

    def to_mapping(self) -> dict[str, str | bool]:
        """Return every setting in its stored form: codes and truth values."""
        return {key.value: self.value(key) for key in PolicyKey}

    def value(self, key: PolicyKey) -> str | bool:
        """Return one setting in its stored form."""
        value: StrEnum | bool = getattr(self, key.value)
        return value if isinstance(value, bool) else value.value


_DEFAULTS: dict[str, StrEnum | bool] = {
    row.name: getattr(Policy(), row.name) for row in fields(Policy)
}


def _parse(key: str, value: object) -> Any:
    if key not in _DEFAULTS:
        raise BadFacts(FactProblem.UNKNOWN_VALUE, f"policy.{key}")
    default = _DEFAULTS[key]
    if isinstance(default, bool):
        if isinstance(value, bool):
            return value
    elif isinstance(value, str) and value in {member.value for member in type(default)}:
        return type(default)(value)
    raise BadFacts(FactProblem.UNKNOWN_VALUE, f"policy.{key}")
