"""What was mapped and guided, or why not."""

from typing import Any
from uuid import UUID

from app.enrolment.commands import RegisterMapping
from app.enrolment.forms.reading import RefusableForm, member
from app.enrolment.wording import education_text
from app.i18n.text import lazy_gettext as _l
from app.rules.programme import EducationLevel
from app.web.fields import day_field, select_field, text_field, version_field


class MappingForm(RefusableForm):
    """Kompetansekartlegging and karriereveiledning."""

    row_version = version_field()
    mapped_on: Any = day_field(_l("Kompetansen ble kartlagt"))
    education_level: Any = select_field(
        _l("Utdanningsnivå"),
        lambda: [(level.value, education_text(level)) for level in EducationLevel],
        blank=_l("Ikke kartlagt ennå"),
        hint=_l("Avgjør hvilke sluttmål programmet kan ha, og hvor lenge det kan vare."),
    )
    mapping_missing_reason: Any = text_field(
        _l("Hvorfor kompetansen ikke er kartlagt"), most=2000, area=True
    )
    guided_on: Any = day_field(_l("Karriereveiledning ble gitt"))
    guidance_missing_reason: Any = text_field(
        _l("Hvorfor det ikke er gitt karriereveiledning"), most=2000, area=True
    )

    def to_command(self, participant_id: UUID) -> RegisterMapping:
        """Return what the form asks for."""
        return RegisterMapping(
            participant_id=participant_id,
            row_version=self.row_version.data,
            education_level=member(EducationLevel, self.education_level.data),
            mapped_on=self.mapped_on.data,
            mapping_missing_reason=self.mapping_missing_reason.data or "",
            guided_on=self.guided_on.data,
            guidance_missing_reason=self.guidance_missing_reason.data or "",
        )
