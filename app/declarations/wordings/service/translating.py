"""Working on the translations of a text, clause by clause.

Who reviewed is a name: the person need not use the portal, but is not who translated. Who approves
is a user who neither wrote the words nor registered their review.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.accounts.queries import get_user
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import Conflict, NotFound
from app.declarations.bundles.translation import ClauseTranslation, TranslationStatus
from app.declarations.bundles.types import NORWEGIAN, Clause, TextBundle, text_digest
from app.declarations.bundles.wording import find_fault, tidied
from app.declarations.wordings.commands import (
    ApproveClause,
    CommentClause,
    Place,
    ReviewClause,
    WriteClause,
)
from app.declarations.wordings.errors import CannotChangeTranslation, TranslationRefusal
from app.declarations.wordings.models import StepKind, TranslationStep
from app.declarations.wordings.queries.texts import get_text, list_steps
from app.declarations.wordings.service.steps import add_step
from app.i18n.locales import find_language

_ACTIONS = {
    StepKind.WRITTEN: Action.TRANSLATION_WRITTEN,
    StepKind.REVIEWED: Action.TRANSLATION_REVIEWED,
    StepKind.APPROVED: Action.TRANSLATION_APPROVED,
    StepKind.COMMENTED: Action.TRANSLATION_COMMENTED,
}


@dataclass(frozen=True, slots=True)
class _Desk:
    """One clause in one language, as it lies on the desk."""

    place: Place
    clause: Clause
    state: ClauseTranslation | None
    steps: list[TranslationStep]
    """Newest first."""


def open_place(session: Session, actor: Actor, place: Place) -> TextBundle:
    """Return the text that the work is on.

    Raises:
        NotFound: there is no such text, or the language is not one that documents have.
    """
    if place.language == NORWEGIAN or find_language(place.language) is None:
        raise NotFound
    return get_text(session, actor.scope, place.kind, place.version).bundle


def write_clause(session: Session, clock: Clock, actor: Actor, command: WriteClause) -> None:
    """Give a clause new words, made of the Norwegian clause as it is now.

    Writing the same words again says that they still fit a Norwegian clause that has changed.

    Raises:
        CannotChangeTranslation: the words cannot stand on a sheet, or nothing would change.
    """
    desk = _desk(session, actor, command.place, command.clause_id, command.seen)
    text = tidied(command.text)
    fault = find_fault(desk.clause, text)
    if fault is not None:
        raise CannotChangeTranslation(TranslationRefusal(fault.value))
    before = desk.state
    if before is not None and (before.text, before.of) == (text, desk.clause.digest):
        raise CannotChangeTranslation(TranslationRefusal.UNCHANGED)
    state = ClauseTranslation(
        text=text,
        of=desk.clause.digest,
        status=TranslationStatus.TRANSLATED,
        translator=command.translator or _own_name(session, actor),
        translated_on=today(clock),
    )
    _put(session, clock, actor, desk, StepKind.WRITTEN, state, command.comment)


def comment_clause(session: Session, clock: Clock, actor: Actor, command: CommentClause) -> None:
    """Keep a remark beside the clause.

    Raises:
        CannotChangeTranslation: there is no remark, or no translation to remark on.
    """
    desk = _desk(session, actor, command.place, command.clause_id, command.seen)
    if not command.comment:
        raise CannotChangeTranslation(TranslationRefusal.NO_COMMENT)
    state = _translated(desk)
    _put(session, clock, actor, desk, StepKind.COMMENTED, state, command.comment)


def review_clause(session: Session, clock: Clock, actor: Actor, command: ReviewClause) -> None:
    """Note who has compared the clause with the Norwegian one.

    Raises:
        CannotChangeTranslation: there is nothing to review, or she translated it herself.
    """
    desk = _desk(session, actor, command.place, command.clause_id, command.seen)
    _review(session, clock, actor, desk, command.reviewer, command.comment)


def approve_clause(session: Session, clock: Clock, actor: Actor, command: ApproveClause) -> None:
    """Approve a reviewed clause.

    Raises:
        CannotChangeTranslation: it is not reviewed, or the actor had part in it.
    """
    desk = _desk(session, actor, command.place, command.clause_id, command.seen)
    _approve(session, clock, actor, desk, command.comment)


def review_language(
    session: Session, clock: Clock, actor: Actor, place: Place, reviewer: str
) -> int:
    """Note for every clause that can be that this person has reviewed it; return how many.

    Raises:
        CannotChangeTranslation: there was none; for the reason of the last that could not.
    """
    return _for_all(
        session, actor, place, lambda desk: _review(session, clock, actor, desk, reviewer, "")
    )


def approve_language(session: Session, clock: Clock, actor: Actor, place: Place) -> int:
    """Approve every clause that can be; return how many.

    Raises:
        CannotChangeTranslation: there was none; for the reason of the last that could not.
    """
    return _for_all(session, actor, place, lambda desk: _approve(session, clock, actor, desk, ""))


def _review(
    session: Session, clock: Clock, actor: Actor, desk: _Desk, reviewer: str, comment: str
) -> None:
    state = _translated(desk)
    if state.of != desk.clause.digest:
        raise CannotChangeTranslation(TranslationRefusal.OUTDATED)
    if not reviewer:
        raise CannotChangeTranslation(TranslationRefusal.NO_REVIEWER)
    if _is_same(reviewer, state.translator):
        raise CannotChangeTranslation(TranslationRefusal.REVIEWER_TRANSLATED)
    if state.status is TranslationStatus.APPROVED:
        raise CannotChangeTranslation(TranslationRefusal.APPROVED_ALREADY)
    if state.status is TranslationStatus.REVIEWED and _is_same(reviewer, state.reviewer or ""):
        raise CannotChangeTranslation(TranslationRefusal.UNCHANGED)
    reviewed = replace(
        state,
        status=TranslationStatus.REVIEWED,
        reviewer=reviewer,
        reviewed_on=today(clock),
    )
    _put(session, clock, actor, desk, StepKind.REVIEWED, reviewed, comment)


def _approve(session: Session, clock: Clock, actor: Actor, desk: _Desk, comment: str) -> None:
    state = _translated(desk)
    if state.of != desk.clause.digest:
        raise CannotChangeTranslation(TranslationRefusal.OUTDATED)
    if state.status is TranslationStatus.APPROVED:
        raise CannotChangeTranslation(TranslationRefusal.APPROVED_ALREADY)
    if state.status is not TranslationStatus.REVIEWED:
        raise CannotChangeTranslation(TranslationRefusal.NOT_REVIEWED)
    name = _own_name(session, actor)
    had_part = actor.user_id in _those_behind(desk)
    if had_part or _is_same(name, state.translator) or _is_same(name, state.reviewer or ""):
        raise CannotChangeTranslation(TranslationRefusal.SAME_PERSON)
    approved = replace(
        state, status=TranslationStatus.APPROVED, approver=name, approved_on=today(clock)
    )
    _put(session, clock, actor, desk, StepKind.APPROVED, approved, comment)


def _those_behind(desk: _Desk) -> set[UUID]:
    """Return the users who wrote the words that stand now, or registered their review."""
    behind = set()
    for step in desk.steps:
        if step.done in (StepKind.WRITTEN, StepKind.FROM_FILE, StepKind.REVIEWED):
            behind.add(step.done_by)
        if step.done in (StepKind.WRITTEN, StepKind.FROM_FILE, StepKind.CARRIED_OVER):
            break
    return behind


def _for_all(session: Session, actor: Actor, place: Place, work: Callable[[_Desk], None]) -> int:
    done, last = 0, TranslationRefusal.NOT_TRANSLATED
    for desk in _desks(session, actor, place):
        try:
            work(desk)
        except CannotChangeTranslation as refusal:
            last = refusal.reason
        else:
            done += 1
    if not done:
        raise CannotChangeTranslation(last)
    return done


def _desks(session: Session, actor: Actor, place: Place) -> list[_Desk]:
    bundle = open_place(session, actor, place)
    steps = list_steps(session, actor.scope, bundle, place.language)
    found = [each for each in bundle.translations if each.language == place.language]
    states = found[0].clauses if found else {}
    return [
        _Desk(
            place,
            clause,
            states.get(clause.clause_id),
            [step for step in steps if step.clause_id == clause.clause_id],
        )
        for clause in bundle.translatable
    ]


def _desk(session: Session, actor: Actor, place: Place, clause_id: str, seen: int) -> _Desk:
    for desk in _desks(session, actor, place):
        if desk.clause.clause_id == clause_id:
            if (desk.steps[0].number if desk.steps else 0) != seen:
                raise CannotChangeTranslation(TranslationRefusal.STALE)
            return desk
    raise NotFound


def _translated(desk: _Desk) -> ClauseTranslation:
    if desk.state is None:
        raise CannotChangeTranslation(TranslationRefusal.NOT_TRANSLATED)
    return desk.state


def _put(
    session: Session,
    clock: Clock,
    actor: Actor,
    desk: _Desk,
    done: StepKind,
    state: ClauseTranslation,
    comment: str,
) -> None:
    place = desk.place
    is_of_now = state.of == desk.clause.digest
    earlier = next((step.source_text for step in desk.steps if step.source_digest == state.of), "")
    step = add_step(
        session,
        clock,
        actor,
        (place.kind, place.version, place.language, desk.clause.clause_id),
        done,
        state,
        source_text=desk.clause.text if is_of_now else earlier,
        number=desk.steps[0].number + 1 if desk.steps else 1,
        comment=comment,
    )
    try:
        session.flush()
    except IntegrityError:
        raise Conflict from None
    audit.record(
        session,
        clock,
        actor,
        _ACTIONS[done],
        ("translation_step", step.id),
        details={
            "kind": place.kind.value,
            "version": place.version,
            "language": place.language,
            "clause": desk.clause.clause_id,
            "text_digest": text_digest(state.text),
        },
    )


def _own_name(session: Session, actor: Actor) -> str:
    return get_user(session, actor.scope, actor.user_id).display_name


def _is_same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
