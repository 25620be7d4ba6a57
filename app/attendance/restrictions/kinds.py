"""The closed list of what a decision can take from a participant."""

from enum import StrEnum


class RestrictionKind(StrEnum):
    """Hva et vedtak tar fra deltakeren."""

    NO_SELF_CERTIFICATION = "no_self_certification"
    """Bortfall av retten til egenmelding (integreringsforskriften § 9)."""
    NO_ILLNESS_BENEFIT = "no_illness_benefit"
    """Ingen stønad ved langvarig sykdom (integreringsforskriften § 5 second paragraph)."""
    SUSPENSION = "suspension"
    """Midlertidig stans av programmet (integreringsloven § 18)."""
    TERMINATION = "termination"
    """Varig stans av programmet (integreringsloven § 18)."""


STOPS = (RestrictionKind.SUSPENSION, RestrictionKind.TERMINATION)
"""On these days there is no programme: nothing is expected, and nothing is paid."""
