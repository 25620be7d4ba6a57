"""Elements towards work: what counts towards fifteen work-oriented hours a week."""

from app.i18n.text import lazy_gettext as _l
from app.plans.catalogue.types import CatalogueEntry, entry
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.plan import ElementKind

_WORK_ORIENTED = INTEGRERINGSLOVEN.section("14 a", "(4)")

WORK: tuple[CatalogueEntry, ...] = (
    entry(
        ElementKind.WORK_PRACTICE,
        _l("Praksis på en arbeidsplass"),
        _l("Du er med på en arbeidsplass, lærer jobben og bruker norsk."),
        15,
        _WORK_ORIENTED,
    ),
    entry(
        ElementKind.WORK_PRACTICE,
        _l("Språkpraksis"),
        _l("Du er med på en arbeidsplass for å øve på å snakke norsk med andre."),
        8,
        _WORK_ORIENTED,
        variant="language",
    ),
    entry(
        ElementKind.PART_TIME_WORK,
        _l("Deltidsarbeid"),
        _l("Du har en jobb ved siden av resten av programmet."),
        15,
        _WORK_ORIENTED,
    ),
    entry(
        ElementKind.BRANCH_COURSE,
        _l("Yrkes- eller bransjekurs"),
        _l("Du tar et kort kurs som en bransje trenger, for eksempel truckførerkurs."),
        15,
        _WORK_ORIENTED,
    ),
    entry(
        ElementKind.BRANCH_COURSE,
        _l("Bransjekurs med praksis"),
        _l("Du lærer ordene og oppgavene i en bransje på kurs, og prøver dem på en arbeidsplass."),
        20,
        _WORK_ORIENTED,
        variant="with_practice",
    ),
    entry(
        ElementKind.NAV_MEASURE,
        _l("Arbeidsmarkedstiltak fra Nav"),
        _l("Du får hjelp fra Nav til å komme i arbeid."),
        15,
        _WORK_ORIENTED,
    ),
    entry(
        ElementKind.NAV_MEASURE,
        _l("Arbeidstrening gjennom Nav"),
        _l("Nav finner en arbeidsplass der du kan prøve hva du kan klare."),
        20,
        _WORK_ORIENTED,
        variant="work_training",
    ),
    entry(
        ElementKind.NAV_MEASURE,
        _l("Mentor på arbeidsplassen"),
        _l("En kollega følger deg på jobben og hjelper deg når noe er vanskelig."),
        15,
        _WORK_ORIENTED,
        variant="mentor",
    ),
    entry(
        ElementKind.OTHER_WORK_ORIENTED,
        _l("Annet arbeidsrettet element"),
        _l("Du gjør noe annet som fører deg nærmere en jobb."),
        5,
        _WORK_ORIENTED,
    ),
    entry(
        ElementKind.OTHER_WORK_ORIENTED,
        _l("Jobbsøkerkurs"),
        _l("Du skriver CV og søknad, og øver på jobbintervju."),
        6,
        _WORK_ORIENTED,
        variant="job_search",
    ),
    entry(
        ElementKind.OTHER_WORK_ORIENTED,
        _l("Oppfølging etter karriereveiledning"),
        _l("Du møter en veileder og finner ut hvordan du kan nå målet ditt."),
        2,
        _WORK_ORIENTED,
        variant="career_guidance",
    ),
    entry(
        ElementKind.OTHER_WORK_ORIENTED,
        _l("Start av egen bedrift"),
        _l("Du lærer hva du må kunne og gjøre for å drive din egen bedrift."),
        6,
        _WORK_ORIENTED,
        variant="own_business",
    ),
)
