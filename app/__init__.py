"""Introportalen: the portal of the Norwegian introduction programme."""

from flask import Flask

from app.config import Settings

__all__ = ["create_app"]


def create_app(settings: Settings) -> Flask:
    """Return the portal, complete or not at all.

    Raises:
        UndeclaredAccess: a view does not say who may open it.
        UnsafeInstallation: a demo user exists outside demo mode.
    """
    from app import composition

    return composition.compose(settings)
