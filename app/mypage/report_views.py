"""The participant's own screens for saying that she is away: three at most, in her own language."""

from contextlib import suppress
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.attendance.certificates.presenters import own_certificates
from app.attendance.certificates.queries import list_certificates
from app.attendance.errors import AbsenceRefusal, CannotRegisterAbsence
from app.attendance.statements.commands import MakeStatement, Said
from app.attendance.statements.errors import (
    CannotAnswerStatement,
    CannotMakeStatement,
    StatementRefusal,
)
from app.attendance.statements.forms import ReportForm
from app.attendance.statements.kinds import StatementKind
from app.attendance.statements.presenters import own_rows
from app.attendance.statements.service import make_statement
from app.attendance.statements.words import ReportWords, report_words
from app.core.actor import Role
from app.decisions.leave.service import take_back
from app.enrolment.models import Participant
from app.mypage import service
from app.mypage.reporting import meaning_of, sentences
from app.mypage.views import NORWEGIAN, bp
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.language import current_language
from app.web.transactions import transactional

__all__ = ["bp"]


@bp.get("/meld")
@access(Role.PARTICIPANT)
@transactional
def report() -> ResponseReturnValue:
    """Choose what it is, and see what became of what she said before."""
    participant, files = service.open_statements(session(), clock(), actor())
    words = words_of(participant)
    return render_template(
        "mypage/report/menu.html",
        words=words,
        kinds=[(each.value, words.text(f"menu.{each.value}")) for each in StatementKind],
        rows=own_rows(files, words),
        certificates=own_certificates(list_certificates(session(), scope(), participant.id), words),
        is_sent=request.args.get("sendt") == "ja",
    )


@bp.route("/meld/ny", methods=["GET", "POST"])
@access(Role.PARTICIPANT)
@transactional
def report_absence() -> ResponseReturnValue:
    """Fill in the days, see what they mean, and send."""
    code = request.args.get("hva", "")
    if code not in set(StatementKind):
        return redirect(url_for(".report"), 303)
    kind = StatementKind(code)
    participant = service.open_reporting(session(), clock(), actor())
    words = words_of(participant)
    form = ReportForm()
    form.fit(kind, participant.children, words, current_day())
    meant: tuple[str, ...] = ()
    if form.is_submitted() and form.is_whole(words):
        said = form.to_said(kind)
        try:
            meaning = meaning_of(session(), clock(), scope(), participant, said)
            meant = sentences(said, meaning, words)
            if form.is_confirmed(words, meant):
                _keep(participant, said, words, meant)
                return redirect(url_for(".report", sendt="ja"), 303)
        except CannotRegisterAbsence as refusal:
            meant = ()
            form.refuse(_refusal(words, is_overlap=refusal.reason is AbsenceRefusal.OVERLAPS))
        except CannotMakeStatement as refused:
            meant = ()
            form.refuse(_refusal(words, is_overlap=refused.reason is StatementRefusal.WAITING))
    return render_template(
        "mypage/report/form.html",
        words=words,
        form=form,
        title=words.text(f"menu.{kind.value}"),
        meant=meant,
    )


@bp.post("/meld/<uuid:statement_id>/trekk")
@access(Role.PARTICIPANT)
@transactional
def withdraw_report(statement_id: UUID) -> ResponseReturnValue:
    """Take back what nobody has answered."""
    participant = service.open_reporting(session(), clock(), actor())
    with suppress(CannotAnswerStatement):  # somebody has answered meanwhile: the page shows what
        take_back(session(), clock(), actor(), participant, statement_id)
    return redirect(url_for(".report"), 303)


def _keep(participant: Participant, said: Said, words: ReportWords, meant: tuple[str, ...]) -> None:
    shown = "\n".join((*meant, words.text("send.truth")))
    command = MakeStatement(said, words.language.code, shown)
    make_statement(session(), clock(), actor(), participant, command)


def words_of(participant: Participant) -> ReportWords:
    """Return the words that she reads: hers, or those of the page where it is not Norwegian."""
    page = current_language().code
    own = participant.reading_language
    return report_words(own if page in NORWEGIAN and own else page)


def _refusal(words: ReportWords, *, is_overlap: bool) -> str:
    return words.text("errors.overlaps" if is_overlap else "errors.other")
