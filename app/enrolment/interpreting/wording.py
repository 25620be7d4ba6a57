"""The closed lists of interpreting in words."""

from typing import assert_never

from app.enrolment.interpreting.kinds import (
    Exemption,
    InterpreterUse,
    InterpretingMode,
    Kinship,
    NoInterpreterReason,
    QualificationCategory,
)
from app.i18n.locales import DEFAULT, document_languages
from app.i18n.spoken import SPOKEN_LANGUAGES, language_name
from app.i18n.text import gettext as _


def use_text(use: InterpreterUse) -> str:
    """Return who interpreted."""
    match use:
        case InterpreterUse.REGISTERED:
            return _("Tolk fra Nasjonalt tolkeregister")
        case InterpreterUse.UNREGISTERED:
            return _("En annen voksen")
        case InterpreterUse.NONE:
            return _("Ingen tolk")
        case _:
            assert_never(use)


def category_text(category: QualificationCategory) -> str:
    """Return what IMDi's categories stand for (imdi.no/tolk/om-nasjonalt-tolkeregister)."""
    match category:
        case QualificationCategory.A:
            return _("A: statsautorisert, og bachelor i tolking")
        case QualificationCategory.B:
            return _("B: bachelor i tolking, eller statsautorisert med 30 studiepoeng")
        case QualificationCategory.C:
            return _("C: statsautorisert")
        case QualificationCategory.D:
            return _("D: minst 30 studiepoeng i tolking")
        case QualificationCategory.E:
            return _("E: tospråktest eller oversetter, og kurs i tolkens ansvarsområde")
        case _:
            assert_never(category)


def mode_text(mode: InterpretingMode) -> str:
    """Return where the interpreter was."""
    match mode:
        case InterpretingMode.IN_ROOM:
            return _("I rommet")
        case InterpretingMode.SCREEN:
            return _("På skjerm")
        case InterpretingMode.PHONE:
            return _("På telefon")
        case _:
            assert_never(mode)


def exemption_text(exemption: Exemption) -> str:
    """Return on which ground the interpreter need not be qualified (tolkeloven § 7)."""
    match exemption:
        case Exemption.NOT_SAFE_TO_WAIT:
            return _("Det var ikke forsvarlig å vente")
        case Exemption.EMERGENCY:
            return _("Nødssituasjon")
        case Exemption.STRONG_REASONS:
            return _("Andre sterke grunner")
        case Exemption.TRANSITION:
            return _("Unntaket som gjelder til 31.12.2026")
        case _:
            assert_never(exemption)


def kinship_text(kinship: Kinship) -> str:
    """Return what the interpreter is to the participant."""
    match kinship:
        case Kinship.NONE:
            return _("Nei")
        case Kinship.RELATIVE:
            return _("Ja, voksen slektning")
        case Kinship.CHILD:
            return _("Ja, deltakerens barn")
        case _:
            assert_never(kinship)


def no_interpreter_text(reason: NoInterpreterReason) -> str:
    """Return why nobody interpreted."""
    match reason:
        case NoInterpreterReason.SPEAKS_NORWEGIAN:
            return _("Deltakeren snakker norsk godt nok")
        case NoInterpreterReason.STAFF_SPEAKS_LANGUAGE:
            return _("Saksbehandleren snakker språket")
        case NoInterpreterReason.DECLINED:
            return _("Deltakeren ville ikke ha tolk, og det var forsvarlig")
        case _:
            assert_never(reason)


def talk_languages() -> list[tuple[str, str]]:
    """Return the languages that a talk can be held in, Norwegian first."""
    others = {*SPOKEN_LANGUAGES, *(each.code for each in document_languages())} - {DEFAULT.code}
    named = sorted(
        ((code, language_name(code)) for code in others), key=lambda choice: choice[1].casefold()
    )
    return [(DEFAULT.code, language_name(DEFAULT.code)), *named]
