"""The screen on which a participant fills in what she says, on her phone or at a shared tablet."""

from sqlalchemy.orm import Session

from app.attendance.errors import AbsenceRefusal, CannotRegisterAbsence
from app.attendance.statements.commands import MakeStatement, Said
from app.attendance.statements.errors import CannotMakeStatement, StatementRefusal
from app.attendance.statements.forms import ReportForm
from app.attendance.statements.kinds import StatementKind
from app.attendance.statements.service import make_statement
from app.attendance.statements.words import ReportWords
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.enrolment.models import Participant
from app.mypage.reporting import meaning_of, sentences


class ReportScreen:
    """Days, then what they mean, then that it is true."""

    def __init__(
        self, kind: StatementKind, participant: Participant, words: ReportWords, clock: Clock
    ) -> None:
        self.kind, self.participant, self.words = kind, participant, words
        self.title = words.text(f"menu.{kind.value}")
        self.meant: tuple[str, ...] = ()
        """What the days mean, sentence by sentence; empty: not asked yet."""
        self.form = ReportForm()
        self.form.fit(kind, participant.children, words, today(clock))

    def is_sent(self, session: Session, clock: Clock, actor: Actor | None) -> bool:
        """Take one step further, and tell whether it was the last. `actor` None: at a tablet."""
        form, words = self.form, self.words
        if not (form.is_submitted() and form.is_whole(words)):
            return False
        said = form.to_said(self.kind)
        scope = MunicipalityScope(self.participant.municipality_id)
        try:
            meaning = meaning_of(session, clock, scope, self.participant, said)
            meant = sentences(said, meaning, words)
            if form.is_confirmed(words, meant):
                self._keep(session, clock, actor, said, meant)
                return True
            self.meant = meant
        except CannotRegisterAbsence as refusal:
            self._refuse(is_overlap=refusal.reason is AbsenceRefusal.OVERLAPS)
        except CannotMakeStatement as refused:
            self._refuse(is_overlap=refused.reason is StatementRefusal.WAITING)
        return False

    def _keep(
        self,
        session: Session,
        clock: Clock,
        actor: Actor | None,
        said: Said,
        meant: tuple[str, ...],
    ) -> None:
        shown = "\n".join((*meant, self.words.text("send.truth")))
        command = MakeStatement(said, self.words.language.code, shown)
        make_statement(session, clock, actor, self.participant, command)

    def _refuse(self, *, is_overlap: bool) -> None:
        self.form.refuse(self.words.text("errors.overlaps" if is_overlap else "errors.other"))
