"""Why an enrolment command is refused."""

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from app.core.errors import Conflict, Refusal


class ParticipantRefusal(StrEnum):
    """What is wrong with what was asked."""

    GIVEN_NAME_UNPRINTABLE = "given_name_unprintable"
    """It has something that cannot stand on the sheet of § 16 as it was typed."""
    FAMILY_NAME_UNPRINTABLE = "family_name_unprintable"
    IDENTITY_NUMBER_INVALID = "identity_number_invalid"
    IDENTITY_NUMBER_TAKEN = "identity_number_taken"
    POSSIBLE_DUPLICATE = "possible_duplicate"
    """Same name and birth date as somebody who is registered: confirm that it is another."""
    STRICTLY_CONFIDENTIAL_ADDRESS = "strictly_confidential_address"
    BORN_IN_THE_FUTURE = "born_in_the_future"
    PERMIT_BEFORE_BIRTH = "permit_before_birth"
    PERMIT_ENDS_BEFORE_IT_BEGINS = "permit_ends_before_it_begins"
    FIRST_LIVED_BEFORE_PERMIT = "first_lived_before_permit"
    """Only an earlier permit of § 9 can have been held before this one, and none before birth."""
    FIRST_LIVED_AFTER_SETTLEMENT = "first_lived_after_settlement"
    SETTLED_BEFORE_BIRTH = "settled_before_birth"
    CLAIMED_IN_THE_FUTURE = "claimed_in_the_future"
    CLAIMED_BEFORE_BIRTH = "claimed_before_birth"
    UNKNOWN_ADVISER = "unknown_adviser"
    PARTNER_MISSING = "partner_missing"
    """A partner in the programme, but no partner."""
    CHILD_BORN_IN_THE_FUTURE = "child_born_in_the_future"
    CHILD_OLDER_THAN_PARTICIPANT = "child_older_than_participant"
    CARE_ENDS_BEFORE_BIRTH = "care_ends_before_birth"
    HOUSEHOLD_BEFORE_SETTLEMENT = "household_before_settlement"


class CannotSaveParticipant(Refusal[ParticipantRefusal]):
    """Nothing was saved, for these reasons; all of them, so that they can be mended at once."""

    code = "cannot_save_participant"

    def __init__(
        self, reasons: Sequence[ParticipantRefusal], duplicates: Sequence[UUID] = ()
    ) -> None:
        super().__init__(reasons[0])
        self.reasons = tuple(reasons)
        self.duplicates = tuple(duplicates)
        """Who is registered with the same name and birth date."""


class LinkRefusal(StrEnum):
    """Why a sign-in cannot be given to a participant."""

    NOT_A_PARTICIPANT_USER = "not_a_participant_user"
    USER_TAKEN = "user_taken"


class CannotLinkUser(Refusal[LinkRefusal]):
    """The user is not a participant's, or belongs to somebody else."""

    code = "cannot_link_user"


class ParticipantChanged(Conflict):
    """Somebody saved the participant after the form was opened."""

    code = "participant_changed"

    def __init__(self, row_version: int, fields: Sequence[str]) -> None:
        super().__init__(self.code)
        self.row_version = row_version
        """The version that is saved now."""
        self.fields = tuple(fields)
        """What the others changed, by the names of the commands' fields, in their order."""
