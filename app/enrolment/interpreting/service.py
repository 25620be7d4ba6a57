"""Whether a talk may have been interpreted as told (tolkeloven §§ 4, 6, 7 and 16)."""

from datetime import date

from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.enrolment.interpreting.commands import Interpreter, Interpreting
from app.enrolment.interpreting.errors import InterpretingRefusal
from app.enrolment.interpreting.kinds import Exemption, Kinship, NoInterpreterReason
from app.enrolment.interpreting.queries import is_known_minor

TRANSITION_ENDS_ON = date(2026, 12, 31)
"""Last day of the general dispensation (tolkeloven § 7 fifth paragraph)."""


def find_fault(
    session: Session, scope: MunicipalityScope, told: Interpreting, on: date
) -> InterpretingRefusal | None:
    """Return what is missing or cannot be right about a talk of that day, or None."""
    if told.interpreter is None:
        return _fault_without(told)
    return _fault_with(session, scope, told, told.interpreter, on)


def _fault_without(told: Interpreting) -> InterpretingRefusal | None:
    if told.no_interpreter_reason is None:
        return InterpretingRefusal.NO_REASON
    if told.no_interpreter_reason is NoInterpreterReason.DECLINED and not told.note:
        return InterpretingRefusal.NO_NOTE
    return None


def _fault_with(
    session: Session,
    scope: MunicipalityScope,
    told: Interpreting,
    interpreter: Interpreter,
    on: date,
) -> InterpretingRefusal | None:
    if not interpreter.name and not interpreter.register_id:
        return InterpretingRefusal.NO_INTERPRETER_NAMED
    if interpreter.kinship is Kinship.CHILD or is_known_minor(session, scope, interpreter.name, on):
        return InterpretingRefusal.INTERPRETER_IS_CHILD
    if not interpreter.is_adult:
        return InterpretingRefusal.ADULT_NOT_CONFIRMED
    needs_note = interpreter.kinship is Kinship.RELATIVE
    if interpreter.category is None:
        if interpreter.exemption is None:
            return InterpretingRefusal.NO_EXEMPTION
        is_transition = interpreter.exemption is Exemption.TRANSITION
        if is_transition and on > TRANSITION_ENDS_ON:
            return InterpretingRefusal.TRANSITION_IS_OVER
        needs_note = needs_note or not is_transition
    return InterpretingRefusal.NO_NOTE if needs_note and not told.note else None
