"""Sending a language to a translator as a file, and taking the file in when it comes back.

A file gives words only. Its states are not believed: who reviewed is registered in the portal.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import Conflict
from app.core.ids import new_id
from app.declarations.bundles.translation import ClauseTranslation, TranslationStatus
from app.declarations.bundles.types import Clause, TextBundle, text_digest
from app.declarations.bundles.wording import WordingFault, find_fault
from app.declarations.bundles.xliff_reading import Unit, read_xliff
from app.declarations.bundles.xliff_writing import write_xliff
from app.declarations.wordings.commands import Place, UploadTranslation
from app.declarations.wordings.errors import CannotTakeInFile, FileRefusal
from app.declarations.wordings.models import StepKind, TranslationFile
from app.declarations.wordings.queries.texts import get_translation_file, list_steps
from app.declarations.wordings.service.steps import add_step
from app.declarations.wordings.service.translating import open_place

SUBJECT = "translation_file"


class Outcome(StrEnum):
    """What a unit of a file comes to."""

    NEW_WORDS = "new_words"
    RENEWED = "renewed"
    """The same words, now of the Norwegian clause as it is."""
    SAME = "same"
    EMPTY = "empty"
    UNKNOWN = "unknown"
    """The text has no such clause."""
    REPEATED = "repeated"
    OLDER_SOURCE = "older_source"
    """Made of a Norwegian clause that has changed since, or that the file does not name."""
    CHANGED_HERE = "changed_here"
    """The clause got other words in the portal after the file was made."""
    FAULTY = "faulty"

    @property
    def is_taken_in(self) -> bool:
        """Whether the portal gets the words."""
        return self in (Outcome.NEW_WORDS, Outcome.RENEWED)


@dataclass(frozen=True, slots=True)
class UnitOutcome:
    """One unit, what it comes to, and what it would change."""

    unit: Unit
    outcome: Outcome
    fault: WordingFault | None
    norwegian: str
    before: str
    """The words that the portal has."""


def export_language(session: Session, clock: Clock, actor: Actor, place: Place) -> bytes:
    """Return the file for a translator, and record that it was fetched.

    Raises:
        NotFound: there is no such text or language.
    """
    bundle = open_place(session, actor, place)
    content = write_xliff(bundle, place.language)
    digest = hashlib.sha256(content).hexdigest()
    _note(session, clock, actor, Action.TRANSLATION_EXPORTED, None, place, digest)
    return content


def upload_file(
    session: Session, clock: Clock, actor: Actor, command: UploadTranslation
) -> TranslationFile:
    """Keep a translator's file as it came; it changes nothing before somebody takes it in.

    Raises:
        XliffError: it cannot be read.
        NotFound: there is no such text or language.
    """
    open_place(session, actor, command.place)
    read_xliff(command.content, command.place.language)
    file = TranslationFile(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        kind=command.place.kind,
        version=command.place.version,
        language=command.place.language,
        file_name=command.file_name,
        content=command.content,
        sha256=hashlib.sha256(command.content).hexdigest(),
        translator=command.translator,
        uploaded_by=actor.user_id,
        uploaded_at=clock(),
    )
    session.add(file)
    session.flush()
    _note(
        session, clock, actor, Action.TRANSLATION_FILE_UPLOADED, file.id, command.place, file.sha256
    )
    return file


def outcomes_of(
    session: Session, actor: Actor, file_id: UUID
) -> tuple[TranslationFile, list[UnitOutcome]]:
    """Return a file and what it would change now.

    Raises:
        NotFound: the municipality has no such file.
    """
    file = get_translation_file(session, actor.scope, file_id)
    place = Place(file.kind, file.version, file.language)
    bundle = open_place(session, actor, place)
    return file, compare(bundle, file.language, read_xliff(file.content, file.language))


def take_in_file(
    session: Session, clock: Clock, actor: Actor, file_id: UUID, row_version: int
) -> int:
    """Take in the words of a file that still fit; return how many clauses changed.

    Raises:
        CannotTakeInFile: it is taken in already, or has nothing new.
    """
    file, outcomes = outcomes_of(session, actor, file_id)
    if file.taken_in_at is not None:
        raise CannotTakeInFile(FileRefusal.TAKEN_IN_ALREADY)
    if file.row_version != row_version:
        raise Conflict
    wanted = [each for each in outcomes if each.outcome.is_taken_in]
    if not wanted:
        raise CannotTakeInFile(FileRefusal.NOTHING_NEW)
    place = Place(file.kind, file.version, file.language)
    next_number = _next_numbers(session, actor, place)
    for each in wanted:
        clause_id = each.unit.clause_id
        add_step(
            session,
            clock,
            actor,
            (file.kind, file.version, file.language, clause_id),
            StepKind.FROM_FILE,
            ClauseTranslation(
                text=each.unit.text,
                of=each.unit.source_digest,
                status=TranslationStatus.TRANSLATED,
                translator=file.translator,
                translated_on=today(clock),
            ),
            source_text=each.norwegian,
            number=next_number(clause_id),
        )
    file.taken_in_by = actor.user_id
    file.taken_in_at = clock()
    session.flush()
    _note(session, clock, actor, Action.TRANSLATION_FILE_TAKEN_IN, file.id, place, file.sha256)
    return len(wanted)


def compare(bundle: TextBundle, language: str, units: Sequence[Unit]) -> list[UnitOutcome]:
    """Return what each unit comes to, in the order of the file."""
    clauses = {clause.clause_id: clause for clause in bundle.translatable}
    found = [each for each in bundle.translations if each.language == language]
    states = found[0].clauses if found else {}
    seen: set[str] = set()
    outcomes = []
    for unit in units:
        clause, state = clauses.get(unit.clause_id), states.get(unit.clause_id)
        outcome, fault = _outcome(unit, clause, state)
        if unit.clause_id in seen:
            outcome, fault = Outcome.REPEATED, None
        seen.add(unit.clause_id)
        norwegian = clause.text if clause else ""
        outcomes.append(UnitOutcome(unit, outcome, fault, norwegian, state.text if state else ""))
    return outcomes


def _outcome(
    unit: Unit, clause: Clause | None, state: ClauseTranslation | None
) -> tuple[Outcome, WordingFault | None]:
    if clause is None:
        return Outcome.UNKNOWN, None
    if not unit.text:
        return Outcome.EMPTY, None
    if unit.source_digest != clause.digest:
        return Outcome.OLDER_SOURCE, None
    fault = find_fault(clause, unit.text)
    if fault is not None:
        return Outcome.FAULTY, fault
    if state is None:
        return Outcome.NEW_WORDS, None
    if state.text == unit.text:
        return (Outcome.SAME if state.of == clause.digest else Outcome.RENEWED), None
    if unit.target_digest != text_digest(state.text):
        return Outcome.CHANGED_HERE, None
    return Outcome.NEW_WORDS, None


def _next_numbers(session: Session, actor: Actor, place: Place) -> Callable[[str], int]:
    bundle = open_place(session, actor, place)
    numbers: dict[str, int] = {}
    for step in list_steps(session, actor.scope, bundle, place.language):
        numbers[step.clause_id] = max(step.number, numbers.get(step.clause_id, 0))
    return lambda clause_id: numbers.get(clause_id, 0) + 1


def _note(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    file_id: UUID | None,
    place: Place,
    sha256: str,
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        (SUBJECT, file_id),
        details={
            "kind": place.kind.value,
            "version": place.version,
            "language": place.language,
            "sha256": sha256,
        },
    )
