"""The closed lists of enrolment."""

from enum import StrEnum


class Sex(StrEnum):
    """Registered sex; never read from the identity number, which says nothing from 2032 on."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


class Literacy(StrEnum):
    """How well the participant reads in her reading language."""

    NONE = "none"
    SOME = "some"
    FLUENT = "fluent"


class AddressProtection(StrEnum):
    """Adressesperre (folkeregisterloven § 10-4). Strictly confidential addresses are not stored."""

    NONE = "none"
    CONFIDENTIAL = "confidential"
    STRICTLY_CONFIDENTIAL = "strictly_confidential"
