"""Where in the law each setting of the municipality belongs."""

from collections.abc import Mapping

from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.policy import PolicyKey

_UNITS = INTEGRERINGSLOVEN.section("20", "(2)")
_COUPLE = INTEGRERINGSLOVEN.section("20", "(4)")
_REDUCTION = INTEGRERINGSLOVEN.section("21")
_DECISION = INTEGRERINGSLOVEN.section("46", "(2) g")
_FULL_TIME = INTEGRERINGSLOVEN.section("14", "(1)")
_PLAN = INTEGRERINGSLOVEN.section("15")
_SELF_CERTIFICATION = INTEGRERINGSFORSKRIFTEN.section("8", "(1)")
_CERTIFICATE = INTEGRERINGSFORSKRIFTEN.section("8", "(2)")
_ADDED_TIME = (INTEGRERINGSFORSKRIFTEN.section("10"), INTEGRERINGSFORSKRIFTEN.section("19"))

POLICY_PROVISIONS: Mapping[PolicyKey, tuple[Provision, ...]] = {
    PolicyKey.WHOLE_DAY_BASIS: (_UNITS, _REDUCTION),
    PolicyKey.CAP_DAY_AT_DAY_RATE: (_UNITS, _REDUCTION),
    PolicyKey.WHOLE_PERIOD_ABSENT: (_UNITS, _REDUCTION),
    PolicyKey.MISSING_CERTIFICATE: (_CERTIFICATE,),
    PolicyKey.SIXTEEN_DAYS_FROM: (_SELF_CERTIFICATION,),
    PolicyKey.CHILD_SELF_CERTIFICATION_WAITS: (_SELF_CERTIFICATION,),
    PolicyKey.RATE_CHANGES: (INTEGRERINGSLOVEN.section("20", "(3)"), _COUPLE),
    PolicyKey.PART_MONTH: (_UNITS,),
    PolicyKey.TEN_DAY_RULE: _ADDED_TIME,
    PolicyKey.RECOVERY_COUNTS_IN_46_G: (_DECISION, INTEGRERINGSLOVEN.section("25", "(1)")),
    PolicyKey.UNDER_25_IN_CHILDLESS_COUPLE: (INTEGRERINGSLOVEN.section("20", "(3)"), _COUPLE),
    PolicyKey.ALWAYS_DECIDE_REDUCTIONS: (_DECISION,),
    PolicyKey.WEEKEND_IN_ABSENCE: (_REDUCTION, INTEGRERINGSFORSKRIFTEN.section("17", "(1)")),
    PolicyKey.ROUNDING: (_UNITS,),
    PolicyKey.CHILDLESS_MEANS: (_COUPLE,),
    PolicyKey.SECTION_9_COUNTS: (INTEGRERINGSFORSKRIFTEN.section("9", "(1)"),),
    PolicyKey.TEN_DAY_HOURS: _ADDED_TIME,
    PolicyKey.TEN_DAY_PERIOD: _ADDED_TIME,
    PolicyKey.HOLIDAY_PERIOD: (INTEGRERINGSFORSKRIFTEN.section("18"),),
    PolicyKey.CHRONIC_CHILD_QUOTA: (INTEGRERINGSFORSKRIFTEN.section("7", "(2)"),),
    PolicyKey.SECTION_46_G_PAYMENT: (_DECISION,),
    PolicyKey.SECTION_46_G_BASE_AMOUNT: (_DECISION,),
    PolicyKey.FULL_TIME_WEEK: (_FULL_TIME, INTEGRERINGSLOVEN.section("13", "(3)")),
    PolicyKey.LESSON_TIME: (_FULL_TIME,),
    PolicyKey.PLAN_APPROVAL: (_PLAN,),
}
