"""What the text of a plan must state.

Provision: integreringsloven § 15 second, third, fourth and sixth paragraph; §§ 37 b and 37 d.
In force from: 2026-01-01 for long-term goals and reasons.
In one sentence: goals, extent, reasons, appeal information and the next review, built on mapping
and guidance that were done or whose absence is explained.

With collective protection guidance and Norwegian are rights: who declined them lacks nothing, but
somebody should look at it. Mapping is a duty in a programme that started after 2 June 2023.
"""

from collections.abc import Iterator

from app.rules.eligibility.chapter_6_a import is_under_chapter_6_a
from app.rules.law.grounds import Clarification
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters.building import REFORM_IN_FORCE_FROM
from app.rules.parameters.target_group_limits import MAPPING_DUTY_IN_PROGRAMME
from app.rules.plan.kinds import EDUCATION_ORIENTED, WORK_ORIENTED
from app.rules.plan.types import Finding, FindingCode, Found, PlanDoubt, PlanFacts, Severity

_BASIS = INTEGRERINGSLOVEN.section("15", "(2)")
_STATED = INTEGRERINGSLOVEN.section("15", "(3)")
_REASONS = INTEGRERINGSLOVEN.section("15", "(4)")
_REVIEW = INTEGRERINGSLOVEN.section("15", "(6)")
_MAPPING_IS_A_RIGHT = INTEGRERINGSLOVEN.section("37 b", "(2)")
_GUIDANCE_IS_A_RIGHT = INTEGRERINGSLOVEN.section("37 b", "(3)")
NORWEGIAN_IS_A_RIGHT = INTEGRERINGSLOVEN.section("37 d", "(1)")


def check_statements(facts: PlanFacts) -> Iterator[Found]:
    """Yield what the text of a plan lacks, goals and social studies apart."""
    yield from _check_goals(facts)
    if not is_before_reform(facts):
        yield from _check_reasons(facts)
    if not facts.is_appeal_information_given:
        yield Finding(FindingCode.APPEAL_INFORMATION_MISSING, _STATED, Severity.MISSING)
    yield from _check_basis(facts)
    if not facts.is_competence_validation_guided:
        yield Finding(FindingCode.COMPETENCE_VALIDATION_NOT_GUIDED, _BASIS, Severity.WARNING)
    yield from _check_review(facts)


def is_before_reform(facts: PlanFacts) -> bool:
    """Whether the programme was over before long-term goals, reasons and § 14 a came."""
    return facts.programme.last_day < REFORM_IN_FORCE_FROM


def has_declined_norwegian(facts: PlanFacts) -> bool:
    """Whether the participant declined what is a right only (§ 37 d)."""
    return facts.is_norwegian_declined and _is_under_chapter_6_a(facts)


def _is_under_chapter_6_a(facts: PlanFacts) -> bool:
    return is_under_chapter_6_a(facts.permit_ground, facts.programme.first_day)


def _check_goals(facts: PlanFacts) -> Iterator[Found]:
    if facts.end_goal is None:
        yield Finding(FindingCode.END_GOAL_MISSING, _STATED, Severity.MISSING)
    severity, provision = Severity.MISSING, _STATED
    if has_declined_norwegian(facts):
        severity, provision = Severity.WARNING, NORWEGIAN_IS_A_RIGHT
        yield Clarification(PlanDoubt.NORWEGIAN_DECLINED, provision)
    if facts.norwegian_goals is None:
        yield Finding(FindingCode.NORWEGIAN_GOAL_MISSING, provision, severity)
    if not facts.has_long_term_goals and not is_before_reform(facts):
        yield Finding(FindingCode.LONG_TERM_GOALS_MISSING, _STATED, Severity.MISSING)
    if not facts.norwegian_hours:
        yield Finding(FindingCode.NORWEGIAN_EXTENT_MISSING, provision, severity)


def _check_reasons(facts: PlanFacts) -> Iterator[Found]:
    """Ask for reasons of the plan, or of every element towards work or education."""
    oriented = [row for row in facts.elements if row.kind in WORK_ORIENTED | EDUCATION_ORIENTED]
    is_covered = bool(oriented) and all(row.has_reasons for row in oriented)
    if not facts.has_reasons and not is_covered:
        yield Finding(FindingCode.REASONS_MISSING, _REASONS, Severity.MISSING)
    for row in oriented:
        if row.has_reasons is False:
            code = FindingCode.ELEMENT_REASONS_MISSING
            yield Finding(code, _REASONS, Severity.WARNING, row.period)


def _check_basis(facts: PlanFacts) -> Iterator[Found]:
    """Ask for mapping and guidance; where they are a right only, a refusal is no lack."""
    is_right = _is_under_chapter_6_a(facts)
    is_mapping_right = is_right and not MAPPING_DUTY_IN_PROGRAMME.on(facts.programme.first_day)
    if not facts.is_mapping_done_or_explained:
        yield _basis(
            FindingCode.MAPPING_NOT_DONE_OR_EXPLAINED,
            _MAPPING_IS_A_RIGHT,
            may_decline=is_mapping_right and facts.is_mapping_declined,
        )
    if not facts.is_guidance_done_or_explained:
        yield _basis(
            FindingCode.GUIDANCE_NOT_DONE_OR_EXPLAINED,
            _GUIDANCE_IS_A_RIGHT,
            may_decline=is_right and facts.is_guidance_declined,
        )


def _basis(code: FindingCode, right: Provision, *, may_decline: bool) -> Finding:
    if may_decline:
        return Finding(code, right, Severity.WARNING)
    return Finding(code, _BASIS, Severity.MISSING)


def _check_review(facts: PlanFacts) -> Iterator[Found]:
    """Ask for the next review: the act says regularly, and names no interval."""
    if facts.review_due_on is None:
        yield Finding(FindingCode.REVIEW_DATE_MISSING, _REVIEW, Severity.WARNING)
    elif facts.assessed_on is not None and facts.review_due_on < facts.assessed_on:
        yield Finding(FindingCode.REVIEW_OVERDUE, _REVIEW, Severity.WARNING)
