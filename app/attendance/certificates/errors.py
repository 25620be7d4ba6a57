"""Why a certificate, or an answer to it, is refused."""

from enum import StrEnum

from app.core.errors import Refusal


class CertificateRefusal(StrEnum):
    """Why a certificate is not received."""

    NO_PICTURE = "no_picture"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    """Not a PDF or a picture that can be drawn."""
    TOO_MANY_PAGES = "too_many_pages"
    DAYS = "days"
    """They are not in order, or longer than a certificate may be."""
    TOO_MANY_TODAY = "too_many_today"


class CannotReceiveCertificate(Refusal[CertificateRefusal]):
    """The certificate is not received."""

    code = "cannot_receive_certificate"


class CertificateAnswerRefusal(StrEnum):
    """Why an answer is not kept."""

    ALREADY_ANSWERED = "already_answered"
    NO_REASON = "no_reason"
    NOT_POSSIBLE = "not_possible"
    """There is no such absence or statement (any more)."""


class CannotAnswerCertificate(Refusal[CertificateAnswerRefusal]):
    """The answer is refused."""

    code = "cannot_answer_certificate"
