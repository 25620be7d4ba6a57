"""Standard elements of a programme, in plain words: ours, after the law, for every language."""

from dataclasses import dataclass
from typing import Any

from app.i18n.text import lazy_gettext as _l
from app.rules.law import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.plan import ElementKind


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One kind of element."""

    kind: ElementKind
    name: Any
    """A lazy text, translated when shown."""
    explanation: Any
    """A lazy sentence for the participant, translated when shown."""
    minutes_per_week: int
    """A first proposal; the caseworker decides."""
    provision: Provision


def _entry(
    kind: ElementKind, name: Any, explanation: Any, hours: int, provision: Provision
) -> CatalogueEntry:
    return CatalogueEntry(kind, name, explanation, hours * 60, provision)


_WORK_OR_EDUCATION = INTEGRERINGSLOVEN.section("14 a", "(1) a")
_WORK_ORIENTED = INTEGRERINGSLOVEN.section("14 a", "(4)")

_ENTRIES = (
    _entry(
        ElementKind.NORWEGIAN_TRAINING,
        _l("Norsk"),
        _l("Du lærer å forstå, snakke, lese og skrive norsk."),
        15,
        INTEGRERINGSLOVEN.section("14 a", "(1) b"),
    ),
    _entry(
        ElementKind.SOCIAL_STUDIES,
        _l("Samfunnskunnskap"),
        _l("Du lærer hvordan det norske samfunnet virker, på et språk du forstår."),
        5,
        INTEGRERINGSLOVEN.section("14 a", "(1) c"),
    ),
    _entry(
        ElementKind.LIFE_SKILLS_MIGRATION_HEALTH,
        _l("Livsmestring: migrasjon, helse og mangfold"),
        _l("Du snakker med andre om å flytte til et nytt land, om helse og om å leve sammen."),
        2,
        INTEGRERINGSFORSKRIFTEN.section("4"),
    ),
    _entry(
        ElementKind.LIFE_SKILLS_CAREER,
        _l("Livsmestring: karrierekompetanse"),
        _l("Du lærer å velge og planlegge arbeid og utdanning."),
        3,
        INTEGRERINGSFORSKRIFTEN.section("4"),
    ),
    _entry(
        ElementKind.PARENTAL_GUIDANCE,
        _l("Foreldreveiledning"),
        _l("Du snakker med andre foreldre om å være mor eller far i Norge."),
        2,
        INTEGRERINGSLOVEN.section("14 a", "(2)"),
    ),
    _entry(
        ElementKind.WORK_PRACTICE,
        _l("Praksis på en arbeidsplass"),
        _l("Du er med på en arbeidsplass, lærer jobben og bruker norsk."),
        15,
        _WORK_ORIENTED,
    ),
    _entry(
        ElementKind.PART_TIME_WORK,
        _l("Deltidsarbeid"),
        _l("Du har en jobb ved siden av resten av programmet."),
        15,
        _WORK_ORIENTED,
    ),
    _entry(
        ElementKind.BRANCH_COURSE,
        _l("Yrkes- eller bransjekurs"),
        _l("Du tar et kort kurs som en bransje trenger, for eksempel truckførerkurs."),
        15,
        _WORK_ORIENTED,
    ),
    _entry(
        ElementKind.NAV_MEASURE,
        _l("Arbeidsmarkedstiltak fra Nav"),
        _l("Du får hjelp fra Nav til å komme i arbeid."),
        15,
        _WORK_ORIENTED,
    ),
    _entry(
        ElementKind.OTHER_WORK_ORIENTED,
        _l("Annet arbeidsrettet element"),
        _l("Du gjør noe annet som fører deg nærmere en jobb."),
        5,
        _WORK_ORIENTED,
    ),
    _entry(
        ElementKind.PREPARATORY_ADULT_EDUCATION,
        _l("Forberedende opplæring for voksne (FOV)"),
        _l("Du tar fag på grunnskolens nivå, lagt opp for voksne."),
        20,
        _WORK_OR_EDUCATION,
    ),
    _entry(
        ElementKind.UPPER_SECONDARY,
        _l("Videregående opplæring"),
        _l("Du tar fag på videregående skole."),
        20,
        _WORK_OR_EDUCATION,
    ),
    _entry(
        ElementKind.VOCATIONAL_TRAINING,
        _l("Fag- og yrkesopplæring"),
        _l("Du lærer et yrke fram mot fagbrev, svennebrev eller praksisbrev."),
        20,
        _WORK_OR_EDUCATION,
    ),
    _entry(
        ElementKind.VOCATIONAL_REQUALIFICATION,
        _l("Yrkesfaglig rekvalifisering"),
        _l("Du har utdanning fra før, og tar en ny yrkesutdanning."),
        20,
        _WORK_OR_EDUCATION,
    ),
    _entry(
        ElementKind.HIGHER_EDUCATION_PREPARATION,
        _l("Forberedelse til høyere utdanning"),
        _l("Du gjør deg klar til å studere på universitet, høyskole eller fagskole."),
        15,
        _WORK_OR_EDUCATION,
    ),
    _entry(
        ElementKind.COMPETENCE_VALIDATION,
        _l("Realkompetansevurdering"),
        _l("Noen vurderer det du kan fra før, så det kan telle som utdanning."),
        3,
        INTEGRERINGSLOVEN.section("15", "(2)"),
    ),
    _entry(
        ElementKind.OWN_ACTIVITY,
        _l("Egenaktivitet"),
        _l("Du arbeider på egen hånd, for eksempel med lekser eller jobbsøking."),
        5,
        INTEGRERINGSLOVEN.section("14 a"),
    ),
    _entry(
        ElementKind.OTHER,
        _l("Annet element"),
        _l("Du gjør noe annet som er nyttig for målet ditt."),
        5,
        INTEGRERINGSLOVEN.section("14 a"),
    ),
)

CATALOGUE: dict[ElementKind, CatalogueEntry] = {entry.kind: entry for entry in _ENTRIES}
"""Every kind, in the order in which it is offered."""
