"""Skills and certificates, interests and wishes."""

from typing import Any

from app.enrolment.mapping.contents import Skills, Wishes
from app.enrolment.mapping.forms.base import PartForm
from app.enrolment.mapping.kinds import DigitalSkill
from app.enrolment.mapping.wording import digital_text
from app.i18n.spoken import language_name
from app.i18n.text import lazy_gettext as _l
from app.web.fields import checkbox_field, language_choices, select_field
from app.web.forms import text_field

WRITTEN_NORWEGIAN = ("nb", "nn")


class SkillsForm(PartForm):
    """Digitale ferdigheter, førerkort og kursbevis."""

    content_kind = Skills

    digital: Any = select_field(
        _l("Digitale ferdigheter"),
        lambda: [(one.value, digital_text(one)) for one in DigitalSkill],
        blank=_l("Ikke registrert"),
    )
    digital_note: Any = text_field(
        _l("Mer om digitale ferdigheter"), hint=_l("For eksempel programmer eller maskiner.")
    )
    driving_licence: Any = text_field(
        _l("Førerkort, klasser"), most=60, hint=_l("Slik det står i førerkortet, for eksempel B.")
    )
    licence_country: Any = text_field(_l("Landet førerkortet er fra"))
    is_licence_valid_in_norway: Any = checkbox_field(_l("Førerkortet gjelder i Norge"))
    certificates: Any = text_field(
        _l("Andre sertifikater og kursbevis"),
        most=1000,
        area=True,
        hint=_l("For eksempel truckførerbevis eller hygienekurs."),
    )


class WishesForm(PartForm):
    """Interesser og ønsker, in her own words."""

    content_kind = Wishes
    depending = ("language",)

    language: Any = select_field(
        _l("Språket ordene er skrevet på"),
        lambda: [(code, language_name(code)) for code in WRITTEN_NORWEGIAN] + language_choices(),
        blank=_l("Velg språk"),
    )
    long_term: Any = text_field(
        _l("Langsiktige mål"),
        most=4000,
        area=True,
        hint=_l("Hva vil deltakeren på lengre sikt? Målene går inn i utkastet til plan."),
    )
    work: Any = text_field(_l("Ønsker for arbeid"), most=2000, area=True)
    education: Any = text_field(_l("Ønsker for utdanning"), most=2000, area=True)
    interests: Any = text_field(_l("Interesser"), most=2000, area=True)
