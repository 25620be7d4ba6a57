"""Education levels as scenarios write them: `lower` stands for both levels below."""

from enum import StrEnum

from app.rules.programme import EducationLevel
from app.scenarios.fields import Fields


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
