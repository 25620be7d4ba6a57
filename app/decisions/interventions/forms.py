"""The forms of interventions."""

from datetime import date
from typing import Any
from uuid import UUID

from app.attendance.restrictions.kinds import RestrictionKind
from app.decisions.interventions import wording
from app.decisions.interventions.commands import ImposeIntervention, InterventionContent
from app.decisions.interventions.kinds import Cause
from app.decisions.interventions.models import Intervention
from app.decisions.notices.forms import NoticeForm
from app.i18n.text import lazy_gettext as _l
from app.web.fields import day_field, radio_field, text_field
from app.web.forms import PortalForm

MOST_REASONS = 4000


class ConsiderForm(NoticeForm):
    """What is considered, and what the notice says of it."""

    kind: Any = radio_field(
        _l("Hva vurderer dere?"), wording.kind_choices, required=_l("Velg hva dere vurderer.")
    )
    cause: Any = radio_field(
        _l("Hva bygger det på?"), wording.cause_choices, required=_l("Velg hva det bygger på.")
    )
    first_day: Any = day_field(
        _l("Skal gjelde fra og med"),
        required=_l("Skriv den første dagen."),
        hint=_l("Etter siste dag for å svare."),
    )
    last_day: Any = day_field(
        _l("Til og med"), hint=_l("Bare ved midlertidig stans: den siste dagen uten program.")
    )
    warned_on: Any = day_field(
        _l("Dagen den skriftlige advarselen ble gitt"),
        hint=_l("Bare når det gjelder plagg som dekker ansiktet."),
    )

    def show_content(self, row: Intervention) -> None:
        """Fill in what is considered."""
        self.kind.data, self.cause.data = row.kind.value, row.cause.value
        self.first_day.data, self.last_day.data = row.first_day, row.last_day
        self.warned_on.data = row.warned_on

    def to_content(self) -> InterventionContent:
        """Return what was filled in."""
        return InterventionContent(
            RestrictionKind(self.kind.data),
            Cause(self.cause.data),
            self.first_day.data,
            self.last_day.data,
            self.warned_on.data,
        )


class ImposeForm(PortalForm):
    """Which days the decision chooses."""

    first_day: Any = day_field(
        _l("Skal gjelde fra og med"),
        required=_l("Skriv den første dagen."),
        hint=_l("Tidligst i morgen, og tidligst den dagen varselet sa."),
    )
    last_day: Any = day_field(
        _l("Til og med"), hint=_l("Bare ved midlertidig stans: den siste dagen uten program.")
    )

    def show(self, considered: Intervention, tomorrow: date) -> None:
        """Propose the days of the notice."""
        self.first_day.data = max(considered.first_day, tomorrow)
        self.last_day.data = considered.last_day

    def to_command(self, participant_id: UUID, notice_id: UUID) -> ImposeIntervention:
        """Return what was filled in."""
        return ImposeIntervention(
            participant_id, notice_id, self.first_day.data, self.last_day.data
        )


class LiftForm(PortalForm):
    """From when it holds no more, and why."""

    free_from: Any = day_field(
        _l("Opphevet fra og med"),
        required=_l("Skriv den første dagen det ikke gjelder lenger."),
        hint=_l("Skriv den første dagen det gjaldt, hvis det aldri skulle ha vært."),
    )
    reason: Any = text_field(
        _l("Hvorfor oppheves det?"),
        most=MOST_REASONS,
        area=True,
        required=_l("Skriv hvorfor."),
    )


class ReviewForm(PortalForm):
    """Why it stands after a new look."""

    reason: Any = text_field(
        _l("Hvorfor skal det fortsatt gjelde?"),
        most=MOST_REASONS,
        area=True,
        required=_l("Skriv hvorfor."),
    )
