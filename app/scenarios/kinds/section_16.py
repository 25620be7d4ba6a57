"""The kind `section_16`."""

from datetime import date

from app.rules.law import InstallationDates
from app.rules.programme import Section16Document, required_document, section_16_step
from app.rules.programme.section_16 import SECTION_16, TRANSITION
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, answer, steps


def answer_section_16(fields: Fields, known_on: date | None) -> Answer:
    """Return the document that a plan needs; `known_on` makes no difference."""
    del known_on
    plan_made_on = fields.day("plan_made_on")
    dates = InstallationDates(
        declaration_in_force_from=fields.day_or_none("declaration_in_force_from")
    )
    fields.close()
    document = required_document(plan_made_on, dates)
    is_declaration = document is Section16Document.INTEGRATION_DECLARATION
    return answer(
        {
            "document": document.value,
            "steps": steps([section_16_step(plan_made_on, dates)]),
        },
        provisions=(SECTION_16, *((TRANSITION,) if is_declaration else ())),
    )
