"""The mapping through a browser: part by part, nothing lost, nothing overwritten."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.actions import Action
from app.core.actor import Role
from app.enrolment.commands import RegisterMapping
from app.enrolment.mapping.contents import (
    Conversation,
    Education,
    Guidance,
    Job,
    Languages,
    LanguageSkill,
    Mapping,
    Schooling,
    Wishes,
    Work,
)
from app.enrolment.mapping.kinds import Fluency, MappingPart, Papers, SchoolLevel
from app.enrolment.mapping.models import MappingEntry, MappingEntryTouched
from app.enrolment.mapping.presenters import SLUGS
from app.enrolment.mapping.queries import find_mapping, list_entries
from app.enrolment.models import Participant
from app.enrolment.service import register_mapping
from app.extensions import db
from app.rules.plan import CefrLevel
from app.rules.programme import EducationLevel, EndGoal
from tests.integration.enrolment.conftest import Enrolled
from tests.support.client import Browser
from tests.support.odd_values import ODD_VALUES
from tests.support.world import DALHEIM, World

Saved = Callable[[UUID], Participant]
Known = Callable[[UUID], Mapping]
MAPPED = {"mapped_on": "2026-10-05", "education_level": "lower_secondary"}


def page(participant_id: UUID, part: MappingPart | None = None) -> str:
    return f"/deltakere/{participant_id}/kartlegging" + (f"/{SLUGS[part]}" if part else "")


@pytest.fixture
def known(world: World) -> Known:
    """Read what is known of a participant of Fjordvik."""

    def read(participant_id: UUID) -> Mapping:
        with world.app.app_context():
            return find_mapping(db.session, world.scope(), participant_id)

    return read


def test_the_conversation_is_saved_and_the_rules_facts_follow(
    browser: Browser, enrolled: Enrolled, saved: Saved, known: Known, events: Callable[..., Any]
) -> None:
    participant_id = enrolled()
    typed = {
        **MAPPED,
        "mapped_by": "host_municipality",
        "mapper_name": "Kari Nordmann",
        "interpreter_language": "ar",
        "country_background": "Syria",
        "gaps": "Vitnemålet er ikke kommet.",
    }
    answer = browser.submit(page(participant_id, MappingPart.CONVERSATION), typed)
    assert answer.location == page(participant_id)
    mapped = saved(participant_id)
    assert mapped.education_level is EducationLevel.LOWER_SECONDARY
    assert mapped.mapped_on == date(2026, 10, 5)
    assert known(participant_id).conversation.gaps == "Vitnemålet er ikke kommet."
    (changed,) = events(Action.PARTICIPANT_CHANGED)
    assert changed.details["fields"] == ["education_level", "mapped_on"]
    (kept,) = events(Action.MAPPING_SAVED)
    assert kept.details == {"part": "conversation", "version": 1}
    text = browser.get(f"/deltakere/{participant_id}").text
    assert "Fullført grunnskole" in text
    assert "Vitnemålet er ikke kommet." in text
    assert "Registrer karriereveiledning" in text


def test_guidance_that_is_missing_is_explained(
    browser: Browser, enrolled: Enrolled, saved: Saved
) -> None:
    participant_id = enrolled()
    browser.submit(page(participant_id, MappingPart.CONVERSATION), MAPPED)
    why = {"missing_reason": "Timen er 1. desember."}
    browser.submit(page(participant_id, MappingPart.GUIDANCE), why)
    assert saved(participant_id).guidance_missing_reason == "Timen er 1. desember."
    text = browser.get(f"/deltakere/{participant_id}").text
    assert "Timen er 1. desember." in text
    assert "Fatt vedtak innen 01.12.2026" in text
    given = {"guided_on": "2026-11-02", "recommended_goal": "work", "needs_recognition": "y"}
    browser.submit(page(participant_id, MappingPart.GUIDANCE), given)
    guided = saved(participant_id)
    assert (guided.guided_on, guided.guidance_missing_reason) == (date(2026, 11, 2), "")


@pytest.mark.parametrize(
    ("part", "typed", "message"),
    [
        (MappingPart.CONVERSATION, {}, "Skriv datoen kompetansen ble kartlagt"),
        (
            MappingPart.CONVERSATION,
            {"mapped_on": "2026-10-05"},
            "Velg utdanningsnivået som kartleggingen viste.",
        ),
        (
            MappingPart.CONVERSATION,
            {"mapped_on": "2026-11-21", "education_level": "none"},
            "Kartleggingen kan ikke være etter",
        ),
        (MappingPart.GUIDANCE, {}, "Skriv datoen for karriereveiledningen"),
        (MappingPart.GUIDANCE, {"guided_on": "2026-11-21"}, "Veiledningen kan ikke være etter"),
        (MappingPart.WISHES, {"work": "Baker"}, "Velg hvilket språk ordene er skrevet på."),
        (MappingPart.EDUCATION, {"schoolings-0-country": "Syria"}, "Skriv hva utdanningen var i."),
        (MappingPart.WORK, {"jobs-0-months": "721"}, "Skriv et tall fra 0 til 720."),
        (
            MappingPart.LANGUAGES,
            {
                f"skills-{row}-{name}": value
                for row in (0, 1)
                for name, value in (("language", "ar"), ("spoken", "well"), ("written", "well"))
            },
            "Samme språk står to ganger.",
        ),
    ],
)
def test_what_cannot_be_saved_is_told_and_kept_in_the_form(
    browser: Browser,
    enrolled: Enrolled,
    known: Known,
    part: MappingPart,
    typed: dict[str, str],
    message: str,
) -> None:
    participant_id = enrolled()
    text = browser.submit(page(participant_id, part), typed, status=200).text
    assert message in text
    for value in typed.values():
        assert f'value="{value}"' in text or f"{value}</textarea>" in text
    assert known(participant_id) == Mapping()


def test_lines_are_saved_and_empty_ones_are_not(
    browser: Browser, enrolled: Enrolled, known: Known
) -> None:
    participant_id = enrolled()
    browser.submit(
        page(participant_id, MappingPart.EDUCATION),
        {
            "schoolings-0-subject": "Sykepleie",
            "schoolings-0-level": "higher",
            "schoolings-0-years": "3",
            "schoolings-0-country": "Syria",
            "schoolings-0-is_completed": "y",
            "schoolings-0-papers": "lost",
            "schoolings-1-subject": "",
            "practical_competence": "Har pleiet familien.",
        },
    )
    browser.submit(
        page(participant_id, MappingPart.WORK),
        {"jobs-0-occupation": "Baker", "jobs-0-months": "60", "jobs-0-country": "Syria"},
    )
    browser.submit(
        page(participant_id, MappingPart.LANGUAGES),
        {
            "skills-0-language": "ar",
            "skills-0-spoken": "fluent",
            "skills-0-written": "well",
            "speaking": "A1",
            "needs_b2": "y",
        },
    )
    nurse = Schooling(
        "Sykepleie", SchoolLevel.HIGHER, 3, "Syria", is_completed=True, papers=Papers.LOST
    )
    mapping = known(participant_id)
    assert mapping.education == Education((nurse,), "Har pleiet familien.")
    assert mapping.work == Work((Job("Baker", 60, "Syria"),))
    arabic = LanguageSkill("ar", Fluency.FLUENT, Fluency.WELL)
    assert mapping.languages == Languages((arabic,), speaking=CefrLevel.A1, needs_b2=True)
    text = browser.get(page(participant_id)).text
    assert "60 måneder" in text
    assert "Har mistet vitnemål eller bevis" in text
    assert "3 av 8 deler er lagret." in text


def test_buttons_add_and_remove_lines_and_nothing_typed_is_lost(
    browser: Browser, enrolled: Enrolled, known: Known
) -> None:
    url = page(enrolled(), MappingPart.WORK)
    typed = browser.filled(url, {"jobs-0-occupation": "Baker", "other_competence": "Korleder"})
    more = browser.send(url, {**typed, "action": "add_line"}, status=200).text
    assert 'name="jobs-1-occupation"' in more
    assert 'value="Baker"' in more
    assert "Korleder" in more
    less = browser.send(url, {**typed, "action": "remove_line:jobs-0"}, status=200).text
    assert 'value="Baker"' not in less
    assert "Korleder" in less


def test_what_the_enrolment_told_is_not_asked_again(browser: Browser, enrolled: Enrolled) -> None:
    participant_id = enrolled(first_language="ti", interpreter_language="am")
    talk = browser.filled(page(participant_id, MappingPart.CONVERSATION))
    assert talk["interpreter_language"] == "am"
    spoken = browser.filled(page(participant_id, MappingPart.LANGUAGES))
    assert spoken["skills-0-language"] == "ti"


def test_the_page_takes_the_same_queries_however_long_the_history_is(
    browser: Browser, enrolled: Enrolled, count_queries: Callable[[], Any]
) -> None:
    participant_id = enrolled()
    browser.get(page(participant_id))
    with count_queries() as few:
        browser.get(page(participant_id))
    for part, typed in ((MappingPart.CONVERSATION, MAPPED), (MappingPart.WORK, {})):
        for number in range(4):
            named = {"jobs-0-occupation": f"Yrke {number}", "gaps": f"Mangel {number}"}
            browser.submit(page(participant_id, part), {**typed, **named})
    browser.get(page(participant_id))  # takes the messages
    with count_queries() as many:
        browser.get(page(participant_id))
    assert len(many) == len(few)


def test_saving_may_lead_to_the_next_part(browser: Browser, enrolled: Enrolled) -> None:
    participant_id = enrolled()
    answer = browser.submit(
        page(participant_id, MappingPart.WORK), {"jobs-0-occupation": "Baker", "action": "next"}
    )
    assert answer.location == page(participant_id, MappingPart.LANGUAGES)
    last = page(participant_id, MappingPart.PRE_SETTLEMENT)
    answer = browser.submit(last, {"norwegian_hours": "120", "action": "next"})
    assert answer.location == page(participant_id)


def test_a_new_mapping_never_overwrites_the_old_one(
    browser: Browser, enrolled: Enrolled, known: Known, world: World, app: Flask
) -> None:
    participant_id = enrolled()
    url = page(participant_id, MappingPart.WISHES)
    browser.submit(url, {"language": "nb", "work": "Kokk"})
    browser.submit(url, {"language": "nb", "work": "Baker"})
    assert known(participant_id).wishes == Wishes(language="nb", work="Baker")
    text = browser.get(f"{page(participant_id)}/tidligere").text
    assert text.index("Baker") < text.index("Kokk")
    assert text.count("Gjelder nå") == 1
    with app.app_context():
        old = list_entries(db.session, world.scope(), participant_id)[-1]
        assert old.content == Wishes(language="nb", work="Kokk")
        old.values = {}
        with pytest.raises(MappingEntryTouched):
            db.session.flush()


def test_an_unchanged_part_makes_no_version(
    browser: Browser, enrolled: Enrolled, events: Callable[..., Any]
) -> None:
    url = page(enrolled(), MappingPart.CONVERSATION)
    browser.submit(url, MAPPED)
    browser.submit(url)
    assert len(events(Action.MAPPING_SAVED)) == 1
    assert len(events(Action.PARTICIPANT_CHANGED)) == 1


def test_two_who_write_the_same_part_are_told_and_other_parts_are_not_disturbed(
    browser: Browser, enrolled: Enrolled, known: Known
) -> None:
    participant_id = enrolled()
    wishes, work = page(participant_id, MappingPart.WISHES), page(participant_id, MappingPart.WORK)
    stale = browser.filled(wishes, {"language": "nb", "work": "Kokk"})
    other = browser.filled(work, {"jobs-0-occupation": "Bonde"})
    browser.submit(wishes, {"language": "nb", "work": "Baker"})
    text = browser.send(wishes, stale, status=200).text
    assert "Andre har endret dette" in text
    assert "Baker" in text
    assert "Kokk" in text
    browser.send(work, other)
    mapping = known(participant_id)
    assert mapping.wishes.work == "Baker"
    assert mapping.work == Work((Job("Bonde"),))


@pytest.mark.parametrize("forged", ["", "x", "-1", "7", "99999999999999999999"])
def test_a_forged_version_saves_nothing(
    browser: Browser, enrolled: Enrolled, known: Known, forged: str
) -> None:
    participant_id = enrolled()
    url = page(participant_id, MappingPart.WISHES)
    browser.submit(url, {"language": "nb", "work": "Baker"})
    browser.submit(url, {"language": "nb", "work": "Kokk", "version": forged}, status=200)
    assert known(participant_id).wishes.work == "Baker"


@pytest.mark.parametrize("part", MappingPart)
def test_nothing_an_odd_browser_sends_breaks_a_part(
    browser: Browser, enrolled: Enrolled, part: MappingPart
) -> None:
    url = page(enrolled(), part)
    filled = browser.filled(url)
    names = [name for name in filled if name not in {"csrf_token", "submission_id"}]
    for value in ODD_VALUES:
        sent = {**filled, **dict.fromkeys(names, value)}
        encoded = {name: text.encode("utf-8", "surrogatepass") for name, text in sent.items()}
        assert browser.client.post(url, data=encoded).status_code in {200, 303}
    browser.get(url)


def test_names_of_hostile_shape_stay_in_their_place(browser: Browser, enrolled: Enrolled) -> None:
    participant_id = enrolled()
    browser.submit(
        page(participant_id, MappingPart.WORK),
        {"jobs-0-occupation": "<b>خباز</b> & sønn", "jobs-0-country": "سوريا"},
    )
    text = browser.get(page(participant_id)).text
    assert "&lt;b&gt;خباز&lt;/b&gt; &amp; sønn" in text
    assert '<bdi dir="rtl">سوريا</bdi>' in text


def test_the_neighbours_mapping_is_not_found(browser: Browser, enrolled: Enrolled) -> None:
    neighbour = enrolled(domain=DALHEIM)
    browser.get(page(neighbour), status=404)
    browser.get(f"{page(neighbour)}/tidligere", status=404)
    token = browser.csrf_token("/deltakere")
    for part in MappingPart:
        browser.get(page(neighbour, part), status=404)
        sent = {"csrf_token": token, "version": "0", "work": "Baker", "language": "nb", **MAPPED}
        assert browser.client.post(page(neighbour, part), data=sent).status_code == 404


def test_a_part_that_is_not_there_is_not_found(browser: Browser, enrolled: Enrolled) -> None:
    browser.get(f"{page(enrolled())}/helse", status=404)


def test_each_look_is_recorded(
    browser: Browser, enrolled: Enrolled, events: Callable[..., Any]
) -> None:
    participant_id = enrolled()
    browser.get(page(participant_id))
    browser.get(page(participant_id, MappingPart.WISHES))
    browser.get(f"{page(participant_id)}/tidligere")
    looks = events(Action.MAPPING_VIEWED)
    assert [look.participant_id for look in looks] == [participant_id] * 3


@pytest.mark.parametrize("role", [Role.TEACHER, Role.ADMINISTRATOR, Role.PARTICIPANT])
def test_only_case_staff_read_the_mapping(
    browser_for: Callable[..., Browser], enrolled: Enrolled, role: Role
) -> None:
    participant_id = enrolled()
    for url in (page(participant_id), page(participant_id, MappingPart.GUIDANCE)):
        browser_for(role).get(url, status=403)


def test_the_short_registration_keeps_the_rest_of_the_mapping(
    browser: Browser, enrolled: Enrolled, known: Known, world: World, app: Flask
) -> None:
    participant_id = enrolled()
    guided = {"guided_on": "2026-11-02", "recommended_goal": "work"}
    browser.submit(page(participant_id, MappingPart.GUIDANCE), guided)
    with app.app_context():
        row_version = db.session.get_one(Participant, participant_id).row_version
        command = RegisterMapping(
            participant_id=participant_id,
            row_version=row_version,
            education_level=EducationLevel.NONE,
            mapped_on=date(2026, 10, 5),
            mapping_missing_reason="",
            guided_on=date(2026, 11, 9),
            guidance_missing_reason="",
        )
        register_mapping(db.session, world.clock, world.actor(Role.CASEWORKER), command)
        db.session.commit()
        parts = db.session.scalars(
            select(MappingEntry.part).where(MappingEntry.participant_id == participant_id)
        ).all()
    mapping = known(participant_id)
    assert mapping.guidance == Guidance(date(2026, 11, 9), recommended_goal=EndGoal.WORK)
    assert mapping.conversation == Conversation(
        date(2026, 10, 5), education_level=EducationLevel.NONE
    )
    assert sorted(parts) == ["conversation", "guidance", "guidance"]
