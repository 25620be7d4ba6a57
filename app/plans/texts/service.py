"""Translating what is written in a plan. A fixed plan stays as it is: translations lie beside it.

Provision: integreringsloven § 15 (the plan is made together with the participant), which she can
only take part in if she reads it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import NotFound
from app.core.ids import new_id
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant
from app.i18n.locales import DEFAULT, find_language
from app.persistence.unique import Taken, add_unique
from app.plans.changes import record
from app.plans.models import IntegrationPlan
from app.plans.paper.written import TranslationState
from app.plans.queries import get_version
from app.plans.texts.commands import Answerable, TakeInTranslations, TextPlace, WriteTranslation
from app.plans.texts.errors import CannotTranslateText, TranslationRefusal
from app.plans.texts.models import PlanTextTranslation
from app.plans.texts.pieces import Piece, pieces_of, targets
from app.plans.texts.queries import Translations, read_translations
from app.plans.texts.table import FileRow, read_table, write_table

_NAMED = frozenset({TranslationState.TRANSLATED, TranslationState.CHECKED})


@dataclass(frozen=True, slots=True)
class OpenedTexts:
    """What is written in a version of a plan, and what is known of its translations."""

    participant: Participant
    plan: IntegrationPlan
    pieces: tuple[Piece, ...]
    translations: Translations

    @property
    def own_language(self) -> str:
        """The language that the plan is to be read in, if documents exist in it."""
        code = self.participant.reading_language
        return code if find_language(code) else DEFAULT.code

    def languages(self) -> tuple[str, ...]:
        """Return the languages that some text has to be translated to."""
        found = {each for piece in self.pieces for each in targets(piece, self.own_language)}
        return tuple(sorted(found))

    def pieces_for(self, language: str) -> tuple[Piece, ...]:
        """Return the texts that have to be translated to a language."""
        return tuple(
            piece for piece in self.pieces if language in targets(piece, self.own_language)
        )

    def piece(self, key: str, language: str) -> Piece:
        """Return one of the texts that have to be translated to a language.

        Raises:
            NotFound: there is none.
        """
        for piece in self.pieces_for(language):
            if piece.key == key:
                return piece
        raise NotFound


def read_texts(session: Session, actor: Actor, participant_id: UUID, version: int) -> OpenedTexts:
    """Return the texts of a version without recording a look, for a form that was sent.

    Raises:
        NotFound: there is no such version, or it lies outside the municipality.
    """
    participant = get_participant(session, actor.scope, participant_id)
    plan = get_version(session, actor.scope, participant_id, version)
    translations = read_translations(session, actor.scope, participant_id)
    return OpenedTexts(participant, plan, pieces_of(plan), translations)


def open_texts(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, version: int
) -> OpenedTexts:
    """Return the texts of a version, and record the look.

    Raises:
        NotFound: there is no such version, or it lies outside the municipality.
    """
    opened = read_texts(session, actor, participant_id, version)
    record(session, clock, actor, Action.PLAN_VIEWED, opened.plan, {"shown": "texts"})
    return opened


def write_translation(
    session: Session, clock: Clock, actor: Actor, command: WriteTranslation
) -> None:
    """Save a translation beside the ones there were.

    Raises:
        NotFound: the version has no such text for this language.
        CannotTranslateText: text or translation changed meanwhile, or nobody answers for it.
    """
    place = command.place
    opened = read_texts(session, actor, place.participant_id, place.version)
    piece = opened.piece(command.piece, place.language)
    if piece.digest != command.source_digest:
        raise CannotTranslateText(TranslationRefusal.SOURCE_CHANGED)
    newest = opened.translations.find(piece, place.language)
    if command.seen != (str(newest.id) if newest else ""):
        raise CannotTranslateText(TranslationRefusal.ANOTHER_WROTE)
    if not command.text:
        raise CannotTranslateText(TranslationRefusal.EMPTY)
    check_answers(clock, command.answers)
    added = [(piece, command.text)]
    _add(session, clock, actor, place, command.answers, added, opened.translations.count)
    _note(session, clock, actor, Action.PLAN_TEXT_TRANSLATED, opened.plan, place, [piece.key])


def export_texts(session: Session, clock: Clock, actor: Actor, place: TextPlace) -> bytes:
    """Return the texts of a version as a file for a translator, with what is translated already.

    Raises:
        NotFound: nothing has to be translated to this language.
    """
    opened = read_texts(session, actor, place.participant_id, place.version)
    pieces = opened.pieces_for(place.language)
    if not pieces:
        raise NotFound
    rows = []
    for piece in pieces:
        found = opened.translations.find(piece, place.language)
        rows.append((piece, found.text if found else ""))
    keys = [piece.key for piece in pieces]
    _note(session, clock, actor, Action.PLAN_TEXTS_EXPORTED, opened.plan, place, keys)
    return write_table(rows)


def check_answers(clock: Clock, answers: Answerable) -> None:
    """Refuse translations that nobody answers for.

    Raises:
        CannotTranslateText: a name is missing, or the day lies ahead.
    """
    if answers.state in _NAMED and not answers.by:
        raise CannotTranslateText(TranslationRefusal.NO_NAME)
    if answers.on > today(clock):
        raise CannotTranslateText(TranslationRefusal.IN_THE_FUTURE)


def read_file(opened: OpenedTexts, language: str, content: bytes) -> tuple[FileRow, ...]:
    """Return the rows of a translator's file, compared with the texts of the version.

    Raises:
        CannotReadFile: it is no such file.
    """
    return read_table(content, opened.pieces_for(language))


def take_in(session: Session, clock: Clock, actor: Actor, command: TakeInTranslations) -> int:
    """Save the translations of a file that say something new; return how many.

    Raises:
        CannotTranslateText: a text changed since the file was shown, or nobody answers for it.
    """
    place = command.place
    opened = read_texts(session, actor, place.participant_id, place.version)
    check_answers(clock, command.answers)
    added = []
    for key, (digest, text) in command.texts.items():
        piece = opened.piece(key, place.language)
        if piece.digest != digest:
            raise CannotTranslateText(TranslationRefusal.SOURCE_CHANGED)
        if _is_known(opened.translations.find(piece, place.language), text, command.answers):
            continue
        added.append((piece, text))
    if added:
        _add(session, clock, actor, place, command.answers, added, opened.translations.count)
        keys = [piece.key for piece, _text in added]
        _note(session, clock, actor, Action.PLAN_TEXTS_TAKEN_IN, opened.plan, place, keys)
    return len(added)


def _is_known(row: PlanTextTranslation | None, text: str, answers: Answerable) -> bool:
    """Tell whether the very same was saved before; a file often brings back what it was sent with.

    A draft never takes the place of the same words that somebody answers for.
    """
    if row is None or row.text != text:
        return False
    is_draft = answers.state is TranslationState.MACHINE_DRAFT
    return is_draft or (row.state is answers.state and row.translated_by == answers.by)


def _add(
    session: Session,
    clock: Clock,
    actor: Actor,
    place: TextPlace,
    answers: Answerable,
    added: Sequence[tuple[Piece, str]],
    count: int,
) -> None:
    """Add rows after the ones there are.

    Raises:
        CannotTranslateText: somebody else added some at the same moment.
    """
    rows = [
        _row(clock, actor, place, answers, piece, text, number)
        for number, (piece, text) in enumerate(added, start=count + 1)
    ]
    try:
        add_unique(session, *rows)
    except Taken as error:
        raise CannotTranslateText(TranslationRefusal.ANOTHER_WROTE) from error


def _row(
    clock: Clock,
    actor: Actor,
    place: TextPlace,
    answers: Answerable,
    piece: Piece,
    text: str,
    number: int,
) -> PlanTextTranslation:
    return PlanTextTranslation(
        id=new_id(),
        participant_id=place.participant_id,
        number=number,
        piece=piece.key,
        source_language=piece.language,
        source_text=piece.text,
        source_digest=piece.digest,
        language=place.language,
        text=text,
        state=answers.state,
        translated_by=answers.by,
        translated_on=answers.on,
        registered_by=actor.user_id,
        registered_at=clock(),
    )


def _note(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    plan: IntegrationPlan,
    place: TextPlace,
    pieces: list[str],
) -> None:
    details: dict[str, object] = {"language": place.language, "pieces": pieces}
    record(session, clock, actor, action, plan, details)
