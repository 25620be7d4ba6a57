"""Is the process alive, and is everything that it needs ready? No login, no personal data."""

from collections.abc import Callable

from flask import Blueprint, Flask, current_app, jsonify
from flask.typing import ResponseReturnValue

from app.web.access import public

bp = Blueprint("health", __name__)

Check = Callable[[], bool]
EXTENSION = "introportalen.readiness"


def add_readiness_check(app: Flask, name: str, check: Check) -> None:
    """Let `/readyz` ask `check`, and name it when it says no."""
    app.extensions.setdefault(EXTENSION, {})[name] = check


@bp.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    """Answer while the process lives."""
    return jsonify(status="ok")


@bp.get("/readyz")
@public
def readyz() -> ResponseReturnValue:
    """Answer 503 with the names of what is not ready."""
    checks: dict[str, Check] = current_app.extensions.get(EXTENSION, {})
    missing = sorted(name for name, check in checks.items() if not check())
    if missing:
        return jsonify(status="not ready", missing=missing), 503
    return jsonify(status="ready")
