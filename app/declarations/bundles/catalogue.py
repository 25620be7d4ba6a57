"""Find the bundles that exist, and the one that applies on a day."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from app.declarations.bundles.reading import read_bundle
from app.declarations.bundles.types import BundleError, BundleKind, BundleStatus, TextBundle

_TEXTS = Path(__file__).resolve().parents[1] / "texts"


@lru_cache(maxsize=64)
def load_bundle(kind: BundleKind, version: str) -> TextBundle:
    """Return this version of the document.

    Raises:
        BundleError: there is no such version, or its files do not hold together.
    """
    if version not in versions(kind):
        raise BundleError(f"{kind} has no version {version!r}")
    return read_bundle(_TEXTS / kind / version)


def current_bundle(kind: BundleKind, on: date) -> TextBundle:
    """Return the version to issue on this day: of those that are valid, the one valid latest.

    Raises:
        BundleError: no version is valid on this day.
    """
    valid = [
        bundle
        for bundle in (load_bundle(kind, version) for version in versions(kind))
        if bundle.status is not BundleStatus.WITHDRAWN and bundle.is_valid_on(on)
    ]
    if not valid:
        raise BundleError(f"{kind} has no version valid on {on}")
    return max(valid, key=lambda bundle: bundle.valid_from)


@lru_cache(maxsize=8)
def versions(kind: BundleKind) -> tuple[str, ...]:
    """Return the versions that exist, in alphabetical order."""
    return tuple(sorted(path.name for path in (_TEXTS / kind).iterdir() if path.is_dir()))
