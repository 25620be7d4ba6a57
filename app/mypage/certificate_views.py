"""The participant's own screen for sending a picture of a doctor's certificate."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.attendance.certificates.errors import CannotReceiveCertificate, CertificateRefusal
from app.attendance.certificates.forms import SendForm
from app.attendance.certificates.receiving import receive_certificate
from app.core.actor import Role
from app.mypage import service
from app.mypage.report_views import words_of
from app.mypage.views import bp
from app.web.access import access
from app.web.context import actor, clock, current_day, session
from app.web.transactions import transactional

__all__ = ["bp"]

_OF_THE_PICTURE = frozenset(
    {
        CertificateRefusal.NO_PICTURE,
        CertificateRefusal.TOO_LARGE,
        CertificateRefusal.UNREADABLE,
        CertificateRefusal.TOO_MANY_PAGES,
    }
)


@bp.route("/meld/legeerklaering", methods=["GET", "POST"])
@access(Role.PARTICIPANT)
@transactional
def send_certificate() -> ResponseReturnValue:
    """Take a picture of the paper, and say which days it is for."""
    participant = service.open_reporting(session(), clock(), actor())
    words = words_of(participant)
    form = SendForm(data={"first_day": current_day(), "last_day": current_day()})
    form.speak(words)
    if form.is_submitted() and form.is_whole(words):
        try:
            command = form.to_command(words.language.code)
            receive_certificate(session(), clock(), actor(), participant, command)
        except CannotReceiveCertificate as refusal:
            if refusal.reason in _OF_THE_PICTURE:
                form.refuse(words.text("errors.photo"), "picture")
            elif refusal.reason is CertificateRefusal.DAYS:
                form.refuse(words.text("errors.days"), "last_day")
            else:
                form.refuse(words.text("errors.other"))
        else:
            return redirect(url_for(".report", sendt="ja"), 303)
    return render_template("mypage/report/certificate.html", words=words, form=form)
