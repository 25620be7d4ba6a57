"""The form of a certificate."""

from typing import Any
from uuid import UUID

from app.accounts.models import LanguageForm
from app.decisions import wording as decision_wording
from app.decisions.participation import wording
from app.decisions.participation.commands import IssueCertificate
from app.decisions.participation.kinds import ProgrammeEnding
from app.i18n.text import lazy_gettext as _l
from app.web.fields import day_field, radio_field, text_field
from app.web.forms import PortalForm

MOST = 4000
"""Characters of contents, and of results."""


class CertificateForm(PortalForm):
    """What the certificate says."""

    ending: Any = radio_field(
        _l("Hvordan sluttet programmet?"),
        wording.ending_choices,
        required=_l("Velg hvordan programmet sluttet."),
        hint=_l("Om sluttmålet er nådd, vurderer du sammen med deltakeren."),
    )
    last_day: Any = day_field(
        _l("Siste dag i programmet"), required=_l("Skriv den siste dagen i programmet.")
    )
    contents: Any = text_field(
        _l("Hva deltakeren har vært med på"),
        most=MOST,
        area=True,
        required=_l("Skriv hva deltakeren har vært med på."),
        hint=_l(
            "Én linje for hver ting. Forslaget kommer fra planen. Skriv aldri om fravær, trekk "
            "eller helse: deltakeren viser beviset til andre."
        ),
    )
    results: Any = text_field(
        _l("Resultater"),
        most=MOST,
        area=True,
        hint=_l("For eksempel norskprøver, kursbevis og attester. Én linje for hver."),
    )
    signed_by: Any = text_field(
        _l("Hvem skriver under for kommunen?"),
        most=200,
        required=_l("Skriv hvem som skriver under for kommunen."),
    )
    form: Any = radio_field(
        _l("Målform i beviset"),
        decision_wording.form_choices,
        required=_l("Velg bokmål eller nynorsk."),
    )
    replaces_because: Any = text_field(
        _l("Hvorfor erstatter dette beviset det forrige?"),
        most=2000,
        area=True,
        hint=_l("Bare når deltakeren har fått et bevis før. Det forrige tas vare på."),
    )

    def show(self, proposed: IssueCertificate) -> None:
        """Fill in what is proposed."""
        self.ending.data, self.last_day.data = proposed.ending.value, proposed.last_day
        self.contents.data, self.signed_by.data = proposed.contents, proposed.signed_by
        self.form.data = proposed.form.value

    def to_command(self, participant_id: UUID) -> IssueCertificate:
        """Return what was filled in."""
        return IssueCertificate(
            participant_id=participant_id,
            form=LanguageForm(self.form.data),
            ending=ProgrammeEnding(self.ending.data),
            last_day=self.last_day.data,
            contents=self.contents.data,
            results=self.results.data or "",
            signed_by=self.signed_by.data,
            replaces_because=self.replaces_because.data or "",
        )
