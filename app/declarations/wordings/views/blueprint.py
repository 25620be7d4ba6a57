"""Where the pages stand, and who may open them: nothing here is about a participant."""

from flask import Blueprint

from app.core.actor import Role
from app.core.errors import NotFound
from app.declarations.bundles.types import BundleKind
from app.declarations.wordings.commands import Place

bp = Blueprint("texts", __name__, url_prefix="/tekster")

TEXT_STAFF = frozenset({Role.CASEWORKER, Role.LEADER, Role.ADMINISTRATOR})
"""Those who work with texts and their translations."""
DECIDERS = frozenset({Role.LEADER, Role.ADMINISTRATOR})
"""Those who approve imported texts, and translations."""


def kind_of(name: str) -> BundleKind:
    """Return the kind of document that a path names.

    Raises:
        NotFound: there is none of this name.
    """
    if name not in list(BundleKind):
        raise NotFound
    return BundleKind(name)


def place_of(kind: str, version: str, language: str) -> Place:
    """Return the language of a version that a path names."""
    return Place(kind_of(kind), version, language)
