"""Participation certificates in words."""

from typing import assert_never

from app.decisions.participation.errors import CertificateRefusal
from app.decisions.participation.kinds import ProgrammeEnding
from app.i18n.text import gettext as _

Refused = tuple[str | None, str]
"""The field concerned, if one is, and the sentence."""


def ending_text(ending: ProgrammeEnding) -> str:
    """Return how the programme ended."""
    match ending:
        case ProgrammeEnding.GOAL_REACHED:
            return _("Deltakeren har nådd sluttmålet")
        case ProgrammeEnding.TIME_OVER:
            return _("Programtiden er over")
        case ProgrammeEnding.BROKEN_OFF:
            return _("Programmet ble avbrutt")
        case _:
            assert_never(ending)


def ending_choices() -> list[tuple[str, str]]:
    """Return how a programme can end."""
    return [(each.value, ending_text(each)) for each in ProgrammeEnding]


def certificate_refusal(reason: CertificateRefusal) -> Refused:
    """Return why a certificate was not issued."""
    match reason:
        case CertificateRefusal.NO_PROGRAMME:
            return None, _("Deltakeren har ikke noe program ennå.")
        case CertificateRefusal.BEFORE_START:
            return "last_day", _("Programmet kan ikke ha sluttet før det begynte.")
        case CertificateRefusal.IN_THE_FUTURE:
            return "last_day", _("Beviset gis når programmet er slutt. Dagen er fram i tid.")
        case CertificateRefusal.NO_CONTENTS:
            return "contents", _("Skriv hva deltakeren har vært med på.")
        case CertificateRefusal.NO_SIGNATURE:
            return "signed_by", _("Skriv hvem som skriver under for kommunen.")
        case CertificateRefusal.NO_REASON:
            return "replaces_because", _("Skriv hvorfor det nye beviset erstatter det forrige.")
        case CertificateRefusal.UNPRINTABLE:
            return None, _("En tekst har et tegn som ikke kan skrives ut på papir.")
        case CertificateRefusal.TOO_LONG:
            return "contents", _("Skriv kortere: det er plass til 30 linjer i alt.")
        case _:
            assert_never(reason)
