"""Saving the mapping part by part, each as a version of its own. Every look is recorded.

The facts that the rules read (`education_level`, `mapped_on` and their like on the participant)
follow the newest version in the same transaction.
"""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.enrolment.changes import record, save
from app.enrolment.mapping.checks import check_content
from app.enrolment.mapping.commands import SavePart
from app.enrolment.mapping.contents import Content, Conversation, Guidance, part_of
from app.enrolment.mapping.errors import CannotSaveMapping, MappingChanged
from app.enrolment.mapping.models import MappingEntry
from app.enrolment.mapping.queries import find_newest
from app.enrolment.mapping.stored_form import to_stored
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant
from app.persistence.unique import Taken, add_unique


def open_mapping(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> Participant:
    """Return the participant whose mapping is looked at, and record that it was.

    Raises:
        NotFound: outside the municipality.
    """
    participant = get_participant(session, actor.scope, participant_id)
    record(session, clock, actor, Action.MAPPING_VIEWED, participant.id)
    return participant


def save_part(session: Session, clock: Clock, actor: Actor, command: SavePart) -> None:
    """Save a part as its next version; values that did not change make no version.

    Raises:
        NotFound: outside the municipality.
        MappingChanged: somebody else saved this part meanwhile.
        CannotSaveMapping: something cannot be true, or is neither done nor explained.
    """
    participant = get_participant(session, actor.scope, command.participant_id)
    newest = find_newest(session, actor.scope, participant.id, part_of(command.content))
    version = newest.version if newest else 0
    if command.version != version:
        raise MappingChanged(version)
    append(session, clock, actor, participant, [command.content])


def append(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant: Participant,
    contents: Sequence[Content],
) -> None:
    """Append these parts to the history of a participant of the actor's municipality.

    Raises:
        MappingChanged: another request saved the same part at the same moment.
        CannotSaveMapping: something cannot be true; nothing of it is saved.
    """
    present_day = today(clock)
    if problems := [each for content in contents for each in check_content(content, present_day)]:
        raise CannotSaveMapping(problems)
    changed: list[str] = []
    for content in map(_without_contradiction, contents):
        if _append(session, clock, actor, participant.id, content):
            changed += _follow(participant, content)
    if changed:
        save(session, clock, actor, participant, changed)


def _append(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, content: Content
) -> bool:
    """Add a row, unless the newest one says the same; tell whether one was added."""
    part = part_of(content)
    newest = find_newest(session, actor.scope, participant_id, part)
    if newest is not None and newest.content == content:
        return False
    version = newest.version + 1 if newest else 1
    entry = MappingEntry(
        id=new_id(),
        participant_id=participant_id,
        part=part,
        version=version,
        values=to_stored(content),
        recorded_by=actor.user_id,
        recorded_at=clock(),
    )
    try:
        add_unique(session, entry)
    except Taken:
        raise MappingChanged(version) from None
    details: dict[str, object] = {"part": part.value, "version": version}
    record(session, clock, actor, Action.MAPPING_SAVED, participant_id, details)
    return True


def _without_contradiction(content: Content) -> Content:
    """Drop the reason why something was not done when it was done."""
    match content:
        case Conversation(mapped_on=day) | Guidance(guided_on=day) if day is not None:
            return replace(content, missing_reason="")
        case _:
            return content


def _follow(participant: Participant, content: Content) -> list[str]:
    """Let the facts that the rules read follow; return the names of those that changed."""
    facts: dict[str, object] = {}
    if isinstance(content, Conversation):
        facts = {
            "education_level": content.education_level,
            "mapped_on": content.mapped_on,
            "mapping_missing_reason": content.missing_reason,
        }
    elif isinstance(content, Guidance):
        facts = {
            "guided_on": content.guided_on,
            "guidance_missing_reason": content.missing_reason,
        }
    changed = [name for name, value in facts.items() if getattr(participant, name) != value]
    for name in changed:
        setattr(participant, name, facts[name])
    return changed
