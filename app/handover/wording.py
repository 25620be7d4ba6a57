"""Bundles in words: what they rest on, what they hold, and why something was refused."""

from collections.abc import Mapping
from typing import assert_never

from app.handover.errors import (
    BadBundle,
    BundleFault,
    ReceiveRefusal,
    SendRefusal,
)
from app.handover.kinds import HandoverGround
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l

_CONTENTS = {
    "integration_plan": _l("Versjoner av planen"),
    "plan_element": _l("Elementer i planene"),
    "plan_review": _l("Vurderinger av planen"),
    "plan_answer": _l("Deltakerens svar på planen"),
    "administrative_decision": _l("Vedtak"),
    "declaration": _l("Erklæringer og kontrakter"),
    "issued_document": _l("Papirer som er laget"),
    "scanned_paper": _l("Underskrevne papirer"),
    "mapping_entry": _l("Deler av kartleggingen"),
    "absence": _l("Registrert fravær"),
    "child": _l("Barn"),
}
"""What the reader thinks of when she sees a table of the case."""


def ground_text(ground: HandoverGround) -> str:
    """Return why the next municipality may be told."""
    match ground:
        case HandoverGround.TASK:
            return _(
                "Den nye kommunen trenger opplysningene for introduksjonsprogrammet eller "
                "opplæringen (integreringsloven § 42 andre ledd)"
            )
        case HandoverGround.CONSENT:
            return _("Deltakeren samtykker (forvaltningsloven § 13 a nr. 1)")
        case HandoverGround.PURPOSE:
            return _(
                "Det tjener formålet opplysningene er gitt for (forvaltningsloven § 13 b nr. 2)"
            )
        case _:
            assert_never(ground)


def ground_choices() -> list[tuple[str, str]]:
    """Return what a handover can rest on."""
    return [(ground.value, ground_text(ground)) for ground in HandoverGround]


def send_refusal(reason: SendRefusal) -> str:
    """Return why no bundle was made."""
    match reason:
        case SendRefusal.SAME_MUNICIPALITY:
            return _("Dette er kommunen du arbeider i. Skriv kommunen deltakeren flytter til.")
        case SendRefusal.PAPERS_IN_THE_MAKING:
            return _("Et papir lages akkurat nå. Vent litt, og prøv igjen.")
        case SendRefusal.ADDRESS_PROTECTED:
            return _(
                "Personen har adressesperre. Bare programrådgiveren og lederen kan gjøre dette."
            )
        case SendRefusal.TOO_BIG:
            return _("Saken har så mange papirer at filen blir for stor. Be om hjelp.")
        case _:
            assert_never(reason)


def receive_refusal(reason: ReceiveRefusal) -> str:
    """Return why a bundle was not taken in."""
    match reason:
        case ReceiveRefusal.RECEIVED_BEFORE:
            return _("Denne filen er lastet opp før.")
        case ReceiveRefusal.CASE_IS_HERE:
            return _("Denne saken er tatt inn før, med en annen fil.")
        case ReceiveRefusal.PERSON_IS_HERE:
            return _(
                "En deltaker med samme fødselsnummer, D-nummer eller DUF-nummer er her fra før."
            )
        case ReceiveRefusal.NOT_CONFIRMED:
            return _("Bekreft at du har sammenlignet fingeravtrykket med avsenderen.")
        case ReceiveRefusal.DONE_ALREADY:
            return _("Saken er tatt inn.")
        case _:
            assert_never(reason)


def fault_text(fault: BadBundle) -> str:
    """Return what is wrong with a file."""
    match fault.reason:
        case BundleFault.NOT_A_BUNDLE:
            return _("Filen er ikke en sak fra Introportalen, eller den er ødelagt.")
        case BundleFault.TOO_BIG:
            return _("Filen pakkes ut til mer enn portalen kan ta imot.")
        case BundleFault.OTHER_VERSION:
            return _(
                "Saken er laget med en annen versjon av portalen. Begge kommunene må ha samme "
                "versjon. Be avsenderen lage filen på nytt etter at portalene er oppdatert."
            )
        case BundleFault.NOT_SIGNED:
            return _("Signaturen stemmer ikke. Noen kan ha endret filen. Be om en ny fil.")
        case BundleFault.FILES_DIFFER:
            return _("Innholdet er ikke det som er signert. Be om en ny fil.")
        case BundleFault.BAD_CONTENT:
            return _(
                "Saken kan ikke tas inn, fordi en opplysning har feil form (%(place)s).",
                place=fault.place,
            )
        case _:
            assert_never(fault.reason)


def contents(rows: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return what a case holds and how much of it; nothing is said of what there is none of."""
    return [(str(name), rows[table]) for table, name in _CONTENTS.items() if rows.get(table)]
