"""Short ways of asking what a plan lacks."""

from typing import Any

from app.rules.plan import (
    ElementKind,
    Finding,
    FindingCode,
    PlanAssessment,
    PlanDoubt,
    PlanElementFacts,
    PlanStep,
    check_plan,
)
from app.rules.policy import Policy
from tests.support.rule_facts import FULL_ELEMENTS, plan_facts


def check(policy: Policy | None = None, **changes: Any) -> PlanAssessment:
    return check_plan(plan_facts(**changes), policy or Policy())


def findings(policy: Policy | None = None, **changes: Any) -> list[Finding]:
    return list(check(policy, **changes).findings)


def codes(policy: Policy | None = None, **changes: Any) -> set[FindingCode]:
    return {finding.code for finding in findings(policy, **changes)}


def doubts(**changes: Any) -> list[PlanDoubt]:
    return [doubt.code for doubt in check(**changes).clarifications]


def step(what: PlanStep, **changes: Any) -> tuple[dict[str, str], str]:
    """Return the numbers and the citation of the one step of this kind."""
    (found,) = [row for row in check(**changes).steps if row.what is what]
    return dict(found.numbers), found.provision.citation


def without(*kinds: ElementKind) -> tuple[PlanElementFacts, ...]:
    return tuple(row for row in FULL_ELEMENTS if row.kind not in kinds)
