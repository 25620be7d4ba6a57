"""What the visitor sees when something cannot be done.

Not found and outside the municipality look the same. Anything unforeseen becomes a 500 with a
reference that she can read out, and that stands in the log beside the cause.
"""

import secrets

import structlog
from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from app.core.errors import Conflict, DomainError, NotFound, NotPermitted
from app.web.context import session

log = structlog.get_logger()

PAGES = frozenset({400, 403, 404, 405, 409, 413, 422, 429, 500, 503})


def init_errors(app: Flask) -> None:
    """Register the error pages."""
    _init_refusals(app)
    _init_http_errors(app)
    _init_failures(app)


def _init_refusals(app: Flask) -> None:
    @app.errorhandler(NotFound)
    def not_found(_error: NotFound) -> ResponseReturnValue:
        return _page(404)

    @app.errorhandler(NotPermitted)
    def not_permitted(_error: NotPermitted) -> ResponseReturnValue:
        return _page(403)

    @app.errorhandler(Conflict)
    @app.errorhandler(StaleDataError)
    def conflict(_error: Exception) -> ResponseReturnValue:
        return _page(409)

    @app.errorhandler(DomainError)
    def refused(error: DomainError) -> ResponseReturnValue:
        log.warning("refused", code=error.code, endpoint=request.endpoint, error=str(error))
        return _page(422)


def _init_http_errors(app: Flask) -> None:
    @app.errorhandler(CSRFError)
    def forged(_error: CSRFError) -> ResponseReturnValue:
        return _page(400)

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> ResponseReturnValue:
        code = error.code or 500
        if code < 400:
            return error
        return _page(code if code in PAGES else 400, code)


def _init_failures(app: Flask) -> None:
    @app.errorhandler(OperationalError)
    def database_unavailable(error: OperationalError) -> ResponseReturnValue:
        reference = secrets.token_hex(4)
        log.error("database_unavailable", reference=reference, exc_info=error)
        return _page(503, reference=reference)

    @app.errorhandler(Exception)
    def unforeseen(error: Exception) -> ResponseReturnValue:
        if app.testing:
            raise error
        reference = secrets.token_hex(4)
        log.error("unforeseen", reference=reference, endpoint=request.endpoint, exc_info=error)
        return _page(500, reference=reference)


def _page(code: int, status: int | None = None, *, reference: str = "") -> ResponseReturnValue:
    session().rollback()
    return render_template(f"errors/{code}.html", reference=reference), status or code
