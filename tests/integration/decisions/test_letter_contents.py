"""What a letter must say, asserted of letters that the portal wrote (forvaltningsloven § 27)."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from app.accounts.models import LanguageForm
from app.accounts.queries import get_municipality
from app.core.actor import Role
from app.core.clock import today
from app.decisions import service
from app.decisions.commands import ChangeDraft, DraftDetails
from app.decisions.content import Letter
from app.decisions.letter_view import parts_of, summary_of, title_of
from app.decisions.models import AdministrativeDecision
from app.decisions.queries import get_file
from app.decisions.service.reading import draft_letter, get_decision_case
from app.decisions.states import DecisionKind
from app.enrolment.models import AddressProtection
from app.extensions import db
from app.rules.law import InstallationDates
from tests.support.builders import enrol, fix_plan
from tests.support.decisions import REASONS, begin, change_essentially, issue, place_of
from tests.support.world import World

pytestmark = [
    pytest.mark.usefixtures("app_context"),
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

Enrol = Callable[..., UUID]


@pytest.fixture
def enrolled(world: World, app_context: None) -> Enrol:
    """Return what enrols somebody and fixes a plan for her."""

    def make(**changes: object) -> UUID:
        actor = world.actor(Role.CASEWORKER)
        participant = enrol(db.session, world.clock, actor, **changes)
        fix_plan(db.session, world.clock, actor, participant)
        return participant.id

    return make


def letter_of(world: World, decision: AdministrativeDecision) -> Letter:
    actor = world.actor(Role.CASEWORKER)
    case = get_decision_case(db.session, actor.scope, decision.participant_id)
    file = get_file(db.session, actor.scope, decision.participant_id, decision.id)
    return draft_letter(db.session, actor, InstallationDates(), case, file, today(world.clock))


def written(world: World, who: UUID, form: LanguageForm = LanguageForm.NB) -> Letter:
    """Return the letter of a draft with reasons."""
    actor = world.actor(Role.CASEWORKER)
    draft = begin(db.session, world, actor, who)
    details = DraftDetails(form, draft.summary_language, None, REASONS)
    command = ChangeDraft(place_of(draft), details)
    return letter_of(world, service.change_draft(db.session, world.clock, actor, command))


def part(letter: Letter, key: str) -> str:
    """Return everything that stands under a heading."""
    (found,) = [each for each in parts_of(letter) if each.key == key]
    sentences = [sentence for block in found.blocks for sentence in block.sentences]
    return " ".join(" ".join([str(each.text.striptags()), *each.quote]) for each in sentences)


def test_what_is_decided_stands_first_with_programme_goals_and_elements(
    world: World, enrolled: Enrol
) -> None:
    who = enrolled()
    letter = written(world, who)
    assert title_of(letter) == "Vedtak om introduksjonsprogram og integreringsplan"
    assert next(iter(parts_of(letter))).key == "decided"
    decided = part(letter, "decided")
    assert "14.09.2026" in decided
    assert "hele året og på full tid" in decided
    assert "integreringsplanen din, versjon 1" in decided
    assert "600 timer opplæring i norsk og 75 timer i samfunnskunnskap" in decided
    scope = world.actor(Role.CASEWORKER).scope
    plan = get_decision_case(db.session, scope, who).plans.current
    assert plan is not None
    items = [each for each in letter.content.parts[0].statements if each.key == "shared.element"]
    assert len(items) == len(plan.elements)


@pytest.mark.parametrize("form", list(LanguageForm))
def test_legal_basis_is_cited(world: World, enrolled: Enrol, form: LanguageForm) -> None:
    rules = part(written(world, enrolled(), form), "rules")
    for citation in (
        "Integreringsloven § 8 første ledd",
        "Integreringsloven § 12",
        "Integreringsloven § 13",
        "Integreringsloven § 14 a",
        "Integreringsloven § 15",
        "Integreringsloven § 46 andre ledd bokstav a og c",
        "Forvaltningsloven § 25",
        "Forvaltningsloven § 27",
        "Forvaltningsloven § 29 første ledd",
    ):
        assert citation in rules


def test_facts_are_those_of_the_case(world: World, enrolled: Enrol) -> None:
    facts = part(written(world, enrolled()), "facts")
    for said in (
        "Du ble bosatt i Fjordvik kommune",
        "Du fikk oppholdstillatelse",
        "Vi kartla kompetansen din",
        "Du har fullført videregående opplæring eller mer.",
        "Du har ikke sagt om du er enig i planen.",
    ):
        assert said in facts


def test_reasons_are_those_of_the_law_of_the_plan_and_of_the_caseworker(
    world: World, enrolled: Enrol
) -> None:
    reasons = part(written(world, enrolled()), "reasons")
    assert "rett og plikt til å delta" in reasons
    assert "Praksis gir erfaring og daglig trening i muntlig norsk." in reasons
    assert REASONS in reasons


@pytest.mark.parametrize(
    ("form", "sentences"),
    [
        (
            LanguageForm.NB,
            {
                "the right": ("appeal", "kan du klage"),
                "the time limit": ("appeal", "tre uker fra dagen du fikk dette brevet"),
                "who decides": ("appeal", "avgjør statsforvalteren klagen"),
                "to whom": ("appeal", "send klagen til Fjordvik kommune"),
                "postponement": ("appeal", "be om at vi venter til klagen er avgjort"),
                "access": ("help", "rett til å se dokumentene i saken din"),
                "guidance": ("help", "hjelper deg å skrive en klage"),
            },
        ),
        (
            LanguageForm.NN,
            {
                "the right": ("appeal", "kan du klage"),
                "the time limit": ("appeal", "tre veker frå dagen du fekk dette brevet"),
                "who decides": ("appeal", "avgjer statsforvaltaren klaga"),
                "to whom": ("appeal", "Fjordvik kommune"),
                "access": ("help", "rett til å sjå dokumenta i saka di"),
            },
        ),
    ],
    ids=["bokmål", "nynorsk"],
)
def test_the_participant_is_told_how_to_appeal_and_what_she_may_see(
    world: World, enrolled: Enrol, form: LanguageForm, sentences: dict[str, tuple[str, str]]
) -> None:
    letter = written(world, enrolled(), form)
    missing = {what for what, (key, said) in sentences.items() if said not in part(letter, key)}
    assert missing == set()


def test_the_summary_is_in_the_language_that_she_reads(world: World, enrolled: Enrol) -> None:
    summary = summary_of(written(world, enrolled()))
    assert summary is not None
    assert (summary.language, summary.direction) == ("ar", "rtl")
    assert len(summary.notes) == 2, "what it is, and that nobody has checked it"
    assert summary_of(written(world, enrolled(reading_language="nn"))) is None


def test_who_reads_nynorsk_gets_her_letter_in_it(world: World, enrolled: Enrol) -> None:
    who = enrolled(reading_language="nn")
    assert begin(db.session, world, world.actor(Role.CASEWORKER), who).form is LanguageForm.NN
    municipality = get_municipality(db.session, world.actor(Role.CASEWORKER).scope)
    other = enrolled()
    draft = begin(db.session, world, world.actor(Role.CASEWORKER), other)
    assert draft.form is municipality.language_form


def test_a_protected_address_stands_in_no_letter(world: World, enrolled: Enrol) -> None:
    address = "Strandgata 12, 9876 Fjordvik"
    known = written(world, enrolled(address=address))
    hidden = written(
        world, enrolled(address=address, address_protection=AddressProtection.CONFIDENTIAL)
    )
    assert known.content.address == address
    assert hidden.content.address == ""


def test_an_essential_change_says_what_changed_and_why_it_is_a_decision(
    world: World, enrolled: Enrol
) -> None:
    who, actor = enrolled(), world.actor(Role.CASEWORKER)
    issue(db.session, world, actor, begin(db.session, world, actor, who))
    change_essentially(db.session, world, actor, who)
    letter = letter_of(world, begin(db.session, world, actor, who, DecisionKind.ESSENTIAL_CHANGE))
    assert title_of(letter) == "Vedtak om endring av integreringsplanen"
    decided = part(letter, "decided")
    assert "Fra 20.11.2026 gjelder versjon 2. Den kommer i stedet for versjon 1." in decided
    assert "Den forrige planen, versjon 1" in part(letter, "facts")
    assert "et eget vedtak, som du kan klage på" in part(letter, "reasons")
    assert "Integreringsloven § 46 andre ledd bokstav c" in part(letter, "rules")
    assert "bokstav a" not in part(letter, "rules")
    assert "tre uker" in part(letter, "appeal")
    assert letter.content.decided_on == date(2026, 11, 20)
