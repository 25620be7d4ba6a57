"""The participant and everything about her that a rule asks for."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.ids import new_id
from app.core.pii import IdentityNumber
from app.enrolment.kinds import AddressProtection, Literacy, Sex
from app.persistence.base import Base
from app.rules.eligibility import PermitGround
from app.rules.programme import EducationLevel

__all__ = [
    "AddressProtection",
    "Child",
    "HouseholdPeriod",
    "Literacy",
    "Participant",
    "ResidencePermit",
    "Sex",
]


class Participant(Base):
    """Deltaker: a person whom the municipality enrols (integreringsloven §§ 8–14 a)."""

    __tablename__ = "participant"
    __table_args__ = (
        UniqueConstraint("municipality_id", "identity_number"),
        Index(None, "municipality_id", "family_name", "given_name"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"), unique=True)
    """The participant's own sign-in, if she has one."""
    adviser_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"), index=True)
    """Programrådgiver: the caseworker who follows her up."""

    given_name: Mapped[str] = mapped_column(String(200))
    family_name: Mapped[str] = mapped_column(String(200))
    born_on: Mapped[date]
    sex: Mapped[Sex]
    identity_number: Mapped[IdentityNumber | None]
    """Fødselsnummer, D-nummer or DUF-nummer; the kind follows from the digits."""

    first_language: Mapped[str] = mapped_column(String(10))
    reading_language: Mapped[str] = mapped_column(String(10))
    interpreter_language: Mapped[str] = mapped_column(String(10), default="")
    """Empty: no interpreter needed."""
    literacy: Mapped[Literacy]

    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    address: Mapped[str] = mapped_column(String(300), default="")
    address_protection: Mapped[AddressProtection] = mapped_column(default=AddressProtection.NONE)

    settled_on: Mapped[date]
    is_settled_by_agreement: Mapped[bool]
    first_lived_with_permit_on: Mapped[date]
    """First day in any municipality with a § 9 permit: the two-year clock of § 8."""
    claimed_on: Mapped[date | None]
    """When the person demanded a programme, if she did (§ 12)."""
    decided_on: Mapped[date | None]
    """Day of the § 12 decision, at which the target group is measured; None: not decided yet."""
    work_minutes_per_week: Mapped[int] = mapped_column(default=0)
    """Minutes a week of a job or job offer (§ 8 fourth paragraph)."""
    is_eea_or_nordic: Mapped[bool] = mapped_column(default=False)
    has_broken_off: Mapped[bool] = mapped_column(default=False)
    """Broke off or declined a programme (§ 3 third paragraph)."""

    is_sole_carer: Mapped[bool] = mapped_column(default=False)

    education_level: Mapped[EducationLevel | None]
    """None: not mapped yet."""
    mapped_on: Mapped[date | None]
    mapping_missing_reason: Mapped[str] = mapped_column(Text, default="")
    guided_on: Mapped[date | None]
    """Karriereveiledning (§ 11)."""
    guidance_missing_reason: Mapped[str] = mapped_column(Text, default="")

    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    """Written at every change, also of permit, household and children, so that the version
    counts them all."""
    row_version: Mapped[int] = mapped_column()

    permit: Mapped["ResidencePermit"] = relationship(lazy="raise", uselist=False)
    children: Mapped[list["Child"]] = relationship(lazy="raise", order_by="Child.born_on")
    household: Mapped[list["HouseholdPeriod"]] = relationship(
        lazy="raise", order_by="HouseholdPeriod.first_day"
    )

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)

    @property
    def full_name(self) -> str:
        """Given name and family name, as the population register writes them."""
        return f"{self.given_name} {self.family_name}"


class ResidencePermit(Base):
    """Oppholdstillatelse (integreringsloven § 9)."""

    __tablename__ = "residence_permit"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), unique=True)
    ground: Mapped[PermitGround]
    granted_on: Mapped[date]
    valid_until: Mapped[date | None]
    arrived_on: Mapped[date | None]
    """Arrival after an application from abroad (integreringsforskriften § 72)."""
    is_after_protection_application: Mapped[bool] = mapped_column(default=False)
    """§ 9 letter c: utlendingsloven § 38 counts only after an application for protection."""
    reference_ground: Mapped[PermitGround | None]
    """Letter f: the permit of the reference person."""
    reference_settled_on: Mapped[date | None]
    family_application_on: Mapped[date | None]
    previous_ground: Mapped[PermitGround | None]


class HouseholdPeriod(Base):
    """How the participant lives, from a day until the next period: decides the rate (§ 20)."""

    __tablename__ = "household_period"
    __table_args__ = (UniqueConstraint("participant_id", "first_day"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    first_day: Mapped[date]
    lives_with_parents: Mapped[bool] = mapped_column(default=False)
    has_partner: Mapped[bool] = mapped_column(default=False)
    is_partner_in_programme: Mapped[bool] = mapped_column(default=False)


class Child(Base):
    """A child whom the participant has the care of."""

    __tablename__ = "child"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    born_on: Mapped[date]
    is_chronically_ill: Mapped[bool] = mapped_column(default=False)
    """Chronically ill or disabled (integreringsforskriften § 6, § 7)."""
    cared_for_until: Mapped[date | None]
    """Last day of the care; None: it goes on. A child is never removed: absences may name it."""
