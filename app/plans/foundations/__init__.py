"""What a plan can begin with: proposals from mapping, guidance and the time before settlement.

Provision: integreringsloven § 15 second paragraph. The portal proposes, the caseworker decides.
"""

from app.plans.foundations.gathering import begin_with, proposals_for
from app.plans.foundations.proposing import propose
from app.plans.foundations.types import (
    EndGoalProposal,
    FoundationFacts,
    NorwegianProposal,
    PlanProposals,
    ProposedElement,
    Question,
    Reason,
    ReasonCode,
    SocialStudiesProposal,
)
from app.plans.foundations.wording import question_text, reason_text, text_in

__all__ = [
    "EndGoalProposal",
    "FoundationFacts",
    "NorwegianProposal",
    "PlanProposals",
    "ProposedElement",
    "Question",
    "Reason",
    "ReasonCode",
    "SocialStudiesProposal",
    "begin_with",
    "proposals_for",
    "propose",
    "question_text",
    "reason_text",
    "text_in",
]
