"""Everything about the participant herself."""

import re
from collections.abc import Iterable
from dataclasses import fields
from fractions import Fraction
from typing import Any

from wtforms.validators import Regexp

from app.enrolment.commands import ParticipantDetails, PermitDetails
from app.enrolment.errors import CannotSaveParticipant
from app.enrolment.forms.household import ChildrenForm
from app.enrolment.forms.reading import RefusableForm, find_uuid, member
from app.enrolment.kinds import AddressProtection, Literacy, Sex
from app.enrolment.wording import literacy_text, permit_text, protection_text, sex_text
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.rules.eligibility import PermitGround
from app.web.fields import (
    Choice,
    checkbox_field,
    day_field,
    hours_field,
    language_choices,
    radio_field,
    select_field,
    text_field,
    version_field,
    yes_no_choices,
)

MINUTES_PER_HOUR = 60

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+\Z")
_PHONE = re.compile(r"\+?[0-9][0-9 ]{4,24}\Z")
_NOT_DIGITS = re.compile(r"[\s.\-\u2010-\u2015]")
_ASSESSED = frozenset(
    {
        "born_on",
        "permit_ground",
        "permit_granted_on",
        "permit_arrived_on",
        "permit_reference_settled_on",
        "permit_family_application_on",
        "settled_on",
        "is_settled_by_agreement",
        "first_lived_with_permit_on",
        "claimed_on",
        "work_hours",
    }
)
"""The fields that the target group turns on: it is shown before the rest is filled in."""


class DetailsForm(RefusableForm):
    """Everything about the participant herself."""

    given_name: Any = text_field(_l("Fornavn"), required=_l("Skriv fornavnet."), is_printed=True)
    family_name: Any = text_field(
        _l("Etternavn"), required=_l("Skriv etternavnet."), is_printed=True
    )
    born_on: Any = day_field(_l("Fødselsdato"), required=_l("Skriv fødselsdatoen."))
    sex: Any = radio_field(
        _l("Kjønn"),
        lambda: [(sex.value, sex_text(sex)) for sex in Sex],
        required=_l("Velg kjønn, eller at det ikke er registrert."),
    )
    identity_number: Any = text_field(
        _l("Fødselsnummer, D-nummer eller DUF-nummer"),
        most=30,
        hint=_l("11 eller 12 siffer. Kan fylles ut senere."),
    )

    first_language: Any = select_field(
        _l("Morsmål"), language_choices, required=_l("Velg morsmålet."), blank=_l("Velg språk")
    )
    reading_language: Any = select_field(
        _l("Språk for skriftlig informasjon"),
        language_choices,
        required=_l("Velg språket personen helst leser."),
        blank=_l("Velg språk"),
    )
    literacy: Any = radio_field(
        _l("Leseferdighet på dette språket"),
        lambda: [(one.value, literacy_text(one)) for one in Literacy],
        required=_l("Velg hvor godt personen leser."),
    )
    interpreter_language: Any = select_field(
        _l("Tolkespråk"), language_choices, blank=_l("Trenger ikke tolk")
    )

    phone: Any = text_field(_l("Telefon"), most=40)
    email: Any = text_field(_l("E-post"))
    address_protection: Any = radio_field(
        _l("Adressesperre"),
        lambda: [(one.value, protection_text(one)) for one in AddressProtection],
        required=_l("Velg om personen har adressesperre."),
        chosen=AddressProtection.NONE.value,
    )
    address: Any = text_field(
        _l("Adresse"), most=300, hint=_l("Skrives ikke når adressen er strengt fortrolig.")
    )
    adviser_id: Any = select_field(_l("Programrådgiver"), list, blank=_l("Ikke valgt ennå"))

    permit_ground: Any = select_field(
        _l("Oppholdsgrunnlag etter utlendingsloven"),
        lambda: [(ground.value, permit_text(ground)) for ground in PermitGround],
        required=_l("Velg oppholdsgrunnlaget."),
        blank=_l("Velg grunnlag"),
    )
    permit_granted_on: Any = day_field(
        _l("Tillatelsen ble gitt"), required=_l("Skriv dagen tillatelsen ble gitt.")
    )
    permit_valid_until: Any = day_field(_l("Gyldig til og med"))
    permit_is_after_protection_application: Any = checkbox_field(
        _l("Personen søkte om beskyttelse (asyl) før tillatelsen ble gitt")
    )
    permit_reference_ground: Any = select_field(
        _l("Referansepersonens oppholdsgrunnlag"),
        lambda: [(ground.value, permit_text(ground)) for ground in PermitGround],
        blank=_l("Ikke kjent"),
        hint=_l("Også når referansepersonen har fått permanent opphold siden."),
    )
    permit_reference_settled_on: Any = day_field(_l("Referansepersonen ble bosatt"))
    permit_family_application_on: Any = day_field(_l("Det ble søkt om familieinnvandring"))
    permit_previous_ground: Any = select_field(
        _l("Tidligere oppholdsgrunnlag"),
        lambda: [(ground.value, permit_text(ground)) for ground in PermitGround],
        blank=_l("Ingen tidligere tillatelse"),
        hint=_l("Betyr noe for den som kom som familiemedlem og siden fikk asyl."),
    )
    permit_arrived_on: Any = day_field(
        _l("Kom til Norge"), hint=_l("Trengs når tillatelsen er gitt før 2021.")
    )

    settled_on: Any = day_field(
        _l("Bosatt i kommunen"), required=_l("Skriv dagen personen ble bosatt.")
    )
    is_settled_by_agreement: Any = radio_field(
        _l("Er personen bosatt etter avtale med integreringsmyndighetene?"),
        yes_no_choices,
        required=_l("Svar på om bosettingen skjedde etter avtale."),
    )
    first_lived_with_permit_on: Any = day_field(
        _l("Bodde første gang i en kommune med tillatelsen"),
        hint=_l("Fylles ut når det var før bosettingen hos dere."),
    )
    claimed_on: Any = day_field(
        _l("Personen krevde program"), hint=_l("Fristen på tre måneder kan regnes herfra.")
    )
    work_hours: Any = hours_field(
        _l("Timer i uken i arbeid eller tilbud om arbeid"), hint=_l("Tomt betyr ingen timer.")
    )
    is_eea_or_nordic: Any = checkbox_field(_l("Borger av et nordisk land eller EØS-land"))
    has_broken_off: Any = checkbox_field(_l("Har avbrutt eller takket nei til program før"))
    is_somebody_else: Any = checkbox_field(_l("Dette er en annen person med samme navn"))

    def __init__(self, advisers: Iterable[Choice], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.adviser_id.choices = [("", _("Ikke valgt ennå")), *advisers]
        self.asks_if_somebody_else = False
        """Whether a namesake was found, so that the page shows the question."""

    def validate_phone(self, field: Any) -> None:
        """Digits, blanks and a leading plus."""
        Regexp(_PHONE, message=_l("Skriv telefonnummeret med bare tall."))(self, field)

    def validate_email(self, field: Any) -> None:
        """Something that can be an address for e-mail."""
        Regexp(_EMAIL, message=_l("Skriv e-postadressen slik: navn@eksempel.no."))(self, field)

    def may_be_assessed(self) -> bool:
        """Validate, and tell whether the target group can be shown; the rest may be empty."""
        self.validate()
        for field in self:
            if field.name not in _ASSESSED:
                field.errors = []
        return not any(field.errors for field in self)

    @property
    def identity_digits(self) -> str:
        """The identity number without the blanks and hyphens that people write."""
        return _NOT_DIGITS.sub("", self.identity_number.data or "")

    def add_refusal(self, refusal: CannotSaveParticipant) -> None:
        """Show every reason, and ask about the namesake if that is one of them."""
        super().add_refusal(refusal)
        self.asks_if_somebody_else = bool(refusal.duplicates)

    def to_details(self) -> ParticipantDetails:
        """Return what was typed; for an assessment, what is not chosen yet counts as unknown."""
        hours = self.work_hours.data or 0
        return ParticipantDetails(
            given_name=self.given_name.data or "",
            family_name=self.family_name.data or "",
            born_on=self.born_on.data,
            sex=member(Sex, self.sex.data) or Sex.UNKNOWN,
            identity_number=self.identity_digits,
            first_language=self.first_language.data or "",
            reading_language=self.reading_language.data or "",
            interpreter_language=self.interpreter_language.data or "",
            literacy=member(Literacy, self.literacy.data) or Literacy.NONE,
            phone=self._contact("phone"),
            email=self._contact("email"),
            address=self._contact("address"),
            address_protection=member(AddressProtection, self._contact("address_protection"))
            or AddressProtection.NONE,
            adviser_id=find_uuid(self._contact("adviser_id")),
            permit=self._to_permit(),
            settled_on=self.settled_on.data,
            is_settled_by_agreement=self.is_settled_by_agreement.data == "yes",
            first_lived_with_permit_on=self.first_lived_with_permit_on.data
            or max(self.settled_on.data, self.permit_granted_on.data),
            claimed_on=self.claimed_on.data,
            work_minutes_per_week=int(hours * MINUTES_PER_HOUR),
            is_eea_or_nordic=self.is_eea_or_nordic.data,
            has_broken_off=self.has_broken_off.data,
        )

    def _contact(self, name: str) -> str:
        """Return a contact detail; empty where the page does not have it (see `lock_contact`)."""
        return (self[name].data or "") if name in self else ""

    def _to_permit(self) -> PermitDetails:
        """Return the permit; what another ground asks for is left out, though it was typed."""
        ground = PermitGround(self.permit_ground.data)
        is_family = ground is PermitGround.FAMILY
        is_humanitarian = ground is PermitGround.HUMANITARIAN
        return PermitDetails(
            ground=ground,
            granted_on=self.permit_granted_on.data,
            valid_until=self.permit_valid_until.data,
            arrived_on=self.permit_arrived_on.data,
            is_after_protection_application=is_humanitarian
            and self.permit_is_after_protection_application.data,
            reference_ground=member(PermitGround, self.permit_reference_ground.data)
            if is_family
            else None,
            reference_settled_on=self.permit_reference_settled_on.data if is_family else None,
            family_application_on=self.permit_family_application_on.data if is_family else None,
            previous_ground=member(PermitGround, self.permit_previous_ground.data),
        )


class EnrolForm(DetailsForm, ChildrenForm):
    """Everything about a new participant and her household."""


class ChangeForm(DetailsForm):
    """The edit page."""

    row_version = version_field()

    def lock_contact(self) -> None:
        """Take away what whoever may not see the contact details must not see either."""
        for name in ("phone", "email", "address", "address_protection", "adviser_id"):
            del self[name]


def details_as_data(details: ParticipantDetails) -> dict[str, Any]:
    """Return saved details as the values of the form's fields."""
    data = {field.name: getattr(details, field.name) for field in fields(ParticipantDetails)}
    permit = data.pop("permit")
    minutes = data.pop("work_minutes_per_week")
    for field in fields(PermitDetails):
        data[f"permit_{field.name}"] = getattr(permit, field.name)
    data["work_hours"] = Fraction(minutes, MINUTES_PER_HOUR) if minutes else None
    data["is_settled_by_agreement"] = "yes" if details.is_settled_by_agreement else "no"
    data["adviser_id"] = str(details.adviser_id) if details.adviser_id else ""
    return data
