"""Why the papers of a stack were not registered."""

from enum import StrEnum

from app.core.errors import DomainError, Refusal
from app.declarations.errors import CannotRegisterSigning
from app.declarations.explanations.errors import CannotExplainDocument


class RegisterRefusal(StrEnum):
    """Why nothing of the stack was registered."""

    NOTHING_CHOSEN = "nothing_chosen"
    CHANGED = "changed"
    """One of the chosen papers cannot be registered any more: look at the list again."""


class CannotRegisterPapers(Refusal[RegisterRefusal]):
    """Nothing is registered."""

    code = "cannot_register_papers"


class CannotRegisterPaper(DomainError):
    """One of the chosen papers is refused, so none is registered."""

    code = "cannot_register_paper"

    def __init__(
        self, paper_code: str, refusal: CannotRegisterSigning | CannotExplainDocument
    ) -> None:
        """Keep which paper it is, and what is wrong."""
        super().__init__(str(refusal))
        self.paper_code = paper_code
        self.refusal = refusal
