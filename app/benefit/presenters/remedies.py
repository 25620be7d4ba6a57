"""What would still make a reduced day lawful, in one sentence: what is missing, not whose fault."""

from collections.abc import Sequence
from enum import StrEnum
from typing import assert_never

from app.i18n.text import gettext as _
from app.rules.absence import AbsenceGround

_CERTIFICATE = frozenset(
    {
        AbsenceGround.EIGHT_WEEKS_NOT_REACHED,
        AbsenceGround.SELF_CERTIFICATION_WITHDRAWN,
        AbsenceGround.SELF_CERTIFIED_DAYS_USED,
        AbsenceGround.CERTIFICATE_MISSING_FOR_ABSENCE,
        AbsenceGround.CERTIFICATE_REQUIRED,
    }
)
_REASON = frozenset({AbsenceGround.NO_REASON, AbsenceGround.NO_PERMISSION})


class Remedy(StrEnum):
    """What would still make a day valid."""

    CERTIFICATE = "certificate"
    DOCUMENT = "document"
    CHILD = "child"
    GRANT = "grant"
    REASON = "reason"


def remedy_of(codes: Sequence[str]) -> Remedy | None:
    """Return what would still make the day valid; None where nothing that can come would.

    `codes`: the grounds of a day that reduces the payment, as they are kept.
    """
    known = {member.value for member in AbsenceGround}
    grounds = {AbsenceGround(code) for code in codes if code in known}
    if grounds & _CERTIFICATE:
        return Remedy.CERTIFICATE
    if AbsenceGround.NOT_DOCUMENTED in grounds:
        return Remedy.DOCUMENT
    if AbsenceGround.NO_QUALIFYING_CHILD in grounds:
        return Remedy.CHILD
    if AbsenceGround.NOT_GRANTED in grounds:
        return Remedy.GRANT
    if grounds & _REASON:
        return Remedy.REASON
    return None


def remedy_text(codes: Sequence[str]) -> str:
    """Return what would still make the day valid, in the language of the page, or nothing."""
    remedy = remedy_of(codes)
    match remedy:
        case Remedy.CERTIFICATE:
            return _("Legeerklæring for dagen gjør fraværet gyldig.")
        case Remedy.DOCUMENT:
            return _("Egenmelding eller legeerklæring for dagen gjør fraværet gyldig.")
        case Remedy.CHILD:
            return _("Fraværet blir gyldig hvis barnet det gjelder, blir registrert.")
        case Remedy.GRANT:
            return _("Fraværet blir gyldig hvis kommunen innvilger en søknad.")
        case Remedy.REASON:
            return _("Fraværet blir gyldig hvis det hadde en gyldig grunn som blir dokumentert.")
        case None:
            return ""
        case _:
            assert_never(remedy)
