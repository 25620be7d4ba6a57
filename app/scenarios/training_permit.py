"""Reader for the permit of the kind `norwegian_training`: § 9 and the work permits of § 28."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.eligibility import PermitFacts, PermitGround
from app.rules.training import Section28Permit
from app.scenarios.fields import Fields


class TrainingPermitCode(StrEnum):
    """What `ground` may hold: the codes of `PermitGround`, and two permits for workers."""

    ASYLUM = "28"
    RESETTLEMENT = "35_3"
    HUMANITARIAN = "38_1"
    UNDOCUMENTED_IDENTITY_A = "38_5_a"
    UNDOCUMENTED_IDENTITY_B = "38_5_b"
    COLLECTIVE_PROTECTION = "34"
    FAMILY = "family"
    OWN_GROUND_AFTER_RELATIONSHIP = "53_1_b"
    OWN_GROUND_SECOND_PARAGRAPH = "53_2"
    OWN_GROUND_THIRD_PARAGRAPH = "53_3"
    OTHER = "other"
    SKILLED_WORKER = "23"
    OTHER_WORKER = "25"


_WORK = {
    TrainingPermitCode.SKILLED_WORKER: Section28Permit.SKILLED_WORKER,
    TrainingPermitCode.OTHER_WORKER: Section28Permit.OTHER_WORKER,
}


@dataclass(frozen=True, slots=True)
class TrainingPermit:
    """A permit as chapter 6 asks about it."""

    permit: PermitFacts
    section_28_permit: Section28Permit | None
    leads_to_permanent_residence: bool | None
    first_renewed_on: date | None


def read_training_permit(fields: Fields) -> TrainingPermit:
    """Read `permit`."""
    code = fields.choice("ground", TrainingPermitCode)
    reference = fields.fields_or_empty("reference_person")
    reference_code = _code_or_none(reference, "ground")
    previous_code = _code_or_none(fields, "previous_ground")
    read = TrainingPermit(
        permit=PermitFacts(
            ground=_ground(code),
            granted_on=fields.day("granted_on"),
            is_after_protection_application=fields.flag(
                "after_protection_application", default=False
            ),
            reference_ground=_ground(reference_code) if reference_code else None,
            reference_settled_on=reference.day_or_none("settled_on"),
            family_application_on=fields.day_or_none("family_application_on"),
            previous_ground=_ground(previous_code) if previous_code else None,
            arrived_on=fields.day_or_none("arrived_on"),
            is_reference_permanent=reference.flag("permanent", default=False),
            had_programme_decision=_flag_or_none(fields, "had_programme_decision"),
        ),
        section_28_permit=_section_28(code, reference_code),
        leads_to_permanent_residence=_flag_or_none(fields, "leads_to_permanent_residence"),
        first_renewed_on=fields.day_or_none("first_renewed_on"),
    )
    reference.close()
    fields.close()
    return read


def _ground(code: TrainingPermitCode) -> PermitGround:
    return PermitGround.OTHER if code in _WORK else PermitGround(code.value)


def _section_28(
    code: TrainingPermitCode, reference_code: TrainingPermitCode | None
) -> Section28Permit | None:
    if code is TrainingPermitCode.FAMILY and reference_code in _WORK:
        return Section28Permit.FAMILY_OF_WORKER
    return _WORK.get(code)


def _code_or_none(fields: Fields, key: str) -> TrainingPermitCode | None:
    return fields.choice(key, TrainingPermitCode) if fields.has(key) else None


def _flag_or_none(fields: Fields, key: str) -> bool | None:
    return fields.flag(key) if fields.has(key) else None
