"""Kapittel 6 A: what is different for collective protection, and between which days.

Provision: integreringsloven §§ 37 b–37 d; FOR-2026-06-12-1077 § 1; integreringsforskriften § 43 h.
In force from: 2022-06-15, by three acts in turn; the last one ends on 1 July 2028.
In one sentence: mapping, guidance and Norwegian are a right and no duty, social studies falls
away, and mapping becomes a duty in a programme that started after 2 June 2023.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from app.rules.eligibility.permit import PermitFacts, PermitGround
from app.rules.law.grounds import Ground
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters.target_group_limits import MAPPING_DUTY_IN_PROGRAMME
from app.rules.parameters.training_limits import CHAPTER_6_A, CHAPTER_6_A_PERMITS_FROM


class Section34Rule(StrEnum):
    """Særregel for kollektiv beskyttelse (integreringsloven kapittel 6 A)."""

    NO_MAPPING_BEFORE_SETTLEMENT = "no_mapping_before_settlement"
    MAPPING_IS_A_RIGHT = "mapping_is_a_right"
    """Not a duty."""
    MAPPING_IS_A_DUTY_IN_THE_PROGRAMME = "mapping_is_a_duty_in_the_programme"
    GUIDANCE_IS_A_RIGHT = "guidance_is_a_right"
    """Not a duty."""
    NO_RECOMMENDATION_AFTER_GUIDANCE = "no_recommendation_after_guidance"
    NO_SOCIAL_STUDIES = "no_social_studies"
    NORWEGIAN_IS_A_RIGHT = "norwegian_is_a_right"
    """Not a duty; for one year from the start."""
    NO_DUTY_TO_BE_TESTED = "no_duty_to_be_tested"
    """A final test in Norwegian must still be offered free of charge."""


_PROVISIONS = {
    Section34Rule.NO_MAPPING_BEFORE_SETTLEMENT: INTEGRERINGSLOVEN.section("37 b", "(1)"),
    Section34Rule.MAPPING_IS_A_RIGHT: INTEGRERINGSLOVEN.section("37 b", "(2)"),
    Section34Rule.MAPPING_IS_A_DUTY_IN_THE_PROGRAMME: INTEGRERINGSLOVEN.section("37 b", "(2)"),
    Section34Rule.GUIDANCE_IS_A_RIGHT: INTEGRERINGSLOVEN.section("37 b", "(3)"),
    Section34Rule.NO_RECOMMENDATION_AFTER_GUIDANCE: INTEGRERINGSLOVEN.section("37 b", "(3)"),
    Section34Rule.NO_SOCIAL_STUDIES: INTEGRERINGSLOVEN.section("37 c"),
    Section34Rule.NORWEGIAN_IS_A_RIGHT: INTEGRERINGSLOVEN.section("37 d", "(1)"),
    Section34Rule.NO_DUTY_TO_BE_TESTED: INTEGRERINGSLOVEN.section("37 d", "(2)"),
}


def is_under_chapter_6_a(ground: PermitGround, on: date, granted_on: date | None = None) -> bool:
    """Whether the chapter applies on a day; without `granted_on`: to a permit it reaches."""
    if ground is not PermitGround.COLLECTIVE_PROTECTION or not CHAPTER_6_A.on(on):
        return False
    return granted_on is None or granted_on >= CHAPTER_6_A_PERMITS_FROM.on(on)


def chapter_6_a_ends_before(ground: PermitGround, first_day: date, last_day: date | None) -> bool:
    """Whether the chapter applies when something begins, and no longer when it ends."""
    if last_day is None or not is_under_chapter_6_a(ground, first_day):
        return False
    return not is_under_chapter_6_a(ground, last_day)


def section_34_rules(
    permit: PermitFacts, on: date, programme_started_on: date | None
) -> tuple[Ground[Section34Rule], ...]:
    """Return what the chapter changes for a permit on a day; nothing for other permits."""
    if not is_under_chapter_6_a(permit.ground, on, permit.granted_on):
        return ()
    return tuple(Ground(rule, _PROVISIONS[rule]) for rule in _rules(programme_started_on))


def _rules(programme_started_on: date | None) -> Iterator[Section34Rule]:
    is_duty = programme_started_on is not None and MAPPING_DUTY_IN_PROGRAMME.on(
        programme_started_on
    )
    does_not_apply = (
        Section34Rule.MAPPING_IS_A_RIGHT
        if is_duty
        else Section34Rule.MAPPING_IS_A_DUTY_IN_THE_PROGRAMME
    )
    return (rule for rule in Section34Rule if rule is not does_not_apply)
