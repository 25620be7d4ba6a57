"""The participant's own page for replying to an advance notice."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import Role
from app.core.errors import NotFound
from app.decisions.notices import service as notices
from app.decisions.notices.errors import CannotFollowNotice
from app.decisions.notices.forms import OwnReplyForm
from app.decisions.notices.presenters import own_notice
from app.decisions.notices.wording import follow_refusal
from app.i18n.text import gettext as _
from app.mypage import service
from app.mypage.views import bp
from app.web.access import access
from app.web.context import actor, clock, current_day, session
from app.web.transactions import transactional

__all__ = ["bp"]


@bp.route("/varsel/<uuid:notice_id>", methods=["GET", "POST"])
@access(Role.PARTICIPANT)
@transactional
def answer_notice(notice_id: UUID) -> ResponseReturnValue:
    """Say what she thinks of a reduction that is considered, in her own words."""
    participant, file = service.open_notice(session(), clock(), actor(), notice_id)
    page = own_notice(file, participant.reading_language, current_day())
    if not page.reply_url:
        raise NotFound
    form = OwnReplyForm()
    if not form.is_submitted():
        form.show(participant.reading_language)
    elif form.validate():
        command = form.to_command(participant.id, notice_id, current_day())
        try:
            notices.register_reply(session(), clock(), actor(), command)
        except CannotFollowNotice as refusal:
            field, message = follow_refusal(refusal.reason)
            form.refuse(message, field if field in form else None)
        else:
            flash(_("Svaret er sendt til kommunen."), "success")
            return redirect(url_for(".show_papers"), 303)
    return render_template("mypage/notice.html", form=form, notice=page)
