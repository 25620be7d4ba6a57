"""Bundles that are not what they say: refused with a reason, and nothing is written."""

import copy
import hashlib
import io
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.core.actor import Role
from app.enrolment.models import Participant
from app.extensions import db
from app.handover import service
from app.handover.bundle import (
    CASE,
    MANIFEST,
    SIGNATURE,
    Bundle,
    check_version,
    read_bundle,
    write_bundle,
)
from app.handover.errors import BadBundle, BundleFault
from app.handover.queries import find_by_origin
from app.handover.signing import signing_key
from tests.integration.handover.test_round_trip import SECRET, finish_papers, make, take_in
from tests.support.lively_case import build_lively_case
from tests.support.world import DALHEIM, World

Case = dict[str, Any]


_MADE: list[bytes] = []


@pytest.fixture
def content(app: Flask, world: World) -> bytes:
    """A whole bundle; made once, because making the case takes longer than all that follows."""
    if not _MADE:
        with app.app_context():
            who = build_lively_case(db.session, world)
            finish_papers()
            _MADE.append(make(world, who))
            db.session.rollback()
    return _MADE[0]


def packed(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def fault_of(content: bytes) -> BundleFault:
    with pytest.raises(BadBundle) as refused:
        read_bundle(content)
    return refused.value.reason


def signed_anew(bundle: Bundle, case: Case | None = None) -> bytes:
    """Return a bundle that the sender has signed, whatever stands in it."""
    return write_bundle(
        bundle.case if case is None else case,
        bundle.files,
        sender=bundle.sender,
        recipient=bundle.recipient,
        made_at=bundle.made_at,
        key=signing_key(SECRET),
    )


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_was_changed_on_the_way_is_refused(content: bytes) -> None:
    files = unpacked(content)
    paper = next(name for name in files if name.startswith("scans/"))
    manifest = json.loads(files[MANIFEST])

    def without(name: str) -> bytes:
        return packed({each: bytes_ for each, bytes_ in files.items() if each != name})

    other_version = json.dumps({**manifest, "version": "001"}).encode()
    key = signing_key(SECRET)
    assert fault_of(b"") is BundleFault.NOT_A_BUNDLE
    assert fault_of(b"PK\x03\x04 not really") is BundleFault.NOT_A_BUNDLE
    assert fault_of(content[:-100]) is BundleFault.NOT_A_BUNDLE
    assert fault_of(packed({"a.txt": b"hello"})) is BundleFault.NOT_A_BUNDLE
    assert fault_of(without(CASE)) is BundleFault.NOT_A_BUNDLE
    assert fault_of(without(MANIFEST)) is BundleFault.NOT_A_BUNDLE
    assert fault_of(without(SIGNATURE)) is BundleFault.NOT_SIGNED
    assert fault_of(without(paper)) is BundleFault.FILES_DIFFER
    assert fault_of(packed({**files, "more.txt": b"x"})) is BundleFault.FILES_DIFFER
    assert fault_of(packed({**files, "../../etc/cron.d/x": b"x"})) is BundleFault.FILES_DIFFER
    assert fault_of(packed({**files, paper: b"changed"})) is BundleFault.FILES_DIFFER
    altered = files[CASE].replace(b"Fjordkanari", b"Fjordkanarx")
    assert fault_of(packed({**files, CASE: altered})) is BundleFault.FILES_DIFFER
    assert fault_of(packed({**files, SIGNATURE: b"\x00" * 64})) is BundleFault.NOT_SIGNED
    assert fault_of(packed({**files, SIGNATURE: b"short"})) is BundleFault.NOT_SIGNED
    assert fault_of(packed({**files, MANIFEST: other_version})) is BundleFault.NOT_SIGNED
    resigned = {**files, MANIFEST: other_version, SIGNATURE: key.sign(other_version)}
    with pytest.raises(BadBundle) as refused:
        check_version(read_bundle(packed(resigned)))
    assert refused.value.reason is BundleFault.OTHER_VERSION
    for wrong in (b"[]", b"{}", b'{"format": 1}', b"\xff", b"[" * 100_000, b'{"a": NaN}'):
        assert fault_of(packed({**files, MANIFEST: wrong})) is BundleFault.NOT_A_BUNDLE
    other_key = signing_key("quite another secret of an installation")
    foreign = {**files, SIGNATURE: other_key.sign(files[MANIFEST])}
    assert fault_of(packed(foreign)) is BundleFault.NOT_SIGNED


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_would_fill_the_memory_is_refused(content: bytes) -> None:
    files = unpacked(content)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, each in files.items():
            archive.writestr(name, each)
        for number in range(5):
            archive.writestr(f"bomb-{number}", b"\x00" * (45 * 1024 * 1024))
    assert fault_of(target.getvalue()) is BundleFault.TOO_BIG
    assert fault_of(packed({f"{n}": b"" for n in range(2_100)})) is BundleFault.TOO_BIG


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_damage_is_never_more_than_a_refusal(content: bytes) -> None:
    chosen, whole = random.Random(20), 0
    for _ in range(400):
        damaged = bytearray(content)
        for _ in range(chosen.choice((1, 1, 2, 5))):
            damaged[chosen.randrange(len(damaged))] = chosen.randrange(256)
        if chosen.random() < 0.1:
            damaged = damaged[: chosen.randrange(len(damaged))]
        try:
            found = read_bundle(bytes(damaged))
        except BadBundle:
            continue
        whole += 1  # the damage hit a byte that means nothing: a date in the list of the ZIP
        assert found.case == read_bundle(content).case
    assert whole < 400


def _set(table: str, column: str, value: Any) -> Callable[[Case], None]:
    def change(case: Case) -> None:
        case["tables"][table][0][column] = value

    change.__name__ = f"{table}.{column}={str(value)[:20]}"
    return change


def _drop_table(case: Case) -> None:
    del case["tables"]["absence"]


def _add_table(case: Case) -> None:
    case["tables"]["user"] = []


def _drop_column(case: Case) -> None:
    del case["tables"]["participant"][0]["born_on"]


def _add_column(case: Case) -> None:
    case["tables"]["participant"][0]["municipality_id"] = case["participant_id"]


def _second_person(case: Case) -> None:
    row = dict(case["tables"]["participant"][0])
    row["id"] = "00000000-0000-4000-8000-000000000001"
    case["tables"]["participant"].append(row)


def _same_twice(case: Case) -> None:
    case["tables"]["absence"].append(case["tables"]["absence"][0])


def _rows_as_text(case: Case) -> None:
    case["tables"]["absence"] = "none"


def _nameless(case: Case) -> None:
    for person in case["people"].values():
        person["name"] = None


def _mighty(case: Case) -> None:
    for person in case["people"].values():
        person["role"] = "owner"


def _digest_of_others(case: Case) -> None:
    case["texts"] = {}


def _other_words(case: Case) -> None:
    text = next(iter(case["texts"].values()))
    text["content"]["clauses"][0][2] = "Du skal betale tilbake alt."


def _part_as_number(case: Case) -> None:
    case["participant_id"] = 7


def _table_as_number(case: Case) -> None:
    case["tables"]["participant"] = 5


def _month_without_hours(case: Case) -> None:
    case["months"] = [{"municipality": "Fjordvik", "first_day": "2026-10-01"}]


def _month_of_texts(case: Case) -> None:
    month = dict.fromkeys(("scheduled_minutes", "missed_minutes", "gross_ore", "payout_ore"), "9")
    case["months"] = [{"municipality": "Fjordvik", "first_day": "2026-10-01", **month}]


def _shape(table: str, column: str, value: Any) -> Callable[[Case], None]:
    """Give every row of the table that has a value there another one."""

    def change(case: Case) -> None:
        for row in case["tables"][table]:
            if row[column] is not None:
                row[column] = value

    change.__name__ = f"{table}.{column}={str(value)[:20]}"
    return change


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "change",
    [
        _set("participant", "born_on", "2026-02-30"),
        _set("participant", "born_on", 5),
        _set("participant", "sex", "other"),
        _set("participant", "given_name", "x" * 201),
        _set("participant", "given_name", "a\x00b"),
        _set("participant", "given_name", None),
        _set("participant", "identity_number", "1 OR 1=1"),
        _set("participant", "row_version", True),
        _set("participant", "row_version", "1"),
        _set("participant", "created_at", "2026-11-20T09:00:00"),
        _set("participant", "id", "not-an-id"),
        _set("absence", "participant_id", "00000000-0000-4000-8000-000000000009"),
        _set("absence", "registered_by", "00000000-0000-4000-8000-000000000009"),
        _set("absence", "reason", "because"),
        _set("integration_plan", "programme_id", None),
        _set("issued_document", "model", "not a model"),
        _set("issued_document", "sha256", "0" * 64),
        _set("participant", "given_name", "\u202edrawkcab"),
        _set("participant", "row_version", 2**40),
        _set("participant", "row_version", 10**30),
        _set("participant", "born_on", "19900101"),
        _set("participant", "born_on", "1990-W01-1"),
        _set("participant", "born_on", "0001-01-01"),
        _set("participant", "sex", {}),
        _set("participant", "created_at", "0001-01-01T00:00:00+10:00"),
        _shape("issued_document", "model", {"content": 1}),
        _shape("issued_document", "boxes", [{"page": "first"}]),
        _shape("mapping_entry", "values", {"unheard_of": ""}),
        _shape("mapping_entry", "values", ["a", "list"]),
        _shape("document_explanation", "teach_back", [{"question": "?", "answer": 1}]),
        _shape("administrative_decision", "grounds", [{"provision": "§ 1", "link": "//evil"}]),
        _shape("scanned_paper", "media_type", "text/html"),
        _shape("scanned_paper", "size", 1),
        _other_words,
        _part_as_number,
        _table_as_number,
        _month_without_hours,
        _month_of_texts,
        _drop_table,
        _add_table,
        _drop_column,
        _add_column,
        _second_person,
        _same_twice,
        _rows_as_text,
        _nameless,
        _mighty,
        _digest_of_others,
    ],
    ids=lambda change: change.__name__,
)
def test_a_signed_case_with_impossible_values_is_refused(
    app: Flask, world: World, content: bytes, change: Callable[[Case], None]
) -> None:
    bundle = read_bundle(content)
    case = copy.deepcopy(dict(bundle.case))
    change(case)
    with app.app_context():
        actor = world.actor(Role.CASEWORKER, DALHEIM)
        before = db.session.scalar(select(func.count()).select_from(Participant))
        with pytest.raises(BadBundle) as refused:
            take_in(world, signed_anew(bundle, case), DALHEIM)
        assert refused.value.reason in {BundleFault.BAD_CONTENT, BundleFault.NOT_A_BUNDLE}
        assert refused.value.place
        assert db.session.scalar(select(func.count()).select_from(Participant)) == before
        assert find_by_origin(db.session, actor.scope, bundle.origin_id) is None


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_files_are_those_that_the_rows_name(app: Flask, world: World, content: bytes) -> None:
    bundle = read_bundle(content)
    name = next(iter(bundle.files))
    without = {key: each for key, each in bundle.files.items() if key != name}
    renamed = {**without, "documents/../x": bundle.files[name]}
    changed = {**bundle.files, name: b"<html>"}
    with app.app_context():
        actor = world.actor(Role.CASEWORKER, DALHEIM)
        for files in (without, {**bundle.files, "more.html": b"<html>"}, renamed, changed):
            received = service.receive(
                db.session, world.clock, actor, signed_anew(replace(bundle, files=files))
            )
            with pytest.raises(BadBundle) as refused:
                service.take_over(db.session, world.clock, actor, received.id, is_confirmed=True)
            assert refused.value.reason is BundleFault.BAD_CONTENT


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_page_that_claims_to_be_a_paper_is_refused(
    app: Flask, world: World, content: bytes
) -> None:
    bundle = read_bundle(content)
    case, page = copy.deepcopy(dict(bundle.case)), b"<html><script>alert(1)</script>"
    row = next(row for row in case["tables"]["issued_document"] if row["sha256"])
    row["sha256"] = hashlib.sha256(page).hexdigest()
    files = {**bundle.files, f"documents/{row['id']}": page}
    with app.app_context():
        actor = world.actor(Role.CASEWORKER, DALHEIM)
        received = service.receive(
            db.session, world.clock, actor, signed_anew(replace(bundle, files=files), case)
        )
        with pytest.raises(BadBundle) as refused:
            service.take_over(db.session, world.clock, actor, received.id, is_confirmed=True)
        assert refused.value.place == "issued_document"
