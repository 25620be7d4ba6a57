"""The closed lists of the mapping."""

from enum import StrEnum


class MappingPart(StrEnum):
    """What is saved by itself, in the order in which the pages ask."""

    CONVERSATION = "conversation"
    EDUCATION = "education"
    WORK = "work"
    LANGUAGES = "languages"
    SKILLS = "skills"
    WISHES = "wishes"
    GUIDANCE = "guidance"
    PRE_SETTLEMENT = "pre_settlement"


class MappedBy(StrEnum):
    """Who had the duty to map (integreringsloven §§ 6 and 10)."""

    MUNICIPALITY = "municipality"
    HOST_MUNICIPALITY = "host_municipality"
    """Vertskommune for mottak, before settlement (§ 6 first paragraph)."""
    DIRECTORATE = "directorate"
    """IMDi, for resettlement refugees before they travel (§ 6 second paragraph)."""


class SchoolLevel(StrEnum):
    """What kind of education a line is about."""

    LOWER_SECONDARY = "lower_secondary"
    """Grunnskole, or what answers to it."""
    UPPER_SECONDARY = "upper_secondary"
    VOCATIONAL = "vocational"
    """Fag- eller yrkesutdanning."""
    HIGHER = "higher"
    """Fagskole, høyskole or university."""
    COURSE = "course"


class Papers(StrEnum):
    """Whether a diploma can be shown."""

    HELD = "held"
    OBTAINABLE = "obtainable"
    LOST = "lost"
    NONE = "none"


class Recognition(StrEnum):
    """Godkjenning of education from abroad."""

    NOT_SOUGHT = "not_sought"
    SOUGHT = "sought"
    RECOGNISED = "recognised"
    REFUSED = "refused"
    NOT_NEEDED = "not_needed"


class Fluency(StrEnum):
    """How well somebody speaks or writes a language that is not Norwegian."""

    NONE = "none"
    LITTLE = "little"
    WELL = "well"
    FLUENT = "fluent"


class DigitalSkill(StrEnum):
    """What somebody can do with a phone and a computer."""

    NONE = "none"
    PHONE = "phone"
    """Uses a phone, not a computer."""
    HELPED = "helped"
    """Uses a computer with help."""
    INDEPENDENT = "independent"


class CameFrom(StrEnum):
    """Where somebody lived before she was settled."""

    RECEPTION_CENTRE = "reception_centre"
    """Asylmottak."""
    RESETTLEMENT = "resettlement"
    """Overføringsflyktning: straight from abroad."""
    ELSEWHERE = "elsewhere"
    """In another municipality, with family, or on her own."""
