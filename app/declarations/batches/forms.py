"""Forms for choosing whom to print for, and what."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from wtforms import Form

from app.declarations.batches.commands import ChosenSheet, Selected
from app.declarations.batches.field_names import language_field, paper_field
from app.declarations.batches.kinds import PrintWish, Selection
from app.declarations.batches.service.choosing import Prospect
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.fields import select_field
from app.web.forms import PortalForm

WITHOUT_PAPER, OWN = "uten-papir", "mine"


class SelectionForm(Form):
    """Whose sheets are to be printed. An unknown code counts as the first."""

    utvalg: Any = select_field(
        _l("Hvem skal ha ark?"), list, required=_l("Velg hvem som skal ha ark.")
    )

    def __init__(self, sent: Any, groups: Sequence[tuple[UUID, str]]) -> None:
        super().__init__(sent)
        self.utvalg.choices = [
            (WITHOUT_PAPER, _("Alle med plan og uten papir")),
            (OWN, _("Mine deltakere")),
            *((str(group_id), name) for group_id, name in groups),
        ]
        if self.utvalg.data not in {code for code, _name in self.utvalg.choices}:
            self.utvalg.data = WITHOUT_PAPER

    @property
    def title(self) -> str:
        """What was chosen, in words."""
        return str(dict(self.utvalg.choices)[self.utvalg.data])

    def to_selected(self) -> Selected:
        """Return what was chosen."""
        match self.utvalg.data:
            case str(code) if code == WITHOUT_PAPER:
                return Selected(Selection.WITHOUT_PAPER)
            case str(code) if code == OWN:
                return Selected(Selection.OWN)
            case code:
                return Selected(Selection.GROUP, UUID(code))


class BatchForm(PortalForm):
    """What is wanted for each participant; her own two fields carry her id in their names."""

    def read(self, prospects: Sequence[Prospect], sent: Mapping[str, str]) -> list[ChosenSheet]:
        """Return the sheets that were asked for; what the page did not offer is an error."""
        chosen = []
        for each in prospects:
            if each.refusal is not None:
                continue
            wish = sent.get(paper_field(each.candidate.participant_id), "")
            language = sent.get(
                language_field(each.candidate.participant_id), each.proposed_language
            )
            if not wish:
                continue
            if wish not in each.wishes or language not in each.languages:
                self.refuse(_("Velg ett av alternativene i listen."))
                return []
            chosen.append(ChosenSheet(each.candidate.participant_id, language, PrintWish(wish)))
        return chosen
