"""Why a certificate is not issued."""

from enum import StrEnum

from app.core.errors import Refusal


class CertificateRefusal(StrEnum):
    """Why a certificate is not issued like this."""

    NO_PROGRAMME = "no_programme"
    BEFORE_START = "before_start"
    """The programme cannot have ended before it began."""
    IN_THE_FUTURE = "in_the_future"
    """A programme that still runs has no certificate yet."""
    NO_CONTENTS = "no_contents"
    NO_SIGNATURE = "no_signature"
    NO_REASON = "no_reason"
    """Another certificate is out: the new one says why it takes its place."""
    UNPRINTABLE = "unprintable"
    TOO_LONG = "too_long"


class CannotIssueCertificate(Refusal[CertificateRefusal]):
    """The certificate cannot be issued like this."""

    code = "cannot_issue_participation_certificate"
