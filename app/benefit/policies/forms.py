"""The form of the municipality's choices: one question per setting."""

from typing import Any

from wtforms import HiddenField

from app.benefit.policies.service import ChangePolicies
from app.benefit.presenters.policies import policy_answers, policy_question
from app.i18n.text import lazy_gettext as _l
from app.rules.benefit import Policy, PolicyKey
from app.web.fields import radio_field
from app.web.forms import PortalForm

YES, NO = "yes", "no"


def _choice(key: PolicyKey) -> Any:
    return radio_field(
        key.value,
        lambda: [(_code(value), text) for value, text in policy_answers(key).items()],
        required=_l("Velg ett av alternativene."),
    )


class PoliciesForm(PortalForm):
    """Every choice of the municipality, with the mark of those it was opened with."""

    seen = HiddenField()
    whole_day_basis = _choice(PolicyKey.WHOLE_DAY_BASIS)
    cap_day_at_day_rate = _choice(PolicyKey.CAP_DAY_AT_DAY_RATE)
    whole_period_absent = _choice(PolicyKey.WHOLE_PERIOD_ABSENT)
    weekend_in_absence = _choice(PolicyKey.WEEKEND_IN_ABSENCE)
    part_month = _choice(PolicyKey.PART_MONTH)
    rounding = _choice(PolicyKey.ROUNDING)
    rate_changes = _choice(PolicyKey.RATE_CHANGES)
    under_25_in_childless_couple = _choice(PolicyKey.UNDER_25_IN_CHILDLESS_COUPLE)
    childless_means = _choice(PolicyKey.CHILDLESS_MEANS)
    missing_certificate = _choice(PolicyKey.MISSING_CERTIFICATE)
    sixteen_days_from = _choice(PolicyKey.SIXTEEN_DAYS_FROM)
    child_self_certification_waits = _choice(PolicyKey.CHILD_SELF_CERTIFICATION_WAITS)
    section_9_counts = _choice(PolicyKey.SECTION_9_COUNTS)
    chronic_child_quota = _choice(PolicyKey.CHRONIC_CHILD_QUOTA)
    holiday_period = _choice(PolicyKey.HOLIDAY_PERIOD)
    ten_day_rule = _choice(PolicyKey.TEN_DAY_RULE)
    ten_day_hours = _choice(PolicyKey.TEN_DAY_HOURS)
    ten_day_period = _choice(PolicyKey.TEN_DAY_PERIOD)
    always_decide_reductions = _choice(PolicyKey.ALWAYS_DECIDE_REDUCTIONS)
    recovery_counts_in_46_g = _choice(PolicyKey.RECOVERY_COUNTS_IN_46_G)
    section_46_g_payment = _choice(PolicyKey.SECTION_46_G_PAYMENT)
    section_46_g_base_amount = _choice(PolicyKey.SECTION_46_G_BASE_AMOUNT)
    full_time_week = _choice(PolicyKey.FULL_TIME_WEEK)
    lesson_time = _choice(PolicyKey.LESSON_TIME)
    plan_approval = _choice(PolicyKey.PLAN_APPROVAL)
    plan_review_interval_months = _choice(PolicyKey.PLAN_REVIEW_INTERVAL_MONTHS)
    confirmation_link_days = _choice(PolicyKey.CONFIRMATION_LINK_DAYS)
    decision_approval = _choice(PolicyKey.DECISION_APPROVAL)
    registration_closes = _choice(PolicyKey.REGISTRATION_CLOSES)
    marks_lock = _choice(PolicyKey.MARKS_LOCK)
    absence_talk = _choice(PolicyKey.ABSENCE_TALK)

    def __init__(self, policy: Policy, mark: str) -> None:
        stored = {key.value: _code(policy.value(key)) for key in PolicyKey}
        super().__init__(data={**stored, "seen": mark})
        for key in PolicyKey:
            self[key.value].label.text = policy_question(key)

    def to_command(self) -> ChangePolicies:
        """Return the answers as a command."""
        answers = {key.value: _value(self[key.value].data) for key in PolicyKey}
        return ChangePolicies(Policy.from_mapping(answers), self.seen.data or "")


def _code(value: str | bool) -> str:  # noqa: FBT001 (a setting)
    if isinstance(value, bool):
        return YES if value else NO
    return value


def _value(code: str) -> str | bool:
    return {YES: True, NO: False}.get(code, code)
