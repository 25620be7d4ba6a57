"""Every printed plan looks as somebody has seen that it should, and is found again."""

from pathlib import Path

import zxingcpp

from app.papers.code import PageMark, read_qr
from tests.integration.documents.approved import MOST, difference, load, save, small_picture
from tests.integration.documents.plans.approved import FOLDER
from tests.integration.documents.plans.plan_paper import LANGUAGES, MOST_PAGES, PlanFile
from tests.integration.documents.test_pictures import photocopied


def test_plan_looks_as_approved(plan_file: PlanFile, language: str, tmp_path: Path) -> None:
    picture = small_picture(plan_file)
    worst = difference(picture, load(FOLDER / f"{language}.png"))
    save(picture, tmp_path / f"{language}.png")
    assert worst <= MOST, (
        f"{language} differs by {worst} of 255 (at most {MOST}): look at {tmp_path / language}.png,"
        " and if it is right, run python -m tests.integration.documents.plans.approved"
    )


def test_every_approved_picture_is_of_a_plan() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(LANGUAGES)
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 3_000_000


def test_every_page_of_a_photocopy_says_which_it_is(plan_file: PlanFile) -> None:
    assert 2 <= len(plan_file.pictures) <= MOST_PAGES
    for number, picture in enumerate(plan_file.pictures, start=1):
        (found,) = zxingcpp.read_barcodes(photocopied(picture))
        assert read_qr(found.text) == PageMark(plan_file.sheet.code, number)


def test_what_is_written_on_stands_together_on_the_last_page(plan_file: PlanFile) -> None:
    assert [box.name for box in plan_file.boxes] == [
        "tick_read",
        "tick_agree",
        "tick_disagree",
        "disagreement",
        "signature_place",
        "signature_participant",
        "signature_municipality",
        "note_interpreter",
    ]
    assert {box.page for box in plan_file.boxes} == {len(plan_file.pictures)}
    lines = [box for box in plan_file.boxes if box.name.startswith(("signature", "note"))]
    assert all(box.width > 50_000 for box in lines)
