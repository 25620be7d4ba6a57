"""Somebody who uses the portal over HTTP, signed in, one request after the other."""

import http.client
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from time import perf_counter
from urllib.parse import urlencode, urljoin, urlsplit

from app.config import DEMO_PASSWORD

COOKIE = "introportalen"
NOT_FOLLOWED = ("/static/", "/sprak/")
VALUES = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d{2}-\d{2}|(?<=[/=])\d[\d-]*|(?<=v=)\w+")
"""What differs between two pages of the same kind."""


@dataclass(frozen=True)
class Answer:
    """One answer, and the seconds from asking to its last byte."""

    status: int
    mimetype: str
    body: bytes
    seconds: float
    location: str


class _Page(HTMLParser):
    """Collects where a page leads, and the hidden fields of its forms."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.hidden: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag == "input" and given.get("type") == "hidden":
            self.hidden[given["name"]] = given.get("value", "")


class Visitor:
    """One browser with one connection that stays open."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookie = ""

    def get(self, path: str) -> Answer:
        """Ask for a page; redirects are not followed."""
        return self._ask("GET", path)

    def submit(self, path: str, **fields: str) -> Answer:
        """Send the form of a page with its hidden fields and these."""
        page = _Page()
        page.feed(self.get(path).body.decode())
        body = urlencode({**page.hidden, **fields})
        return self._ask("POST", path, body)

    def sign_in(self, username: str) -> None:
        """Sign in as a demo user."""
        answer = self.submit("/logg-inn", username=username, password=DEMO_PASSWORD)
        if answer.status != 303:
            raise RuntimeError(f"{username} could not sign in: {answer.status}")

    def pages(self, each_kind: int) -> Iterator[tuple[str, str]]:
        """Yield (kind, path) of all that navigation and tables lead to, so many of each kind.

        Pages are of one kind when only ids, days and numbers in their addresses differ.
        """
        waiting, seen, kinds = ["/"], {"/"}, dict[str, int]()
        while waiting:
            path = waiting.pop(0)
            kind = VALUES.sub("…", path)
            if kinds.get(kind, 0) == each_kind:
                continue
            answer = self.get(path)
            found = [answer.location] if 300 <= answer.status < 400 else []
            if answer.status == 200:
                kinds[kind] = kinds.get(kind, 0) + 1
                yield kind, path
            if answer.status == 200 and answer.mimetype == "text/html":
                page = _Page()
                page.feed(answer.body.decode())
                found = page.links
            for link in (_local(path, link) for link in found):
                if link and link not in seen:
                    seen.add(link)
                    waiting.append(link)

    def _ask(self, method: str, path: str, body: str | None = None) -> Answer:
        headers = {"Accept-Language": "nb"}
        if self.cookie:
            headers["Cookie"] = f"{COOKIE}={self.cookie}"
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        started = perf_counter()
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        content = response.read()
        seconds = perf_counter() - started
        for header, value in response.getheaders():
            if header.lower() == "set-cookie" and value.startswith(COOKIE + "="):
                self.cookie = value.split(";")[0].removeprefix(COOKIE + "=")
        mimetype = response.getheader("Content-Type", "").split(";")[0]
        return Answer(
            response.status, mimetype, content, seconds, response.getheader("Location", "")
        )


def _local(base: str, link: str) -> str | None:
    parts = urlsplit(urljoin(base, link))
    if parts.scheme or parts.netloc or parts.path.startswith(NOT_FOLLOWED):
        return None
    return parts.path + (f"?{parts.query}" if parts.query else "")
