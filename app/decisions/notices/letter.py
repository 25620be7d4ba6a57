"""Writing the letter of an advance notice: what is considered, why, and how to reply."""

from datetime import date

from app.decisions.citations import rules_of
from app.decisions.content import LetterContent, Part, Statement
from app.decisions.kinds.benefit_reduction import day_items, period_values
from app.decisions.other_letters import Sender, help_of, letter_of
from app.decisions.reductions import Reduction
from app.decisions.states import OtherLetter
from app.enrolment.models import Participant
from app.i18n.format import ore_amount, short_date
from app.plans.paper.printable import for_paper
from app.rules.law.sources import FORVALTNINGSLOVEN, INTEGRERINGSLOVEN

_RULES = (
    INTEGRERINGSLOVEN.section("20", "(2)"),
    INTEGRERINGSLOVEN.section("21"),
    FORVALTNINGSLOVEN.section("16", "(1)"),
)


def write_notice(
    person: Participant, reduction: Reduction, reply_by: date, reasons: str, sender: Sender
) -> LetterContent:
    """Return everything that the notice says."""
    values = period_values(reduction)
    gross = {"gross": ore_amount(reduction.gross_ore)}
    own = (Statement("reduction_notice.own", quote=for_paper(reasons)),) if reasons else ()
    reply = {"reply_by": short_date(reply_by)}
    parts = (
        Part(
            "considered",
            (
                Statement("reduction_notice.considered", values),
                Statement("reduction_notice.not_decided"),
                Statement("benefit_reduction.days"),
                *day_items(reduction),
                Statement("benefit_reduction.gross", gross),
                Statement("reduction_notice.rule"),
                *own,
            ),
        ),
        Part(
            "reply",
            (
                Statement("reduction_notice.reply", reply),
                Statement("reduction_notice.how"),
                Statement("reduction_notice.after"),
            ),
        ),
        Part("help", help_of(sender.contact)),
    )
    return letter_of(
        OtherLetter.REDUCTION_NOTICE,
        person,
        sender,
        parts=parts,
        rules=rules_of(_RULES),
        summary=(
            Statement("reduction_notice.considered", values),
            Statement("benefit_reduction.reason"),
            Statement("reduction_notice.reply", reply),
            Statement("appeal.ask"),
        ),
    )
