"""Elements that support the others: digital skills, own work, and what the list has no name for."""

from app.i18n.text import lazy_gettext as _l
from app.plans.catalogue.types import CatalogueEntry, entry
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.plan import ElementKind

_CONTENT = INTEGRERINGSLOVEN.section("14 a")

SUPPORT: tuple[CatalogueEntry, ...] = (
    entry(
        ElementKind.OWN_ACTIVITY,
        _l("Egenaktivitet"),
        _l("Du arbeider på egen hånd, for eksempel med lekser eller jobbsøking."),
        5,
        _CONTENT,
    ),
    entry(
        ElementKind.OTHER,
        _l("Digitale ferdigheter"),
        _l("Du lærer å bruke datamaskin, telefon og digitale tjenester."),
        3,
        _CONTENT,
        variant="digital_skills",
    ),
    entry(
        ElementKind.OTHER,
        _l("Språkkafé eller språkvenn"),
        _l("Du øver på å snakke norsk med andre utenfor skolen."),
        2,
        _CONTENT,
        variant="conversation",
    ),
    entry(
        ElementKind.OTHER,
        _l("Frivillig arbeid"),
        _l("Du er med i en forening eller hjelper til i nærmiljøet."),
        3,
        _CONTENT,
        variant="volunteering",
    ),
    entry(
        ElementKind.OTHER,
        _l("Helsefremmende aktivitet"),
        _l("Du trener eller gjør noe annet som er bra for helsen."),
        2,
        _CONTENT,
        variant="health",
    ),
    entry(
        ElementKind.OTHER,
        _l("Annet element"),
        _l("Du gjør noe annet som er nyttig for målet ditt."),
        5,
        _CONTENT,
    ),
)
