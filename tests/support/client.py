"""A browser without a screen: follows our forms as they are, and checks every page it gets."""

import hashlib
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

import html5lib
from flask import Flask
from flask.testing import FlaskClient
from lxml import etree
from werkzeug.test import TestResponse

from app.accounts.models import User, WebSession
from app.extensions import db

Fields = dict[str, Any]


class _Forms(HTMLParser):
    """Collects the forms of a page: action, method and what is filled in already."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, Fields]] = []
        self._textarea = self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "form":
            self.forms.append((given.get("action", ""), {}))
        if not self.forms:
            return
        fields = self.forms[-1][1]
        name = given.get("name", "")
        if tag == "input" and name:
            kind = given.get("type", "text")
            if kind in {"checkbox", "radio"}:
                if "checked" in given:
                    fields.setdefault(name, []).append(given.get("value", "on"))
            elif kind not in {"submit", "file"}:
                fields[name] = given.get("value", "")
        elif tag == "textarea":
            self._textarea = name
            fields[name] = ""
        elif tag == "select":
            self._select = name
        elif (
            tag == "option" and self._select and ("selected" in given or self._select not in fields)
        ):
            fields[self._select] = given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.forms[-1][1][self._textarea] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            fields = self.forms[-1][1]
            fields[self._textarea] = fields[self._textarea].removeprefix("\n")
            self._textarea = ""
        elif tag == "select":
            self._select = ""


def forms_in(page: str) -> list[tuple[str, Fields]]:
    """Return (action, filled-in fields) of every form of a page."""
    parser = _Forms()
    parser.feed(page)
    return parser.forms


class Browser:
    """One person's browser."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, url: str, status: int = 200) -> TestResponse:
        """Open a page, expect its status, and check that it is a sound page."""
        response = self.client.get(url)
        assert response.status_code == status, (url, response.status_code, response.text[:2000])
        check_page(response)
        return response

    def forms(self, url: str, status: int = 200) -> list[tuple[str, Fields]]:
        """Return (action, filled-in fields) of every form of a page."""
        return forms_in(self.get(url, status).text)

    def csrf_token(self, url: str, status: int = 200) -> str:
        """Return the token of a page: every page has one, in its language menu."""
        forms = self.forms(url, status)
        return next(fields["csrf_token"] for _, fields in forms if "csrf_token" in fields)

    def submit(
        self, url: str, fields: Fields | None = None, *, action: str = "", status: int = 303
    ) -> TestResponse:
        """Open `url`, fill in its form (the one that goes to `action`) and send it."""
        return self.send(url, self.filled(url, fields, action=action), action=action, status=status)

    def filled(self, url: str, fields: Fields | None = None, *, action: str = "") -> Fields:
        """Return what the form on `url` would send after `fields` are filled in."""
        forms = self.forms(url)
        wanted = [found for found in forms if found[0] == action]
        assert wanted, f"no form to {action!r} on {url}, only {[found[0] for found in forms]}"
        return {**wanted[-1][1], **(fields or {})}

    def send(
        self, url: str, fields: Fields, *, action: str = "", status: int = 303
    ) -> TestResponse:
        """Send fields as they are."""
        response = self.client.post(action or url, data=fields)
        assert response.status_code == status, (response.status_code, response.text[:4000])
        if (response.mimetype == "text/html" and status < 300) or status >= 400:
            check_page(response)
        return response


def sign_in(app: Flask, client: FlaskClient, user_id: UUID) -> None:
    """Open a session as the session interface would, without the slow password check."""
    token = f"token-of-{user_id}"
    now = app.extensions["introportalen.clock"]()
    with app.app_context():
        user = db.session.get_one(User, user_id)
        db.session.merge(
            WebSession(
                token_hash=hashlib.sha256(token.encode()).hexdigest(),
                user_id=user.id,
                data={"user_id": str(user.id)},
                created_at=now,
                last_seen_at=now,
            )
        )
        db.session.commit()
    client.set_cookie("introportalen", token)


def check_page(response: TestResponse) -> None:
    """Every page is valid HTML with one heading, a title that begins with it, and labels."""
    if response.mimetype != "text/html" or 300 <= response.status_code < 400:
        return
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False)
    tree: etree._ElementTree = parser.parse(response.text)
    errors = [
        error for error in parser.errors if error[1] not in {"expected-doctype-but-got-end-tag"}
    ]
    assert not errors, errors[:5]
    root = tree.getroot()
    assert root.get("lang"), "page without a language"
    assert root.get("dir") in {"ltr", "rtl"}, "page without a direction"
    headings = root.findall(".//h1")
    assert len(headings) == 1, "a page has one main heading"
    heading = _text(headings[0])
    title = _text(root.find(".//title"))
    assert heading, "empty heading"
    assert title.startswith(heading), (title, heading)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), f"repeated ids: {[one for one in ids if ids.count(one) > 1]}"
    labelled = {label.get("for") for label in root.iter("label")}
    for element in root.iter("input", "select", "textarea"):
        if element.get("type") in {"hidden", "submit"}:
            continue
        named = element.get("aria-label") or element.get("aria-labelledby")
        assert named or element.get("id") in labelled, f"no label: {element.get('name')}"
    for form in root.iter("form"):
        if form.get("method", "get").lower() == "post":
            names = {element.get("name") for element in form.iter("input")}
            assert "csrf_token" in names, f"form without a token: {form.get('action')}"


def words(response: TestResponse) -> str:
    """Return what a page says, without the tokens that differ each time."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False)
    return _text(parser.parse(response.text).getroot())


def _text(element: etree._Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())
