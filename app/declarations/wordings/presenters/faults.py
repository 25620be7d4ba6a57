"""What is wrong with an uploaded file, in words, with the place where it is mended."""

from dataclasses import dataclass
from typing import assert_never

from app.declarations.bundles.faults import BundleFault, BundleFaults, Fault
from app.declarations.bundles.types import BundleError
from app.declarations.bundles.wording import WordingFault
from app.declarations.bundles.xliff_reading import XliffFault
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class FaultRow:
    """One fault."""

    file: str
    place: str
    """The clause or key concerned; empty for the whole file."""
    sentence: str


def fault_rows(error: BundleError) -> list[FaultRow]:
    """Return the faults of a file as rows."""
    if isinstance(error, BundleFaults):
        return [_row(fault) for fault in error.faults]
    assert isinstance(error, BundleFault), error
    return [_row(error)]


def _row(fault: BundleFault) -> FaultRow:
    place = " · ".join(filter(None, (fault.place, fault.key)))
    return FaultRow(fault.file, place, _sentence(fault))


def _sentence(fault: BundleFault) -> str:  # noqa: C901 (one sentence per fault, nothing more)
    detail = fault.detail
    match fault.fault:
        case Fault.NO_FILE:
            return _("Filen mangler.")
        case Fault.TOO_LARGE:
            return _("Dette er for stort. Grensen er %(most)s.", most=detail)
        case Fault.NOT_UTF8:
            return _("Filen er ikke lagret som UTF-8. Lagre den på nytt med tegnsettet UTF-8.")
        case Fault.NOT_TOML:
            return _("Filen kan ikke leses som TOML: %(reason)s", reason=detail)
        case Fault.MISSING:
            return _("Dette mangler.")
        case Fault.UNKNOWN:
            return _("Dette finnes ikke i formatet. Kanskje er det skrevet feil?")
        case Fault.WRONG_TYPE:
            return _("Verdien er av feil type. Den skal være %(kind)s.", kind=detail)
        case Fault.NOT_A_CHOICE:
            return _("Verdien er ikke gyldig. Den må være %(choices)s.", choices=detail)
        case Fault.SPACES:
            return _("Teksten er tom, eller har mellomrom som ikke skal være der.")
        case Fault.ODD_CHARACTER:
            return _("Teksten har et usynlig tegn som ikke kan skrives ut.")
        case Fault.BRACES:
            return _("Teksten har en krøllparentes som ikke hører til et felt.")
        case Fault.UNKNOWN_FIELDS:
            return _("Teksten har felt som ikke finnes: %(fields)s", fields=detail)
        case Fault.OTHER_FIELDS:
            return _("Oversettelsen har andre felt enn den norske teksten.")
        case Fault.OTHER_LANGUAGE:
            return _("Filen sier at språket er %(language)s.", language=detail)
        case Fault.OTHER_FOLDER:
            return _("Dokumentet og versjonen passer ikke med navnet på mappen.")
        case Fault.NOBODY_NAMED:
            return _("Statusen krever at det står hvem som er %(role)s.", role=detail)
        case Fault.REPEATED:
            return _("Dette står to ganger.")
        case Fault.BAD_NAME:
            return _("Navnet kan bare ha disse tegnene: %(characters)s", characters=detail)
        case Fault.ENDS_EARLY:
            return _("Siste dag er før første dag.")
        case Fault.NO_PART:
            return _("Det står ikke hvilken del dette hører til.")
        case Fault.NEEDLESS_PART:
            return _("Dette hører til hele dokumentet og kan ikke stå i en del.")
        case Fault.NO_SIGNATURE:
            return _("Delen har ingen linje å skrive under på.")
        case Fault.NOT_A_ZIP:
            return _("Filen er skadet og kan ikke åpnes som ZIP.")
        case Fault.ENCRYPTED:
            return _("Filen er kryptert. Last opp en fil uten passord.")
        case Fault.STRANGE_FILE:
            return _("ZIP-filen har noe som ikke hører til. Den kan bare ha TOML-filer i én mappe.")
        case Fault.TOO_MANY:
            return _("Det er for mange av disse. Grensen er %(most)s.", most=detail)
        case _:
            assert_never(fault.fault)


def wording_fault(fault: WordingFault) -> str:
    """Return why words cannot stand on a sheet."""
    match fault:
        case WordingFault.EMPTY:
            return _("Skriv oversettelsen.")
        case WordingFault.TOO_LONG:
            return _("Oversettelsen er for lang.")
        case WordingFault.ODD_CHARACTER:
            return _("Teksten har et usynlig tegn som ikke kan skrives ut. Skriv teksten på nytt.")
        case WordingFault.BRACES:
            return _("Teksten har en krøllparentes som ikke hører til et felt.")
        case WordingFault.OTHER_FIELDS:
            return _(
                "Oversettelsen må ha de samme feltene i krøllparentes som den norske teksten, "
                "hvert felt like mange ganger."
            )
        case _:
            assert_never(fault)


def xliff_fault(fault: XliffFault) -> str:
    """Return why a translator's file cannot be read."""
    match fault:
        case XliffFault.TOO_LARGE | XliffFault.TOO_MANY_UNITS:
            return _("Filen er for stor.")
        case XliffFault.NOT_UTF8:
            return _("Filen er ikke lagret som UTF-8. Lagre den på nytt med tegnsettet UTF-8.")
        case XliffFault.HAS_DOCTYPE:
            return _("Filen har en dokumenttype (DOCTYPE). Slike filer tar portalen ikke imot.")
        case XliffFault.NOT_XML:
            return _("Filen er skadet og kan ikke leses.")
        case XliffFault.NOT_XLIFF:
            return _("Filen er ikke XLIFF 2. Bruk filen som du hentet her.")
        case XliffFault.OTHER_LANGUAGE:
            return _("Filen er til et annet språk.")
        case _:
            assert_never(fault)
