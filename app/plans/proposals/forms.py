"""Forms of proposals: what the participant wants, and why it is not taken."""

from typing import Any
from uuid import UUID

from app.i18n.spoken import SPOKEN_LANGUAGES
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.plans.catalogue import CATALOGUE
from app.plans.proposals.commands import DeclineProposal, ProposeChange
from app.plans.proposals.kinds import ProposalKind
from app.rules.plan import ElementKind
from app.web.fields import language_choices, select_field
from app.web.forms import PortalForm, text_field

MOST_CHARACTERS = 2000
NORWEGIAN = "nb"


def _kinds() -> list[tuple[str, str]]:
    return [(kind.value, str(entry.name)) for kind, entry in CATALOGUE.items()]


def _languages() -> list[tuple[str, str]]:
    return [*language_choices(), (NORWEGIAN, _("Norsk"))]


class ProposalForm(PortalForm):
    """What the participant wants, in her own words. Fields that the kind does not need are gone."""

    line: Any = select_field(
        _l("Hva vil du endre?"),
        list,
        blank=_l("Velg fra planen din"),
        required=_l("Velg hva du vil endre."),
    )
    element_kind: Any = select_field(
        _l("Hva ligner det på?"), _kinds, blank=_l("Jeg vet ikke, eller noe annet")
    )
    words: Any = text_field(
        _l("Skriv med egne ord hva du ønsker, og gjerne hvorfor"),
        required=_l("Skriv hva du ønsker."),
        most=MOST_CHARACTERS,
        area=True,
        hint=_l("Du kan skrive på ditt eget språk. Rådgiveren din leser det sammen med en tolk."),
    )
    language: Any = select_field(
        _l("Hvilket språk skriver du på?"), _languages, required=_l("Velg språket du skriver på.")
    )

    def fit(self, kind: ProposalKind, lines: list[tuple[str, str]]) -> None:
        """Keep only the fields that this kind of proposal needs; `lines` are those of the plan."""
        if kind is ProposalKind.CHANGE_ELEMENT:
            self.line.choices = [("", _("Velg fra planen din")), *lines]
        else:
            del self.line
        if kind is not ProposalKind.NEW_ELEMENT:
            del self.element_kind

    def show(self, language: str, line: str) -> None:
        """Propose the language that she reads, and the line that she came from."""
        self.language.data = language if language in SPOKEN_LANGUAGES else NORWEGIAN
        if "line" in self:
            self.line.data = line

    def to_command(self, kind: ProposalKind) -> ProposeChange:
        """Return what was filled in."""
        line = self.line.data if "line" in self else ""
        element_kind = self.element_kind.data if "element_kind" in self else ""
        return ProposeChange(
            kind=kind,
            words=self.words.data,
            language=self.language.data,
            element_id=UUID(line) if line else None,
            element_kind=ElementKind(element_kind) if element_kind else None,
        )


class DeclineForm(PortalForm):
    """Why a proposal does not come into the plan."""

    reason: Any = text_field(
        _l("Hvorfor blir forslaget ikke tatt inn?"),
        required=_l("Skriv hvorfor forslaget ikke blir tatt inn."),
        most=MOST_CHARACTERS,
        area=True,
        hint=_l("Deltakeren leser dette. Skriv kort og vennlig, på norsk."),
    )
    translation: Any = text_field(
        _l("Det samme på deltakerens språk"),
        most=MOST_CHARACTERS,
        area=True,
        hint=_l("Skriv bare hvis noen som kan språket, har oversatt."),
    )

    def to_command(self, participant_id: UUID, proposal_id: UUID) -> DeclineProposal:
        """Return what was filled in."""
        return DeclineProposal(
            participant_id, proposal_id, self.reason.data, self.translation.data or ""
        )


class TakeGoalForm(PortalForm):
    """One button: the draft's goal is to follow the proposal."""
