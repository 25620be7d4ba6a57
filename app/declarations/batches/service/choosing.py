"""Whom one can print for: a proposal for each participant, or why there is none."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.attendance.queries import get_group
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.declarations.batches.commands import Selected
from app.declarations.batches.kinds import PrintWish
from app.declarations.batches.queries.candidates import Candidate, list_candidates
from app.declarations.bundles.types import NORWEGIAN, TextBundle
from app.declarations.errors import CannotIssueDeclaration, IssueRefusal
from app.declarations.service import bundle_for, has_text_for
from app.pdf.printable import find_unprintable
from app.rules.law.installation import InstallationDates
from app.rules.programme.section_16 import Section16Document, required_document


@dataclass(frozen=True, slots=True)
class Prospect:
    """A participant of the selection, and what could be printed for her."""

    candidate: Candidate
    bundle: TextBundle | None
    """The text that § 16 asks for with her plan; None if it cannot be issued."""
    refusal: IssueRefusal | None
    """Why nothing can be issued for her now."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the sheet can be issued, Norwegian first."""
        return issuable_languages(self.bundle) if self.bundle else ()

    @property
    def proposed_language(self) -> str:
        """Her own language, or Norwegian where there is no translation into it."""
        reads = self.candidate.reading_language
        return reads if reads in self.languages else NORWEGIAN

    @property
    def wishes(self) -> tuple[PrintWish, ...]:
        """What one can ask for; with a paper before, the same again or a new one."""
        if self.candidate.paper is None:
            return (PrintWish.NEW,)
        return (PrintWish.REPRINT, PrintWish.REPLACE)

    @property
    def proposed_wish(self) -> PrintWish | None:
        """A sheet for those who have none; nothing for the others, unless it is asked for."""
        return PrintWish.NEW if self.candidate.paper is None else None


def issuable_languages(bundle: TextBundle) -> tuple[str, ...]:
    """Return the languages in which the text can be issued, Norwegian first."""
    return tuple(
        code
        for code in bundle.languages
        if code == NORWEGIAN or bundle.translation(code).may_be_issued
    )


def open_prospects(
    session: Session,
    clock: Clock,
    actor: Actor,
    dates: InstallationDates,
    selected: Selected,
) -> list[Prospect]:
    """Return everybody of the selection, by name, and record whom the actor saw.

    Raises:
        NotFound: the municipality has no such group.
    """
    if selected.group_id is not None:
        get_group(session, actor.scope, selected.group_id)
    candidates = list_candidates(session, actor.scope, actor, selected, today(clock))
    texts = _Texts(session, actor.scope, dates, today(clock))
    prospects = [_prospect(candidate, texts) for candidate in candidates]
    audit.record(
        session,
        clock,
        actor,
        Action.PRINT_CANDIDATES_LISTED,
        ("participant", None),
        details={"participant_ids": [str(each.participant_id) for each in candidates]},
    )
    return prospects


class _Texts:
    """The text for each plan, looked up once for each kind of document."""

    def __init__(
        self, session: Session, scope: MunicipalityScope, dates: InstallationDates, on: date
    ) -> None:
        self._session, self._scope, self._dates, self._on = session, scope, dates, on
        self._found: dict[tuple[Section16Document, bool], TextBundle | None] = {}

    def of_plan(self, made_on: date) -> TextBundle | None:
        """Return the text that § 16 asks for with a plan of this day, or None."""
        key = required_document(made_on, self._dates), has_text_for(made_on, self._dates)
        if key not in self._found:
            self._found[key] = self._look_up(made_on)
        return self._found[key]

    def _look_up(self, made_on: date) -> TextBundle | None:
        try:
            return bundle_for(self._session, self._scope, made_on, self._dates, self._on)
        except CannotIssueDeclaration:
            return None


def _prospect(candidate: Candidate, texts: _Texts) -> Prospect:
    if candidate.plan_made_on is None or not candidate.has_programme:
        return Prospect(candidate, None, IssueRefusal.NO_FIXED_PLAN)
    bundle = texts.of_plan(candidate.plan_made_on)
    if bundle is None:
        return Prospect(candidate, None, IssueRefusal.NO_TEXT)
    return Prospect(candidate, bundle, _refusal(candidate, bundle))


def _refusal(candidate: Candidate, bundle: TextBundle) -> IssueRefusal | None:
    if not candidate.has_identity_number:
        return IssueRefusal.NO_IDENTITY_NUMBER
    if find_unprintable(f"{candidate.given_name} {candidate.family_name}") is not None:
        return IssueRefusal.NAME_UNPRINTABLE
    reads = candidate.reading_language
    is_translated = reads != NORWEGIAN and reads in bundle.languages
    if is_translated and not bundle.translation(reads).may_be_issued:
        return IssueRefusal.TRANSLATION_OUTDATED
    return None
