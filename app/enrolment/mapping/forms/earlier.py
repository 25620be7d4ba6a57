"""Career guidance from the county, and what was done before settlement."""

from typing import Any

from app.enrolment.mapping.contents import Guidance, PreSettlement
from app.enrolment.mapping.forms.base import PartForm
from app.enrolment.mapping.kinds import CameFrom
from app.enrolment.mapping.wording import came_from_text, end_goal_text
from app.i18n.text import lazy_gettext as _l
from app.rules.programme import EndGoal
from app.web.fields import checkbox_field, day_field, integer_field, language_choices, select_field
from app.web.forms import text_field


class GuidanceForm(PartForm):
    """Karriereveiledning."""

    content_kind = Guidance
    depending = ("guided_on", "missing_reason")

    guided_on: Any = day_field(_l("Karriereveiledning ble gitt"))
    provider: Any = text_field(
        _l("Hvem ga veiledningen?"), hint=_l("For eksempel navnet på karrieresenteret.")
    )
    recommended_goal: Any = select_field(
        _l("Sluttmålet fylkeskommunen anbefaler"),
        lambda: [(one.value, end_goal_text(one)) for one in EndGoal],
        blank=_l("Ingen anbefaling"),
    )
    recommendation: Any = text_field(_l("Anbefalingen"), most=4000, area=True)
    possibilities: Any = text_field(_l("Muligheter i arbeid og utdanning"), most=2000, area=True)
    needs_recognition: Any = checkbox_field(_l("Trenger godkjenning av utdanning"))
    needs_authorisation: Any = checkbox_field(_l("Trenger autorisasjon"))
    needs_supplementary_education: Any = checkbox_field(_l("Trenger kompletterende utdanning"))
    needs_competence_validation: Any = checkbox_field(_l("Trenger realkompetansevurdering"))
    obstacles: Any = text_field(
        _l("Hindringer for kurs, arbeid eller utdanning"),
        most=2000,
        area=True,
        hint=_l(
            "Skriv hva deltakeren trenger for å kunne delta, for eksempel plass i barnehage eller "
            "kortere økter. Skriv aldri diagnoser."
        ),
    )
    document_reference: Any = text_field(
        _l("Hvor dokumentet ligger"), hint=_l("For eksempel journalpost eller saksnummer.")
    )
    missing_reason: Any = text_field(
        _l("Hvorfor det ikke er gitt karriereveiledning"), most=2000, area=True
    )


class PreSettlementForm(PartForm):
    """What was done before settlement."""

    content_kind = PreSettlement

    came_from: Any = select_field(
        _l("Hvor bodde deltakeren før bosettingen?"),
        lambda: [(one.value, came_from_text(one)) for one in CameFrom],
        blank=_l("Ikke registrert"),
    )
    place: Any = text_field(_l("Navnet på mottaket eller stedet"))
    norwegian_hours: Any = integer_field(_l("Timer norsk i mottak"), highest=2000)
    social_studies_hours: Any = integer_field(
        _l("Timer samfunnskunnskap i mottak"),
        highest=200,
        hint=_l("Timene regnes som gjennomført, og trekkes fra i planen."),
    )
    social_studies_language: Any = select_field(
        _l("Språket samfunnskunnskapen ble gitt på"),
        language_choices,
        blank=_l("Ikke registrert"),
    )
    has_life_skills: Any = checkbox_field(_l("Har deltatt på kurs i livsmestring"))
    has_parental_guidance: Any = checkbox_field(_l("Har fått foreldreveiledning"))
    courses: Any = text_field(
        _l("Andre kurs og tiltak"),
        most=2000,
        area=True,
        hint=_l("For eksempel kurs fra IOM eller IMDi før innreisen."),
    )
    certificates: Any = text_field(
        _l("Bevis og resultater"),
        most=1000,
        area=True,
        hint=_l("For eksempel kursbevis eller resultat på norskprøve."),
    )
    document_reference: Any = text_field(
        _l("Hvor dokumentasjonen ligger"), hint=_l("For eksempel journalpost eller saksnummer.")
    )
