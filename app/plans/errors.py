"""Why plans and programmes are refused."""

from collections.abc import Sequence
from enum import StrEnum

from app.core.errors import Conflict, Refusal
from app.rules.plan import Finding


class PlanRefusal(StrEnum):
    """Why a plan cannot be saved as it stands."""

    EDUCATION_NOT_MAPPED = "education_not_mapped"
    """Without an education level neither § 13 nor § 14 can be chosen."""
    ALREADY_BEGUN = "already_begun"
    """There is a draft or a plan already."""
    NO_FIXED_PLAN = "no_fixed_plan"
    GOAL_NOT_ALLOWED = "goal_not_allowed"
    OFFERED_BEFORE_BIRTH = "offered_before_birth"
    OFFERED_AFTER_START = "offered_after_start"
    DECIDED_IN_THE_FUTURE = "decided_in_the_future"
    MADE_IN_THE_FUTURE = "made_in_the_future"
    MADE_BEFORE_EARLIER_VERSION = "made_before_earlier_version"
    REVIEW_BEFORE_MADE = "review_before_made"


class CannotSavePlan(Refusal[PlanRefusal]):
    """Goal, dates or the state of the case do not let the draft be saved."""

    code = "cannot_save_plan"


class ElementRefusal(StrEnum):
    """Why an element cannot be in the plan."""

    LAST_DAY_BEFORE_FIRST = "last_day_before_first"
    OUTSIDE_PROGRAMME = "outside_programme"
    NO_HOURS = "no_hours"


class CannotSaveElement(Refusal[ElementRefusal]):
    """Dates or hours of the element are impossible."""

    code = "cannot_save_element"


class FixRefusal(StrEnum):
    """Why a draft cannot be fixed."""

    INCOMPLETE = "incomplete"
    """The law demands more of the plan."""
    CHANGE_NOT_JUDGED = "change_not_judged"
    """Nobody has said if this state of the draft is a small or an essential change."""
    NOT_APPROVED = "not_approved"
    """The municipality wants a leader to approve plans, and none has approved this state of it."""


class CannotFixPlan(Refusal[FixRefusal]):
    """The law demands more of the plan, or people have more to decide."""

    code = "cannot_fix_plan"

    def __init__(
        self, findings: Sequence[Finding] = (), reason: FixRefusal = FixRefusal.INCOMPLETE
    ) -> None:
        super().__init__(reason)
        self.findings = tuple(findings)


class PlanChanged(Conflict):
    """Somebody saved the draft, or the element, after the form was opened."""

    code = "plan_changed"

    def __init__(self, row_version: int, fields: Sequence[str]) -> None:
        super().__init__(self.code)
        self.row_version = row_version
        """The version that is saved now."""
        self.fields = tuple(fields)
        """What the others changed, by the names of the commands' fields."""
