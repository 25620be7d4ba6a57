"""Serving the portal: waitress, with the job worker in the same process."""

from flask import Flask
from waitress.server import create_server

from app.accounts.web_sessions import DatabaseSessions
from app.composition import refuse_demo_users
from app.config import Settings
from app.extensions import db
from app.jobs.worker import EXTENSION as WORKER
from app.jobs.worker import Worker
from app.pdf.subsetting import has_subset_library
from app.persistence.schema import is_current
from app.web.health import add_readiness_check

THREADS = 6


def serve(app: Flask, settings: Settings) -> None:
    """Serve until interrupted, then finish the work in hand."""
    refuse_demo_users(app, settings)
    worker = app.extensions[WORKER]
    assert isinstance(worker, Worker)
    sessions = app.session_interface
    assert isinstance(sessions, DatabaseSessions)
    sessions.remove_expired(app)
    _add_checks(app, worker)
    server = create_server(
        app, host=settings.host, port=settings.port, threads=THREADS, ident="introportalen"
    )
    worker.start()
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
        worker.stop()


def _add_checks(app: Flask, worker: Worker) -> None:
    def has_current_schema() -> bool:
        with app.app_context():
            return is_current(db.engine)

    add_readiness_check(app, "migrations", has_current_schema)
    add_readiness_check(app, "worker", lambda: worker.is_running)
    add_readiness_check(app, "fonts", has_subset_library)
