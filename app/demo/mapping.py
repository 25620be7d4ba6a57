"""What was mapped of the demo people: made up, and different enough to tell them apart."""

from app.core.clock import Clock
from app.demo.people import DemoPerson
from app.demo.stage import Stage
from app.enrolment.mapping.contents import (
    Content,
    Education,
    Guidance,
    Job,
    Languages,
    LanguageSkill,
    PreSettlement,
    Schooling,
    Skills,
    Wishes,
    Work,
)
from app.enrolment.mapping.kinds import (
    CameFrom,
    DigitalSkill,
    Fluency,
    Papers,
    Recognition,
    SchoolLevel,
)
from app.enrolment.mapping.service import append
from app.enrolment.models import Participant
from app.rules.eligibility import PermitGround
from app.rules.plan import CefrLevel
from app.rules.programme import EducationLevel

_JOBS = ("Baker", "Sjåfør", "Lærer", "Syer", "Elektriker", "Kokk", "Bonde", "Butikkselger")
_SUBJECTS = ("Sykepleie", "Elektro", "Økonomi", "Språk", "Bygg")
_WISHES = (
    "Arbeide med mat",
    "Kjøre buss",
    "Arbeide med barn",
    "Arbeide med eldre",
    "Arbeide ute",
    "Drive eget firma",
)
_INTERESTS = ("Fotball", "Musikk og sang", "Hage", "Matlaging", "Data")
_HOURS_OF_SOCIAL_STUDIES = 25


def map_person(
    stage: Stage, clock: Clock, participant: Participant, person: DemoPerson, number: int
) -> None:
    """Register what came out of the talks with somebody who was mapped and guided."""
    contents: list[Content] = [
        _education(person, number),
        Work((Job(_JOBS[number % len(_JOBS)], 12 + 7 * (number % 9)),)),
        _languages(person, number),
        Skills(digital=tuple(DigitalSkill)[number % len(DigitalSkill)]),
        Wishes(
            language="nb",
            work=_WISHES[number % len(_WISHES)],
            interests=_INTERESTS[number % len(_INTERESTS)],
        ),
        _guidance(participant, person, number),
        _before(person, number),
    ]
    append(stage.session, clock, stage.caseworker, participant, contents)


def _guidance(participant: Participant, person: DemoPerson, number: int) -> Guidance:
    return Guidance(
        guided_on=participant.guided_on,
        provider="Karrieresenteret",
        recommended_goal=person.end_goal,
        needs_recognition=person.education is EducationLevel.UPPER_SECONDARY_OR_HIGHER,
        needs_competence_validation=number % 5 == 0,
    )


def _education(person: DemoPerson, number: int) -> Education:
    if person.education is EducationLevel.NONE:
        return Education(practical_competence="Har arbeidet fra ung alder.")
    if person.education is EducationLevel.LOWER_SECONDARY:
        school = Schooling("Grunnskole", SchoolLevel.LOWER_SECONDARY, 9, is_completed=True)
        return Education((school,))
    return Education(
        (
            Schooling(
                _SUBJECTS[number % len(_SUBJECTS)],
                SchoolLevel.HIGHER,
                3,
                is_completed=True,
                papers=tuple(Papers)[number % len(Papers)],
                recognition=Recognition.NOT_SOUGHT,
            ),
        )
    )


def _languages(person: DemoPerson, number: int) -> Languages:
    written = Fluency.LITTLE if person.education is EducationLevel.NONE else Fluency.FLUENT
    level = CefrLevel.A1 if number % 2 else None
    return Languages(
        (LanguageSkill(_first_language(person), Fluency.FLUENT, written),), speaking=level
    )


def _before(person: DemoPerson, number: int) -> PreSettlement:
    if person.ground is PermitGround.RESETTLEMENT:
        return PreSettlement(CameFrom.RESETTLEMENT, courses="Kulturorientering fra IOM")
    if person.ground is PermitGround.ASYLUM and number % 3 == 0:
        return PreSettlement(
            CameFrom.RECEPTION_CENTRE,
            norwegian_hours=175,
            social_studies_hours=_HOURS_OF_SOCIAL_STUDIES,
            social_studies_language=_first_language(person),
        )
    return PreSettlement(CameFrom.ELSEWHERE)


def _first_language(person: DemoPerson) -> str:
    return "so" if person.language == "nb" else person.language
