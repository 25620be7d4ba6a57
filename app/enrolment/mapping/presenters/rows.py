"""The values of each part as rows of term and value; only what was registered has a row."""

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from markupsafe import escape

from app.enrolment.mapping import wording
from app.enrolment.mapping.contents import (
    Content,
    Conversation,
    Education,
    Guidance,
    Job,
    Languages,
    LanguageSkill,
    Mapping,
    PreSettlement,
    Schooling,
    Skills,
    Wishes,
    Work,
)
from app.enrolment.presenters.fields import Row
from app.enrolment.wording import education_text
from app.i18n import format as fmt
from app.i18n.bidi import isolate
from app.i18n.spoken import language_name
from app.i18n.text import gettext as _
from app.i18n.text import ngettext


def rows_of(content: Content) -> tuple[Row, ...]:
    """Return what was registered in a part."""
    match content:
        case Conversation():
            rows = _conversation(content)
        case Education():
            rows = _education(content)
        case Work():
            rows = _work(content)
        case Languages():
            rows = _languages(content)
        case Skills():
            rows = _skills(content)
        case Wishes():
            rows = _wishes(content)
        case Guidance():
            rows = _guidance(content)
        case PreSettlement():
            rows = _pre_settlement(content)
        case _:
            assert_never(content)
    return tuple(row for row in rows if row.value)


def summary_rows(mapping: Mapping) -> tuple[Row, ...]:
    """Return what the overview of a participant says about the mapping, beside its dates."""
    jobs, schoolings = mapping.work.jobs, mapping.education.schoolings
    rows = (
        Row(_("Utdanning"), _listed([isolate(each.subject) for each in schoolings])),
        Row(_("Arbeidserfaring"), _listed([isolate(each.occupation) for each in jobs])),
        _text(_("Ønsker for arbeid"), mapping.wishes.work),
        _text(_("Hva som ikke kunne kartlegges, og hvorfor"), mapping.conversation.gaps),
    )
    return tuple(row for row in rows if row.value)


def _text(term: str, text: str) -> Row:
    return Row(term, isolate(text) if text else "")


def _day(term: str, day: date | None) -> Row:
    return Row(term, isolate(fmt.short_date(day)) if day else "")


def _yes(term: str, *, is_so: bool) -> Row:
    return Row(term, _("Ja") if is_so else "")


def _language(term: str, code: str) -> Row:
    return Row(term, language_name(code) if code else "")


def _conversation(said: Conversation) -> Iterator[Row]:
    level = said.education_level
    yield _day(_("Kompetansen ble kartlagt"), said.mapped_on)
    yield _text(_("Hvorfor kompetansen ikke er kartlagt"), said.missing_reason)
    yield Row(_("Utdanningsnivå"), education_text(level) if level else "")
    mapped_by = said.mapped_by
    yield Row(_("Hvem kartla kompetansen?"), wording.mapped_by_text(mapped_by) if mapped_by else "")
    yield _text(_("Navnet på den som kartla"), said.mapper_name)
    yield _language(_("Språket det ble tolket til"), said.interpreter_language)
    yield _text(_("Landbakgrunn"), said.country_background)
    yield _text(_("Hva som ikke kunne kartlegges, og hvorfor"), said.gaps)


def _education(known: Education) -> Iterator[Row]:
    for schooling in known.schoolings:
        yield Row(isolate(schooling.subject), _schooling(schooling))
    yield _text(_("Realkompetanse"), known.practical_competence)


def _schooling(schooling: Schooling) -> str:
    completed = _("Fullført") if schooling.is_completed else _("Ikke fullført")
    facts = [wording.school_level_text(schooling.level), completed]
    if schooling.years:
        facts.append(ngettext("%(num)s år", "%(num)s år", schooling.years))
    if schooling.country:
        facts.append(isolate(schooling.country))
    if schooling.papers:
        facts.append(wording.papers_text(schooling.papers))
    if schooling.recognition:
        facts.append(wording.recognition_text(schooling.recognition))
    return _listed(facts)


def _work(known: Work) -> Iterator[Row]:
    for job in known.jobs:
        yield Row(isolate(job.occupation), _job(job))
    yield _text(_("Annen kompetanse"), known.other_competence)


def _job(job: Job) -> str:
    facts = []
    if job.months:
        facts.append(ngettext("%(num)s måned", "%(num)s måneder", job.months))
    facts += [isolate(fact) for fact in (job.country, job.tasks) if fact]
    return _listed(facts) if facts else _("Ikke registrert")


def _languages(known: Languages) -> Iterator[Row]:
    for skill in known.skills:
        yield Row(language_name(skill.language), _language_skill(skill))
    levels = (
        (_("Norsk nå: lytte"), known.listening),
        (_("Norsk nå: lese"), known.reading),
        (_("Norsk nå: skrive"), known.writing),
        (_("Norsk nå: snakke"), known.speaking),
    )
    for term, level in levels:
        yield Row(term, isolate(level.value) if level else "")
    yield _text(_("Hvordan norsknivået er funnet"), known.norwegian_source)
    yield _yes(_("Deltakeren må kunne vise nivå B2 i alle ferdigheter"), is_so=known.needs_b2)


def _language_skill(skill: LanguageSkill) -> str:
    return _(
        "Snakker: %(spoken)s. Leser og skriver: %(written)s.",
        spoken=wording.fluency_text(skill.spoken),
        written=wording.fluency_text(skill.written),
    )


def _skills(known: Skills) -> Iterator[Row]:
    digital = known.digital
    yield Row(_("Digitale ferdigheter"), wording.digital_text(digital) if digital else "")
    yield _text(_("Mer om digitale ferdigheter"), known.digital_note)
    yield _text(_("Førerkort, klasser"), known.driving_licence)
    yield _text(_("Landet førerkortet er fra"), known.licence_country)
    yield _yes(_("Førerkortet gjelder i Norge"), is_so=known.is_licence_valid_in_norway)
    yield _text(_("Andre sertifikater og kursbevis"), known.certificates)


def _wishes(said: Wishes) -> Iterator[Row]:
    yield _language(_("Språket ordene er skrevet på"), said.language)
    yield _text(_("Langsiktige mål"), said.long_term)
    yield _text(_("Ønsker for arbeid"), said.work)
    yield _text(_("Ønsker for utdanning"), said.education)
    yield _text(_("Interesser"), said.interests)


def _guidance(given: Guidance) -> Iterator[Row]:
    goal = given.recommended_goal
    yield _day(_("Karriereveiledning ble gitt"), given.guided_on)
    yield _text(_("Hvorfor det ikke er gitt karriereveiledning"), given.missing_reason)
    yield _text(_("Hvem ga veiledningen?"), given.provider)
    yield Row(_("Sluttmålet fylkeskommunen anbefaler"), wording.end_goal_text(goal) if goal else "")
    yield _text(_("Anbefalingen"), given.recommendation)
    yield _text(_("Muligheter i arbeid og utdanning"), given.possibilities)
    yield _yes(_("Trenger godkjenning av utdanning"), is_so=given.needs_recognition)
    yield _yes(_("Trenger autorisasjon"), is_so=given.needs_authorisation)
    yield _yes(_("Trenger kompletterende utdanning"), is_so=given.needs_supplementary_education)
    yield _yes(_("Trenger realkompetansevurdering"), is_so=given.needs_competence_validation)
    yield _text(_("Hindringer for kurs, arbeid eller utdanning"), given.obstacles)
    yield _text(_("Hvor dokumentet ligger"), given.document_reference)


def _pre_settlement(done: PreSettlement) -> Iterator[Row]:
    came_from = done.came_from
    yield Row(
        _("Hvor bodde deltakeren før bosettingen?"),
        wording.came_from_text(came_from) if came_from else "",
    )
    yield _text(_("Navnet på mottaket eller stedet"), done.place)
    yield _text(_("Timer norsk i mottak"), str(done.norwegian_hours or ""))
    yield _text(_("Timer samfunnskunnskap i mottak"), str(done.social_studies_hours or ""))
    yield _language(_("Språket samfunnskunnskapen ble gitt på"), done.social_studies_language)
    yield _yes(_("Har deltatt på kurs i livsmestring"), is_so=done.has_life_skills)
    yield _yes(_("Har fått foreldreveiledning"), is_so=done.has_parental_guidance)
    yield _text(_("Andre kurs og tiltak"), done.courses)
    yield _text(_("Bevis og resultater"), done.certificates)
    yield _text(_("Hvor dokumentasjonen ligger"), done.document_reference)


def _listed(facts: list[str]) -> str:
    """Return facts as one value: the words escaped, the shielded ones as they are."""
    return escape(" · ").join(facts)
