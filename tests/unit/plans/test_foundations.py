"""What mapping, guidance and the time before settlement propose for a plan."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.enrolment.mapping.contents import (
    Conversation,
    Education,
    Guidance,
    Job,
    Languages,
    Mapping,
    PreSettlement,
    Schooling,
    Skills,
    Wishes,
    Work,
)
from app.enrolment.mapping.kinds import DigitalSkill, Papers, SchoolLevel
from app.plans.foundations import (
    FoundationFacts,
    PlanProposals,
    Question,
    Reason,
    ReasonCode,
    propose,
)
from app.plans.foundations.wording import length_text, question_text, reason_text, text_in
from app.rules.eligibility import PermitFacts, PermitGround
from app.rules.plan import CefrLevel, ElementKind, NorwegianGoals
from app.rules.programme import EducationLevel, EndGoal, ProgrammeFacts
from tests.support.templates import template_app

HIGH = EducationLevel.UPPER_SECONDARY_OR_HIGHER
MIDDLE = EducationLevel.LOWER_SECONDARY
START = date(2026, 9, 14)
PROGRAMME = ProgrammeFacts(
    offered_start_on=START,
    programme_start=START,
    born_on=date(1990, 3, 12),
    education=HIGH,
    permit_ground=PermitGround.ASYLUM,
    decided_on=date(2026, 9, 1),
)
GUIDED = Guidance(guided_on=date(2026, 8, 3))
MANDATORY = {
    ElementKind.NORWEGIAN_TRAINING,
    ElementKind.SOCIAL_STUDIES,
    ElementKind.LIFE_SKILLS_MIGRATION_HEALTH,
    ElementKind.LIFE_SKILLS_CAREER,
}
A1, A2, B1, B2, C1 = CefrLevel


def proposals(
    level: EducationLevel = HIGH,
    /,
    *,
    born_on: date = PROGRAMME.born_on,
    ground: PermitGround = PermitGround.ASYLUM,
    granted_on: date = date(2026, 3, 1),
    children: tuple[date, ...] = (),
    **parts: object,
) -> PlanProposals:
    """Return what is proposed for somebody of whom only this is known."""
    programme = replace(
        PROGRAMME,
        education=level,
        born_on=born_on,
        permit_ground=ground,
        children_born_on=children,
    )
    permit = PermitFacts(ground=ground, granted_on=granted_on)
    mapping = replace(Mapping(guidance=GUIDED), **parts)  # type: ignore[arg-type]
    return propose(FoundationFacts(programme, permit, mapping))


def kinds(found: PlanProposals) -> set[ElementKind]:
    return {element.kind for element in found.elements}


def codes(reasons: tuple[Reason, ...]) -> list[ReasonCode]:
    return [reason.code for reason in reasons]


@pytest.mark.parametrize(
    ("education", "languages", "goals"),
    [
        (EducationLevel.NONE, Languages(), NorwegianGoals(A2, A2, A2, B1)),
        (MIDDLE, Languages(), NorwegianGoals(B1, B1, B1, B1)),
        (HIGH, Languages(), NorwegianGoals(B1, B1, B1, B2)),
        (HIGH, Languages(needs_b2=True), NorwegianGoals(B2, B2, B2, B2)),
        (MIDDLE, Languages(needs_b2=True), NorwegianGoals(B1, B1, B1, B1)),
        (MIDDLE, Languages(listening=A1, speaking=A2), NorwegianGoals(B1, B1, B1, B1)),
        (MIDDLE, Languages(listening=C1, speaking=B2), NorwegianGoals(C1, B1, B1, B2)),
    ],
)
def test_the_norwegian_goal_follows_education_and_what_she_knows(
    education: EducationLevel, languages: Languages, goals: NorwegianGoals
) -> None:
    assert proposals(education, languages=languages).norwegian.goals == goals


@pytest.mark.parametrize(
    ("speaking", "is_told"), [(None, False), (A2, False), (B1, True), (B2, True)]
)
def test_a_level_that_is_reached_is_told(speaking: CefrLevel | None, *, is_told: bool) -> None:
    found = proposals(MIDDLE, languages=Languages(speaking=speaking))
    assert (ReasonCode.ABOVE_GUIDING_LEVEL in codes(found.norwegian.reasons)) is is_told


@pytest.mark.parametrize(
    ("hours", "granted_on", "left", "completed", "citation"),
    [
        (0, date(2026, 3, 1), 75, 0, "il § 33 (1)"),
        (25, date(2026, 3, 1), 50, 25, "if § 2 (3)"),
        (80, date(2026, 3, 1), 0, 75, "if § 2 (3)"),
        (0, date(2021, 6, 1), 50, 0, "il § 33 (1)"),
        (0, date(2015, 6, 1), 50, 0, "il § 33 (1)"),
    ],
)
def test_hours_of_social_studies_before_settlement_are_deducted(
    hours: int, granted_on: date, left: int, completed: int, citation: str
) -> None:
    before = PreSettlement(social_studies_hours=hours)
    found = proposals(granted_on=granted_on, pre_settlement=before)
    social_studies = found.social_studies
    assert social_studies is not None
    assert (social_studies.hours, social_studies.completed_hours) == (left, completed)
    assert social_studies.provision.citation == citation
    assert (ElementKind.SOCIAL_STUDIES in kinds(found)) is (left > 0)


def test_collective_protection_has_no_social_studies() -> None:
    found = proposals(ground=PermitGround.COLLECTIVE_PROTECTION)
    assert found.social_studies is None
    assert kinds(found) == MANDATORY - {ElementKind.SOCIAL_STUDIES}


def test_hours_of_norwegian_before_settlement_are_told_and_not_deducted() -> None:
    found = proposals(pre_settlement=PreSettlement(norwegian_hours=175))
    assert found.norwegian.completed_hours == 175
    assert found.norwegian.goals == proposals().norwegian.goals
    assert Reason(ReasonCode.NORWEGIAN_HOURS_BEFORE, (("hours", "175"),)) in (
        found.norwegian.reasons
    )


@pytest.mark.parametrize(
    ("education", "born_on", "recommended", "is_open"),
    [
        (HIGH, date(1990, 1, 1), EndGoal.WORK, True),
        (HIGH, date(1990, 1, 1), EndGoal.HIGHER_EDUCATION_PREPARATION, True),
        (HIGH, date(1990, 1, 1), EndGoal.UPPER_SECONDARY_PART, False),
        (MIDDLE, date(1990, 1, 1), EndGoal.UPPER_SECONDARY_PART, True),
        (MIDDLE, date(1965, 1, 1), EndGoal.UPPER_SECONDARY_PART, False),
        (MIDDLE, date(1965, 1, 1), EndGoal.WORK, True),
    ],
)
def test_a_recommended_end_goal_is_proposed_where_the_law_leaves_it_open(
    education: EducationLevel, born_on: date, recommended: EndGoal, *, is_open: bool
) -> None:
    guidance = replace(GUIDED, recommended_goal=recommended)
    found = proposals(education, born_on=born_on, guidance=guidance)
    assert (found.end_goal is not None and found.end_goal.end_goal is recommended) is is_open
    assert (Question.RECOMMENDED_GOAL_CLOSED in found.questions) is not is_open


PARENT = (date(2020, 5, 1),)
BAKER = Work((Job("Baker", 60, "Syria"),))
OF_THE_MAPPING: list[tuple[EducationLevel, dict[str, object], set[ElementKind]]] = [
    (HIGH, {}, set()),
    (HIGH, {"children": PARENT}, {ElementKind.PARENTAL_GUIDANCE}),
    (HIGH, {"children": (date(2008, 1, 1),)}, set()),
    (HIGH, {"work": BAKER}, {ElementKind.WORK_PRACTICE, ElementKind.BRANCH_COURSE}),
    (
        HIGH,
        {"guidance": replace(GUIDED, recommended_goal=EndGoal.WORK)},
        {ElementKind.WORK_PRACTICE},
    ),
    (
        HIGH,
        {"guidance": replace(GUIDED, recommended_goal=EndGoal.HIGHER_EDUCATION_PREPARATION)},
        {ElementKind.HIGHER_EDUCATION_PREPARATION},
    ),
    (
        HIGH,
        {
            "guidance": replace(GUIDED, recommended_goal=EndGoal.VOCATIONAL_REQUALIFICATION),
            "work": BAKER,
        },
        {ElementKind.VOCATIONAL_REQUALIFICATION},
    ),
    (
        MIDDLE,
        {"guidance": replace(GUIDED, recommended_goal=EndGoal.VOCATIONAL_TRAINING_COMPLETED)},
        {ElementKind.VOCATIONAL_TRAINING},
    ),
    (
        EducationLevel.NONE,
        {"guidance": replace(GUIDED, recommended_goal=EndGoal.UPPER_SECONDARY_PART)},
        {ElementKind.UPPER_SECONDARY, ElementKind.PREPARATORY_ADULT_EDUCATION},
    ),
    (
        HIGH,
        {
            "education": Education(
                (Schooling("Elektro", SchoolLevel.VOCATIONAL, papers=Papers.LOST),)
            )
        },
        {ElementKind.COMPETENCE_VALIDATION},
    ),
    (
        HIGH,
        {
            "education": Education(
                (Schooling("Elektro", SchoolLevel.VOCATIONAL, papers=Papers.HELD),)
            )
        },
        set(),
    ),
    (
        HIGH,
        {"guidance": replace(GUIDED, needs_competence_validation=True)},
        {ElementKind.COMPETENCE_VALIDATION},
    ),
    (HIGH, {"skills": Skills(digital=DigitalSkill.PHONE)}, {ElementKind.OTHER}),
    (HIGH, {"skills": Skills(digital=DigitalSkill.INDEPENDENT)}, set()),
]


@pytest.mark.parametrize(("education", "known", "more"), OF_THE_MAPPING)
def test_each_thing_that_is_known_proposes_its_elements(
    education: EducationLevel, known: dict[str, object], more: set[ElementKind]
) -> None:
    found = proposals(education, **known)  # type: ignore[arg-type]
    assert kinds(found) == MANDATORY | more
    assert all(element.reasons for element in found.elements)


def test_what_was_done_before_settlement_is_said_at_its_elements() -> None:
    before = PreSettlement(has_life_skills=True, has_parental_guidance=True)
    found = proposals(children=PARENT, pre_settlement=before)
    done = {
        element.kind
        for element in found.elements
        if ReasonCode.DONE_BEFORE_SETTLEMENT in codes(element.reasons)
    }
    assert done == {
        ElementKind.LIFE_SKILLS_MIGRATION_HEALTH,
        ElementKind.LIFE_SKILLS_CAREER,
        ElementKind.PARENTAL_GUIDANCE,
    }
    assert Question.EARLIER_COURSES_COUNT in found.questions


@pytest.mark.parametrize(
    ("parts", "question"),
    [
        ({"guidance": Guidance(missing_reason="Syk")}, Question.GUIDANCE_MISSING),
        ({"wishes": Wishes("ar", work="خباز")}, Question.WISHES_NEED_TRANSLATION),
        ({"guidance": replace(GUIDED, obstacles="Barnehage")}, Question.HAS_OBSTACLES),
        ({"conversation": Conversation(gaps="Vitnemål")}, Question.HAS_GAPS),
    ],
)
def test_what_is_not_settled_is_asked(parts: dict[str, object], question: Question) -> None:
    assert proposals(**parts).questions == (question,)  # type: ignore[arg-type]
    assert proposals().questions == ()


def test_her_own_words_become_the_long_term_goals_in_their_language() -> None:
    found = proposals(wishes=Wishes("ar", long_term="أريد مخبزاً"))
    assert (found.long_term_goals, found.goals_language) == ("أريد مخبزاً", "ar")


def test_words_in_another_language_never_stand_in_the_norwegian_reasons() -> None:
    arabic = proposals(wishes=Wishes("ar", work="خباز", education="مدرسة"))
    assert codes(arabic.reasons) == []
    norwegian = proposals(wishes=Wishes("nn", work="bakar"))
    assert codes(norwegian.reasons) == [ReasonCode.WISH_FOR_WORK]


@pytest.fixture
def in_bokmal() -> Callable[[PlanProposals], str]:
    """Return the reasons as the text of a plan."""

    def text(found: PlanProposals) -> str:
        with template_app().test_request_context():
            return text_in("nb", found.reasons)

    return text


def test_the_reasons_are_whole_sentences_about_her(
    in_bokmal: Callable[[PlanProposals], str],
) -> None:
    found = proposals(
        work=Work((Job("Kelner", 6), Job("Baker", 66, "Syria"))),
        education=Education((Schooling("NITH", SchoolLevel.COURSE, country="Norge"),)),
        wishes=Wishes("nb", work="Eget bakeri\r\ni byen."),
        guidance=replace(GUIDED, recommended_goal=EndGoal.WORK, needs_recognition=True),
        languages=Languages(speaking=A1),
    )
    assert in_bokmal(found) == (
        "Deltakeren har arbeidet som baker i Syria. "
        "Erfaringen er på 5 år og 6 måneder. "
        "Deltakeren har arbeidet som kelner. "
        "Erfaringen er på 6 måneder. "
        "Deltakeren har utdanning fra Norge: NITH. "
        "Deltakeren ønsker seg dette arbeidet: «Eget bakeri i byen». "
        "Karriereveiledningen anbefaler dette sluttmålet: arbeid. "
        "Utdanningen må godkjennes før den kan brukes i Norge. "
        "Deltakeren snakker norsk på nivå A1 nå, og målet er B2."
    )


def test_a_percent_sign_or_a_placeholder_in_her_words_stays_as_it_is(
    in_bokmal: Callable[[PlanProposals], str],
) -> None:
    found = proposals(work=Work((Job("100 % %(country)s", None, "{{ 7 }}"),)))
    assert in_bokmal(found) == "Deltakeren har arbeidet som 100 % %(country)s i {{ 7 }}."


@pytest.mark.parametrize(
    ("months", "text"), [(1, "1 måned"), (11, "11 måneder"), (12, "1 år"), (25, "2 år og 1 måned")]
)
def test_a_length_is_told_in_years_and_months(months: int, text: str) -> None:
    with template_app().test_request_context():
        assert length_text(months) == text


def test_every_code_has_a_sentence() -> None:
    named = {
        "occupation": "baker", "country": "Syria", "subject": "elektro", "months": "12",
        "hours": "25", "left": "50", "wish": "baker", "goal": "work", "level": "A1",
    }  # fmt: skip
    with template_app().test_request_context():
        said = [reason_text(Reason(code, tuple(named.items()))) for code in ReasonCode]
        asked = [question_text(question) for question in Question]
    assert len(set(said)) == len(ReasonCode)
    assert all(sentence.endswith(".") and "%" not in sentence for sentence in said + asked)
