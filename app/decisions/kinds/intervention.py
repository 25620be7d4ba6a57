"""Stop of the programme, withdrawal of self-certification, no benefit during long illness.

Provision: integreringsloven §§ 18, 40 and 46 second paragraph d and e; integreringsforskriften
§§ 5 and 9.
"""

from collections.abc import Iterator

from app.attendance.restrictions.kinds import RestrictionKind
from app.core.period import ONE_DAY
from app.decisions.content import Statement
from app.decisions.interventions.letter import cause_of, day_values, provisions_of, rule_of
from app.decisions.kinds.types import Background, KindOfDecision
from app.i18n.format import short_date
from app.plans.paper.printable import for_paper
from app.rules.decision import Act, ActFacts, self_certification_review_deadline
from app.rules.law import Provision
from app.rules.law.sources import FORVALTNINGSLOVEN, INTEGRERINGSLOVEN


def _provisions(background: Background) -> Iterator[Provision]:
    matter = background.of_intervention
    yield from provisions_of(matter.considered)
    if matter.considered.kind is RestrictionKind.TERMINATION:
        yield INTEGRERINGSLOVEN.section("18 a")
    yield FORVALTNINGSLOVEN.section("16", "(1)")


def _decided(background: Background) -> Iterator[Statement]:
    yield _taken(background)
    yield _consequence(background)


def _facts(background: Background) -> Iterator[Statement]:
    matter = background.of_intervention
    yield cause_of(matter.considered)
    hearing = matter.hearing
    noticed = {"day": short_date(hearing.noticed_on), "reply_by": short_date(hearing.reply_by)}
    yield Statement("intervention.noticed", noticed)
    for day, words in hearing.replies:
        yield Statement(
            "benefit_reduction.replied", {"day": short_date(day)}, quote=for_paper(words)
        )
    if not hearing.replies:
        yield Statement("benefit_reduction.no_reply")


def _reasons(background: Background) -> Iterator[Statement]:
    yield rule_of(background.of_intervention.considered)


def _summary(background: Background) -> Iterator[Statement]:
    yield _taken(background)
    matter = background.of_intervention
    if matter.considered.kind is RestrictionKind.SUSPENSION:
        yield Statement("leave.benefit_without")
    if matter.considered.kind is not RestrictionKind.NO_SELF_CERTIFICATION:
        yield Statement("benefit_reduction.social_assistance")


def _next_steps(background: Background) -> Iterator[Statement]:
    matter = background.of_intervention
    match matter.considered.kind:
        case RestrictionKind.NO_SELF_CERTIFICATION:
            review = self_certification_review_deadline(background.decided_on).last_day
            yield Statement("intervention.certificate")
            yield Statement("intervention.review", {"day": short_date(review)})
        case RestrictionKind.NO_ILLNESS_BENEFIT:
            yield Statement("intervention.still_in_programme")
            yield Statement("intervention.social_assistance")
        case RestrictionKind.SUSPENSION:
            assert matter.last_day is not None, "a stop for a time has an end"
            back = {"day": short_date(matter.last_day + ONE_DAY)}
            yield Statement("intervention.back", back)
            yield Statement("intervention.training")
            yield Statement("intervention.social_assistance")
        case RestrictionKind.TERMINATION:
            yield Statement("intervention.participation_certificate")
            yield Statement("intervention.training")
            yield Statement("intervention.social_assistance")


def _taken(background: Background) -> Statement:
    matter = background.of_intervention
    days = day_values(matter.first_day, matter.last_day)
    return Statement(f"taken.{matter.considered.kind.value}", days)


def _consequence(background: Background) -> Statement:
    matter = background.of_intervention
    kind = matter.considered.kind
    if kind is RestrictionKind.TERMINATION:
        last_day = {"last_day": short_date(matter.first_day - ONE_DAY)}
        return Statement("consequence.termination", last_day)
    return Statement(f"consequence.{kind.value}")


def _kind(act: Act) -> KindOfDecision:
    return KindOfDecision(
        acts=(ActFacts(act),),
        provisions=_provisions,
        decided=_decided,
        facts=_facts,
        reasons=_reasons,
        summary=_summary,
        next_steps=_next_steps,
    )


SELF_CERTIFICATION_WITHDRAWAL = _kind(Act.WITHDRAW_SELF_CERTIFICATION)
ILLNESS_BENEFIT_WITHDRAWAL = _kind(Act.WITHDRAW_ILLNESS_BENEFIT)
SUSPENSION = _kind(Act.STOP_PROGRAMME)
TERMINATION = _kind(Act.STOP_PROGRAMME)
