"""Closed lists that commands, rows and pages share."""

from enum import StrEnum


class WithdrawalGround(StrEnum):
    """What was wrong with a sheet that was withdrawn."""

    WRONG_PERSON = "wrong_person"
    """It shows another person's data."""
    WRONG_FACTS = "wrong_facts"
    """A name, number or day on it is wrong."""
    WRONG_TEXT = "wrong_text"
    OTHER = "other"
