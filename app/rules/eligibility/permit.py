"""Residence permits as the rules see them (integreringsloven § 9)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PermitGround(StrEnum):
    """Oppholdsgrunnlag: the section of utlendingsloven, as integreringsloven § 9 lists them."""

    REFUGEE = "28"
    """Flyktning (letter a)."""
    RESETTLEMENT_REFUGEE = "35_3"
    """Overføringsflyktning (letter b)."""
    HUMANITARIAN = "38_1"
    """Sterke menneskelige hensyn; counts only after an application for protection (letter c)."""
    FAMILY_AWAITING_IDENTITY_A = "38_5_a"
    """Barnefamilie i påvente av dokumentert identitet (letter d)."""
    FAMILY_AWAITING_IDENTITY_B = "38_5_b"
    """Barnefamilie i påvente av dokumentert identitet (letter d)."""
    COLLECTIVE_PROTECTION = "34"
    """Kollektiv beskyttelse (letter e)."""
    FAMILY = "family"
    """Familiemedlem, utlendingsloven chapter 6 (letter f, or § 8 third paragraph)."""
    OWN_GROUND_53_1_B = "53_1_b"
    """Selvstendig grunnlag, § 53 first paragraph b (letter g)."""
    OWN_GROUND_53_2 = "53_2"
    """Selvstendig grunnlag, § 53 second paragraph (letter g)."""
    OWN_GROUND_53_3 = "53_3"
    """Selvstendig grunnlag, § 53 third paragraph (letter g)."""
    OTHER = "other"
    """Any permit that § 9 does not name."""


@dataclass(frozen=True, slots=True)
class PermitFacts:
    """Oppholdstillatelse: the permit that the target group turns on."""

    ground: PermitGround
    granted_on: date
    is_after_protection_application: bool = False
    """§ 9 letter c asks for it."""
    reference_ground: PermitGround | None = None
    """Letter f: the permit of the reference person, also where it has become permanent."""
    reference_settled_on: date | None = None
    """First day on which the reference person was settled in a municipality."""
    family_application_on: date | None = None
    """The day family reunification was applied for: ends the five-year clock."""
    previous_ground: PermitGround | None = None
    """The permit held before this one (§ 8 second paragraph, last sentence)."""
    arrived_on: date | None = None
    """Arrival in Norway after an application from abroad (integreringsforskriften § 72)."""
