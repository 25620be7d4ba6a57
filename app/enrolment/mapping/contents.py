"""What each part of the mapping says, as frozen values (integreringsforskriften §§ 47–50).

Empty texts, None and False mean that nothing was registered.
"""

from dataclasses import dataclass
from datetime import date

from app.enrolment.mapping.kinds import (
    CameFrom,
    DigitalSkill,
    Fluency,
    MappedBy,
    MappingPart,
    Papers,
    Recognition,
    SchoolLevel,
)
from app.rules.plan import CefrLevel
from app.rules.programme import EducationLevel, EndGoal


@dataclass(frozen=True, slots=True)
class Conversation:
    """That the competence was mapped, when, by whom and how, or why not (§§ 6 and 10)."""

    mapped_on: date | None = None
    missing_reason: str = ""
    """Why nothing was mapped; empty when it was."""
    education_level: EducationLevel | None = None
    """What the mapping came to: decides between §§ 13 and 14."""
    mapped_by: MappedBy | None = None
    mapper_name: str = ""
    interpreter_language: str = ""
    """BCP 47 code of the language that was interpreted; empty: no interpreter."""
    country_background: str = ""
    gaps: str = ""
    """What could not be mapped, and why."""


@dataclass(frozen=True, slots=True)
class Schooling:
    """One education."""

    subject: str
    level: SchoolLevel
    years: int | None = None
    """Whole years that were completed."""
    country: str = ""
    is_completed: bool = False
    papers: Papers | None = None
    recognition: Recognition | None = None


@dataclass(frozen=True, slots=True)
class Education:
    """Utdanning and realkompetanse."""

    schoolings: tuple[Schooling, ...] = ()
    practical_competence: str = ""
    """Realkompetanse: learnt without papers."""


@dataclass(frozen=True, slots=True)
class Job:
    """One stretch of work, paid or not."""

    occupation: str
    months: int | None = None
    """How long, in all."""
    country: str = ""
    tasks: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """Arbeidserfaring, and other competence that counts (§ 10 second paragraph)."""

    jobs: tuple[Job, ...] = ()
    other_competence: str = ""


@dataclass(frozen=True, slots=True)
class LanguageSkill:
    """One language that is not Norwegian."""

    language: str
    """BCP 47 code."""
    spoken: Fluency
    written: Fluency


@dataclass(frozen=True, slots=True)
class Languages:
    """What somebody speaks and writes, and how far she has come in Norwegian, skill by skill."""

    skills: tuple[LanguageSkill, ...] = ()
    listening: CefrLevel | None = None
    """Norwegian; None: below A1, or not known."""
    reading: CefrLevel | None = None
    writing: CefrLevel | None = None
    speaking: CefrLevel | None = None
    norwegian_source: str = ""
    """How the levels are known: which test, or whose judgement."""
    needs_b2: bool = False
    """Must document B2 in all skills (integreringsforskriften § 28 fourth paragraph)."""


@dataclass(frozen=True, slots=True)
class Skills:
    """Digitale ferdigheter, driving licences and other certificates."""

    digital: DigitalSkill | None = None
    digital_note: str = ""
    driving_licence: str = ""
    """Classes, as they stand in the licence."""
    licence_country: str = ""
    is_licence_valid_in_norway: bool = False
    certificates: str = ""


@dataclass(frozen=True, slots=True)
class Wishes:
    """Interests, and what she wants herself, in her own words."""

    language: str = ""
    """BCP 47 code of the language that the words are in."""
    long_term: str = ""
    work: str = ""
    education: str = ""
    interests: str = ""


@dataclass(frozen=True, slots=True)
class Guidance:
    """Karriereveiledning from the county: what came out of it, or why there was none (§ 11)."""

    guided_on: date | None = None
    missing_reason: str = ""
    """Why there was none; empty when there was."""
    provider: str = ""
    recommended_goal: EndGoal | None = None
    recommendation: str = ""
    """The recommendation inside §§ 13, 14 and 14 a, as the county wrote it."""
    possibilities: str = ""
    needs_recognition: bool = False
    needs_authorisation: bool = False
    needs_supplementary_education: bool = False
    needs_competence_validation: bool = False
    obstacles: str = ""
    """Hindrances to training, work or education; never a diagnosis."""
    document_reference: str = ""


@dataclass(frozen=True, slots=True)
class PreSettlement:
    """What somebody did before she was settled (integreringsloven §§ 5–7; regulation §§ 1, 2)."""

    came_from: CameFrom | None = None
    place: str = ""
    norwegian_hours: int = 0
    social_studies_hours: int = 0
    social_studies_language: str = ""
    """BCP 47 code."""
    has_life_skills: bool = False
    has_parental_guidance: bool = False
    courses: str = ""
    """Courses of IOM or IMDi, and other measures."""
    certificates: str = ""
    document_reference: str = ""


Content = Conversation | Education | Work | Languages | Skills | Wishes | Guidance | PreSettlement

CONTENTS: dict[MappingPart, type[Content]] = {
    MappingPart.CONVERSATION: Conversation,
    MappingPart.EDUCATION: Education,
    MappingPart.WORK: Work,
    MappingPart.LANGUAGES: Languages,
    MappingPart.SKILLS: Skills,
    MappingPart.WISHES: Wishes,
    MappingPart.GUIDANCE: Guidance,
    MappingPart.PRE_SETTLEMENT: PreSettlement,
}
"""Which values belong to which part; the inverse is `part_of`."""

_PARTS: dict[type[Content], MappingPart] = {kind: part for part, kind in CONTENTS.items()}


def part_of(content: Content) -> MappingPart:
    """Return the part that these values belong to."""
    return _PARTS[type(content)]


@dataclass(frozen=True, slots=True)
class Mapping:
    """The newest values of every part; a part that was never saved is empty."""

    conversation: Conversation = Conversation()
    education: Education = Education()
    work: Work = Work()
    languages: Languages = Languages()
    skills: Skills = Skills()
    wishes: Wishes = Wishes()
    guidance: Guidance = Guidance()
    pre_settlement: PreSettlement = PreSettlement()
