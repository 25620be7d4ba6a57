"""Whom the municipality knows to be too young to interpret."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.core.period import add_months
from app.enrolment.models import Participant

ADULT_MONTHS = 18 * 12


def is_known_minor(session: Session, scope: MunicipalityScope, name: str, on: date) -> bool:
    """Tell whether somebody of this name in the municipality's programme is under 18."""
    wanted = _plain(name)
    young = session.execute(
        select(Participant.given_name, Participant.family_name).where(
            Participant.municipality_id == scope.municipality_id,
            Participant.born_on > add_months(on, -ADULT_MONTHS),
        )
    )
    return any(_plain(f"{row.given_name} {row.family_name}") == wanted for row in young)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
