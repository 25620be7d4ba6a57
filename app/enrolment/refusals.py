"""Why something was not saved, at the field it concerns."""

from typing import assert_never

from app.enrolment.errors import LinkRefusal, ParticipantRefusal
from app.i18n.text import gettext as _

Refused = tuple[str, str | None]
"""Sentence, and name of the form's field or None."""


def refusal_text(reason: ParticipantRefusal) -> Refused:  # noqa: C901 (one sentence per reason)
    """Return what to tell, and at which field."""
    match reason:
        case ParticipantRefusal.GIVEN_NAME_UNPRINTABLE:
            return _("Fornavnet har tegn som ikke kan skrives ut på papir."), "given_name"
        case ParticipantRefusal.FAMILY_NAME_UNPRINTABLE:
            return _("Etternavnet har tegn som ikke kan skrives ut på papir."), "family_name"
        case ParticipantRefusal.IDENTITY_NUMBER_INVALID:
            return _(
                "Nummeret kan ikke være riktig: Kontrollsifrene eller datoen stemmer ikke. "
                "Skriv 11 siffer for fødselsnummer og D-nummer, 12 siffer for DUF-nummer."
            ), "identity_number"
        case ParticipantRefusal.IDENTITY_NUMBER_TAKEN:
            return _("Nummeret tilhører en deltaker som alt er registrert."), "identity_number"
        case ParticipantRefusal.POSSIBLE_DUPLICATE:
            return _(
                "En deltaker med samme navn og fødselsdato er alt registrert. "
                "Kryss av hvis dette er en annen person."
            ), "is_somebody_else"
        case ParticipantRefusal.STRICTLY_CONFIDENTIAL_ADDRESS:
            return _("Portalen lagrer ikke strengt fortrolig adresse. Ta bort adressen."), "address"
        case ParticipantRefusal.BORN_IN_THE_FUTURE:
            return _("Fødselsdatoen kan ikke være etter dagen i dag."), "born_on"
        case ParticipantRefusal.PERMIT_BEFORE_BIRTH:
            return _("Tillatelsen kan ikke være gitt før personen ble født."), "permit_granted_on"
        case ParticipantRefusal.PERMIT_ENDS_BEFORE_IT_BEGINS:
            return _("Tillatelsen kan ikke utløpe før den ble gitt."), "permit_valid_until"
        case ParticipantRefusal.FIRST_LIVED_BEFORE_PERMIT:
            return _(
                "Dagen kan bare være før tillatelsen ble gitt hvis personen hadde en tidligere "
                "tillatelse. Velg i så fall den også."
            ), "first_lived_with_permit_on"
        case ParticipantRefusal.FIRST_LIVED_AFTER_SETTLEMENT:
            return (
                _("Dagen kan ikke være etter at personen ble bosatt hos dere med tillatelsen."),
                "first_lived_with_permit_on",
            )
        case ParticipantRefusal.SETTLED_BEFORE_BIRTH:
            return _("Personen kan ikke være bosatt før fødselsdatoen."), "settled_on"
        case ParticipantRefusal.CLAIMED_IN_THE_FUTURE:
            return _("Dagen for kravet kan ikke være etter dagen i dag."), "claimed_on"
        case ParticipantRefusal.CLAIMED_BEFORE_BIRTH:
            return _("Dagen for kravet kan ikke være før fødselsdatoen."), "claimed_on"
        case ParticipantRefusal.UNKNOWN_ADVISER:
            return _("Velg en programrådgiver som arbeider i kommunen."), "adviser_id"
        case ParticipantRefusal.PARTNER_MISSING:
            return _("Kryss også av for at deltakeren bor med en partner."), "has_partner"
        case ParticipantRefusal.CHILD_BORN_IN_THE_FUTURE:
            return _("Barnets fødselsdato kan ikke være etter dagen i dag."), "children"
        case ParticipantRefusal.CHILD_OLDER_THAN_PARTICIPANT:
            return _("Barnet kan ikke være født før deltakeren."), "children"
        case ParticipantRefusal.CARE_ENDS_BEFORE_BIRTH:
            return _("Omsorgen kan ikke slutte før barnet ble født."), "children"
        case ParticipantRefusal.HOUSEHOLD_BEFORE_SETTLEMENT:
            return _("Perioden kan ikke begynne før deltakeren ble bosatt."), "first_day"
        case _:
            assert_never(reason)


def link_refusal_text(reason: LinkRefusal) -> str:
    """Return why a sign-in was not given to a participant."""
    match reason:
        case LinkRefusal.NOT_A_PARTICIPANT_USER:
            return _("Brukeren er ikke en deltakers bruker.")
        case LinkRefusal.USER_TAKEN:
            return _("Brukeren tilhører en annen deltaker.")
        case _:
            assert_never(reason)
