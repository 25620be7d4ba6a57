"""What participants say of their own absence, said through the service."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.statements.commands import MakeStatement, Said
from app.attendance.statements.kinds import AwayGround, StatementKind
from app.attendance.statements.models import AbsenceStatement
from app.attendance.statements.service import make_statement
from app.core.actor import Actor
from app.core.clock import Clock
from app.enrolment.models import Participant

HER_WORDS = "ገንዘብ ኣይትስእንን ኢኻ።"


def away(first_day: date, last_day: date, ground: AwayGround = AwayGround.DEATH) -> Said:
    """Return that she must be away."""
    return Said(StatementKind.AWAY, first_day, last_day, ground=ground)


def say(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, said: Said
) -> AbsenceStatement:
    """Say it in Tigrinya. `actor`: the participant."""
    participant = session.get_one(Participant, participant_id)
    command = MakeStatement(said, "ti", HER_WORDS)
    return make_statement(session, clock, actor, participant, command)
