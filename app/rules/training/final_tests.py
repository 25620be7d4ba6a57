"""Avsluttende prøver: who must take them, and until when.

Provision: integreringsloven §§ 37 and 37 d; integreringsforskriften §§ 36 and 38.
In one sentence: right and duty to the training brings the duty to take both tests, unless
exempted; the one in social studies within a year of the offered start.
"""

from app.rules.parameters.training_limits import SOCIAL_STUDIES_TEST_WITHIN
from app.rules.training.answers import FinalTests, Reasons, ResponsibleBody, TrainingStep
from app.rules.training.entitlement import Track
from app.rules.training.social_studies import within_a_year
from app.rules.training.types import Subject, TrainingFacts


def assess_final_tests(
    facts: TrainingFacts, track: Track, body: ResponsibleBody, *, is_right_only: bool
) -> tuple[FinalTests, Reasons]:
    """Return the duties to take final tests. Any exemption in a subject ends its duty."""
    exempted = {exemption.subject for exemption in facts.exemptions}
    has_duty = track is Track.ORDINARY and not is_right_only
    has_norwegian = has_duty and Subject.NORWEGIAN not in exempted
    has_social_studies = has_duty and Subject.SOCIAL_STUDIES not in exempted
    deadline, reasons = None, Reasons()
    if has_social_studies and body is ResponsibleBody.MUNICIPALITY:
        deadline, reasons = within_a_year(
            facts, SOCIAL_STUDIES_TEST_WITHIN, TrainingStep.TEST_DEADLINE
        )
    is_free = has_norwegian or track is Track.CHAPTER_6_A
    return FinalTests(has_norwegian, has_social_studies, deadline, is_free), reasons
