"""Education and work, line by line."""

from typing import Any

from wtforms import FieldList, FormField

from app.enrolment.mapping.contents import Education, Work
from app.enrolment.mapping.forms.base import MOST_LINES, LineForm, PartForm
from app.enrolment.mapping.kinds import Papers, Recognition, SchoolLevel
from app.enrolment.mapping.wording import papers_text, recognition_text, school_level_text
from app.i18n.text import lazy_gettext as _l
from app.web.fields import checkbox_field, integer_field, select_field
from app.web.forms import text_field

_BLANK = _l("Ikke registrert")


class SchoolingForm(LineForm):
    """One education."""

    subject: Any = text_field(
        _l("Fag eller linje"),
        required=_l("Skriv hva utdanningen var i."),
        hint=_l("For eksempel sykepleie, elektro eller grunnskole."),
    )
    level: Any = select_field(
        _l("Type utdanning"),
        lambda: [(one.value, school_level_text(one)) for one in SchoolLevel],
        blank=_l("Velg type"),
        required=_l("Velg type utdanning."),
    )
    years: Any = integer_field(_l("Antall år"), highest=30)
    country: Any = text_field(_l("Land"))
    is_completed: Any = checkbox_field(_l("Utdanningen er fullført"))
    papers: Any = select_field(
        _l("Vitnemål eller bevis"),
        lambda: [(one.value, papers_text(one)) for one in Papers],
        blank=_BLANK,
    )
    recognition: Any = select_field(
        _l("Godkjenning i Norge"),
        lambda: [(one.value, recognition_text(one)) for one in Recognition],
        blank=_BLANK,
    )


class EducationForm(PartForm):
    """Utdanning og realkompetanse."""

    content_kind = Education
    legend = _l("Utdanninger")

    schoolings = FieldList(FormField(SchoolingForm), max_entries=MOST_LINES)
    practical_competence: Any = text_field(
        _l("Realkompetanse"),
        most=2000,
        area=True,
        hint=_l("Det deltakeren har lært i arbeid, hjemme eller på andre måter, uten bevis."),
    )


class JobForm(LineForm):
    """One stretch of work."""

    occupation: Any = text_field(
        _l("Yrke"),
        required=_l("Skriv hva deltakeren arbeidet som."),
        hint=_l("For eksempel baker, bonde eller lærer."),
    )
    months: Any = integer_field(
        _l("Antall måneder i alt"), highest=720, hint=_l("Ett år er 12 måneder.")
    )
    country: Any = text_field(_l("Land"))
    tasks: Any = text_field(_l("Oppgaver"), most=500)


class WorkForm(PartForm):
    """Arbeidserfaring."""

    content_kind = Work
    legend = _l("Arbeid")

    jobs = FieldList(FormField(JobForm), max_entries=MOST_LINES)
    other_competence: Any = text_field(
        _l("Annen kompetanse"),
        most=2000,
        area=True,
        hint=_l("For eksempel frivillig arbeid, verv eller omsorg for andre."),
    )
