"""What the pages of plans show."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.enrolment.mapping.wording import end_goal_text
from app.i18n.format import hours, joined, short_date
from app.i18n.text import gettext as _
from app.plans import wording
from app.plans.catalogue import STANDARD_ELEMENTS
from app.plans.commands import ElementDetails, PlanDetails, ProgrammeDetails
from app.plans.finding_texts import (
    field_of,
    finding_sentence,
    severity_label,
    severity_tone,
)
from app.plans.models import IntegrationPlan
from app.plans.paper.presenters.timeline import TimelineView, page_labels, timeline_view
from app.plans.plan_view import PlanView, months_text, plan_view
from app.plans.reading import (
    PlanCase,
    assess_version,
    check_version,
    is_goal_allowed,
    next_review_on,
    programme_period,
)
from app.plans.week_chart import WeekChart, week_chart
from app.rules.plan import Severity
from app.rules.programme import (
    EndGoal,
    EndGoalGround,
    EndGoalOption,
    ProgrammeAssessment,
    ProgrammeDoubt,
)
from app.web.law_views import FindingView, ProvisionLink

MINUTES_PER_HOUR = 60

FindUrl = Callable[[str | None], str]
"""Answers where a finding is mended, by the anchor of `field_of`."""


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version with what the rules say of it."""

    plan: PlanView
    row_version: int
    findings: tuple[FindingView, ...]
    is_complete: bool
    chart: WeekChart
    timeline: TimelineView | None = None
    """None where the page does not show it."""


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the list of them all."""

    number: int
    made_on: str
    status_text: str
    status_tone: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Programme and plan of one participant."""

    is_mapped: bool
    current: VersionView | None
    draft: VersionView | None
    versions: tuple[VersionLine, ...]
    is_review_overdue: bool


@dataclass(frozen=True, slots=True)
class CatalogueView:
    """A standard element that can be added."""

    code: str
    name: str
    explanation: str
    hours_per_week: str
    provision: ProvisionLink


@dataclass(frozen=True, slots=True)
class TheirValue:
    """What somebody else saved meanwhile, in one field."""

    label: str
    value: str


def plan_page(case: PlanCase, present_day: date, find_url: FindUrl) -> PlanPage:
    """Return the page with the plan that holds, the draft and all versions."""
    current, draft = case.current, case.draft
    return PlanPage(
        is_mapped=case.education is not None,
        current=version_view(case, current, present_day, find_url) if current else None,
        draft=version_view(case, draft, present_day, find_url) if draft else None,
        versions=tuple(
            VersionLine(
                number=plan.version,
                made_on=short_date(plan.made_on),
                status_text=wording.status_text(plan.status),
                status_tone=wording.status_tone(plan.status),
            )
            for plan in case.versions
        ),
        is_review_overdue=current is not None and next_review_on(case, current) < present_day,
    )


def version_view(
    case: PlanCase, plan: IntegrationPlan, present_day: date, find_url: FindUrl
) -> VersionView:
    """Return one version with findings and weeks."""
    assessment = check_version(case, plan, present_day)
    findings = [*_doubts(case, plan, find_url)]
    if assessment is not None:
        findings += [
            FindingView(
                tone=severity_tone(finding.severity),
                label=severity_label(finding.severity),
                sentence=finding_sentence(finding),
                provisions=(ProvisionLink.of(finding.provision),),
                action_text=_("Rett dette"),
                action_url=find_url(field_of(finding.code)),
            )
            for finding in assessment.findings
        ]
    programme, review_on = programme_period(case, plan), next_review_on(case, plan)
    view = plan_view(plan, programme, review_on, case.reviews)
    names = {each.id: each.own_title or each.name for each in view.elements}
    return VersionView(
        plan=view,
        row_version=plan.row_version,
        findings=tuple(sorted(findings, key=lambda each: each.tone != "danger")),
        is_complete=assessment is not None
        and assessment.is_complete
        and is_goal_allowed(case, plan),
        chart=week_chart(assessment.weeks if assessment else ()),
        timeline=timeline_view(
            plan,
            programme,
            review_on=review_on,
            today=present_day,
            name_of=lambda element: names[str(element.id)],
            labels=page_labels(),
        ),
    )


def _doubts(case: PlanCase, plan: IntegrationPlan, find_url: FindUrl) -> Iterable[FindingView]:
    assessment = assess_version(case, plan)
    for doubt in assessment.clarifications if assessment else ():
        is_wrong = doubt.code is ProgrammeDoubt.GOAL_NOT_ALLOWED
        severity = Severity.MISSING if is_wrong else Severity.WARNING
        yield FindingView(
            tone=severity_tone(severity),
            label=severity_label(severity),
            sentence=wording.doubt_text(doubt.code),
            provisions=(ProvisionLink.of(doubt.provision),),
            action_text=_("Rett dette"),
            action_url=find_url("end_goal"),
        )


def goal_labels(
    options: Sequence[tuple[EndGoalOption, ProgrammeAssessment]],
) -> list[tuple[EndGoal, str, bool]]:
    """Return every end goal, how it is labelled, and whether it may be chosen."""
    return [
        (option.end_goal, _goal_label(option, assessment), option.is_allowed)
        for option, assessment in options
    ]


def _goal_label(option: EndGoalOption, assessment: ProgrammeAssessment) -> str:
    goal = end_goal_text(option.end_goal)
    if not option.is_allowed:
        return _("%(goal)s – kan ikke velges", goal=goal)
    if assessment.max_months is None:
        return goal
    return _(
        "%(goal)s – programmet varer i %(length)s",
        goal=goal,
        length=months_text(assessment.max_months),
    )


def goal_findings(
    options: Sequence[tuple[EndGoalOption, ProgrammeAssessment]],
) -> tuple[FindingView, ...]:
    """Return why some end goals cannot be chosen, or only on a condition."""
    return tuple(
        FindingView(
            tone="warning" if option.is_allowed else "neutral",
            label=_("På vilkår") if option.is_allowed else _("Kan ikke velges"),
            sentence=_(
                "%(goal)s: %(reason)s",
                goal=end_goal_text(option.end_goal),
                reason=wording.end_goal_ground_text(option.ground.code),
            ),
            provisions=(ProvisionLink.of(option.ground.provision),),
        )
        for option, _assessment in options
        if not option.is_allowed or option.ground.code is not EndGoalGround.ALLOWED
    )


def catalogue_views() -> tuple[CatalogueView, ...]:
    """Return the standard elements in the reader's language."""
    return tuple(
        CatalogueView(
            code=entry.id,
            name=str(entry.name),
            explanation=str(entry.explanation),
            hours_per_week=hours(Fraction(entry.minutes_per_week, MINUTES_PER_HOUR)),
            provision=ProvisionLink.of(entry.provision),
        )
        for entry in STANDARD_ELEMENTS.values()
    )


def their_values(
    changed: Iterable[str],
    labels: Mapping[str, str],
    *saved: PlanDetails | ProgrammeDetails | ElementDetails,
) -> tuple[TheirValue, ...]:
    """Return what others saved in the changed fields, with the labels of the form."""
    found = []
    for name in changed:
        for details in saved:
            if hasattr(details, name):
                found.append(TheirValue(labels.get(name, name), _shown(name, details)))
                break
        else:
            found.append(TheirValue(_("Elementer"), _("Se listen på planen.")))
    return tuple(found)


def _shown(name: str, details: PlanDetails | ProgrammeDetails | ElementDetails) -> str:
    value = getattr(details, name)
    if isinstance(details, PlanDetails) and name == "end_goal":
        return end_goal_text(details.end_goal)
    if isinstance(details, PlanDetails) and name == "norwegian_goals":
        goals = details.norwegian_goals
        return joined((goals.listening, goals.reading, goals.writing, goals.speaking))
    if isinstance(details, ElementDetails) and name == "kind":
        return wording.element_name(details.kind)
    if name == "minutes_per_week":
        return hours(Fraction(value, MINUTES_PER_HOUR))
    if isinstance(value, bool):
        return _("Ja") if value else _("Nei")
    if isinstance(value, date):
        return short_date(value)
    return str(value) or _("Tomt")
