"""The closed lists of decisions."""

from enum import StrEnum

from app.rules.decision import Channel


class DecisionKind(StrEnum):
    """Hva vedtaket gjelder."""

    PROGRAMME_AND_PLAN = "programme_and_plan"
    """Introduksjonsprogram og integreringsplan (integreringsloven § 46 second paragraph a, c)."""
    ESSENTIAL_CHANGE = "essential_change"
    """Vesentlig endring av integreringsplanen (§ 46 second paragraph c)."""
    BENEFIT_REDUCTION = "benefit_reduction"
    """Trekk i introduksjonsstønaden (§§ 21 and 46 second paragraph g)."""
    ABSENCE_PERMISSION = "absence_permission"
    """Tillatelse til fravær (§§ 17 first paragraph and 46 second paragraph e)."""
    LEAVE = "leave"
    """Permisjon (§§ 17 second paragraph and 46 second paragraph e)."""
    RELIGIOUS_DAYS = "religious_days"
    """Fri på religiøse høytider (integreringsforskriften §§ 17 and 69)."""
    SELF_CERTIFICATION_WITHDRAWAL = "self_certification_withdrawal"
    """Bortfall av retten til egenmelding (integreringsforskriften § 9)."""
    ILLNESS_BENEFIT_WITHDRAWAL = "illness_benefit_withdrawal"
    """Ingen stønad ved langvarig sykdom (integreringsforskriften § 5 second paragraph)."""
    SUSPENSION = "suspension"
    """Midlertidig stans (§§ 18 and 46 second paragraph d)."""
    TERMINATION = "termination"
    """Varig stans (§§ 18 and 46 second paragraph d)."""


OF_PLANS = (DecisionKind.PROGRAMME_AND_PLAN, DecisionKind.ESSENTIAL_CHANGE)
"""Due when a plan is fixed, or changed essentially."""


class OtherLetter(StrEnum):
    """Letters that follow the same pattern, and are no decisions on rights or duties."""

    REDUCTION_NOTICE = "reduction_notice"
    """Forhåndsvarsel om trekk (forvaltningsloven § 16)."""
    STOP_NOTICE = "stop_notice"
    """Forhåndsvarsel om stans av programmet."""
    SELF_CERTIFICATION_NOTICE = "self_certification_notice"
    """Forhåndsvarsel om bortfall av retten til egenmelding."""
    ILLNESS_BENEFIT_NOTICE = "illness_benefit_notice"
    """Forhåndsvarsel om ingen stønad ved langvarig sykdom."""
    COMPLAINT_ANSWER = "complaint_answer"
    """What the municipality did with a complaint (forvaltningsloven § 33)."""


LetterKind = DecisionKind | OtherLetter


class DecisionState(StrEnum):
    """Whether the decision can still be changed. What follows stands in rows beside it."""

    DRAFT = "draft"
    ISSUED = "issued"


class SendingWay(StrEnum):
    """How the letter was sent."""

    HANDED_OVER = "handed_over"
    POST = "post"
    DIGITAL = "digital"
    """Made available on screen, with an alert (eForvaltningsforskriften § 8)."""


ARRIVES_AT_ONCE = frozenset({SendingWay.HANDED_OVER, SendingWay.DIGITAL})
"""Ways in which a letter arrives on the day on which it is sent."""


class ArrivalSource(StrEnum):
    """How it is known that the letter reached the participant."""

    HANDED_OVER = "handed_over"
    RECEIPT = "receipt"
    """Of the post."""
    PARTICIPANT_SAID_SO = "participant_said_so"
    ESTIMATED = "estimated"
    """Nobody knows; the day was reckoned, and the note says how."""
    ALERTED = "alerted"
    """On screen: it could be read, and the alert was sent (eForvaltningsforskriften § 11)."""

    @property
    def channel(self) -> Channel:
        """Which of the rules on deadlines applies."""
        return Channel.DIGITAL if self is ArrivalSource.ALERTED else Channel.PAPER


class Stage(StrEnum):
    """How far a decision has come, read off its rows."""

    DRAFT = "draft"
    WAITING_FOR_LEADER = "waiting_for_leader"
    SENT_BACK = "sent_back"
    APPROVED = "approved"
    ISSUED = "issued"
    SENT = "sent"
    REACHED = "reached"
    FINAL = "final"
    """The time limit for an appeal is over."""
