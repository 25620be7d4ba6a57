"""How large a request may be: a little for most views, much for those that take files.

The limit must be set before anything reads the form, and the check of its token does that first.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, request, session

View = TypeVar("View", bound=Callable[..., Any])

_ATTRIBUTE = "introportalen_most_bytes"


def takes_upload(most_bytes: int) -> Callable[[View], View]:
    """Let the view receive requests of so many bytes from whoever is signed in."""

    def decorate(view: View) -> View:
        setattr(view, _ATTRIBUTE, most_bytes)
        return view

    return decorate


def init_uploads(app: Flask) -> None:
    """Give each request the limit of its view; strangers keep the ordinary one."""

    @app.url_value_preprocessor
    def raise_limit(endpoint: str | None, _values: dict[str, Any] | None) -> None:
        most_bytes = getattr(app.view_functions.get(endpoint or ""), _ATTRIBUTE, None)
        if most_bytes is not None and session.get("user_id"):
            request.max_content_length = most_bytes
