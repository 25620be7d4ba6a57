"""Server-side sessions: the cookie is a random key, everything else stays in the database.

Flask's own session lives in the cookie and cannot be ended by the server; this one ends at
sign-out, after idle time, after an absolute time, and when its row is removed.
"""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin
from sqlalchemy import Engine, delete
from sqlalchemy.orm import Session
from werkzeug.datastructures import CallbackDict

from app.accounts.models import WebSession
from app.accounts.queries import get_session_user_id
from app.config import Settings
from app.core.clock import Clock
from app.extensions import db
from app.persistence.engine import READ_ONLY

SEEN_EVERY = timedelta(minutes=1)
USER_KEY = "user_id"


class ServerSession(CallbackDict[str, Any], SessionMixin):
    """The session's data, and whether it must be written back."""

    def __init__(self, data: dict[str, Any], token: str = "") -> None:
        def on_update(changed: "ServerSession") -> None:
            changed.modified = True

        super().__init__(data, on_update)
        self.modified = False
        self.token = token
        self.seen_at: datetime | None = None
        self.retired_token = ""

    def renew(self) -> None:
        """Take a new cookie value: the one known before sign-in opens nothing after it."""
        self.retired_token, self.token = self.token, ""
        self.modified = True

    def end(self) -> None:
        """Remove the session altogether."""
        self.clear()
        self.renew()


class DatabaseSessions(SessionInterface):
    """Loads and saves sessions in transactions of their own, apart from the view's."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings, self._clock = settings, clock
        self.cookie = "__Host-introportalen" if settings.has_secure_cookies else "introportalen"

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        """Return the browser's session if it is still alive, else an empty one."""
        token = request.cookies.get(self.cookie, "")
        if not token or request.endpoint == "static":
            return ServerSession({})
        with Session(_engine(app).execution_options(**READ_ONLY)) as work:
            row = work.get(WebSession, _digest(token))
            if row is None or not self._is_alive(row):
                return ServerSession({})
            opened = ServerSession(dict(row.data), token)
            opened.seen_at = row.last_seen_at
            return opened

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Write what changed; note at most once a minute that the browser was seen."""
        assert isinstance(session, ServerSession)
        now = self._clock()
        seen_lately = session.seen_at is not None and now - session.seen_at < SEEN_EVERY
        if not session.modified and (seen_lately or not session.token):
            return
        with _transaction(app) as work:
            if session.retired_token:
                work.execute(delete(WebSession).where(_is(session.retired_token)))
            if not session:
                if session.token:
                    work.execute(delete(WebSession).where(_is(session.token)))
                response.delete_cookie(
                    self.cookie, path="/", secure=self._settings.has_secure_cookies
                )
                return
            row = work.get(WebSession, _digest(session.token)) if session.token else None
            if row is None and session.token:
                return  # ended by another request meanwhile: it must not come back to life
            if row is None:
                session.token = secrets.token_urlsafe(32)
                row = WebSession(token_hash=_digest(session.token), created_at=now)
                work.add(row)
            row.data, row.last_seen_at = dict(session), now
            row.user_id = get_session_user_id(session.get(USER_KEY))
        response.set_cookie(
            self.cookie,
            session.token,
            path="/",
            httponly=True,
            secure=self._settings.has_secure_cookies,
            samesite="Lax",
        )

    def remove_expired(self, app: Flask) -> None:
        """Remove the sessions that no browser can use any more."""
        now = self._clock()
        with _transaction(app) as work:
            idle = WebSession.last_seen_at < now - self._settings.session_idle
            old = WebSession.created_at < now - self._settings.session_absolute
            work.execute(delete(WebSession).where(idle | old))

    def _is_alive(self, row: WebSession) -> bool:
        now = self._clock()
        return (
            now - row.last_seen_at < self._settings.session_idle
            and now - row.created_at < self._settings.session_absolute
        )


def _is(token: str) -> Any:
    return WebSession.token_hash == _digest(token)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _engine(app: Flask) -> Engine:
    with app.app_context():
        return db.engine


@contextmanager
def _transaction(app: Flask) -> Iterator[Session]:
    with Session(_engine(app)) as work, work.begin():
        yield work
