"""Who may open a view. Every view says so, or the portal does not start."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from urllib.parse import urlsplit

from flask import Flask, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import Role
from app.core.errors import NotPermitted
from app.web.context import find_actor

P = ParamSpec("P")
View = Callable[P, ResponseReturnValue]
AnyView = TypeVar("AnyView", bound=Callable[..., Any])

ATTRIBUTE = "introportalen_access"
EVERYONE = frozenset[Role]()


class UndeclaredAccess(Exception):
    """A view without an access declaration: a programming error found at start-up."""


def access(*roles: Role) -> Callable[[View[P]], View[P]]:
    """Let only these roles open the view.

    An anonymous visitor is sent to sign in and back again; another role gets 403.
    """
    allowed = frozenset(roles)
    if not allowed:
        raise ValueError("name the roles, or use public()")

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            actor = find_actor()
            if actor is None:
                onward = request.path if request.method == "GET" else None
                return redirect(url_for("accounts.sign_in", next=onward))
            if actor.role not in allowed:
                raise NotPermitted
            return view(*args, **kwargs)

        setattr(guarded, ATTRIBUTE, allowed)
        return guarded

    return decorate


def public(view: AnyView) -> AnyView:
    """Let everyone open the view.

    It must not show anything about a person, unless its address is a secret that gives the right.
    """
    setattr(view, ATTRIBUTE, EVERYONE)
    return view


def roles_of(view: Callable[..., Any]) -> frozenset[Role] | None:
    """Return the declared roles of a view, `EVERYONE` if public, None if undeclared."""
    found: frozenset[Role] | None = getattr(view, ATTRIBUTE, None)
    return found


def require_declarations(app: Flask) -> None:
    """Refuse to start with a view that does not say who may open it.

    Raises:
        UndeclaredAccess: naming every such endpoint.
    """
    missing = [
        endpoint
        for endpoint, view in app.view_functions.items()
        if endpoint != "static" and roles_of(view) is None
    ]
    if missing:
        raise UndeclaredAccess(", ".join(sorted(missing)))


def local_path(target: str | None) -> str | None:
    """Return the target if it is a path on this portal, else None: no foreign redirects."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return None
    parts = urlsplit(target)
    return target if not parts.scheme and not parts.netloc and "\\" not in target else None
