"""What the closed lists of the mapping are called, and why something is refused, in sentences."""

from typing import assert_never

from app.enrolment.mapping.errors import MappingRefusal
from app.enrolment.mapping.kinds import (
    CameFrom,
    DigitalSkill,
    Fluency,
    MappedBy,
    MappingPart,
    Papers,
    Recognition,
    SchoolLevel,
)
from app.i18n.text import gettext as _
from app.i18n.text import pgettext
from app.rules.programme import EndGoal


def part_text(part: MappingPart) -> str:
    """Return what a part is called."""
    match part:
        case MappingPart.CONVERSATION:
            return _("Samtalen")
        case MappingPart.EDUCATION:
            return _("Utdanning")
        case MappingPart.WORK:
            return _("Arbeidserfaring")
        case MappingPart.LANGUAGES:
            return pgettext("kartlegging", "Språk")
        case MappingPart.SKILLS:
            return _("Digitale ferdigheter, førerkort og kursbevis")
        case MappingPart.WISHES:
            return _("Interesser og ønsker")
        case MappingPart.GUIDANCE:
            return _("Karriereveiledning")
        case MappingPart.PRE_SETTLEMENT:
            return _("Før bosettingen")
        case _:
            assert_never(part)


def lead_text(part: MappingPart) -> str:
    """Return what to write in a part, in a sentence or two."""
    match part:
        case MappingPart.CONVERSATION:
            return _(
                "Når og hvordan kompetansen ble kartlagt. Er det ikke gjort, skriver du hvorfor."
            )
        case MappingPart.EDUCATION:
            return _("Utdanning fra Norge og andre land, også den som ikke ble fullført.")
        case MappingPart.WORK:
            return _("Alt arbeid teller: lønnet, ulønnet, eget firma og arbeid hjemme.")
        case MappingPart.LANGUAGES:
            return _("Språkene deltakeren kan, og hvor langt deltakeren er kommet i norsk.")
        case MappingPart.SKILLS:
            return _("Det deltakeren kan bruke i arbeid, på kurs og på skolen.")
        case MappingPart.WISHES:
            return _("Skriv deltakerens egne ord. Planen kan begynne med dem.")
        case MappingPart.GUIDANCE:
            return _(
                "Det fylkeskommunen kom fram til sammen med deltakeren. "
                "Er veiledningen ikke gitt, skriver du hvorfor."
            )
        case MappingPart.PRE_SETTLEMENT:
            return _("Det deltakeren har gjort før bosettingen, skal planen bygge videre på.")
        case _:
            assert_never(part)


def mapped_by_text(mapped_by: MappedBy) -> str:
    """Return who mapped."""
    match mapped_by:
        case MappedBy.MUNICIPALITY:
            return _("Kommunen der deltakeren er bosatt")
        case MappedBy.HOST_MUNICIPALITY:
            return _("Vertskommunen for mottaket")
        case MappedBy.DIRECTORATE:
            return _("IMDi, før innreisen")
        case _:
            assert_never(mapped_by)


def school_level_text(level: SchoolLevel) -> str:
    """Return the kind of education."""
    match level:
        case SchoolLevel.LOWER_SECONDARY:
            return _("Grunnskole")
        case SchoolLevel.UPPER_SECONDARY:
            return _("Videregående skole")
        case SchoolLevel.VOCATIONAL:
            return _("Fag- eller yrkesutdanning")
        case SchoolLevel.HIGHER:
            return _("Fagskole, høyskole eller universitet")
        case SchoolLevel.COURSE:
            return _("Kurs")
        case _:
            assert_never(level)


def papers_text(papers: Papers) -> str:
    """Return whether there are papers."""
    match papers:
        case Papers.HELD:
            return _("Har vitnemål eller bevis")
        case Papers.OBTAINABLE:
            return _("Kan skaffe vitnemål eller bevis")
        case Papers.LOST:
            return _("Har mistet vitnemål eller bevis")
        case Papers.NONE:
            return _("Har aldri fått vitnemål eller bevis")
        case _:
            assert_never(papers)


def recognition_text(recognition: Recognition) -> str:
    """Return how far the recognition has come."""
    match recognition:
        case Recognition.NOT_SOUGHT:
            return _("Har ikke søkt om godkjenning")
        case Recognition.SOUGHT:
            return _("Har søkt om godkjenning")
        case Recognition.RECOGNISED:
            return _("Utdanningen er godkjent")
        case Recognition.REFUSED:
            return _("Utdanningen ble ikke godkjent")
        case Recognition.NOT_NEEDED:
            return _("Trenger ikke godkjenning")
        case _:
            assert_never(recognition)


def fluency_text(fluency: Fluency) -> str:
    """Return how well a language is spoken or written."""
    match fluency:
        case Fluency.NONE:
            return _("Ikke")
        case Fluency.LITTLE:
            return _("Litt")
        case Fluency.WELL:
            return _("Godt")
        case Fluency.FLUENT:
            return _("Flytende")
        case _:
            assert_never(fluency)


def digital_text(digital: DigitalSkill) -> str:
    """Return what somebody can do with a phone and a computer."""
    match digital:
        case DigitalSkill.NONE:
            return _("Bruker verken telefon eller datamaskin")
        case DigitalSkill.PHONE:
            return _("Bruker telefon, men ikke datamaskin")
        case DigitalSkill.HELPED:
            return _("Bruker datamaskin med hjelp")
        case DigitalSkill.INDEPENDENT:
            return _("Bruker datamaskin på egen hånd")
        case _:
            assert_never(digital)


def came_from_text(came_from: CameFrom) -> str:
    """Return where somebody lived before she was settled."""
    match came_from:
        case CameFrom.RECEPTION_CENTRE:
            return _("Asylmottak")
        case CameFrom.RESETTLEMENT:
            return _("Utlandet, som overføringsflyktning")
        case CameFrom.ELSEWHERE:
            return _("Et annet sted")
        case _:
            assert_never(came_from)


def end_goal_text(end_goal: EndGoal) -> str:
    """Return an end goal of the programme in words."""
    match end_goal:
        case EndGoal.WORK:
            return _("Arbeid")
        case EndGoal.HIGHER_EDUCATION_PREPARATION:
            return _("Forberedelse til utdanning over videregående nivå")
        case EndGoal.VOCATIONAL_REQUALIFICATION:
            return _("Yrkesfaglig rekvalifisering")
        case EndGoal.UPPER_SECONDARY_COMPLETED:
            return _("Fullført videregående opplæring")
        case EndGoal.UPPER_SECONDARY_PART:
            return _("Deler av videregående opplæring")
        case EndGoal.VOCATIONAL_TRAINING_COMPLETED:
            return _("Fullført fag- og yrkesopplæring")
        case _:
            assert_never(end_goal)


def refusal_text(reason: MappingRefusal) -> tuple[str, str | None]:
    """Return what to tell, and the name of the field that it concerns, or None."""
    match reason:
        case MappingRefusal.MAPPING_UNEXPLAINED:
            sentence = _("Skriv datoen kompetansen ble kartlagt, eller hvorfor det ikke er gjort.")
            return sentence, "mapped_on"
        case MappingRefusal.MAPPED_IN_THE_FUTURE:
            return _("Kartleggingen kan ikke være etter dagen i dag."), "mapped_on"
        case MappingRefusal.EDUCATION_LEVEL_MISSING:
            return _("Velg utdanningsnivået som kartleggingen viste."), "education_level"
        case MappingRefusal.GUIDANCE_UNEXPLAINED:
            sentence = _("Skriv datoen for karriereveiledningen, eller hvorfor den ikke er gitt.")
            return sentence, "guided_on"
        case MappingRefusal.GUIDED_IN_THE_FUTURE:
            return _("Veiledningen kan ikke være etter dagen i dag."), "guided_on"
        case MappingRefusal.LANGUAGE_TWICE:
            return _("Samme språk står to ganger. Ta bort den ene linjen."), None
        case MappingRefusal.WISHES_WITHOUT_LANGUAGE:
            return _("Velg hvilket språk ordene er skrevet på."), "language"
        case _:
            assert_never(reason)
