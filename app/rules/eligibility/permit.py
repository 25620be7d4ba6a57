"""Oppholdsgrunnlag: the permits that integreringsloven § 9 names, by utlendingsloven section."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PermitGround(StrEnum):
    """Oppholdsgrunnlag (integreringsloven § 9; utlendingsloven). The value is the section."""

    ASYLUM = "28"
    """Letter a: refugee, utlendingsloven § 28."""
    RESETTLEMENT = "35_3"
    """Letter b: overføringsflyktning, § 35 third paragraph."""
    HUMANITARIAN = "38_1"
    """Letter c: strong humanitarian grounds, § 38 first paragraph."""
    UNDOCUMENTED_IDENTITY_A = "38_5_a"
    """Letter d: family with children while identity is documented, § 38 fifth paragraph a."""
    UNDOCUMENTED_IDENTITY_B = "38_5_b"
    """Letter d: the same, letter b."""
    COLLECTIVE_PROTECTION = "34"
    """Letter e: kollektiv beskyttelse, § 34."""
    FAMILY = "family"
    """Letter f: family, utlendingsloven chapter 6."""
    OWN_GROUND_AFTER_RELATIONSHIP = "53_1_b"
    """Letter g: § 53 first paragraph b."""
    OWN_GROUND_SECOND_PARAGRAPH = "53_2"
    """Letter g: § 53 second paragraph."""
    OWN_GROUND_THIRD_PARAGRAPH = "53_3"
    """Letter g: § 53 third paragraph."""
    OTHER = "other"
    """Any other permit: gives no right under § 9."""


@dataclass(frozen=True, slots=True)
class PermitFacts:
    """Oppholdstillatelse: the permit that the target group turns on."""

    ground: PermitGround
    granted_on: date
    is_after_protection_application: bool = False
    """§ 9 letter c asks for it."""
    reference_ground: PermitGround | None = None
    """Letter f: the permit of the reference person as it was granted first."""
    reference_settled_on: date | None = None
    """First day on which the reference person was settled in a municipality."""
    family_application_on: date | None = None
    """The day family reunification was applied for: ends the five-year clock."""
    previous_ground: PermitGround | None = None
    """The permit held before this one (§ 8 second paragraph, last sentence)."""
    arrived_on: date | None = None
    """Arrival in Norway after an application from abroad (integreringsforskriften § 72)."""
    is_reference_permanent: bool = False
    """The reference person's permit has become permanent since (§ 9 second paragraph)."""
    had_programme_decision: bool | None = None
    """A programme or Norwegian training was decided on while the previous permit was one of § 34
    (integreringsforskriften § 43 h); None: not known."""
