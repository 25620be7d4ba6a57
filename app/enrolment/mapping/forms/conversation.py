"""When, by whom and how the competence was mapped, or why not."""

from typing import Any

from app.enrolment.mapping.contents import Conversation
from app.enrolment.mapping.forms.base import PartForm
from app.enrolment.mapping.kinds import MappedBy
from app.enrolment.mapping.wording import mapped_by_text
from app.enrolment.wording import education_text
from app.i18n.text import lazy_gettext as _l
from app.rules.programme import EducationLevel
from app.web.fields import day_field, language_choices, select_field
from app.web.forms import text_field


class ConversationForm(PartForm):
    """Kompetansekartlegging: the talk and what it came to."""

    content_kind = Conversation
    depending = ("mapped_on", "education_level", "missing_reason")

    mapped_on: Any = day_field(_l("Kompetansen ble kartlagt"))
    education_level: Any = select_field(
        _l("Utdanningsnivå"),
        lambda: [(level.value, education_text(level)) for level in EducationLevel],
        blank=_l("Ikke kartlagt ennå"),
        hint=_l("Avgjør hvilke sluttmål programmet kan ha, og hvor lenge det kan vare."),
    )
    mapped_by: Any = select_field(
        _l("Hvem kartla kompetansen?"),
        lambda: [(one.value, mapped_by_text(one)) for one in MappedBy],
        blank=_l("Ikke registrert"),
    )
    mapper_name: Any = text_field(_l("Navnet på den som kartla"))
    interpreter_language: Any = select_field(
        _l("Språket det ble tolket til"), language_choices, blank=_l("Uten tolk")
    )
    country_background: Any = text_field(_l("Landbakgrunn"))
    gaps: Any = text_field(_l("Hva som ikke kunne kartlegges, og hvorfor"), most=2000, area=True)
    missing_reason: Any = text_field(
        _l("Hvorfor kompetansen ikke er kartlagt"), most=2000, area=True
    )
