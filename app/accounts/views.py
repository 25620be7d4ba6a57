"""Signing in and out."""

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask import session as web_session
from flask.typing import ResponseReturnValue

from app.accounts import service
from app.accounts.errors import CannotSignIn
from app.accounts.forms import SignInForm
from app.accounts.queries import find_active_user, get_municipality, get_session_user_id
from app.accounts.web_sessions import USER_KEY, ServerSession
from app.core.actor import Role
from app.extensions import limiter
from app.i18n.text import gettext as _
from app.web.access import access, local_path, public
from app.web.context import actor, clock, find_actor, session, settings
from app.web.transactions import transactional

bp = Blueprint("accounts", __name__)


def load_actor() -> None:
    """Find out who is signed in, before the view is chosen."""
    g.actor = None
    user_id = get_session_user_id(web_session.get(USER_KEY))
    if user_id is None:
        return
    user = find_active_user(session(), user_id)
    if user is not None:
        g.actor = service.actor_of(user)
        g.user_name, g.user_language = user.display_name, user.language
        g.municipality_name = get_municipality(session(), g.actor.scope).name
    session().rollback()


@bp.route("/logg-inn", methods=["GET", "POST"])
@public
@limiter.limit("30 per 5 minutes", methods=["POST"])
@transactional
def sign_in() -> ResponseReturnValue:
    """Let a user in, and send her where she was going."""
    if find_actor() is not None:
        return redirect(url_for("start.show"))
    form = SignInForm()
    if form.validate_on_submit():
        try:
            user = service.sign_in(
                session(), clock(), _full_name(form.username.data), form.password.data
            )
        except CannotSignIn:
            session().rollback()
            service.note_failed_sign_in(session(), clock(), _full_name(form.username.data))
            session().commit()  # the attempt is recorded although the form is shown again
            form.refuse(_("Brukernavnet eller passordet er feil. Prøv igjen."))
        else:
            _open(str(user.id))
            return redirect(local_path(request.args.get("next")) or url_for("start.show"), 303)
    return render_template("accounts/sign_in.html", form=form)


@bp.post("/logg-ut")
@access(*Role)
@transactional
def sign_out() -> ResponseReturnValue:
    """End the session, here and in the browser's caches."""
    service.sign_out(session(), clock(), actor())
    opened = web_session._get_current_object()  # type: ignore[attr-defined]  # the proxy hides end()
    assert isinstance(opened, ServerSession)
    opened.end()
    flash(_("Du er logget ut."))
    response = redirect(url_for("accounts.sign_in"), 303)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _open(user_id: str) -> None:
    opened = web_session._get_current_object()  # type: ignore[attr-defined]  # the proxy hides renew()
    assert isinstance(opened, ServerSession)
    language = opened.get("language")
    opened.clear()
    opened.renew()
    opened[USER_KEY] = user_id
    if language:
        opened["language"] = language


def _full_name(typed: str) -> str:
    domain = settings().login_domain
    return typed if "@" in typed or not domain else f"{typed}@{domain}"
