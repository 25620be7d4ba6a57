"""The payment file: once, from what was approved, the same for ever."""

import csv
import io
from collections import defaultdict
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.audit.actions import Action
from app.benefit import service
from app.benefit.commands import CreateFile
from app.benefit.errors import CannotCreateFile, FileRefusal, RunChanged
from app.benefit.models import Payment, PaymentFile, RunStatus
from app.benefit.queries import get_run, list_payments
from app.core.errors import NotFound
from app.enrolment.models import Participant
from app.extensions import db
from tests.integration.benefit.conftest import Month
from tests.support.world import RANDOM_ID


def rows_of(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_the_lines_of_the_file_are_the_payouts(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, date(2026, 10, 6), date(2026, 10, 7))
        month.miss(1, date(2026, 10, 8), minutes=45)
        run = month.prepare()
        month.approve(run.id)
        sums: dict[str, int] = defaultdict(int)
        for row in rows_of(month.send(run.id)):
            sums[row["Deltaker"]] += int(row["Beløp"].replace(",", ""))
        lines = list_payments(db.session, month.caseworker.scope, run.id)
        assert sums == {str(line.payment.participant_id): line.payment.payout_ore for line in lines}
        assert get_run(db.session, month.caseworker.scope, run.id).status is RunStatus.SENT


def test_the_same_bytes_every_time_also_when_names_change(app: Flask, month: Month) -> None:
    with app.app_context():
        run = month.prepare()
        month.approve(run.id)
        first = month.send(run.id)
        db.session.get_one(Participant, month.school.member_ids[0]).family_name = "Annen"
        db.session.commit()
        assert month.send(run.id) == first
        assert db.session.scalar(select(func.count()).select_from(PaymentFile)) == 1
        assert len(month.events(Action.PAYMENT_FILE_CREATED)) == 1
        downloads = month.events(Action.PAYMENT_FILE_DOWNLOADED)
        assert len(downloads) == 2
        assert set(downloads[0].details["participant_ids"]) == {
            str(who) for who in month.school.member_ids
        }


def test_only_an_approved_month_is_sent(app: Flask, month: Month) -> None:
    with app.app_context():
        run = month.prepare()
        with pytest.raises(CannotCreateFile) as refusal:
            month.send(run.id)
        assert refusal.value.reason is FileRefusal.NOT_APPROVED


def test_what_is_sent_is_what_was_approved(app: Flask, month: Month) -> None:
    with app.app_context():
        run = month.prepare()
        month.approve(run.id)
        payment = db.session.scalars(select(Payment)).first()
        assert payment is not None
        payment.assessment = {**payment.assessment, "payout": 1}
        db.session.commit()
        with pytest.raises(RunChanged):
            month.send(run.id)


def test_no_file_and_no_other_municipalitys_file(app: Flask, month: Month, foreign: Month) -> None:
    with app.app_context():
        run = month.prepare()
        clock = month.world.clock
        for actor, run_id in (
            (month.caseworker, run.id),
            (month.caseworker, RANDOM_ID),
            (foreign.caseworker, run.id),
        ):
            with pytest.raises(NotFound):
                service.download_file(db.session, clock, actor, run_id)
        with pytest.raises(NotFound):
            service.create_file(db.session, clock, foreign.caseworker, CreateFile(run.id))
