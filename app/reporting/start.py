"""The first page after sign-in: each role goes to the place where its work lies."""

from typing import assert_never

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import Role
from app.web.access import access
from app.web.context import actor

bp = Blueprint("start", __name__)


@bp.get("/")
@access(*Role)
def show() -> ResponseReturnValue:
    """Send the signed-in person to her own start page."""
    return redirect(url_for(_endpoint(actor().role)))


def _endpoint(role: Role) -> str:
    match role:
        case Role.PARTICIPANT:
            return "mypage.show"
        case Role.TEACHER:
            return "groups.list_groups"
        case Role.CASEWORKER | Role.LEADER:
            return "worklist.show"
        case Role.ADMINISTRATOR:
            return "municipality_settings.show"
        case Role.PRIVACY_OFFICER:
            return "access_log.show"
        case _:
            assert_never(role)
