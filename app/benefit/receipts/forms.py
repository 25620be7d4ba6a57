"""The forms of receipts."""

from typing import Any
from uuid import UUID

from flask_wtf.file import FileField, FileRequired

from app.benefit.receipts.reading import CannotReadReceipt
from app.benefit.receipts.service import SettleLine
from app.benefit.receipts.wording import line_problem_text, receipt_problem_text
from app.core.sheets import MOST_BYTES
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.forms import PortalForm, text_field

SHOWN_PROBLEMS = 20


class ReceiptForm(PortalForm):
    """A receipt file."""

    file: Any = FileField(
        _l("Kvitteringsfilen fra lønnssystemet (CSV)"),
        validators=[FileRequired(_l("Velg filen."))],
        description=_l(
            "Kolonner med overskriftene Referanse (eller Ansattnummer), Beløp, Status og gjerne "
            "Årsak. Status er betalt eller avvist."
        ),
    )

    def content(self) -> bytes:
        """Return the bytes, at most one too many."""
        with self.file.data.stream as stream:
            content: bytes = stream.read(MOST_BYTES + 1)
        return content

    def refuse_receipt(self, refusal: CannotReadReceipt) -> None:
        """Say why nothing was read."""
        if refusal.problem:
            self.refuse(receipt_problem_text(refusal.problem), "file")
        for line, problem in refusal.lines[:SHOWN_PROBLEMS]:
            self.refuse(line_problem_text(line, problem), "file")
        if len(refusal.lines) > SHOWN_PROBLEMS:
            more = len(refusal.lines) - SHOWN_PROBLEMS
            self.refuse(_("Og %(count)s linjer til.", count=more), "file")


class SettleForm(PortalForm):
    """What was done."""

    note: Any = text_field(
        _l("Hva er gjort?"),
        required=_l("Skriv hva som er gjort."),
        most=500,
        area=True,
        hint=_l("For eksempel: Kontonummeret er rettet, og beløpet er betalt manuelt."),
    )

    def to_command(self, run_id: UUID, line_id: UUID) -> SettleLine:
        """Return the note as a command."""
        return SettleLine(run_id, line_id, self.note.data)
