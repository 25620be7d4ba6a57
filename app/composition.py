"""The composition root: the only place that knows every part of the portal."""

import atexit
from datetime import timedelta
from inspect import iscoroutinefunction

import structlog
import structlog.tracebacks
from flask import Flask, Response
from jinja2 import StrictUndefined

from app.accounts import views as accounts_views
from app.accounts.queries import list_demo_users
from app.accounts.web_sessions import DatabaseSessions
from app.attendance.statements.words import load_all_words as load_report_words
from app.benefit.explanations.words import load_all_words as load_explanation_words
from app.benefit.warnings.words import load_all_words as load_warning_words
from app.config import ROOT, Environment, Settings
from app.core.clock import Clock, fixed_clock, system_clock
from app.core.ids import new_id
from app.decisions.words import load_all_words as load_letter_words
from app.extensions import csrf, db, limiter
from app.features import BLUEPRINTS, NAVIGATION, PARTICIPANT_TABS, job_handlers
from app.jobs.service import JobRunner
from app.jobs.worker import EXTENSION as WORKER
from app.jobs.worker import Worker
from app.pdf.pool import PdfRendererPool
from app.persistence.engine import install_sqlite_hooks
from app.plans.paper.words import load_all_words
from app.web import health
from app.web.access import public, require_declarations
from app.web.assets import init_assets
from app.web.context import find_actor
from app.web.errors import init_errors
from app.web.filters import init_filters
from app.web.headers import init_headers
from app.web.language import bp as language_bp
from app.web.language import init_language
from app.web.navigation import init_navigation
from app.web.uploads import init_uploads

_WITHOUT_VALUES = structlog.processors.ExceptionRenderer(
    structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
)
"""Writes where an error happened, never what the variables held: they hold people and keys."""


class UnsafeInstallation(Exception):
    """Something that must never be in production was found there."""


def compose(settings: Settings) -> Flask:
    """Build the application from its parts."""
    app = Flask(
        "introportalen",
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
        root_path=str(ROOT),
    )
    _configure(app, settings)
    clock = fixed_clock(settings.fixed_now) if settings.fixed_now else system_clock
    app.extensions["introportalen.settings"] = settings
    app.extensions["introportalen.clock"] = clock
    _init_database(app)
    sessions = DatabaseSessions(settings, clock)
    app.session_interface = sessions
    csrf.init_app(app)
    limiter.init_app(app)
    init_language(app)
    init_headers(app, settings)
    init_assets(app)
    init_errors(app)
    init_uploads(app)
    init_filters(app)
    init_navigation(app, NAVIGATION, PARTICIPANT_TABS)
    app.before_request(accounts_views.load_actor)
    for blueprint in (health.bp, language_bp, *BLUEPRINTS):
        app.register_blueprint(blueprint)
    public(app.view_functions["static"])
    app.jinja_env.globals.update(actor=find_actor, new_submission_id=new_id)
    load_all_words()
    load_explanation_words()
    load_warning_words()
    load_report_words()
    load_letter_words()
    _init_jobs(app, settings, clock)
    require_declarations(app)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.secret_key,
        TESTING=settings.environment is Environment.TEST,
        MAX_CONTENT_LENGTH=settings.max_upload_bytes,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
        TRUSTED_HOSTS=list(settings.trusted_hosts) or None,
        SQLALCHEMY_ENGINES={"default": settings.database_url},
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session, so that a long form is never lost
        SEND_FILE_MAX_AGE_DEFAULT=timedelta(days=7),
        RATELIMIT_ENABLED=settings.environment is not Environment.TEST,
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _WITHOUT_VALUES,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
    )


def _init_database(app: Flask) -> None:
    db.init_app(app)
    # The extension also closes asynchronous sessions, each time in a new thread with an event loop
    # of its own. Here there are none, and a request would wait for it twice.
    closing = app.teardown_appcontext_funcs
    closing[:] = [close for close in closing if not iscoroutinefunction(close)]
    with app.app_context():
        install_sqlite_hooks(db.engine)

    @app.after_request
    def end_transaction(response: Response) -> Response:
        # What a view has not committed is not kept, and the session row is saved after this.
        db.session.rollback()
        return response


def _init_jobs(app: Flask, settings: Settings, clock: Clock) -> None:
    runner = JobRunner()
    renderer = PdfRendererPool()
    atexit.register(renderer.close)
    app.extensions["introportalen.pdf"] = renderer
    app.extensions["introportalen.jobs"] = runner
    for handler in job_handlers(renderer):
        runner.register(handler)
    app.extensions[WORKER] = Worker(app, runner, clock, settings.data_directory)


def refuse_demo_users(app: Flask, settings: Settings) -> None:
    """Refuse to serve people from an installation with users whose password is public.

    Raises:
        UnsafeInstallation: a demo user exists outside demo mode.
    """
    if settings.is_demo:
        return
    with app.app_context():
        if list_demo_users(db.session):
            raise UnsafeInstallation("the database holds demo users; use a database without them")
