"""Writing the notice of an intervention: what is considered, why, and how to reply."""

from collections.abc import Iterator, Mapping
from datetime import date

from app.attendance.restrictions.kinds import STOPS, RestrictionKind
from app.core.period import ONE_DAY
from app.decisions.citations import rules_of
from app.decisions.content import LetterContent, Part, Statement
from app.decisions.interventions.kinds import Cause
from app.decisions.interventions.models import Intervention
from app.decisions.other_letters import Sender, help_of, letter_of
from app.decisions.states import OtherLetter
from app.enrolment.models import Participant
from app.i18n.format import short_date
from app.plans.paper.printable import for_paper
from app.rules.law import Provision
from app.rules.law.sources import FORVALTNINGSLOVEN, INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN

NOTICE_OF_KIND: Mapping[RestrictionKind, OtherLetter] = {
    RestrictionKind.NO_SELF_CERTIFICATION: OtherLetter.SELF_CERTIFICATION_NOTICE,
    RestrictionKind.NO_ILLNESS_BENEFIT: OtherLetter.ILLNESS_BENEFIT_NOTICE,
    RestrictionKind.SUSPENSION: OtherLetter.STOP_NOTICE,
    RestrictionKind.TERMINATION: OtherLetter.STOP_NOTICE,
}


def day_values(first_day: date, last_day: date | None) -> dict[str, str]:
    """Return the days of an intervention, for a sentence."""
    values = {"first_day": short_date(first_day)}
    return values if last_day is None else {**values, "last_day": short_date(last_day)}


def cause_of(intervention: Intervention) -> Statement:
    """Return what an intervention rests on."""
    values = {}
    if intervention.cause is Cause.OFTEN:
        values["count"] = str(intervention.occasions)
    if intervention.warned_on is not None and intervention.cause is Cause.COVERED_FACE:
        values["warned_on"] = short_date(intervention.warned_on)
    return Statement(f"cause.{intervention.cause.value}", values)


def consequence_of(intervention: Intervention) -> Statement:
    """Return what would become of the benefit if it is decided so."""
    values = {}
    if intervention.kind is RestrictionKind.TERMINATION:
        values["last_day"] = short_date(intervention.first_day - ONE_DAY)
    return Statement(f"would.{intervention.kind.value}", values)


def rule_of(intervention: Intervention) -> Statement:
    """Return what the law says."""
    if intervention.kind not in STOPS:
        return Statement(f"intervention_rule.{intervention.kind.value}")
    if intervention.cause is Cause.COVERED_FACE:
        return Statement("intervention_rule.covered_face")
    return Statement("intervention_rule.stop")


def provisions_of(intervention: Intervention) -> Iterator[Provision]:
    """Yield what an intervention rests on."""
    match intervention.kind:
        case RestrictionKind.NO_SELF_CERTIFICATION:
            yield INTEGRERINGSFORSKRIFTEN.section("9", "(1)")
            return
        case RestrictionKind.NO_ILLNESS_BENEFIT:
            yield INTEGRERINGSFORSKRIFTEN.section("5", "(2)")
            yield INTEGRERINGSFORSKRIFTEN.section("15")
            return
        case RestrictionKind.SUSPENSION | RestrictionKind.TERMINATION:
            pass
    yield INTEGRERINGSLOVEN.section("18")
    if intervention.cause is Cause.COVERED_FACE:
        yield INTEGRERINGSLOVEN.section("40", "(2)")


def write_notice_of(
    person: Participant,
    intervention: Intervention,
    reply_by: date,
    reasons: str,
    sender: Sender,
) -> LetterContent:
    """Return everything that the notice says."""
    days = day_values(intervention.first_day, intervention.last_day)
    considered = Statement(f"considered.{intervention.kind.value}", days)
    own = (Statement("reduction_notice.own", quote=for_paper(reasons)),) if reasons else ()
    reply = {"reply_by": short_date(reply_by)}
    return letter_of(
        NOTICE_OF_KIND[intervention.kind],
        person,
        sender,
        parts=(
            Part(
                "considered",
                (
                    considered,
                    Statement("reduction_notice.not_decided"),
                    cause_of(intervention),
                    consequence_of(intervention),
                    rule_of(intervention),
                    *own,
                ),
            ),
            Part(
                "reply",
                (
                    Statement("intervention.reply", reply),
                    Statement("reduction_notice.how"),
                    Statement("intervention.after"),
                ),
            ),
            Part("help", help_of(sender.contact)),
        ),
        rules=rules_of((*provisions_of(intervention), FORVALTNINGSLOVEN.section("16", "(1)"))),
        summary=(
            considered,
            Statement("reduction_notice.reply", reply),
            Statement("appeal.ask"),
        ),
    )
