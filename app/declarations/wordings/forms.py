"""Forms for importing a text, translating a clause and taking in a translator's file."""

from pathlib import PurePosixPath
from typing import Any

from flask_wtf.file import FileField, FileRequired

from app.declarations.wordings.commands import (
    ApproveClause,
    CommentClause,
    Place,
    ReviewClause,
    UploadTranslation,
    WriteClause,
)
from app.i18n.text import lazy_gettext as _l
from app.web.fields import version_field
from app.web.forms import PortalForm, text_field


class ImportForm(PortalForm):
    """The file with an official text."""

    text_file = FileField(
        _l("Fil med teksten"),
        validators=[FileRequired(_l("Velg filen med teksten."))],
        description=_l("Én TOML-fil med alle språk, eller en ZIP med én TOML-fil for hvert språk."),
    )

    def upload(self) -> tuple[str, bytes]:
        """Return name and content of the file."""
        return file_name(self.text_file.data), file_content(self.text_file.data)


class DecisionForm(PortalForm):
    """Why a text is rejected or withdrawn; an approval needs no reason."""

    row_version = version_field()
    reason: Any = text_field(
        _l("Begrunnelse"),
        most=1000,
        area=True,
        hint=_l("Må fylles ut når teksten avvises eller trekkes tilbake."),
    )


class ClauseForm(PortalForm):
    """The words of one clause, and who answers for them."""

    seen = version_field()
    text: Any = text_field(
        _l("Oversettelse"), required=_l("Skriv oversettelsen."), most=4000, area=True
    )
    translator: Any = text_field(_l("Hvem har oversatt?"))
    comment: Any = text_field(_l("Kommentar"), most=1000, area=True)
    reviewer: Any = text_field(
        _l("Hvem har gått gjennom oversettelsen?"),
        hint=_l("Navnet på en person som kan begge språkene, og som ikke har oversatt selv."),
    )

    def to_write(self, place: Place, clause_id: str) -> WriteClause:
        """Return the new words."""
        return WriteClause(
            place,
            clause_id,
            self.seen.data,
            self.text.data or "",
            self.translator.data or "",
            self.comment.data or "",
        )

    def to_comment(self, place: Place, clause_id: str) -> CommentClause:
        """Return the remark alone."""
        return CommentClause(place, clause_id, self.seen.data, self.comment.data or "")

    def to_review(self, place: Place, clause_id: str) -> ReviewClause:
        """Return who has reviewed."""
        return ReviewClause(
            place, clause_id, self.seen.data, self.reviewer.data or "", self.comment.data or ""
        )

    def to_approve(self, place: Place, clause_id: str) -> ApproveClause:
        """Return the approval."""
        return ApproveClause(place, clause_id, self.seen.data, self.comment.data or "")


class ReviewLanguageForm(PortalForm):
    """Who has reviewed a whole language."""

    reviewer: Any = text_field(
        _l("Hvem har gått gjennom oversettelsen?"),
        required=_l("Skriv navnet på den som har gått gjennom oversettelsen."),
        hint=_l("Navnet på en person som kan begge språkene, og som ikke har oversatt selv."),
    )


class TranslationFileForm(PortalForm):
    """The file that came back from a translator."""

    translation_file = FileField(
        _l("Fil fra oversetteren"),
        validators=[FileRequired(_l("Velg filen fra oversetteren."))],
        description=_l("Filen som du hentet her, med oversettelsene fylt inn (XLIFF 2)."),
    )
    translator: Any = text_field(
        _l("Hvem har oversatt?"), required=_l("Skriv navnet på den som har oversatt.")
    )

    def to_command(self, place: Place) -> UploadTranslation:
        """Return what was sent."""
        return UploadTranslation(
            place,
            file_name(self.translation_file.data),
            file_content(self.translation_file.data),
            self.translator.data,
        )


class TakeInForm(PortalForm):
    """Nothing to fill in: the page shows what would change."""

    row_version = version_field()


def file_content(uploaded: Any) -> bytes:
    """Return the bytes; large uploads lie in a file of their own until it is closed."""
    with uploaded.stream as stream:
        content: bytes = stream.read()
    return content


def file_name(uploaded: Any) -> str:
    """Return the last part of the name that the browser sent, without what cannot be shown."""
    name = PurePosixPath(str(uploaded.filename).replace("\\", "/")).name[-200:]
    return "".join(character if character.isprintable() else "?" for character in name) or "?"
