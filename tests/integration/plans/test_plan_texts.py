"""Translating what is written in a plan: by hand, with a file, and what the participant sees."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.errors import NotFound
from app.core.spreadsheet import csv_file
from app.enrolment.service import link_user
from app.extensions import db
from app.plans.models import PlanStatus
from app.plans.paper.words import plan_words
from app.plans.paper.written import TranslationState
from app.plans.service import start_new_version
from app.plans.texts import service
from app.plans.texts.commands import Answerable, TakeInTranslations, TextPlace, WriteTranslation
from app.plans.texts.errors import CannotTranslateText, TranslationRefusal
from app.plans.texts.models import PlanTextTranslation
from app.plans.texts.queries import written_texts
from tests.integration.plans.conftest import COMPLETE, DETAILS, Plans
from tests.support.client import Browser

BrowserFor = Callable[..., Browser]
TODAY = date(2026, 11, 20)
ARABIC = "أريد أن أدير مخبزا."
SARA = Answerable(TranslationState.TRANSLATED, "Sara Oversetter", TODAY)


def texts_url(plans: Plans, rest: str = "", version: int = 1) -> str:
    return f"/deltakere/{plans.participant_id}/plan/versjoner/{version}/tekster{rest}"


def write(plans: Plans, arabic: str, *, version: int = 1, **changes: object) -> None:
    """Translate the long-term goals to Arabic, seeing what is there."""
    place = TextPlace(plans.participant_id, version, "ar")
    opened = service.read_texts(db.session, plans.actor, plans.participant_id, version)
    piece = opened.piece("long_term_goals", "ar")
    newest = opened.translations.find(piece, "ar")
    command = WriteTranslation(
        place, piece.key, piece.digest, str(newest.id) if newest else "", arabic, SARA
    )
    service.write_translation(
        db.session,
        plans.world.clock,
        plans.actor,
        replace(command, **changes),  # type: ignore[arg-type]
    )


def goals(plans: Plans, version: int = 1) -> tuple[str, str] | None:
    """Return Arabic text and state of the goals as the participant would see them."""
    opened = service.read_texts(db.session, plans.actor, plans.participant_id, version)
    written = written_texts(db.session, plans.actor.scope, opened.plan)["long_term_goals"]
    found = written.translations.get("ar")
    return (found.text, found.state.value) if found else None


@pytest.mark.usefixtures("app_context")
class TestWriting:
    """A translation belongs to the words."""

    def test_a_fixed_plan_gets_one_without_being_changed(self, plans: Plans) -> None:
        plan = plans.fixed()
        before = plan.row_version, plan.changed_at
        assert goals(plans) is None
        write(plans, ARABIC)
        db.session.commit()
        assert goals(plans) == (ARABIC, "translated")
        assert plan.status is PlanStatus.FIXED
        assert (plan.row_version, plan.changed_at) == before

    def test_the_newest_holds_and_the_old_ones_stay(self, plans: Plans) -> None:
        plans.fixed()
        draft = Answerable(TranslationState.MACHINE_DRAFT, "", TODAY)
        write(plans, "مسودة", answers=draft)
        assert goals(plans) == ("مسودة", "machine_draft")
        write(plans, ARABIC, answers=Answerable(TranslationState.CHECKED, "Sara", TODAY))
        assert goals(plans) == (ARABIC, "checked")
        rows = db.session.scalars(select(PlanTextTranslation.text)).all()
        assert sorted(rows) == sorted(["مسودة", ARABIC])

    def test_a_new_version_with_the_same_words_has_it_from_the_start(self, plans: Plans) -> None:
        plans.fixed()
        write(plans, ARABIC)
        start_new_version(db.session, plans.world.clock, plans.actor, plans.participant_id)
        assert goals(plans, version=2) == (ARABIC, "translated")

    def test_words_that_change_have_none_and_the_old_ones_are_called_outdated(
        self, plans: Plans
    ) -> None:
        plans.fixed()
        write(plans, ARABIC)
        draft = start_new_version(db.session, plans.world.clock, plans.actor, plans.participant_id)
        draft.long_term_goals = "Jeg vil bli sykepleier."
        db.session.flush()
        assert goals(plans, version=2) is None
        assert goals(plans, version=1) == (ARABIC, "translated"), "the fixed plan keeps it"
        opened = service.read_texts(db.session, plans.actor, plans.participant_id, 2)
        piece = opened.piece("long_term_goals", "ar")
        outdated = opened.translations.find_outdated(piece, "ar")
        assert outdated is not None
        assert (outdated.source_text, outdated.text) == (DETAILS.long_term_goals, ARABIC)

    def test_what_she_wrote_herself_is_needed_in_norwegian(self, plans: Plans) -> None:
        plans.create(replace(DETAILS, long_term_goals=ARABIC, goals_language="ar"))
        opened = service.read_texts(db.session, plans.actor, plans.participant_id, 1)
        assert opened.languages() == ("ar", "nb")
        assert [piece.key for piece in opened.pieces_for("nb")] == ["long_term_goals"]
        assert "long_term_goals" not in [piece.key for piece in opened.pieces_for("ar")]

    @pytest.mark.parametrize(
        ("changes", "reason"),
        [
            ({"source_digest": "0" * 64}, TranslationRefusal.SOURCE_CHANGED),
            ({"seen": "somebody else's"}, TranslationRefusal.ANOTHER_WROTE),
            ({"text": ""}, TranslationRefusal.EMPTY),
            ({"answers": replace(SARA, by="")}, TranslationRefusal.NO_NAME),
            (
                {"answers": Answerable(TranslationState.CHECKED, "", TODAY)},
                TranslationRefusal.NO_NAME,
            ),
            ({"answers": replace(SARA, on=date(2026, 11, 21))}, TranslationRefusal.IN_THE_FUTURE),
        ],
    )
    def test_is_refused(
        self, plans: Plans, changes: dict[str, object], reason: TranslationRefusal
    ) -> None:
        plans.fixed()
        with pytest.raises(CannotTranslateText) as refused:
            write(plans, ARABIC, **changes)  # type: ignore[arg-type]
        assert refused.value.reason is reason
        assert goals(plans) is None

    def test_two_who_write_at_once_do_not_write_over_each_other(self, plans: Plans) -> None:
        plans.fixed()
        write(plans, ARABIC)
        with pytest.raises(CannotTranslateText) as refused:
            write(plans, "غير ذلك", seen="")
        assert refused.value.reason is TranslationRefusal.ANOTHER_WROTE

    def test_another_municipality_finds_nothing(self, plans: Plans, foreign: Plans) -> None:
        plans.fixed()
        with pytest.raises(NotFound):
            service.read_texts(db.session, foreign.actor, plans.participant_id, 1)

    def test_everything_is_recorded(self, plans: Plans) -> None:
        plans.fixed()
        write(plans, ARABIC)
        place = TextPlace(plans.participant_id, 1, "ar")
        clock = plans.world.clock
        service.export_texts(db.session, clock, plans.actor, place)
        opened = service.open_texts(db.session, clock, plans.actor, plans.participant_id, 1)
        reasons = opened.piece("reasons", "ar")
        texts = {"reasons": (reasons.digest, "تدريب في مخبز.")}
        taken = service.take_in(
            db.session, clock, plans.actor, TakeInTranslations(place, texts, SARA)
        )
        assert taken == 1
        events = select(AuditEvent.action, AuditEvent.details).order_by(AuditEvent.id.desc())
        newest = [
            (action.value, details.get("pieces"))
            for action, details in db.session.execute(events.limit(4))
        ]
        assert newest[0] == ("plan_texts_taken_in", ["reasons"])
        assert newest[1] == ("plan_viewed", None)
        assert newest[2][0] == "plan_texts_exported"
        assert newest[3] == ("plan_text_translated", ["long_term_goals"])

    def test_the_same_once_more_is_nothing_new(self, plans: Plans) -> None:
        plans.fixed()
        write(plans, ARABIC)
        place = TextPlace(plans.participant_id, 1, "ar")
        opened = service.read_texts(db.session, plans.actor, plans.participant_id, 1)
        digest = opened.piece("long_term_goals", "ar").digest
        draft = Answerable(TranslationState.MACHINE_DRAFT, "", TODAY)
        for answers in (SARA, draft):
            command = TakeInTranslations(place, {"long_term_goals": (digest, ARABIC)}, answers)
            assert service.take_in(db.session, plans.world.clock, plans.actor, command) == 0
        assert goals(plans) == (ARABIC, "translated"), "a draft takes no checked words' place"


@pytest.fixture
def caseworker(browser_for: BrowserFor) -> Browser:
    return browser_for(Role.CASEWORKER)


@pytest.fixture
def with_plan(app: Flask, plans: Plans) -> Plans:
    with app.app_context():
        plans.fixed()
    return plans


class TestPages:
    """The caseworker's pages."""

    def test_every_text_stands_beside_its_translation(
        self, caseworker: Browser, with_plan: Plans
    ) -> None:
        page = caseworker.get(texts_url(with_plan)).text
        assert "Til arabisk" in page
        assert page.count("Ikke oversatt ennå") >= 3
        assert DETAILS.long_term_goals in page
        assert COMPLETE[4].title in page
        assert "Praksis på en arbeidsplass: kommunens eget navn" in page

    def test_a_translation_is_typed_in(self, caseworker: Browser, with_plan: Plans) -> None:
        url = texts_url(with_plan, "/ar/long_term_goals")
        caseworker.submit(url, {"text": ARABIC, "by": "Sara", "state": "checked"})
        page = caseworker.get(texts_url(with_plan)).text
        assert ARABIC in page
        assert "Kontrollert av \u2066Sara\u2069 \u206620.11.2026\u2069." in page
        assert ARABIC in caseworker.get(url).text

    def test_what_is_missing_is_said_and_nothing_typed_is_lost(
        self, caseworker: Browser, with_plan: Plans
    ) -> None:
        url = texts_url(with_plan, "/ar/long_term_goals")
        sent = caseworker.filled(url, {"text": "أول\nثان", "by": ""})
        page = caseworker.send(url, sent, status=200).text
        assert "Skriv navnet på den som har oversatt eller kontrollert." in page
        assert "أول\nثان" in page.replace("\r", "")

    def test_a_stale_page_is_told_and_shows_what_stands_there_now(
        self, caseworker: Browser, with_plan: Plans
    ) -> None:
        url = texts_url(with_plan, "/ar/long_term_goals")
        first = caseworker.filled(url, {"text": ARABIC, "by": "Sara"})
        second = caseworker.filled(url, {"text": "غير ذلك", "by": "Ali"})
        caseworker.send(url, first)
        page = caseworker.send(url, second, status=200).text
        assert "Andre har lagret en oversettelse siden du åpnet siden." in page
        assert ARABIC in page
        assert "غير ذلك" in page

    @pytest.mark.parametrize(
        "rest", ["/ar/unknown", "/uk/long_term_goals", "/nb/long_term_goals", "/xx/fil"]
    )
    def test_what_need_not_be_translated_is_not_there(
        self, caseworker: Browser, with_plan: Plans, rest: str
    ) -> None:
        caseworker.get(texts_url(with_plan, rest), status=404)

    def test_another_municipality_sees_none_of_it(
        self, browser_for: BrowserFor, with_plan: Plans, foreign: Plans
    ) -> None:
        stranger = browser_for(Role.CASEWORKER, foreign.domain)
        for rest in ("", "/ar/long_term_goals", "/ar/fil", "/ar/ta-inn"):
            stranger.get(texts_url(with_plan, rest), status=404)

    def test_a_file_goes_out_and_comes_back(self, caseworker: Browser, with_plan: Plans) -> None:
        answer = caseworker.client.get(texts_url(with_plan, "/ar/fil"))
        assert answer.mimetype == "text/csv"
        rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))
        assert [row["translation"] for row in rows] == [""] * len(rows)
        for row in rows:
            if row["key"] == "reasons":
                row["translation"] = "تدريب"
        rows.append({**rows[0], "key": "no_such"})
        content = csv_file(list(rows[0]), [list(row.values()) for row in rows])
        url = texts_url(with_plan, "/ar/ta-inn")
        sent = caseworker.filled(url, {"state": "machine_draft", "by": ""})
        sent["translation_file"] = (io.BytesIO(content), "plan.csv")
        page = caseworker.send(url, sent, status=200)
        assert "Ingenting er lagret ennå." in page.text
        assert "Planen har ingen slik tekst." in page.text
        assert "Blir tatt inn." in page.text
        with with_plan.world.app.app_context():
            count = select(func.count()).select_from(PlanTextTranslation)
            assert db.session.scalar(count) == 0
        save = texts_url(with_plan, "/ar/lagre")
        fields = hidden_of(page.text)
        caseworker.send(save, fields)
        shown = caseworker.get(texts_url(with_plan)).text
        assert "1 tekst har fått oversettelse." in shown
        assert "تدريب" in shown
        assert "Maskinoversatt utkast. Ingen har kontrollert det." in shown

    def test_a_file_that_is_none_is_refused(self, caseworker: Browser, with_plan: Plans) -> None:
        url = texts_url(with_plan, "/ar/ta-inn")
        sent = caseworker.filled(url, {"state": "translated", "by": "Sara"})
        sent["translation_file"] = (io.BytesIO(b"\xff\xfe\x00"), "plan.csv")
        page = caseworker.send(url, sent, status=200).text
        assert "Filen er ikke en tekstfil." in page

    def test_a_forged_second_step_is_refused(self, caseworker: Browser, with_plan: Plans) -> None:
        token = caseworker.csrf_token(texts_url(with_plan))
        save = texts_url(with_plan, "/ar/lagre")
        filled = {"csrf_token": token, "state": "translated", "by": "Sara", "on": "2026-11-20"}
        for file in ("", "not base64!", "/////w=="):
            answer = caseworker.send(save, {**filled, "file": file})
            assert answer.location.endswith("/ar/ta-inn")
        with with_plan.world.app.app_context():
            assert db.session.scalar(select(func.count()).select_from(PlanTextTranslation)) == 0


def hidden_of(page: str) -> dict[str, str]:
    """Return the hidden fields of the form that saves a file."""
    from tests.support.client import _Forms

    parser = _Forms()
    parser.feed(page)
    return next(fields for action, fields in parser.forms if action.endswith("/lagre"))


class TestParticipant:
    """What she sees of it."""

    @pytest.fixture
    def reader(self, browser_for: BrowserFor, with_plan: Plans) -> Browser:
        with with_plan.world.app.app_context():
            user = with_plan.world.user(Role.PARTICIPANT)
            link_user(
                db.session,
                with_plan.world.clock,
                with_plan.actor,
                with_plan.participant_id,
                user.id,
            )
            db.session.commit()
        browser = browser_for(Role.PARTICIPANT)
        token = browser.csrf_token("/min-side")
        browser.send("/min-side", {"csrf_token": token, "next": "/min-side"}, action="/sprak/ar")
        return browser

    def test_she_reads_the_translation_and_who_answers_for_it(
        self, reader: Browser, with_plan: Plans
    ) -> None:
        with with_plan.world.app.app_context():
            write(with_plan, ARABIC)
            db.session.commit()
        page = reader.get("/min-side/plan").text
        assert f'<p class="as-written" lang="ar" dir="rtl">{ARABIC}</p>' in page
        assert DETAILS.long_term_goals not in page
        note = plan_words("ar").markup("text_status.translated", name="Sara Oversetter")
        assert note in page
        assert DETAILS.reasons in page, "not translated: shown as it is, and said so"

    def test_a_draft_by_a_machine_is_called_one(self, reader: Browser, with_plan: Plans) -> None:
        with with_plan.world.app.app_context():
            write(with_plan, ARABIC, answers=Answerable(TranslationState.MACHINE_DRAFT, "", TODAY))
            db.session.commit()
        page = reader.get("/min-side/plan").text
        assert plan_words("ar").texts["text_status.machine_draft"] in page
