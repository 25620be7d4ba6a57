"""Training in Norwegian and social studies (integreringsloven chapters 6 and 6 A)."""

from app.rules.training.answers import (
    FinalTests,
    NorwegianTraining,
    ResponsibleBody,
    SocialStudiesTraining,
    TrainingAssessment,
    TrainingDoubt,
    TrainingGround,
    TrainingGroup,
    TrainingStep,
)
from app.rules.training.assessment import assess_training
from app.rules.training.exemption import (
    ExemptionAssessment,
    ExemptionDoubt,
    ExemptionFacts,
    ExemptionGround,
    ExemptionOutcome,
    ExemptionReason,
    assess_exemption,
)
from app.rules.training.types import (
    ExemptionBasis,
    GrantedExemption,
    PostponedStart,
    PostponedStartReason,
    Provider,
    Section28Permit,
    SocialStudiesHours,
    Subject,
    TrainingFacts,
)

__all__ = [
    "ExemptionAssessment",
    "ExemptionBasis",
    "ExemptionDoubt",
    "ExemptionFacts",
    "ExemptionGround",
    "ExemptionOutcome",
    "ExemptionReason",
    "FinalTests",
    "GrantedExemption",
    "NorwegianTraining",
    "PostponedStart",
    "PostponedStartReason",
    "Provider",
    "ResponsibleBody",
    "Section28Permit",
    "SocialStudiesHours",
    "SocialStudiesTraining",
    "Subject",
    "TrainingAssessment",
    "TrainingDoubt",
    "TrainingFacts",
    "TrainingGround",
    "TrainingGroup",
    "TrainingStep",
    "assess_exemption",
    "assess_training",
]
