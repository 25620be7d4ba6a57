"""The kind `identity_number`."""

from datetime import date

from app.rules.identity import IdentityNumberType, check_identity_number
from app.rules.law.sources import FOLKEREGISTERFORSKRIFTEN
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, answer

_NUMBERS = (
    FOLKEREGISTERFORSKRIFTEN.section("2-2-1"),
    FOLKEREGISTERFORSKRIFTEN.section("2-2-2"),
)


def answer_identity_number(fields: Fields, known_on: date | None) -> Answer:
    """Return what the digits of a number say; `known_on` makes no difference."""
    del known_on
    check = check_identity_number(fields.text("value"))
    fields.close()
    return answer(
        {
            "type": check.type.value,
            "valid": check.is_valid,
            "warnings": [warning.value for warning in check.warnings],
        },
        provisions=() if check.type is IdentityNumberType.DUF else _NUMBERS,
    )
