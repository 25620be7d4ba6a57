"""The form of an absence."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any
from uuid import UUID

from app.attendance.commands import AbsenceContent
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.rules.absence import AbsenceReason, WelfareGround
from app.web.fields import (
    checkbox_field,
    day_field,
    hours_field,
    radio_field,
    select_field,
    version_field,
)
from app.web.forms import PortalForm, text_field

MINUTES = 60


class AbsenceForm(PortalForm):
    """When, why and with which documentation."""

    row_version = version_field()
    first_day: Any = day_field(_l("Fra og med"), required=_l("Velg den første dagen."))
    last_day: Any = day_field(_l("Til og med"), required=_l("Velg den siste dagen."))
    hours: Any = hours_field(
        _l("Timer borte hver dag"),
        most=24,
        hint=_l("La feltet stå tomt når deltakeren er borte hele dagen."),
    )
    reason: Any = radio_field(
        _l("Hvorfor er deltakeren borte?"), list, required=_l("Velg en grunn.")
    )
    is_self_certified: Any = checkbox_field(_l("Deltakeren har levert egenmelding"))
    has_medical_certificate: Any = checkbox_field(
        _l("Deltakeren har lagt fram legeerklæring"),
        hint=_l("Skriv aldri diagnosen i portalen."),
    )
    is_granted: Any = checkbox_field(_l("Kommunen har innvilget søknad om fri eller permisjon"))
    child_id: Any = select_field(
        _l("Hvilket barn gjelder det?"),
        list,
        blank=_l("Ikke aktuelt"),
        hint=_l("Ved barns sykdom, ammefri og foreldrepermisjon."),
    )
    welfare_ground: Any = select_field(
        _l("Velferdsgrunn"),
        list,
        blank=_l("Ikke aktuelt"),
        hint=_l("Ved velferdspermisjon."),
    )
    notice_on: Any = day_field(
        _l("Når sa deltakeren fra?"), hint=_l("Ved religiøs høytid. Fristen er 14 dager før.")
    )
    note: Any = text_field(
        _l("Merknad"),
        most=500,
        area=True,
        hint=_l("Bare det saksbehandleren trenger. Ikke skriv diagnose."),
    )

    def offer(
        self,
        reasons: Sequence[tuple[str, str]],
        welfare_grounds: Sequence[tuple[str, str]],
        children: Sequence[tuple[UUID, str]],
    ) -> None:
        """Set what can be chosen, with labels in the reader's language."""
        nothing = ("", _("Ikke aktuelt"))
        self.reason.choices = dict(reasons)
        self.welfare_ground.choices = dict([nothing, *welfare_grounds])
        self.child_id.choices = dict([nothing, *((str(child), text) for child, text in children)])

    def show(self, content: AbsenceContent, row_version: int) -> None:
        """Fill in an absence that exists."""
        for name in ("first_day", "last_day", "notice_on", "note"):
            self[name].data = getattr(content, name)
        for name in ("is_self_certified", "has_medical_certificate", "is_granted"):
            self[name].data = getattr(content, name)
        self.hours.data = None if content.minutes is None else Fraction(content.minutes, MINUTES)
        self.reason.data = content.reason.value
        self.child_id.data = str(content.child_id or "")
        self.welfare_ground.data = content.welfare_ground.value if content.welfare_ground else ""
        self.row_version.data = row_version

    def content(self) -> AbsenceContent:
        """Return what was filled in."""
        hours: Fraction | None = self.hours.data
        return AbsenceContent(
            first_day=self.first_day.data,
            last_day=self.last_day.data,
            reason=AbsenceReason(self.reason.data),
            minutes=round(hours * MINUTES) if hours else None,
            is_self_certified=self.is_self_certified.data,
            has_medical_certificate=self.has_medical_certificate.data,
            is_granted=self.is_granted.data,
            notice_on=self.notice_on.data,
            child_id=UUID(self.child_id.data) if self.child_id.data else None,
            welfare_ground=(
                WelfareGround(self.welfare_ground.data) if self.welfare_ground.data else None
            ),
            note=self.note.data or "",
        )


class WithdrawForm(PortalForm):
    """One button, with the version that was seen."""

    row_version = version_field()
