"""Packages in words."""

from typing import assert_never

from app.declarations.archive.errors import PackageRefusal
from app.declarations.archive.models import ArchivePackage, PackageState
from app.i18n.format import moment
from app.i18n.text import gettext as _


def package_text(package: ArchivePackage | None) -> str:
    """Return how far the newest package of a paper has come."""
    if package is None:
        return _("Ingen pakke er laget ennå.")
    match package.state:
        case PackageState.WAITING:
            return _("Pakken lages nå. Last siden på nytt om et øyeblikk.")
        case PackageState.READY:
            made = moment(package.made_at) if package.made_at else ""
            return _("Pakken ble laget %(moment)s.", moment=made)
        case PackageState.FAILED:
            return _("Pakken kunne ikke lages. Prøv igjen.")
        case _:
            assert_never(package.state)


def package_refusal(reason: PackageRefusal) -> str:
    """Return why no package was asked for."""
    match reason:
        case PackageRefusal.NOTHING_TO_ARCHIVE:
            return _(
                "Registrer først at papiret er underskrevet, ikke underskrevet eller trukket "
                "tilbake."
            )
        case PackageRefusal.NOT_READY:
            return _("Arket er ikke ferdig laget.")
        case PackageRefusal.ON_ITS_WAY:
            return _("Pakken lages nå. Last siden på nytt om et øyeblikk.")
        case _:
            assert_never(reason)
