"""Why an upload, a registration or the filing of a page was refused, and what to do."""

from typing import assert_never

from app.declarations.errors import CannotRegisterSigning
from app.declarations.explanations.presenters import explanation_refusal
from app.declarations.intake.errors import CannotRegisterPaper, RegisterRefusal
from app.declarations.outcomes.presenters import signing_refusal
from app.i18n.bidi import isolate
from app.i18n.text import gettext as _
from app.papers.intake.errors import FilingRefusal, UploadRefusal
from app.papers.intake.limits import MOST_FILES, MOST_UPLOAD_BYTES
from app.papers.reading.limits import MOST_PAGES
from app.papers.reading.types import StackRefusal

_MEGABYTE = 1024 * 1024


def upload_refusal(reason: UploadRefusal) -> str:
    """Return why nothing was taken."""
    match reason:
        case UploadRefusal.NO_FILE:
            return _("Velg minst én fil.")
        case UploadRefusal.EMPTY_FILE:
            return _("En av filene er tom. Velg filene på nytt.")
        case UploadRefusal.TOO_MANY_FILES:
            return _("Last opp høyst %(most)s filer om gangen.", most=MOST_FILES)
        case UploadRefusal.TOO_LARGE:
            return _(
                "Filene er for store til sammen. Last opp høyst %(most)s MB om gangen.",
                most=MOST_UPLOAD_BYTES // _MEGABYTE,
            )
        case _:
            assert_never(reason)


def stack_refusal(reason: StackRefusal) -> str:  # noqa: C901 (one sentence per reason)
    """Return why a file gave no pages."""
    match reason:
        case StackRefusal.EMPTY:
            return _("Filen er tom.")
        case StackRefusal.UNKNOWN_KIND:
            return _("Filen er verken PDF, JPEG, PNG eller TIFF.")
        case StackRefusal.HEIC:
            return _("Bildet er i formatet HEIC. Lagre det som JPEG og last det opp på nytt.")
        case StackRefusal.MIXED_KINDS:
            return _("Filen er flere slags filer i én, og blir ikke åpnet. Skann papiret på nytt.")
        case StackRefusal.ENCRYPTED:
            return _("Filen er låst med passord. Skann papiret på nytt uten passord.")
        case StackRefusal.UNREADABLE:
            return _("Filen er skadet og kan ikke leses. Skann papiret på nytt.")
        case StackRefusal.TOO_LARGE_FILE:
            return _("Filen er for stor. Skann papiret med lavere oppløsning.")
        case StackRefusal.TOO_MANY_PAGES:
            return _("Filen har mer enn %(most)s sider. Del bunken i to.", most=MOST_PAGES)
        case StackRefusal.TOO_LARGE_PICTURE:
            return _("Bildet er for stort. Skann papiret med lavere oppløsning.")
        case StackRefusal.TIME_LIMIT:
            return _("Det tok for lang tid å åpne filen. Skann papiret på nytt.")
        case StackRefusal.BROKE_DOWN:
            return _("Filen kunne ikke åpnes. Skann papiret på nytt.")
        case _:
            assert_never(reason)


def filing_refusal(reason: FilingRefusal) -> tuple[str | None, str]:  # noqa: C901
    """Return the field concerned, if one is, and why a page was not filed."""
    match reason:
        case FilingRefusal.NO_CODE:
            return "paper_code", _(
                "Koden er ikke riktig skrevet. Den har tolv tegn. Sjekk hvert tegn mot bildet."
            )
        case FilingRefusal.UNKNOWN_CODE:
            return "paper_code", _("Kommunen har ikke laget noe ark med denne koden.")
        case FilingRefusal.REPLACED_VERSION:
            return "paper_code", _("Arket er erstattet av et nyere ark, og kan ikke brukes.")
        case FilingRefusal.WITHDRAWN:
            return "paper_code", _("Arket er trukket tilbake, og kan ikke brukes.")
        case FilingRefusal.ALREADY_REGISTERED:
            return "paper_code", _("Det er allerede registrert hva som skjedde med arket.")
        case FilingRefusal.NOT_A_PAGE_OF_IT:
            return "page", _("Arket har ikke så mange sider.")
        case FilingRefusal.PAGE_NOT_SAID:
            return "page", _("Skriv hvilken side det er. Arket har flere sider.")
        case FilingRefusal.DUPLICATE:
            return "page", _("Denne siden av arket er allerede lagt i saken.")
        case FilingRefusal.NO_PICTURE:
            return None, _("Siden kunne ikke vises. Skann arket på nytt.")
        case FilingRefusal.NOT_IN_TRAY:
            return None, _("Siden er ikke en kopi av en annen side.")
        case FilingRefusal.NO_REASON:
            return "reason", _("Skriv hvorfor siden ikke hører til her.")
        case _:
            assert_never(reason)


def register_refusal(reason: RegisterRefusal) -> tuple[str | None, str]:
    """Return the field concerned, if one is, and why nothing was registered."""
    match reason:
        case RegisterRefusal.NOTHING_CHOSEN:
            return "chosen", _("Velg minst ett ark.")
        case RegisterRefusal.CHANGED:
            return "chosen", _(
                "Noe er endret siden du åpnet siden. Se gjennom listen og velg på nytt."
            )
        case _:
            assert_never(reason)


def paper_refusal(refused: CannotRegisterPaper) -> tuple[str | None, str]:
    """Return the field concerned, if one is, and what is wrong with one paper."""
    if isinstance(refused.refusal, CannotRegisterSigning):
        field, reason = signing_refusal(refused.refusal.reason)
    else:
        field, reason = explanation_refusal(refused.refusal.reason)
    sentence = _("Ark %(code)s: %(reason)s", code=isolate(refused.paper_code), reason=reason)
    return field, sentence
