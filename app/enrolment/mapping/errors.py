"""Why a part of the mapping is not saved."""

from collections.abc import Sequence
from enum import StrEnum

from app.core.errors import Conflict, Refusal


class MappingRefusal(StrEnum):
    """What is wrong with what was asked."""

    MAPPING_UNEXPLAINED = "mapping_unexplained"
    """Neither mapped nor explained (§ 10)."""
    MAPPED_IN_THE_FUTURE = "mapped_in_the_future"
    EDUCATION_LEVEL_MISSING = "education_level_missing"
    GUIDANCE_UNEXPLAINED = "guidance_unexplained"
    """Neither guided nor explained (§ 11)."""
    GUIDED_IN_THE_FUTURE = "guided_in_the_future"
    LANGUAGE_TWICE = "language_twice"
    WISHES_WITHOUT_LANGUAGE = "wishes_without_language"
    """Own words, and nobody said in which language they are."""


class CannotSaveMapping(Refusal[MappingRefusal]):
    """Nothing was saved, for these reasons; all of them, so that they can be mended at once."""

    code = "cannot_save_mapping"

    def __init__(self, reasons: Sequence[MappingRefusal]) -> None:
        super().__init__(reasons[0])
        self.reasons = tuple(reasons)


class MappingChanged(Conflict):
    """Somebody saved the same part after the form was opened."""

    code = "mapping_changed"

    def __init__(self, version: int) -> None:
        super().__init__(self.code)
        self.version = version
        """The version that is saved now."""
