"""Decisions and deadlines: what is a decision, notice, notification, appeal, other deadlines."""

from app.rules.decision.acts import Act
from app.rules.decision.advance_notice import (
    NoticeAssessment,
    NoticeException,
    NoticeFacts,
    NoticeGround,
    NoticeNeed,
    assess_notice,
    response_deadline,
)
from app.rules.decision.appeal_deadline import (
    AppealDeadline,
    Channel,
    NotificationFacts,
    appeal_deadline,
    complaint_about_test_deadline,
)
from app.rules.decision.classification import (
    ActAssessment,
    ActFacts,
    AppealBody,
    DecisionGround,
    DecisionStatus,
    classify_act,
)
from app.rules.decision.deadline import Deadline, DeadlineKind, DeadlineStep
from app.rules.decision.digital_notice import (
    DigitalNotice,
    DigitalNoticeFacts,
    DigitalNoticeGround,
    digital_notice,
)
from app.rules.decision.municipal_deadlines import (
    PlanReview,
    PlanReviewFacts,
    PlanReviewGround,
    decision_and_start_deadline,
    plan_review,
    registration_deadline,
    self_certification_review_deadline,
    training_offer_deadline,
)
from app.rules.decision.notification import (
    ContentItem,
    NotificationContentFacts,
    NotificationItem,
    Weight,
    notification_contents,
)
from app.rules.decision.stop import (
    StopAssessment,
    StopCause,
    StopDoubt,
    StopFacts,
    StopGround,
    assess_stop,
)

__all__ = [
    "Act",
    "ActAssessment",
    "ActFacts",
    "AppealBody",
    "AppealDeadline",
    "Channel",
    "ContentItem",
    "Deadline",
    "DeadlineKind",
    "DeadlineStep",
    "DecisionGround",
    "DecisionStatus",
    "DigitalNotice",
    "DigitalNoticeFacts",
    "DigitalNoticeGround",
    "NoticeAssessment",
    "NoticeException",
    "NoticeFacts",
    "NoticeGround",
    "NoticeNeed",
    "NotificationContentFacts",
    "NotificationFacts",
    "NotificationItem",
    "PlanReview",
    "PlanReviewFacts",
    "PlanReviewGround",
    "StopAssessment",
    "StopCause",
    "StopDoubt",
    "StopFacts",
    "StopGround",
    "Weight",
    "appeal_deadline",
    "assess_notice",
    "assess_stop",
    "classify_act",
    "complaint_about_test_deadline",
    "decision_and_start_deadline",
    "digital_notice",
    "notification_contents",
    "plan_review",
    "registration_deadline",
    "response_deadline",
    "self_certification_review_deadline",
    "training_offer_deadline",
]
