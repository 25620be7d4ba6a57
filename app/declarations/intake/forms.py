"""Forms for scanned paper: upload, register what a stack shows, work on the tray."""

from typing import Any
from uuid import UUID

from flask_wtf.file import FileRequired, MultipleFileField
from wtforms import SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from app.declarations.explanations.commands import ExplainDocument
from app.declarations.explanations.forms import ANSWER, ExplanationForm
from app.declarations.explanations.teach_back import QUESTIONS
from app.declarations.intake.commands import RegisterPapers
from app.enrolment.interpreting.kinds import InterpreterUse, NoInterpreterReason
from app.enrolment.interpreting.wording import use_text
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.papers.intake.commands import FilePage, SetPageAside, UsePageInstead
from app.web.fields import day_field, integer_field, radio_field, version_field
from app.web.forms import PortalForm, text_field

LATER = "later"
_OF_EACH_PAPER = {"explained_on", "language", *(ANSWER + question for question in QUESTIONS)}
"""Fields of an explanation that a stack does not ask for: the day is that of the signature."""


class StackForm(PortalForm):
    """The scanned files."""

    files: Any = MultipleFileField(
        _l("Skannede papirer"),
        validators=[FileRequired(_l("Velg minst én fil."))],
        description=_l(
            "PDF, JPEG, PNG eller TIFF. Sidene kan ligge i hvilken som helst rekkefølge."
        ),
        render_kw={"accept": ".pdf,.jpg,.jpeg,.png,.tif,.tiff"},
    )

    def contents(self) -> list[bytes]:
        """Return the bytes of each file; their names are not used for anything."""
        return [_content(file) for file in self.files.data or () if file and file.filename]


class RegisterForm(ExplanationForm):
    """Which papers are signed, when and where, and how they were explained."""

    signed_on: Any = day_field(
        _l("Dato for underskrift"),
        required=_l("Skriv datoen som står på arkene."),
        hint=_l("Velg bare ark med denne datoen. De andre kan du registrere etterpå."),
    )
    place: Any = text_field(_l("Sted"), required=_l("Skriv stedet som står på arkene."), most=200)
    interpreter_use: Any = radio_field(
        _l("Hvem tolket?"),
        lambda: [
            (LATER, _("Det registreres på hver sak")),
            *((one.value, use_text(one)) for one in InterpreterUse),
        ],
        required=_l("Velg hvem som tolket, eller at det ikke var tolk."),
        chosen=LATER,
    )
    chosen: Any = SelectMultipleField(
        _l("Ark"), widget=ListWidget(), option_widget=CheckboxInput(), validate_choice=False
    )

    def __init__(self, **kwargs: Any) -> None:
        """Ask only for what can be the same for all."""
        super().__init__(**kwargs)
        for name in _OF_EACH_PAPER:
            del self[name]

    def _missing(self) -> list[tuple[str, str]]:
        return [] if self.interpreter_use.data == LATER else super()._missing()

    def to_command(self, stack_id: UUID) -> RegisterPapers:
        """Return what was filled in."""
        return RegisterPapers(
            stack_id=stack_id,
            declaration_ids=frozenset(_ids(self.chosen.data or ())),
            signed_on=self.signed_on.data,
            place=self.place.data,
            explanation=self._common_explanation(),
        )

    def _common_explanation(self) -> ExplainDocument | None:
        if self.interpreter_use.data == LATER:
            return None
        reason = self.no_interpreter_reason.data
        is_interpreted = self.interpreter_use.data != InterpreterUse.NONE
        return ExplainDocument(
            explained_on=self.signed_on.data,
            language="",  # each paper's own
            interpreter=self._interpreter() if is_interpreted else None,
            no_interpreter_reason=None
            if is_interpreted or not reason
            else NoInterpreterReason(reason),
            note=self.note.data or "",
        )


class FileForm(PortalForm):
    """The code that somebody reads on the picture."""

    row_version = version_field()
    paper_code: Any = text_field(
        _l("Koden på arket"),
        required=_l("Skriv koden som står på arket."),
        most=40,
        hint=_l("Tolv tegn, for eksempel 7KQM-2XHD-V94T."),
    )
    page: Any = integer_field(
        _l("Side"),
        lowest=1,
        highest=9,
        hint=_l("Står nederst på arket. Kan stå tomt når arket har én side."),
    )

    def to_command(self, page_id: UUID) -> FilePage:
        """Return what was filled in."""
        return FilePage(page_id, self.row_version.data, self.paper_code.data, self.page.data)


class SetAsideForm(PortalForm):
    """Why a page belongs nowhere."""

    row_version = version_field()
    reason: Any = text_field(
        _l("Hvorfor hører siden ikke til her?"),
        required=_l("Skriv hvorfor siden ikke hører til her."),
        most=500,
    )

    def to_command(self, page_id: UUID) -> SetPageAside:
        """Return what was filled in."""
        return SetPageAside(page_id, self.row_version.data, self.reason.data)


class UseForm(PortalForm):
    """Nothing to fill in: the two pictures stand side by side."""

    row_version = version_field()

    def to_command(self, page_id: UUID) -> UsePageInstead:
        """Return which page, as it was seen."""
        return UsePageInstead(page_id, self.row_version.data)


def _content(uploaded: Any) -> bytes:
    with uploaded.stream as stream:
        content: bytes = stream.read()
    return content


def _ids(sent: Any) -> list[UUID]:
    """Return the ids among what was sent; a forged one is an id that no paper has."""
    found = []
    for text in sent:
        try:
            found.append(UUID(text))
        except ValueError:
            found.append(UUID(int=0))
    return found
