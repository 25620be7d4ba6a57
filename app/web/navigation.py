"""The main menu: data, filtered by role."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Flask, g, request, url_for

from app.core.actor import Role
from app.web.context import find_actor


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One entry of the main menu."""

    label: Any
    """A lazy text, translated when shown."""
    endpoint: str
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """An entry as the template shows it."""

    label: str
    url: str
    is_current: bool


def init_navigation(app: Flask, items: Sequence[NavigationItem]) -> None:
    """Give every template the menu of the signed-in person, and who she is."""

    def links() -> list[NavigationLink]:
        actor = find_actor()
        if actor is None:
            return []
        # "participants.list_participants" and "participants.show" stand under the same entry.
        blueprint = (request.endpoint or "").split(".")[0]
        return [
            NavigationLink(
                str(item.label), url_for(item.endpoint), item.endpoint.split(".")[0] == blueprint
            )
            for item in items
            if actor.role in item.roles
        ]

    @app.context_processor
    def navigation() -> dict[str, Any]:
        is_signed_in = find_actor() is not None
        return {
            "navigation": links(),
            "user_name": g.user_name if is_signed_in else None,
            "municipality_name": g.municipality_name if is_signed_in else None,
            "sign_out_url": url_for("accounts.sign_out") if is_signed_in else None,
        }
