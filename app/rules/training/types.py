"""Facts about a person and training in Norwegian and social studies (chapter 6 of the act)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.core.period import Period
from app.rules.eligibility.permit import PermitFacts
from app.rules.programme.kinds import EducationLevel


class Section28Permit(StrEnum):
    """Oppholdstillatelse som gir plikt, men ikke rett (integreringsloven § 28)."""

    SKILLED_WORKER = "23"
    """Letter a: utlendingsloven § 23."""
    OTHER_WORKER = "25"
    """Letter b: utlendingsloven § 25."""
    FAMILY_OF_WORKER = "family"
    """Letter c: family of someone with a permit in letter a or b."""


class PostponedStartReason(StrEnum):
    """Særlig tilfelle (integreringsforskriften §§ 20–22): why training could not begin."""

    CARE_DUTIES = "care_duties"
    """Store omsorgsforpliktelser (§ 21)."""
    HELD_BACK = "held_back"
    """Tilbakeholdelse mot sin vilje (§ 22)."""
    EXEMPTED_FOR_CARE = "exempted_for_care"
    """Exempted from the duty because of care duties: only the right begins (§ 20)."""


@dataclass(frozen=True, slots=True)
class PostponedStart:
    """Utsatt oppstart: right and duty begin when training is asked for."""

    reason: PostponedStartReason
    claimed_on: date
    is_granted: bool | None = None
    """Whether the municipality found it documented, and lasting or just ended; None: not yet."""


class Provider(StrEnum):
    """Hvem som gir opplæringen (integreringsloven § 30)."""

    MUNICIPALITY = "municipality"
    UPPER_SECONDARY_FULL_TIME = "upper_secondary_full_time"
    """Videregående opplæring på fulltid: the county authority's responsibility."""
    COMBINED_MAINLY_COUNTY = "combined_mainly_county"
    """Grunnskole and upper secondary combined, mainly run by the county authority."""
    COMBINED_MAINLY_MUNICIPALITY = "combined_mainly_municipality"
    COMBINED_SHARED = "combined_shared"
    """Combined, and nobody can say who mainly runs it: the county authority's."""
    COMBINED_SHARED_AGREED_MUNICIPALITY = "combined_shared_agreed_municipality"
    """The same, but they agreed that the municipality is responsible."""


class Subject(StrEnum):
    """Fag i opplæringen (integreringsloven kapittel 6)."""

    NORWEGIAN = "norwegian"
    SOCIAL_STUDIES = "social_studies"


class ExemptionBasis(StrEnum):
    """Grunnlag for fritak (integreringsloven § 29)."""

    KNOWLEDGE = "knowledge"
    """Documented knowledge (integreringsforskriften §§ 23 and 24)."""
    KNOWLEDGE_OF_SAMI = "knowledge_of_sami"
    """Documented knowledge of Sami: the right to Norwegian is kept (§ 23 third paragraph)."""
    HEALTH_OR_WEIGHTY = "health_or_weighty"
    """Health or other weighty reasons: the right is kept (§ 25)."""


@dataclass(frozen=True, slots=True)
class GrantedExemption:
    """Innvilget fritak in one subject."""

    subject: Subject
    basis: ExemptionBasis
    is_right_ended: bool = False
    """The municipality decided that the right ends too."""
    is_only_from_test: bool = False
    """Exempted from the final test, not from the training (integreringsloven § 37)."""


@dataclass(frozen=True, slots=True)
class SocialStudiesHours:
    """Gjennomførte timer i samfunnskunnskap."""

    hours: Fraction
    is_in_reception_centre: bool = False
    """Done as an asylum seeker (integreringsforskriften § 2): credited."""
    is_in_understood_language: bool = True
    """In a language the participant understands (integreringsloven § 33); otherwise they do not
    count. Not asked of hours in a reception centre."""


@dataclass(frozen=True, slots=True)
class TrainingFacts:
    """What chapter 6 asks about a person."""

    assessed_on: date
    """The day whose law is asked for."""
    born_on: date
    permit: PermitFacts
    education: EducationLevel
    """Education from before (§ 32)."""
    section_28_permit: Section28Permit | None = None
    """Where the permit is one of those in § 28."""
    leads_to_permanent_residence: bool | None = None
    """None: not known. Asked of permits outside § 9."""
    first_renewed_on: date | None = None
    """Letter d of § 9: the first renewal of the permit."""
    settled_by_agreement_on: date | None = None
    """Letter e of § 9: settlement by agreement with the integration authorities."""
    registered_on: date | None = None
    """Folkeregistrert in the municipality."""
    claimed_on: date | None = None
    """When the person asked for training (§ 30)."""
    postponed_start: PostponedStart | None = None
    offered_start_on: date | None = None
    """The day training was offered from: today's lengths count from it."""
    started_on: date | None = None
    """The day it began: the year of § 37 d counts from it."""
    approved_leave: tuple[Period, ...] = ()
    goal_reached_on: date | None = None
    """The day the Norwegian goal was reached."""
    norwegian_hours_done: Fraction = Fraction(0)
    social_studies: tuple[SocialStudiesHours, ...] = ()
    provider: Provider = Provider.MUNICIPALITY
    exemptions: tuple[GrantedExemption, ...] = ()
    has_broken_off: bool = False
    """Broke off or declined training (§ 3 third paragraph)."""
    begun_with_permit_of: date | None = None
    """Began a programme or training with an earlier permit in § 27, granted on this day, or
    arrived on it where that was later (§ 26 sixth paragraph)."""

    @property
    def present_permit_of(self) -> date:
        """The day of the present permit: grant, or arrival where that was later."""
        return max(self.permit.granted_on, self.permit.arrived_on or self.permit.granted_on)

    @property
    def counts_from_permit_of(self) -> date:
        """The day that lengths and hours turn on: of the permit that training began with."""
        return self.begun_with_permit_of or self.present_permit_of
