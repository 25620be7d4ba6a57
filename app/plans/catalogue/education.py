"""Elements towards education: schooling, trades, recognition of what somebody can already."""

from app.i18n.text import lazy_gettext as _l
from app.plans.catalogue.types import CatalogueEntry, entry
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.plan import ElementKind

_WORK_OR_EDUCATION = INTEGRERINGSLOVEN.section("14 a", "(1) a")
_VALIDATION = INTEGRERINGSLOVEN.section("15", "(2)")

EDUCATION: tuple[CatalogueEntry, ...] = (
    entry(
        ElementKind.PREPARATORY_ADULT_EDUCATION,
        _l("Forberedende opplæring for voksne (FOV)"),
        _l("Du tar fag på grunnskolens nivå, lagt opp for voksne."),
        20,
        _WORK_OR_EDUCATION,
    ),
    entry(
        ElementKind.PREPARATORY_ADULT_EDUCATION,
        _l("FOV: norskmoduler"),
        _l("Du tar norsk i moduler på grunnskolens nivå. Du kan ta én modul om gangen."),
        12,
        _WORK_OR_EDUCATION,
        variant="norwegian",
    ),
    entry(
        ElementKind.PREPARATORY_ADULT_EDUCATION,
        _l("FOV: matematikk, engelsk, naturfag og samfunnsfag"),
        _l("Du tar moduler i fagene du mangler fra grunnskolen."),
        15,
        _WORK_OR_EDUCATION,
        variant="subjects",
    ),
    entry(
        ElementKind.UPPER_SECONDARY,
        _l("Videregående opplæring"),
        _l("Du tar fag på videregående skole."),
        20,
        _WORK_OR_EDUCATION,
    ),
    entry(
        ElementKind.UPPER_SECONDARY,
        _l("Moduler i videregående for voksne"),
        _l("Du tar videregående i moduler, i ditt eget tempo."),
        20,
        _WORK_OR_EDUCATION,
        variant="modules",
    ),
    entry(
        ElementKind.UPPER_SECONDARY,
        _l("Enkelte fag på videregående"),
        _l("Du tar bare de fagene du mangler."),
        10,
        _WORK_OR_EDUCATION,
        variant="single_subjects",
    ),
    entry(
        ElementKind.VOCATIONAL_TRAINING,
        _l("Fag- og yrkesopplæring"),
        _l("Du lærer et yrke fram mot fagbrev, svennebrev eller praksisbrev."),
        20,
        _WORK_OR_EDUCATION,
    ),
    entry(
        ElementKind.VOCATIONAL_TRAINING,
        _l("Opplæring mot praksisbrev"),
        _l("Du lærer en del av et yrke på en arbeidsplass, og tar en prøve til slutt."),
        25,
        _WORK_OR_EDUCATION,
        variant="practice_certificate",
    ),
    entry(
        ElementKind.VOCATIONAL_TRAINING,
        _l("Fagbrev på jobb"),
        _l("Du har en jobb og lærer yrket der, fram mot fagbrevet."),
        25,
        _WORK_OR_EDUCATION,
        variant="at_work",
    ),
    entry(
        ElementKind.VOCATIONAL_REQUALIFICATION,
        _l("Yrkesfaglig rekvalifisering"),
        _l("Du har utdanning fra før, og tar en ny yrkesutdanning."),
        20,
        _WORK_OR_EDUCATION,
    ),
    entry(
        ElementKind.HIGHER_EDUCATION_PREPARATION,
        _l("Forberedelse til høyere utdanning"),
        _l("Du gjør deg klar til å studere på universitet, høyskole eller fagskole."),
        15,
        _WORK_OR_EDUCATION,
    ),
    entry(
        ElementKind.HIGHER_EDUCATION_PREPARATION,
        _l("Supplerende utdanning etter utdanning fra utlandet"),
        _l("Du tar det du mangler for at utdanningen din skal gjelde i Norge."),
        20,
        _WORK_OR_EDUCATION,
        variant="supplementary",
    ),
    entry(
        ElementKind.COMPETENCE_VALIDATION,
        _l("Realkompetansevurdering"),
        _l("Noen vurderer det du kan fra før, så det kan telle som utdanning."),
        3,
        _VALIDATION,
    ),
    entry(
        ElementKind.COMPETENCE_VALIDATION,
        _l("Søknad om godkjenning av utdanning eller yrke"),
        _l("Du får hjelp til å samle papirer og søke om at utdanningen eller yrket blir godkjent."),
        2,
        _VALIDATION,
        variant="recognition",
    ),
)
