"""The main menu: data, filtered by role."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import Flask, g, request, url_for

from app.core.actor import Role
from app.web.context import actor, find_actor


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


def _nearest(urls: Iterable[str], path: str) -> str | None:
    """Return the address that a path stands under; of several, the longest."""
    above = (url for url in urls if f"{path}/".startswith(f"{url}/"))
    return max(above, key=len, default=None)


def init_navigation(
    app: Flask, items: Sequence[NavigationItem], tabs: Sequence[NavigationItem]
) -> None:
    """Give every template the menu, the tabs of a participant's case, and who is signed in."""

    def participant_tabs(participant_id: UUID) -> list[NavigationLink]:
        role = actor().role
        offered = [
            (str(tab.label), url_for(tab.endpoint, participant_id=participant_id))
            for tab in tabs
            if role in tab.roles
        ]
        current = _nearest([url for _label, url in offered], request.path)
        return [NavigationLink(label, url, url == current) for label, url in offered]

    def links() -> list[NavigationLink]:
        reader = find_actor()
        if reader is None:
            return []
        # "participants.list_participants" and "participants.show" stand under the same entry.
        blueprint = (request.endpoint or "").split(".")[0]
        return [
            NavigationLink(
                str(item.label), url_for(item.endpoint), item.endpoint.split(".")[0] == blueprint
            )
            for item in items
            if reader.role in item.roles
        ]

    @app.context_processor
    def navigation() -> dict[str, Any]:
        is_signed_in = find_actor() is not None
        return {
            "navigation": links(),
            "participant_tabs": participant_tabs,
            "user_name": g.user_name if is_signed_in else None,
            "municipality_name": g.municipality_name if is_signed_in else None,
            "sign_out_url": url_for("accounts.sign_out") if is_signed_in else None,
        }
