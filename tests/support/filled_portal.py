"""The portal with both municipalities' cases in it, put back as it was after each visit."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from app.core.actor import Role
from app.extensions import db
from tests.support.client import Browser, sign_in
from tests.support.full_case import FullCase, build_full_case, build_neighbour
from tests.support.world import DALHEIM, FJORDVIK, World


@dataclass(frozen=True)
class Visitor:
    """Who opens a page: somebody with a role in a municipality, or nobody that we know."""

    role: Role | None
    domain: str = FJORDVIK

    @property
    def elsewhere(self) -> str:
        """The municipality that she must never see anything of."""
        return DALHEIM if self.domain == FJORDVIK else FJORDVIK

    def __str__(self) -> str:
        return f"{self.role.value if self.role else 'nobody'} in {self.domain}"


NOBODY = Visitor(None)
SIGNED_IN = tuple(Visitor(role, domain) for domain in (FJORDVIK, DALHEIM) for role in Role)


class FilledPortal:
    """Sends requests as each visitor, with her session and her token."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        world = World(app)
        with app.app_context():
            self.cases: Mapping[str, FullCase] = {
                domain: build_full_case(db.session, world, domain) for domain in (FJORDVIK, DALHEIM)
            }
            self.neighbour = build_neighbour(db.session, world)
        self._users = {visitor: self._sign_in(world, visitor) for visitor in SIGNED_IN}
        self._cookies: dict[Visitor, str] = {}
        self._tokens: dict[Visitor, str] = {}
        for visitor in (NOBODY, *SIGNED_IN):
            self._take_token(visitor)

    def _sign_in(self, world: World, visitor: Visitor) -> FlaskClient:
        assert visitor.role is not None
        with self.app.app_context():
            user_id = world.user(visitor.role, visitor.domain).id
        client = self.app.test_client()
        sign_in(self.app, client, user_id)
        return client

    def _take_token(self, visitor: Visitor) -> None:
        client = self._users.get(visitor) or self.app.test_client()
        self._tokens[visitor] = Browser(client).csrf_token("/finnes-ikke", 404)
        cookie = client.get_cookie("introportalen")
        assert cookie is not None
        self._cookies[visitor] = cookie.value

    def client(self, visitor: Visitor) -> FlaskClient:
        """Return a new browser with the visitor's session."""
        client = self.app.test_client()
        client.set_cookie("introportalen", self._cookies[visitor])
        return client

    def token(self, visitor: Visitor) -> str:
        """Return the token that the visitor's forms carry."""
        return self._tokens[visitor]

    def open(
        self, visitor: Visitor, method: str, url: str, data: Mapping[str, Any] | None = None
    ) -> TestResponse:
        """Ask for a page, or send a form with the visitor's token in it."""
        if method == "GET":
            return self.client(visitor).get(url)
        assert method == "POST", "the portal has no other methods"
        if url.endswith("/merker"):  # the only form that a script sends
            headers = {"X-CSRFToken": self.token(visitor)}
            return self.client(visitor).post(url, json={"marks": []}, headers=headers)
        filled = {"csrf_token": self.token(visitor), **(data or {})}
        return self.client(visitor).post(url, data=filled)


class Original:
    """A SQLite file as it was when it was kept."""

    def __init__(self, app: Flask, file: Path) -> None:
        self._app, self._file = app, file
        self._kept = file.with_suffix(".original")
        self._let_go()
        shutil.copy(file, self._kept)

    def restore(self) -> None:
        """Put the file back."""
        self._let_go()
        for leftover in self._file.parent.glob(f"{self._file.name}-*"):
            leftover.unlink()
        shutil.copy(self._kept, self._file)

    def _let_go(self) -> None:
        with self._app.app_context():
            db.session.close()
            db.engine.dispose()


def hurry(app: Flask) -> None:
    """Let SQLite not wait for the disk: nothing here has to outlive the machine."""
    with app.app_context():
        engine = db.engine

    @event.listens_for(engine, "connect")
    def do_not_wait(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA synchronous=OFF")
