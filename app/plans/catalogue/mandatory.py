"""What everybody learns: Norwegian, social studies, life skills; and guidance for parents."""

from app.i18n.text import lazy_gettext as _l
from app.plans.catalogue.types import CatalogueEntry, entry
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.plan import ElementKind

_NORWEGIAN = INTEGRERINGSLOVEN.section("14 a", "(1) b")
_LEVELS = INTEGRERINGSFORSKRIFTEN.section("28")

MANDATORY: tuple[CatalogueEntry, ...] = (
    entry(
        ElementKind.NORWEGIAN_TRAINING,
        _l("Norsk"),
        _l("Du lærer å forstå, snakke, lese og skrive norsk."),
        15,
        _NORWEGIAN,
    ),
    entry(
        ElementKind.NORWEGIAN_TRAINING,
        _l("Norsk med lese- og skriveopplæring"),
        _l("Du lærer å lese og skrive samtidig som du lærer norsk."),
        18,
        _NORWEGIAN,
        variant="literacy",
    ),
    entry(
        ElementKind.NORWEGIAN_TRAINING,
        _l("Norsk på nivå A1"),
        _l("Du lærer de første ordene og setningene du trenger hver dag."),
        18,
        _LEVELS,
        variant="a1",
    ),
    entry(
        ElementKind.NORWEGIAN_TRAINING,
        _l("Norsk på nivå A2"),
        _l("Du lærer å klare enkle samtaler og korte tekster på norsk."),
        15,
        _LEVELS,
        variant="a2",
    ),
    entry(
        ElementKind.NORWEGIAN_TRAINING,
        _l("Norsk på nivå B1"),
        _l("Du lærer norsk som du kan bruke selvstendig på jobb og skole."),
        15,
        _LEVELS,
        variant="b1",
    ),
    entry(
        ElementKind.NORWEGIAN_TRAINING,
        _l("Norsk på nivå B2"),
        _l("Du lærer norsk som du trenger for å studere og for yrker med høye krav til språk."),
        15,
        _LEVELS,
        variant="b2",
    ),
    entry(
        ElementKind.SOCIAL_STUDIES,
        _l("Samfunnskunnskap"),
        _l("Du lærer hvordan det norske samfunnet virker, på et språk du forstår."),
        5,
        INTEGRERINGSLOVEN.section("14 a", "(1) c"),
    ),
    entry(
        ElementKind.LIFE_SKILLS_MIGRATION_HEALTH,
        _l("Livsmestring: migrasjon, helse og mangfold"),
        _l("Du snakker med andre om å flytte til et nytt land, om helse og om å leve sammen."),
        2,
        INTEGRERINGSFORSKRIFTEN.section("4"),
    ),
    entry(
        ElementKind.LIFE_SKILLS_CAREER,
        _l("Livsmestring: karrierekompetanse"),
        _l("Du lærer å velge og planlegge arbeid og utdanning."),
        3,
        INTEGRERINGSFORSKRIFTEN.section("4"),
    ),
    entry(
        ElementKind.PARENTAL_GUIDANCE,
        _l("Foreldreveiledning"),
        _l("Du snakker med andre foreldre om å være mor eller far i Norge."),
        2,
        INTEGRERINGSLOVEN.section("14 a", "(2)"),
    ),
)
