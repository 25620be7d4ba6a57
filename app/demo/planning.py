"""Plans for the demo people: most fixed, some drafts, some not begun."""

from collections.abc import Mapping
from datetime import date

from app.core.period import ONE_DAY, Period, add_months
from app.demo.calendar import ONE_WEEK, clock_on
from app.demo.enrolling import Enrolled
from app.demo.stage import Stage
from app.plans import elements, service
from app.plans.commands import (
    AddElement,
    CreatePlan,
    ElementDetails,
    FixPlan,
    PlanDetails,
    ProgrammeDetails,
)
from app.plans.queries import find_programme, get_draft
from app.rules.eligibility import PermitGround
from app.rules.plan import ElementKind, propose_norwegian_goals
from app.rules.programme import EndGoal

LONG_TERM_GOALS = (
    "Jeg vil arbeide i barnehage og etter hvert ta fagbrev.",
    "Jeg vil ha fast arbeid som elektriker i Norge.",
    "Jeg vil drive en liten kafé sammen med søsteren min.",
    "Jeg vil studere til sykepleier.",
    "Jeg vil kjøre buss og forsørge familien min.",
)
REASONS = (
    "Praksis i en bedrift gir erfaring, referanser og daglig trening i muntlig norsk. "
    "Arbeidsplassen har tidligere ansatt deltakere fra programmet.",
    "Bransjekurset er etterspurt i kommunen. Deltakeren har arbeidet i yrket før, og kurset "
    "gir ordene hun trenger for å bruke erfaringen på norsk.",
    "Fagene gir grunnlag for videre utdanning. Undervisningen på norsk styrker lesing og "
    "skriving mot norskmålet.",
)


def make_plans(stage: Stage, people: list[Enrolled]) -> list[Enrolled]:
    """Fix a plan for everyone whose programme has begun; return those who have one."""
    planned = []
    for number, enrolled in enumerate(people):
        if enrolled.starts_on > stage.calendar.today or number == len(people) // 2:
            continue  # one of them has waited too long: the worklist says so
        _create(stage, enrolled, number)
        if number % 17 == 16:
            continue  # the plan is still a draft
        _fix(stage, enrolled)
        planned.append(enrolled)
    return planned


def _create(stage: Stage, enrolled: Enrolled, number: int) -> None:
    made_on = made_on_of(enrolled)
    person = enrolled.person
    programme = ProgrammeDetails(
        offered_start_on=made_on, starts_on=enrolled.starts_on, decided_on=made_on
    )
    details = PlanDetails(
        made_on=made_on,
        end_goal=person.end_goal,
        norwegian_goals=propose_norwegian_goals(person.education),
        review_due_on=_next_review(stage, number),
        long_term_goals=LONG_TERM_GOALS[number % len(LONG_TERM_GOALS)],
        reasons=REASONS[number % len(REASONS)],
        norwegian_hours=600,
        social_studies_hours=0 if _is_collective(enrolled) else 75,
        is_appeal_information_given=True,
        is_competence_validation_guided=True,
    )
    command = CreatePlan(enrolled.participant_id, programme, details)
    service.create_plan(stage.session, clock_on(made_on), stage.caseworker, command)
    begun = find_programme(stage.session, stage.scope, enrolled.participant_id)
    assert begun is not None
    for element in _elements(enrolled, Period(begun.starts_on, begun.ends_on)):
        elements.add_element(
            stage.session,
            clock_on(made_on),
            stage.caseworker,
            AddElement(enrolled.participant_id, element),
        )


def made_on_of(enrolled: Enrolled) -> date:
    """Return the day of decision and plan: two weeks before the start."""
    return enrolled.starts_on - 2 * ONE_WEEK


def _next_review(stage: Stage, number: int) -> date:
    """Every sixth plan is overdue; the others come up in the weeks ahead."""
    monday = stage.calendar.monday
    return monday - ONE_WEEK if number % 6 == 0 else monday + (1 + number % 10) * ONE_WEEK


def _fix(stage: Stage, enrolled: Enrolled) -> None:
    draft = get_draft(stage.session, stage.scope, enrolled.participant_id)
    service.fix_plan(
        stage.session,
        clock_on(made_on_of(enrolled)),
        stage.caseworker,
        FixPlan(enrolled.participant_id, draft.row_version),
    )


def _is_collective(enrolled: Enrolled) -> bool:
    return enrolled.person.ground is PermitGround.COLLECTIVE_PROTECTION


def _elements(enrolled: Enrolled, period: Period) -> list[ElementDetails]:
    """Return elements that make a full week from the first day to the last."""
    person = enrolled.person
    half = min(add_months(period.first_day, 3), period.last_day)
    first, rest = Period(period.first_day, half - ONE_DAY), Period(half, period.last_day)
    made = [
        _element(ElementKind.NORWEGIAN_TRAINING, first, 1170, provider="Voksenopplæringen"),
        _element(ElementKind.NORWEGIAN_TRAINING, rest, 840, provider="Voksenopplæringen"),
        _element(ElementKind.LIFE_SKILLS_MIGRATION_HEALTH, first, 60),
        _element(ElementKind.LIFE_SKILLS_CAREER, first, 90),
        _element(ElementKind.OWN_ACTIVITY, period, 300),
        _main_element(person.end_goal, rest),
        _element(ElementKind.WORK_PRACTICE, first, 480, provider="Frivilligsentralen"),
    ]
    if not _is_collective(enrolled):
        made.append(_element(ElementKind.SOCIAL_STUDIES, first, 360))
    if person.children:
        made.append(_element(ElementKind.PARENTAL_GUIDANCE, first, 120))
    return made


def _main_element(end_goal: EndGoal, period: Period) -> ElementDetails:
    match end_goal:
        case EndGoal.WORK:
            return _element(ElementKind.WORK_PRACTICE, period, 1110, provider="Fjordvik sykehjem")
        case EndGoal.HIGHER_EDUCATION_PREPARATION | EndGoal.VOCATIONAL_REQUALIFICATION:
            return _element(ElementKind.HIGHER_EDUCATION_PREPARATION, period, 1110)
        case _:
            return _element(ElementKind.UPPER_SECONDARY, period, 1110)


_WHERE: Mapping[ElementKind, tuple[str, str, str]] = {
    ElementKind.NORWEGIAN_TRAINING: (
        "Skolegata 3",
        "Kari Lund",
        "Du trenger norsk på jobben og for å klare deg selv i hverdagen.",
    ),
    ElementKind.SOCIAL_STUDIES: (
        "Skolegata 3",
        "Kari Lund",
        "Du lærer rettighetene og pliktene dine på et språk du forstår.",
    ),
    ElementKind.LIFE_SKILLS_MIGRATION_HEALTH: ("Kulturhuset", "Ali Rezai", ""),
    ElementKind.LIFE_SKILLS_CAREER: ("Karrieresenteret", "Ine Moe", ""),
    ElementKind.PARENTAL_GUIDANCE: ("Familiens hus", "Ine Moe", ""),
    ElementKind.WORK_PRACTICE: (
        "Sjøgata 12",
        "Per Vik",
        "Du får prøve yrket, bruker norsk hver dag og får en referanse.",
    ),
    ElementKind.UPPER_SECONDARY: (
        "Fjordvik videregående skole",
        "Siri Dahl",
        "Fagbrev gir deg fast arbeid i yrket du har valgt.",
    ),
    ElementKind.HIGHER_EDUCATION_PREPARATION: (
        "Fjordvik videregående skole",
        "Siri Dahl",
        "Du mangler norsk og engelsk for å få utdanningen din godkjent og søke videre.",
    ),
}
"""Where an element is, who sees to it, and why it was chosen."""


def _element(kind: ElementKind, period: Period, minutes: int, provider: str = "") -> ElementDetails:
    place, responsible, reason = _WHERE.get(kind, ("", "", ""))
    return ElementDetails(
        kind,
        period.first_day,
        period.last_day,
        minutes,
        provider=provider,
        place=place,
        responsible=responsible,
        reason=reason,
    )
