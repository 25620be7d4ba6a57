"""Training in Norwegian and social studies: who, from when, until when, tests and exemptions."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from app.rules.eligibility import PermitFacts, PermitGround
from app.rules.law import BadFacts, FactProblem, NotInForceError
from app.rules.plan import CefrLevel, NorwegianGoals
from app.rules.programme import EducationLevel
from app.rules.training import (
    ExemptionBasis,
    GrantedExemption,
    PostponedStart,
    PostponedStartReason,
    Provider,
    ResponsibleBody,
    Section28Permit,
    SocialStudiesHours,
    Subject,
    TrainingAssessment,
    TrainingDoubt,
    TrainingFacts,
    TrainingGround,
    TrainingGroup,
    TrainingStep,
    assess_training,
)
from tests.support.rule_facts import day, period

REFUGEE = PermitFacts(PermitGround.ASYLUM, day("2026-01-10"))
FACTS = TrainingFacts(
    assessed_on=day("2026-11-22"),
    born_on=day("1990-03-02"),
    permit=REFUGEE,
    education=EducationLevel.NONE,
    registered_on=day("2026-02-02"),
    offered_start_on=day("2026-03-02"),
)
B1 = NorwegianGoals(CefrLevel.B1, CefrLevel.B1, CefrLevel.B1, CefrLevel.B1)


def facts(**changes: Any) -> TrainingFacts:
    return replace(FACTS, **changes)


def assess(**changes: Any) -> TrainingAssessment:
    return assess_training(facts(**changes))


def codes(assessment: TrainingAssessment) -> set[TrainingGround]:
    return {ground.code for ground in assessment.grounds}


def doubts(assessment: TrainingAssessment) -> list[TrainingDoubt]:
    return [doubt.code for doubt in assessment.clarifications]


def permit(ground: PermitGround, granted_on: str = "2026-01-10", **more: Any) -> PermitFacts:
    return PermitFacts(ground, day(granted_on), **more)


def test_a_refugee_has_the_right_and_the_duty_and_every_step_is_shown() -> None:
    assessment = assess()
    assert assessment.group is TrainingGroup.RIGHT_AND_DUTY
    assert (assessment.norwegian.has_right, assessment.norwegian.has_duty) == (True, True)
    assert assessment.tests.has_norwegian_duty
    assert assessment.tests.is_norwegian_test_free
    assert not assessment.may_charge
    assert assessment.clarifications == ()
    assert [step.what for step in assessment.steps] == [
        TrainingStep.BEGINS,
        TrainingStep.FULL_LENGTH,
        TrainingStep.SOCIAL_STUDIES_HOURS,
        TrainingStep.SOCIAL_STUDIES_DEADLINE,
        TrainingStep.TEST_DEADLINE,
        TrainingStep.OFFER_DEADLINE,
    ]
    assert assessment.steps[1].numbers == (
        ("first_day", "2026-03-02"),
        ("months", "36"),
        ("last_day", "2029-03-02"),
    )


@pytest.mark.parametrize(
    "ground", [each for each in PermitGround if each is not PermitGround.OTHER]
)
def test_other_permits_count_by_where_they_lead(ground: PermitGround) -> None:
    leads = assess(permit=permit(ground), leads_to_permanent_residence=True).group
    is_protection = ground is PermitGround.COLLECTIVE_PROTECTION
    assert leads is (TrainingGroup.RIGHT if is_protection else TrainingGroup.RIGHT_AND_DUTY)


@pytest.mark.parametrize(
    ("section_28", "leads", "group"),
    [
        (None, True, TrainingGroup.RIGHT_AND_DUTY),
        (None, False, TrainingGroup.NONE),
        (None, None, TrainingGroup.NONE),
        (Section28Permit.SKILLED_WORKER, True, TrainingGroup.DUTY),
        (Section28Permit.OTHER_WORKER, False, TrainingGroup.NONE),
        (Section28Permit.FAMILY_OF_WORKER, None, TrainingGroup.NONE),
    ],
)
def test_a_permit_outside_section_9_must_lead_to_permanent_residence(
    section_28: Section28Permit | None, leads: bool | None, group: TrainingGroup
) -> None:
    assessment = assess(
        permit=permit(PermitGround.OTHER),
        section_28_permit=section_28,
        leads_to_permanent_residence=leads,
    )
    assert assessment.group is group
    unknown = [TrainingDoubt.PERMANENT_RESIDENCE_UNKNOWN] if leads is None else []
    assert doubts(assessment) == unknown
    assert (TrainingGround.MAY_BE_OFFERED in codes(assessment)) is (group is TrainingGroup.NONE)
    assert assessment.may_charge is (group is not TrainingGroup.RIGHT_AND_DUTY)


def test_humanitarian_permits_count_in_section_9_only_after_a_protection_application() -> None:
    after = permit(PermitGround.HUMANITARIAN, is_after_protection_application=True)
    assert TrainingGround.SECTION_9_PERMIT in codes(assess(permit=after))
    without = assess(permit=permit(PermitGround.HUMANITARIAN))
    assert doubts(without) == [TrainingDoubt.PERMANENT_RESIDENCE_UNKNOWN]


@pytest.mark.parametrize(
    ("arrived", "registered", "group", "doubt"),
    [
        (None, "2026-02-02", TrainingGroup.NONE, [TrainingDoubt.ARRIVAL_DATE_UNKNOWN]),
        (None, "2020-12-31", TrainingGroup.NONE, []),
        ("2020-12-31", "2026-02-02", TrainingGroup.NONE, []),
        ("2021-01-01", "2026-02-02", TrainingGroup.RIGHT_AND_DUTY, [TrainingDoubt.OLDER_LENGTH]),
    ],
)
def test_older_permits_belong_to_the_older_act(
    arrived: str | None, registered: str, group: TrainingGroup, doubt: list[TrainingDoubt]
) -> None:
    arrived_on = day(arrived) if arrived else None
    old = permit(PermitGround.RESETTLEMENT, "2020-12-15", arrived_on=arrived_on)
    assessment = assess(permit=old, registered_on=day(registered))
    assert assessment.group is group
    assert doubts(assessment) == doubt
    if group is TrainingGroup.NONE:
        assert codes(assessment) == {TrainingGround.INTRODUKSJONSLOVEN_APPLIES}
        assert not assessment.may_charge


def test_nothing_is_known_before_the_act() -> None:
    with pytest.raises(NotInForceError):
        assess(assessed_on=day("2020-12-31"))


def test_the_right_to_complete_is_nothing_new_for_who_has_it_anyway() -> None:
    assessment = assess(begun_with_permit_of=day("2025-01-10"))
    assert TrainingGround.MAY_COMPLETE not in codes(assessment)


def test_a_protected_person_who_never_got_a_decision_starts_as_others() -> None:
    left = permit(
        PermitGround.ASYLUM,
        previous_ground=PermitGround.COLLECTIVE_PROTECTION,
        had_programme_decision=False,
    )
    assert assess(permit=left).group is TrainingGroup.RIGHT_AND_DUTY
    unknown = replace(left, had_programme_decision=None)
    assert doubts(assess(permit=unknown)) == [TrainingDoubt.PERMIT_AFTER_COLLECTIVE_PROTECTION]


def test_a_protection_permit_of_after_the_chapter_is_like_others() -> None:
    assessment = assess(
        assessed_on=day("2028-08-01"),
        permit=permit(PermitGround.COLLECTIVE_PROTECTION, "2028-07-01"),
    )
    assert assessment.group is TrainingGroup.RIGHT_AND_DUTY
    assert assessment.clarifications == ()


def test_who_waits_has_no_offer_deadline_yet() -> None:
    waiting = assess(permit=permit(PermitGround.UNDOCUMENTED_IDENTITY_B))
    assert (waiting.begins_on, waiting.offer_deadline) == (None, None)
    assert TrainingGround.AWAITS_FIRST_RENEWAL in codes(waiting)
    postponed = PostponedStart(PostponedStartReason.HELD_BACK, day("2026-05-04"), is_granted=True)
    still = assess(permit=permit(PermitGround.UNDOCUMENTED_IDENTITY_B), postponed_start=postponed)
    assert still.begins_on is None


def test_settlement_before_the_grant_counts_from_the_grant() -> None:
    protection = permit(PermitGround.COLLECTIVE_PROTECTION)
    assessment = assess(permit=protection, settled_by_agreement_on=day("2025-12-01"))
    assert assessment.begins_on == day("2026-01-10")


def test_a_duty_alone_begins_with_permit_or_arrival_and_is_not_postponed() -> None:
    worker = permit(PermitGround.OTHER, arrived_on=day("2026-02-01"))
    postponed = PostponedStart(PostponedStartReason.CARE_DUTIES, day("2026-05-04"), is_granted=True)
    assessment = assess(
        permit=worker,
        section_28_permit=Section28Permit.SKILLED_WORKER,
        leads_to_permanent_residence=True,
        postponed_start=postponed,
    )
    assert assessment.begins_on == day("2026-02-01")
    assert "il § 26 (4)" in {ground.provision.citation for ground in assessment.grounds}
    assert TrainingGround.POSTPONED_START_NOT_FOR_DUTY_ONLY in codes(assessment)


def test_a_duty_alone_ends_with_the_goal() -> None:
    assessment = assess(
        permit=permit(PermitGround.OTHER),
        section_28_permit=Section28Permit.OTHER_WORKER,
        leads_to_permanent_residence=True,
        goal_reached_on=day("2026-10-01"),
    )
    assert assessment.norwegian.last_day == day("2026-10-01")
    assert "il § 32 (2)" in {step.provision.citation for step in assessment.steps}


@pytest.mark.parametrize(
    ("born", "last_day", "step"),
    [
        ("1962-03-04", "2029-03-02", None),
        ("1962-03-03", "2029-03-02", TrainingStep.AGE_LIMIT),
        ("1962-03-02", "2029-03-01", TrainingStep.AGE_LIMIT),
    ],
)
def test_the_birthday_can_come_before_three_years(
    born: str, last_day: str, step: TrainingStep | None
) -> None:
    assessment = assess(born_on=day(born))
    assert assessment.norwegian.last_day == day(last_day)
    assert (TrainingStep.AGE_LIMIT in {row.what for row in assessment.steps}) is (step is not None)


def test_a_goal_reached_early_ends_training_of_an_older_length_too() -> None:
    older = permit(PermitGround.ASYLUM, "2023-08-01")
    assessment = assess(permit=older, goal_reached_on=day("2024-10-01"))
    assert assessment.norwegian.last_day == day("2024-10-01")
    assert doubts(assessment) == [TrainingDoubt.OLDER_LENGTH]


def test_leave_before_the_start_adds_nothing() -> None:
    leave = (period("2026-02-01", "2026-03-01"),)
    assert assess(approved_leave=leave).norwegian.last_day == day("2029-03-02")
    across = (period("2026-02-01", "2026-03-02"),)
    assert assess(approved_leave=across).norwegian.last_day == day("2029-03-03")


@pytest.mark.parametrize(
    ("provider", "body"),
    [
        (Provider.MUNICIPALITY, ResponsibleBody.MUNICIPALITY),
        (Provider.UPPER_SECONDARY_FULL_TIME, ResponsibleBody.COUNTY_AUTHORITY),
        (Provider.COMBINED_MAINLY_COUNTY, ResponsibleBody.COUNTY_AUTHORITY),
        (Provider.COMBINED_MAINLY_MUNICIPALITY, ResponsibleBody.MUNICIPALITY),
        (Provider.COMBINED_SHARED, ResponsibleBody.COUNTY_AUTHORITY),
        (Provider.COMBINED_SHARED_AGREED_MUNICIPALITY, ResponsibleBody.MUNICIPALITY),
    ],
)
def test_the_county_authority_is_responsible_for_upper_secondary(
    provider: Provider, body: ResponsibleBody
) -> None:
    assessment = assess(provider=provider)
    assert assessment.responsible is body
    is_county = body is ResponsibleBody.COUNTY_AUTHORITY
    assert (assessment.social_studies.hours is None) is is_county
    assert (assessment.offer_deadline is None) is is_county
    worker = assess(
        provider=provider,
        permit=permit(PermitGround.OTHER),
        section_28_permit=Section28Permit.SKILLED_WORKER,
        leads_to_permanent_residence=True,
    )
    assert worker.responsible is ResponsibleBody.MUNICIPALITY


def test_without_registration_or_claim_there_is_no_deadline() -> None:
    assert assess(registered_on=None).offer_deadline is None
    assert assess(registered_on=None, claimed_on=day("2026-11-30")).offer_deadline == day(
        "2027-02-28"
    )


def test_social_studies_without_an_offered_start_have_no_deadline_yet() -> None:
    assessment = assess(offered_start_on=None)
    assert assessment.social_studies.deadline is None
    assert assessment.tests.social_studies_deadline is None
    assert assessment.clarifications == ()


def test_hours_beyond_the_requirement_leave_nothing() -> None:
    hours = (SocialStudiesHours(Fraction(80)),)
    assert assess(social_studies=hours).social_studies.hours_left == 0


@pytest.mark.parametrize(
    ("basis", "ended", "right", "doubt"),
    [
        (ExemptionBasis.KNOWLEDGE, False, True, []),
        (ExemptionBasis.KNOWLEDGE, True, False, []),
        (ExemptionBasis.KNOWLEDGE_OF_SAMI, True, True, [TrainingDoubt.RIGHT_CANNOT_END]),
        (ExemptionBasis.HEALTH_OR_WEIGHTY, True, True, [TrainingDoubt.RIGHT_CANNOT_END]),
    ],
)
def test_an_exemption_ends_the_duty_and_sometimes_the_right(
    basis: ExemptionBasis, ended: bool, right: bool, doubt: list[TrainingDoubt]
) -> None:
    exemption = GrantedExemption(Subject.NORWEGIAN, basis, is_right_ended=ended)
    assessment = assess(exemptions=(exemption,))
    assert (assessment.norwegian.has_right, assessment.norwegian.has_duty) == (right, False)
    assert doubts(assessment) == doubt
    assert not assessment.tests.has_norwegian_duty
    assert not assessment.tests.is_norwegian_test_free
    assert assessment.social_studies.has_duty


def test_who_is_exempted_from_everything_is_offered_nothing() -> None:
    exemptions = tuple(
        GrantedExemption(subject, ExemptionBasis.KNOWLEDGE, is_right_ended=True)
        for subject in Subject
    )
    assessment = assess(exemptions=exemptions)
    assert assessment.offer_deadline is None
    assert assessment.social_studies.hours is None
    assert not assessment.tests.has_social_studies_duty
    assert not assessment.holds_on(FACTS.assessed_on)


def test_an_exemption_from_the_test_leaves_the_training() -> None:
    exemption = GrantedExemption(
        Subject.SOCIAL_STUDIES, ExemptionBasis.KNOWLEDGE, is_only_from_test=True
    )
    assessment = assess(exemptions=(exemption,))
    assert assessment.social_studies.has_duty
    assert not assessment.tests.has_social_studies_duty
    assert assessment.tests.social_studies_deadline is None


@pytest.mark.parametrize(
    ("changes", "problem", "field"),
    [
        ({"born_on": day("2026-01-11")}, FactProblem.WRONG_ORDER, "permit.granted_on"),
        ({"claimed_on": day("1990-03-01")}, FactProblem.WRONG_ORDER, "claimed_on"),
        ({"norwegian_hours_done": Fraction(-1)}, FactProblem.NEGATIVE, "norwegian_hours_done"),
        (
            {"social_studies": (SocialStudiesHours(Fraction(-1)),)},
            FactProblem.NEGATIVE,
            "social_studies[0].hours",
        ),
        (
            {
                "permit": permit(PermitGround.UNDOCUMENTED_IDENTITY_A),
                "first_renewed_on": day("2026-01-09"),
            },
            FactProblem.WRONG_ORDER,
            "permit.first_renewed_on",
        ),
        (
            {
                "postponed_start": PostponedStart(
                    PostponedStartReason.HELD_BACK, day("2026-01-09"), is_granted=True
                )
            },
            FactProblem.WRONG_ORDER,
            "postponed_start.claimed_on",
        ),
    ],
)
def test_impossible_facts_are_refused(
    changes: dict[str, Any], problem: FactProblem, field: str
) -> None:
    with pytest.raises(BadFacts) as error:
        assess(**changes)
    assert (error.value.problem, error.value.field) == (problem, field)
