"""Interventions from notice to decision, and what they lay down."""

from app.decisions.interventions.service.considering import change, consider
from app.decisions.interventions.service.deciding import begin_decision, refusal_to_impose
from app.decisions.interventions.service.looking import (
    InterventionBook,
    OpenRestriction,
    open_interventions,
    open_restriction,
)

__all__ = [
    "InterventionBook",
    "OpenRestriction",
    "begin_decision",
    "change",
    "consider",
    "open_interventions",
    "open_restriction",
    "refusal_to_impose",
]
