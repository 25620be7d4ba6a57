"""What she speaks and writes, and how far she has come in Norwegian."""

from typing import Any

from wtforms import FieldList, FormField

from app.enrolment.mapping.contents import Languages
from app.enrolment.mapping.forms.base import MOST_LINES, LineForm, PartForm
from app.enrolment.mapping.kinds import Fluency
from app.enrolment.mapping.wording import fluency_text
from app.i18n.text import lazy_gettext as _l
from app.rules.plan import CefrLevel
from app.web.fields import checkbox_field, language_choices, select_field
from app.web.forms import text_field


def _fluencies() -> list[tuple[str, str]]:
    return [(one.value, fluency_text(one)) for one in Fluency]


def _level_field(label: str) -> Any:
    return select_field(
        label,
        lambda: [(level.value, level.value) for level in CefrLevel],
        blank=_l("Under A1 eller ikke kjent"),
    )


class LanguageForm(LineForm):
    """One language."""

    language: Any = select_field(
        _l("Språk"), language_choices, blank=_l("Velg språk"), required=_l("Velg språket.")
    )
    spoken: Any = select_field(
        _l("Snakker"), _fluencies, blank=_l("Velg nivå"), required=_l("Velg et nivå.")
    )
    written: Any = select_field(
        _l("Leser og skriver"), _fluencies, blank=_l("Velg nivå"), required=_l("Velg et nivå.")
    )


class LanguagesForm(PartForm):
    """Språk."""

    content_kind = Languages
    legend = _l("Språk deltakeren kan")

    skills = FieldList(FormField(LanguageForm), max_entries=MOST_LINES)
    listening: Any = _level_field(_l("Norsk nå: lytte"))
    reading: Any = _level_field(_l("Norsk nå: lese"))
    writing: Any = _level_field(_l("Norsk nå: skrive"))
    speaking: Any = _level_field(_l("Norsk nå: snakke"))
    norwegian_source: Any = text_field(
        _l("Hvordan norsknivået er funnet"),
        hint=_l("For eksempel norskprøve med dato, eller vurdering fra læreren."),
    )
    needs_b2: Any = checkbox_field(
        _l("Deltakeren må kunne vise nivå B2 i alle ferdigheter"),
        hint=_l("For eksempel for å studere eller for å få autorisasjon."),
    )
