"""Education levels as scenarios write them: `lower` stands for both levels below."""

from dataclasses import dataclass
from enum import StrEnum

from app.rules.eligibility import PermitGround
from app.rules.law import Provision
from app.rules.programme import (
    EducationAssessment,
    EducationFacts,
    EducationLevel,
    education_level,
)
from app.scenarios.errors import ScenarioError, ScenarioProblem
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, grounds


class EducationCode(StrEnum):
    """What the key `education` may hold."""

    UPPER_SECONDARY_OR_HIGHER = "upper_secondary_or_higher"
    LOWER = "lower"
    LOWER_SECONDARY = "lower_secondary"
    NONE = "none"


def read_education(fields: Fields) -> EducationLevel:
    """Read `education`. Only the Norwegian goal asks which of the lower levels it is."""
    code = fields.choice("education", EducationCode)
    if code is EducationCode.LOWER:
        return EducationLevel.LOWER_SECONDARY
    return EducationLevel(code.value)


@dataclass(frozen=True, slots=True)
class EducationAnswer:
    """An education level, and how it was found."""

    level: EducationLevel
    is_exact: bool
    """Not merely `lower`."""
    assessment: EducationAssessment | None
    """Why, where `education_facts` were given."""

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """What the level rests on."""
        rows = self.assessment.grounds if self.assessment else ()
        return tuple(row.provision for row in rows)

    def to_json(self) -> Answer | None:
        """Return the level with its grounds; None where the level was given as it is."""
        if self.assessment is None:
            return None
        return {"level": self.level.value, "grounds": grounds(self.assessment.grounds)}


def answer_education(fields: Fields, permit_ground: PermitGround) -> EducationAnswer:
    """Read `education_facts` (integreringsforskriften § 65 a), or else `education`.

    Where both are given they must agree on §§ 13 and 14.
    """
    if not fields.has("education_facts"):
        level = read_education(fields)
        code = fields.choice("education", EducationCode)
        return EducationAnswer(level, code is not EducationCode.LOWER, None)
    assessment = education_level(_read_facts(fields.fields("education_facts")), permit_ground)
    level = assessment.level
    if fields.has("education"):
        given = read_education(fields)
        if given.is_upper_secondary_or_higher is not level.is_upper_secondary_or_higher:
            message = f"The facts about education give the level {level.value!r}."
            raise ScenarioError(ScenarioProblem.UNKNOWN_VALUE, message, fields.path("education"))
    return EducationAnswer(level, is_exact=True, assessment=assessment)


def _read_facts(fields: Fields) -> EducationFacts:
    facts = EducationFacts(
        meets_list_demand=fields.flag("meets_list_demand"),
        meets_language_demand=(
            fields.flag("meets_language_demand") if fields.has("meets_language_demand") else None
        ),
        has_ukrainian_upper_secondary=fields.flag("ukrainian_upper_secondary", default=False),
        has_lower_secondary=fields.flag("lower_secondary", default=False),
    )
    fields.close()
    return facts
