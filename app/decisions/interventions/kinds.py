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
    LONG_ILLNESS = "long_illness"
    """Long absence because of illness or injury (§ 5 second paragraph)."""
    LARGE_ABSENCE = "large_absence"
    CONDUCT = "conduct"
    ILLNESS = "illness"
    COVERED_FACE = "covered_face"
    OTHER = "other"


_OF_STOPS = frozenset(
    {Cause.LARGE_ABSENCE, Cause.CONDUCT, Cause.ILLNESS, Cause.COVERED_FACE, Cause.OTHER}
)
CAUSES: Mapping[RestrictionKind, frozenset[Cause]] = {
    RestrictionKind.NO_SELF_CERTIFICATION: frozenset({Cause.OFTEN, Cause.DOUBT}),
    RestrictionKind.NO_ILLNESS_BENEFIT: frozenset({Cause.LONG_ILLNESS}),
    RestrictionKind.SUSPENSION: _OF_STOPS,
    RestrictionKind.TERMINATION: _OF_STOPS,
}
"""What each can rest on; the causes of a stop are named as the rules name them."""

KIND_OF_RESTRICTION: Mapping[RestrictionKind, DecisionKind] = {
    RestrictionKind.NO_SELF_CERTIFICATION: DecisionKind.SELF_CERTIFICATION_WITHDRAWAL,
    RestrictionKind.NO_ILLNESS_BENEFIT: DecisionKind.ILLNESS_BENEFIT_WITHDRAWAL,
    RestrictionKind.SUSPENSION: DecisionKind.SUSPENSION,
    RestrictionKind.TERMINATION: DecisionKind.TERMINATION,
}
INTERVENTION_KINDS = frozenset(KIND_OF_RESTRICTION.values())
