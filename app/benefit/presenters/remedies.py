"""What would still make a reduced day lawful, in one sentence: what is missing, not whose fault."""

from collections.abc import Sequence

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


def remedy_text(codes: Sequence[str]) -> str:
    """Return what would still make the day valid; empty where nothing that can come would.

    `codes`: the grounds of a day that reduces the payment, as they are kept.
    """
    known = {member.value for member in AbsenceGround}
    grounds = {AbsenceGround(code) for code in codes if code in known}
    if grounds & _CERTIFICATE:
        return _("Legeerklæring for dagen gjør fraværet gyldig.")
    if AbsenceGround.NOT_DOCUMENTED in grounds:
        return _("Egenmelding eller legeerklæring for dagen gjør fraværet gyldig.")
    if AbsenceGround.NO_QUALIFYING_CHILD in grounds:
        return _("Fraværet blir gyldig hvis barnet det gjelder, blir registrert.")
    if AbsenceGround.NOT_GRANTED in grounds:
        return _("Fraværet blir gyldig hvis kommunen innvilger en søknad.")
    if grounds & _REASON:
        return _("Fraværet blir gyldig hvis det hadde en gyldig grunn som blir dokumentert.")
    return ""
