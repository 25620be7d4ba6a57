"""What a view may know about the request it answers."""

from datetime import date

from flask import current_app, g
from sqlalchemy.orm import Session

from app.config import Settings
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock, today
from app.extensions import db
from app.rules.law.installation import InstallationDates


def settings() -> Settings:
    """Return the settings of the installation."""
    found = current_app.extensions["introportalen.settings"]
    assert isinstance(found, Settings)
    return found


def clock() -> Clock:
    """Return the clock that every service gets."""
    found: Clock = current_app.extensions["introportalen.clock"]
    return found


def current_day() -> date:
    """Return today's date in Norway, by the portal's clock."""
    return today(clock())


def session() -> Session:
    """Return the database session of this request."""
    return db.session


def find_actor() -> Actor | None:
    """Return who is signed in, or None."""
    found = g.get("actor")
    assert found is None or isinstance(found, Actor)
    return found


def actor() -> Actor:
    """Return who is signed in; only views that demand a role may ask."""
    found = find_actor()
    if found is None:
        raise AssertionError("a view without a role asked for the actor")
    return found


def scope() -> MunicipalityScope:
    """Return how far the signed-in person sees."""
    return actor().scope


def installation_dates() -> InstallationDates:
    """Return when the rules that are adopted without a date come into force here."""
    chosen = settings()
    return InstallationDates(
        declaration_in_force_from=chosen.declaration_in_force_from,
        age_sixty_in_force_from=chosen.age_sixty_in_force_from,
    )
