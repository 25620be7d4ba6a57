"""Stops and withdrawn self-certification from notice to effect, through the services."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.accounts.models import LanguageForm
from app.attendance.restrictions.errors import CannotRestrict, RestrictionRefusal
from app.attendance.restrictions.kinds import RestrictionKind
from app.attendance.restrictions.models import Restriction, RestrictionTouched
from app.attendance.restrictions.service import let_stand, lift
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.core.errors import NotFound
from app.decisions.errors import CannotIssueDecision, IssueRefusal
from app.decisions.interventions.commands import InterventionContent
from app.decisions.interventions.effect import follow_complaints
from app.decisions.interventions.errors import (
    CannotConsider,
    CannotImpose,
    ConsiderRefusal,
    ImposeRefusal,
)
from app.decisions.interventions.kinds import Cause
from app.decisions.interventions.models import InterventionTouched
from app.decisions.interventions.queries import restrictions_of_decision
from app.decisions.letter_view import title_of
from app.decisions.notices import service as notices
from app.decisions.notices.kinds import NoticeStage
from app.decisions.notices.queries import get_notice, list_open_notices
from app.decisions.service import issue_decision
from app.decisions.service.reading import get_decision_case, read_letter
from app.decisions.sheet import render_letter_html
from app.decisions.states import DecisionKind
from app.enrolment.queries import Part, get_participant
from app.extensions import db
from app.plans.queries import find_programme
from app.rules.law import InstallationDates
from tests.support.decisions import place_of
from tests.support.interventions import (
    FIRST,
    LAST,
    REASONS,
    WORDS,
    begin,
    consider,
    content,
    impose,
    notify,
    termination,
    withdraw_self_certification,
)
from tests.support.letters import LETTER_CODE
from tests.support.notices import answer_notice, issue_notice, send_notice
from tests.support.own_case import OwnCase, build_own_case
from tests.support.world import DALHEIM, World

pytestmark = pytest.mark.usefixtures("app_context")
ON = date(2026, 11, 20)


@pytest.fixture
def own(world: World, app_context: None) -> OwnCase:
    """Somebody whose programme runs."""
    return build_own_case(db.session, world)


def test_a_stop_begins_with_a_notice_that_says_what_is_considered(
    world: World, own: OwnCase
) -> None:
    actor = world.actor(Role.CASEWORKER)
    notice = consider(db.session, world.clock, actor, own.participant_id)
    file = get_notice(db.session, actor.scope, own.participant_id, notice.id)
    assert file.intervention is not None
    assert (file.intervention.first_day, file.intervention.last_day) == (FIRST, LAST)
    assert file.stage(ON) is NoticeStage.DRAFT
    assert [each.notice.id for each in list_open_notices(db.session, actor.scope)] == [notice.id]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"last_day": None}, ConsiderRefusal.LAST_DAY_MISSING),
        ({"last_day": FIRST - timedelta(days=1)}, ConsiderRefusal.LAST_DAY_BEFORE_FIRST),
        ({"kind": RestrictionKind.TERMINATION}, ConsiderRefusal.LAST_DAY_TOO_MANY),
        ({"first_day": date(2026, 12, 8)}, ConsiderRefusal.BEFORE_REPLY),
        ({"cause": Cause.DOUBT}, ConsiderRefusal.WRONG_CAUSE),
        (
            {"kind": RestrictionKind.NO_ILLNESS_BENEFIT, "last_day": None},
            ConsiderRefusal.WRONG_CAUSE,
        ),
        ({"cause": Cause.LONG_ILLNESS}, ConsiderRefusal.WRONG_CAUSE),
        ({"cause": Cause.COVERED_FACE}, ConsiderRefusal.NOT_WARNED),
        (
            {
                "kind": RestrictionKind.TERMINATION,
                "last_day": None,
                "cause": Cause.COVERED_FACE,
                "warned_on": date(2026, 11, 1),
            },
            ConsiderRefusal.ONLY_FOR_A_TIME,
        ),
        (
            {
                "kind": RestrictionKind.NO_SELF_CERTIFICATION,
                "last_day": None,
                "cause": Cause.OFTEN,
            },
            ConsiderRefusal.NOT_OFTEN,
        ),
        (
            {"first_day": date(2031, 1, 6), "last_day": date(2031, 1, 7)},
            ConsiderRefusal.NO_PROGRAMME,
        ),
    ],
)
def test_what_the_law_or_the_case_does_not_allow_is_refused(
    world: World, own: OwnCase, changes: dict[str, Any], reason: ConsiderRefusal
) -> None:
    with pytest.raises(CannotConsider) as refused:
        consider(
            db.session,
            world.clock,
            world.actor(Role.CASEWORKER),
            own.participant_id,
            content(**changes),
        )
    assert refused.value.reason is reason


def test_one_notice_of_the_same_is_open_at_a_time(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    consider(db.session, world.clock, actor, own.participant_id)
    with pytest.raises(CannotConsider) as refused:
        consider(db.session, world.clock, actor, own.participant_id)
    assert refused.value.reason is ConsiderRefusal.ALREADY_NOTIFIED
    other = content(kind=RestrictionKind.NO_SELF_CERTIFICATION, cause=Cause.DOUBT, last_day=None)
    assert consider(db.session, world.clock, actor, own.participant_id, other).number == 2


def test_nothing_is_decided_before_the_participant_could_reply(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    notice = consider(db.session, world.clock, actor, own.participant_id)
    assert _refusal_to_begin(world, notice) is ImposeRefusal.NOT_SENT
    issue_notice(db.session, world.clock, actor, notice)
    send_notice(db.session, world.clock, actor, notice)
    assert _refusal_to_begin(world, notice) is ImposeRefusal.REPLY_DAY_AHEAD


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        ((ON, LAST), ImposeRefusal.TOO_SOON),
        ((FIRST - timedelta(days=1), LAST), ImposeRefusal.BEFORE_NOTIFIED),
        ((FIRST, LAST + timedelta(days=1)), ImposeRefusal.LONGER_THAN_NOTIFIED),
        ((FIRST, None), ImposeRefusal.LONGER_THAN_NOTIFIED),
        ((LAST, FIRST), ImposeRefusal.LAST_DAY_BEFORE_FIRST),
    ],
)
def test_a_decision_keeps_to_what_was_notified(
    world: World, own: OwnCase, days: tuple[date, date | None], reason: ImposeRefusal
) -> None:
    actor = world.actor(Role.CASEWORKER)
    notice = notify(db.session, world.clock, actor, own.participant_id)
    with pytest.raises(CannotImpose) as refused:
        begin(db.session, world.clock, actor, notice, days)
    assert refused.value.reason is reason


def test_the_letter_says_what_is_taken_why_and_what_comes(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    notice = notify(db.session, world.clock, actor, own.participant_id)
    decision = impose(db.session, world.clock, actor, notice, (FIRST, FIRST))
    assert decision.kind is DecisionKind.SUSPENSION
    case = get_decision_case(db.session, actor.scope, own.participant_id)
    file = next(each for each in case.files if each.decision.id == decision.id)
    letter = read_letter(db.session, world.clock, actor, InstallationDates(), case, file)
    said = {each.key: each for part in letter.content.parts for each in part.statements}
    assert said["taken.suspension"].values == {
        "first_day": "14.12.2026",
        "last_day": "14.12.2026",
    }
    assert said["benefit_reduction.replied"].quote == WORDS
    assert said["intervention.back"].values == {"day": "15.12.2026"}
    assert {"cause.conduct", "consequence.suspension", "intervention.training"} <= set(said)
    cited = {rule.key for rule in letter.content.rules}
    assert {"il-18", "il-46", "fvl-16"} <= cited
    assert [each.key for each in letter.content.summary][:2] == [
        "taken.suspension",
        "leave.benefit_without",
    ]


@pytest.mark.parametrize("form", LanguageForm)
@pytest.mark.parametrize(
    ("considered", "title", "cited"),
    [
        (content(), "stans av introduksjonsprogrammet", "il-18"),
        (termination(), "stans av introduksjonsprogrammet", "il-18"),
        (
            content(kind=RestrictionKind.NO_SELF_CERTIFICATION, cause=Cause.DOUBT, last_day=None),
            "bortfall",
            "if-9",
        ),
        (
            content(
                kind=RestrictionKind.NO_ILLNESS_BENEFIT, cause=Cause.LONG_ILLNESS, last_day=None
            ),
            "ved langvarig",
            "if-5",
        ),
    ],
)
def test_every_kind_has_its_letters_in_both_forms_and_in_her_language(
    world: World, own: OwnCase, considered: InterventionContent, title: str, cited: str,
    form: LanguageForm,
) -> None:  # fmt: skip
    actor = world.actor(Role.CASEWORKER)
    notice = consider(db.session, world.clock, actor, own.participant_id, considered)
    notice.form = form
    db.session.flush()
    person = get_participant(db.session, actor.scope, own.participant_id, Part.PERMIT)
    file = get_notice(db.session, actor.scope, own.participant_id, notice.id)
    letters = [notices.read_letter(db.session, world.clock, actor, person, file)]
    issue_notice(db.session, world.clock, actor, notice)
    send_notice(db.session, world.clock, actor, notice)
    answer_notice(db.session, world.clock, actor, notice, WORDS)
    begin(db.session, world.clock, actor, notice)
    case = get_decision_case(db.session, actor.scope, own.participant_id)
    letters.append(
        read_letter(db.session, world.clock, actor, InstallationDates(), case, case.files[0])
    )
    for letter in letters:
        html = render_letter_html(replace(letter, code=LETTER_CODE))
        assert title in title_of(letter)
        assert cited in {rule.key for rule in letter.content.rules}
        assert 'lang="ar" dir="rtl"' in html
        assert "{" not in html.split("</head>")[1]


def test_a_stop_for_good_ends_the_programme_and_lifting_it_gives_it_back(
    world: World, own: OwnCase
) -> None:
    actor = world.actor(Role.CASEWORKER)
    programme = find_programme(db.session, actor.scope, own.participant_id)
    assert programme is not None
    before = programme.ends_on
    notice = notify(db.session, world.clock, actor, own.participant_id, termination())
    decision = impose(db.session, world.clock, actor, notice)
    assert programme.ends_on == FIRST - timedelta(days=1)
    (row,) = restrictions_of_decision(db.session, decision.id)
    lift(db.session, world.clock, actor, (own.participant_id, row.id), LAST, REASONS)
    assert programme.ends_on == before
    assert row.holds_on(FIRST)
    assert not row.holds_on(LAST)


def test_withdrawn_self_certification_is_reviewed_and_lifted(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    considered = content(
        kind=RestrictionKind.NO_SELF_CERTIFICATION, cause=Cause.DOUBT, last_day=None
    )
    notice = notify(db.session, world.clock, actor, own.participant_id, considered)
    decision = impose(db.session, world.clock, actor, notice)
    (row,) = restrictions_of_decision(db.session, decision.id)
    place = own.participant_id, row.id
    later = fixed_clock(world.clock() + timedelta(days=120))
    assert let_stand(db.session, later, actor, place, REASONS).number == 1
    assert let_stand(db.session, later, actor, place, REASONS).number == 2
    lift(db.session, later, actor, place, date(2027, 4, 1), REASONS)
    with pytest.raises(CannotRestrict) as refused:
        let_stand(db.session, later, actor, place, REASONS)
    assert refused.value.reason is RestrictionRefusal.OVER


@pytest.mark.parametrize(
    ("free_from", "why", "reason"),
    [
        (FIRST - timedelta(days=1), REASONS, RestrictionRefusal.BEFORE_FIRST_DAY),
        (FIRST, "", RestrictionRefusal.NO_REASON),
    ],
)
def test_what_cannot_be_lifted_like_this_is_refused(
    world: World, own: OwnCase, free_from: date, why: str, reason: RestrictionRefusal
) -> None:
    actor = world.actor(Role.CASEWORKER)
    row = withdraw_self_certification(db.session, world.clock, actor, own.participant_id)
    with pytest.raises(CannotRestrict) as refused:
        lift(db.session, world.clock, actor, (own.participant_id, row.id), free_from, why)
    assert refused.value.reason is reason


def test_a_draft_that_waited_too_long_is_not_issued(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    notice = notify(db.session, world.clock, actor, own.participant_id)
    late = fixed_clock(world.clock() + timedelta(days=30))
    draft = begin(db.session, world.clock, actor, notice)
    draft.reasons = REASONS
    db.session.flush()
    with pytest.raises(CannotIssueDecision) as refused:
        issue_decision(db.session, late, actor, InstallationDates(), place_of(draft))
    assert refused.value.reason is IssueRefusal.OTHER_DAYS


def test_a_complaint_lets_it_wait_and_the_answer_lets_it_go_on(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    notice = notify(db.session, world.clock, actor, own.participant_id)
    decision = impose(db.session, world.clock, actor, notice)

    def follow(*, days: int, is_annulled: bool = False, is_waiting: bool = False) -> None:
        clock = fixed_clock(world.clock() + timedelta(days=days))
        follow_complaints(
            db.session,
            clock,
            actor,
            own.participant_id,
            decision.id,
            REASONS,
            is_annulled=is_annulled,
            is_waiting=is_waiting,
        )

    follow(days=25, is_waiting=True)  # 15 December, the second day
    (first,) = restrictions_of_decision(db.session, decision.id)
    assert [first.holds_on(day) for day in (FIRST, date(2026, 12, 15))] == [True, False]
    follow(days=27)  # the rest holds from 18 December
    _first, again = restrictions_of_decision(db.session, decision.id)
    assert (again.first_day, again.last_day) == (date(2026, 12, 18), LAST)
    follow(days=40, is_annulled=True)
    rows = restrictions_of_decision(db.session, decision.id)
    assert not any(row.holds_on(FIRST + timedelta(days=day)) for row in rows for day in range(7))


def test_what_was_decided_never_changes(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    notice = notify(db.session, world.clock, actor, own.participant_id)
    impose(db.session, world.clock, actor, notice)
    row = db.session.scalars(select(Restriction)).one()
    db.session.commit()
    row.last_day = LAST + timedelta(days=7)
    with pytest.raises(RestrictionTouched):
        db.session.flush()
    db.session.rollback()
    considered = get_notice(db.session, actor.scope, own.participant_id, notice.id).intervention
    assert considered is not None
    considered.first_day = ON
    with pytest.raises(InterventionTouched):
        db.session.flush()
    db.session.rollback()


def test_another_municipality_finds_nothing(world: World, own: OwnCase) -> None:
    actor, stranger = world.actor(Role.CASEWORKER), world.actor(Role.CASEWORKER, DALHEIM)
    row = withdraw_self_certification(db.session, world.clock, actor, own.participant_id)
    with pytest.raises(NotFound):
        lift(db.session, world.clock, stranger, (own.participant_id, row.id), FIRST, REASONS)
    with pytest.raises(NotFound):
        consider(db.session, world.clock, stranger, own.participant_id)


def test_everything_is_recorded(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    notice = notify(db.session, world.clock, actor, own.participant_id)
    decision = impose(db.session, world.clock, actor, notice)
    (row,) = restrictions_of_decision(db.session, decision.id)
    lift(db.session, world.clock, actor, (own.participant_id, row.id), FIRST, REASONS)
    events = db.session.scalars(select(AuditEvent).where(AuditEvent.subject_id == row.id)).all()
    assert [event.action for event in events] == [
        Action.RESTRICTION_LAID_DOWN,
        Action.RESTRICTION_LIFTED,
    ]
    assert events[1].details["lifted_from"] == FIRST.isoformat()


def _refusal_to_begin(world: World, notice: Any) -> ImposeRefusal:
    with pytest.raises(CannotImpose) as refused:
        begin(db.session, world.clock, world.actor(Role.CASEWORKER), notice)
    return refused.value.reason
