"""Opening one sheet for a form about it."""

from uuid import UUID

from app.declarations import service
from app.declarations.queries import Issued, get_declaration
from app.enrolment.models import Participant
from app.web.context import actor, clock, scope, session
from app.web.looks import shown

NORWEGIAN = "nb"


def open_issued(participant_id: UUID, declaration_id: UUID) -> Issued:
    """Return the sheet; a look is recorded when a form is shown.

    Raises:
        NotFound: there is none, or it is another participant's or municipality's.
    """
    return shown(
        lambda: service.open_declaration(
            session(), clock(), actor(), participant_id, declaration_id
        ),
        lambda: get_declaration(session(), scope(), participant_id, declaration_id),
    )


def likely_language(issued: Issued, participant: Participant) -> str:
    """Return in which language the sheet will have been explained: a first guess for a form."""
    if issued.document.language != NORWEGIAN:
        return issued.document.language
    return participant.interpreter_language or NORWEGIAN
