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
