"""Why a declaration cannot be issued or registered as signed."""

from enum import StrEnum

from app.core.errors import Refusal


class IssueRefusal(StrEnum):
    """Why nothing was issued."""

    NO_FIXED_PLAN = "no_fixed_plan"
    """The document belongs to a plan (§ 16), and there is none yet."""
    NO_IDENTITY_NUMBER = "no_identity_number"
    """The sheet names the person by it."""
    NO_TRANSLATION = "no_translation"
    TRANSLATION_OUTDATED = "translation_outdated"
    """The Norwegian text has changed since it was translated."""
    NO_TEXT = "no_text"
    """No version of the text is valid for the day of the plan."""
    LAYOUT_UNSUITABLE = "layout_unsuitable"
    """The layout makes no sense with the language, or is none to sign."""
    NAME_UNPRINTABLE = "name_unprintable"
    """The name is older than the check at input, and our fonts cannot set it."""


class CannotIssueDeclaration(Refusal[IssueRefusal]):
    """The document of § 16 cannot be made."""

    code = "cannot_issue_declaration"


class SigningRefusal(StrEnum):
    """Why the signature was not registered."""

    NOT_OPEN = "not_open"
    """It is registered already, or a newer sheet has replaced this one."""
    NOT_READY = "not_ready"
    """The sheet has not been made yet."""
    SIGNED_BEFORE_ISSUE = "signed_before_issue"
    SIGNED_IN_FUTURE = "signed_in_future"
    NOT_EXPLAINED = "not_explained"
    """Nothing says how the paper was explained."""
    NOT_ITS_SCAN = "not_its_scan"
    """The scan is filed under another paper."""
    REFUSED_BEFORE_ISSUE = "refused_before_issue"
    REFUSED_IN_FUTURE = "refused_in_future"
    NO_WORDS = "no_words"
    """The reason or the guidance is empty."""


class CannotRegisterSigning(Refusal[SigningRefusal]):
    """What happened to the paper cannot be registered."""

    code = "cannot_register_signing"


class WithdrawalRefusal(StrEnum):
    """Why the sheet was not withdrawn."""

    WITHDRAWN_ALREADY = "withdrawn_already"
    NO_REASON = "no_reason"


class CannotWithdrawDeclaration(Refusal[WithdrawalRefusal]):
    """The sheet cannot be withdrawn like this."""

    code = "cannot_withdraw_declaration"
