"""Why no archive package is made."""

from enum import StrEnum

from app.core.errors import Refusal


class PackageRefusal(StrEnum):
    """Why no package was asked for."""

    NOTHING_TO_ARCHIVE = "nothing_to_archive"
    """The paper is neither signed, refused nor withdrawn: its case is not over."""
    NOT_READY = "not_ready"
    """The sheet itself was never made."""
    ON_ITS_WAY = "on_its_way"
    """A package of this paper is being made."""


class CannotMakePackage(Refusal[PackageRefusal]):
    """There is no package to make."""

    code = "cannot_make_package"
