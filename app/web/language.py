"""Which language a page is shown in, and how the reader changes it."""

from flask import Blueprint, Flask, abort, g, redirect, request
from flask import session as web_session
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import LanguageAccept

from app.config import ROOT
from app.extensions import babel
from app.i18n.locales import DEFAULT, Language, find_language, page_languages
from app.web.access import local_path, public

bp = Blueprint("web", __name__)

SESSION_KEY = "language"


def current_language() -> Language:
    """Return the page's language: chosen, else the user's own, else the browser's, else bokmål."""
    chosen = find_language(web_session.get(SESSION_KEY, "") or g.get("user_language") or "")
    if chosen in page_languages():
        return chosen
    return _from_browser(request.accept_languages)


def _from_browser(accepted: LanguageAccept) -> Language:
    for code, _quality in accepted:
        exact = find_language(code) or find_language(code.split("-")[0].lower())
        if exact is None and code.lower().startswith("no"):
            exact = DEFAULT
        if exact in page_languages():
            return exact
    return DEFAULT


def init_language(app: Flask) -> None:
    """Connect Babel; refuse to start if it would look for catalogues anywhere else."""
    directory = ROOT / "translations"
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(directory)
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Oslo"
    babel.init_app(
        app,
        default_locale=DEFAULT.code,
        locale_selector=lambda: current_language().code.replace("-", "_"),
    )
    if not directory.is_dir():
        raise RuntimeError("the translations directory is missing")
    app.context_processor(lambda: {"locale": current_language(), "languages": page_languages()})


@bp.post("/sprak/<code>")
@public
def switch_language(code: str) -> ResponseReturnValue:
    """Remember the chosen language and show the same page in it."""
    if find_language(code) not in page_languages():
        abort(404)
    web_session[SESSION_KEY] = code
    return redirect(local_path(request.form.get("next")) or "/", code=303)
