"""The closed lists of interventions."""

from collections.abc import Mapping
from enum import StrEnum

from app.attendance.restrictions.kinds import RestrictionKind
from app.decisions.states import DecisionKind


class Cause(StrEnum):
    """What an intervention rests on."""

    OFTEN = "often"
    """Four self-certified absences in twelve months (integreringsforskriften § 9)."""
    DOUBT = "doubt"
    """Reasonable ground to believe that the absence was no illness (§ 9)."""
    LARGE_ABSENCE = "large_absence"
    CONDUCT = "conduct"
    ILLNESS = "illness"
    COVERED_FACE = "covered_face"
    OTHER = "other"


OF_SELF_CERTIFICATION = frozenset({Cause.OFTEN, Cause.DOUBT})
"""The causes of § 9; the others are those of a stop, named as the rules name them."""

KIND_OF_RESTRICTION: Mapping[RestrictionKind, DecisionKind] = {
    RestrictionKind.NO_SELF_CERTIFICATION: DecisionKind.SELF_CERTIFICATION_WITHDRAWAL,
    RestrictionKind.SUSPENSION: DecisionKind.SUSPENSION,
    RestrictionKind.TERMINATION: DecisionKind.TERMINATION,
}
INTERVENTION_KINDS = frozenset(KIND_OF_RESTRICTION.values())
