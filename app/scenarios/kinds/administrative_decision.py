"""The kind `administrative_decision`."""

from datetime import date

from app.rules.decision import (
    Act,
    ActAssessment,
    ActFacts,
    ContentItem,
    NoticeException,
    NoticeFacts,
    NotificationContentFacts,
    assess_notice,
    classify_act,
    notification_contents,
)
from app.rules.decision.classification import AUTOMATION
from app.rules.law import Provision
from app.rules.policy import Policy
from app.scenarios.fields import Fields
from app.scenarios.notice import read_notice
from app.scenarios.output import Answer, answer, grounds, influential, iso, steps


def answer_administrative_decision(fields: Fields, known_on: date | None) -> Answer:
    """Return what an act is and what follows from it; `known_on` makes no difference."""
    del known_on
    policy = Policy.from_mapping(fields.mapping("policy"))
    act = fields.choice("act", Act)
    assessment = classify_act(
        ActFacts(
            act,
            is_essential=_flag_or_none(fields, "essential"),
            meets_46_g=_flag_or_none(fields, "meets_46_g"),
        ),
        policy,
    )
    notice = assess_notice(
        NoticeFacts(
            act,
            is_decision=assessment.is_treated_as_decision,
            is_on_application=fields.flag("on_application", default=False),
            has_been_heard=fields.flag("heard", default=False),
            exception=(
                fields.choice("notice_exception", NoticeException)
                if fields.has("notice_exception")
                else None
            ),
        )
    )
    response = read_notice(fields)
    contents = notification_contents(_content_facts(fields))
    fields.close()
    is_written = assessment.is_treated_as_decision
    return answer(
        {
            "status": assessment.status.value,
            "grounds": grounds(assessment.grounds),
            "basis": assessment.basis.citation if assessment.basis else None,
            "appeal_body": assessment.appeal_body.value if assessment.appeal_body else None,
            "automated": assessment.may_be_automated,
            "advance_notice": {"need": notice.need.value, "grounds": grounds(notice.grounds)},
            "response_deadline": iso(response.last_day if response else None),
            "contents": [_item(row) for row in contents] if is_written else [],
            "steps": steps(response.steps) if response else [],
        },
        provisions=(
            *_cited(assessment),
            *(row.provision for row in notice.grounds),
            *(step.provision for step in (response.steps if response else ())),
            *(row.provision for row in contents if is_written),
        ),
        policies=influential(assessment.policies, policy),
        clarifications=(*assessment.clarifications, *notice.clarifications),
    )


def _content_facts(fields: Fields) -> NotificationContentFacts:
    return NotificationContentFacts(
        grants_application=fields.flag("grants_application", default=False),
        may_dissatisfy=fields.flag("may_dissatisfy", default=True),
        uses_discretion=fields.flag("uses_discretion", default=True),
        can_harm_before_appeal=fields.flag("can_harm_before_appeal", default=True),
        is_digital=fields.flag("digital", default=False),
    )


def _cited(assessment: ActAssessment) -> tuple[Provision, ...]:
    optional = (assessment.basis, assessment.appeal_provision)
    given = (provision for provision in optional if provision is not None)
    return (*(row.provision for row in assessment.grounds), *given, AUTOMATION)


def _item(row: ContentItem) -> Answer:
    return {
        "item": row.item.value,
        "weight": row.weight.value,
        "provision": row.provision.citation,
    }


def _flag_or_none(fields: Fields, key: str) -> bool | None:
    return fields.flag(key) if fields.has(key) else None
