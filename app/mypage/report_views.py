"""The participant's own screens for saying that she is away: three at most, in her own language."""

from contextlib import suppress
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.attendance.certificates.presenters import own_certificates
from app.attendance.certificates.queries import list_certificates
from app.attendance.statements.errors import CannotAnswerStatement
from app.attendance.statements.kinds import StatementKind
from app.attendance.statements.presenters import own_rows
from app.attendance.statements.words import ReportWords, report_words
from app.core.actor import Role
from app.decisions.leave.service import take_back
from app.enrolment.models import Participant
from app.mypage import service
from app.mypage.report_screen import ReportScreen
from app.mypage.views import NORWEGIAN, bp
from app.web.access import access
from app.web.context import actor, clock, scope, session
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
    screen = ReportScreen(kind, participant, words_of(participant), clock())
    if screen.is_sent(session(), clock(), actor()):
        return redirect(url_for(".report", sendt="ja"), 303)
    return render_template("mypage/report/form.html", screen=screen, words=screen.words)


@bp.post("/meld/<uuid:statement_id>/trekk")
@access(Role.PARTICIPANT)
@transactional
def withdraw_report(statement_id: UUID) -> ResponseReturnValue:
    """Take back what nobody has answered."""
    participant = service.open_reporting(session(), clock(), actor())
    with suppress(CannotAnswerStatement):  # somebody has answered meanwhile: the page shows what
        take_back(session(), clock(), actor(), participant, statement_id)
    return redirect(url_for(".report"), 303)


def words_of(participant: Participant) -> ReportWords:
    """Return the words that she reads: hers, or those of the page where it is not Norwegian."""
    page = current_language().code
    own = participant.reading_language
    return report_words(own if page in NORWEGIAN and own else page)
