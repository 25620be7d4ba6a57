"""Every printed letter looks as somebody has seen that it should, and is found again."""

from pathlib import Path

import pytest
import zxingcpp

from app.papers.code import PageMark, read_qr
from tests.integration.documents.approved import MOST, difference, load, save, small_picture
from tests.integration.documents.decisions.approved import FOLDER
from tests.integration.documents.decisions.letter_paper import (
    MOST_PAGES,
    PICTURED,
    LetterFile,
    LetterFiles,
)
from tests.integration.documents.test_pictures import photocopied


@pytest.mark.parametrize("pictured", PICTURED)
def test_letter_looks_as_approved(
    pictured: str, files_of_letters: LetterFiles, tmp_path: Path
) -> None:
    picture = small_picture(files_of_letters(pictured))
    worst = difference(picture, load(FOLDER / f"{pictured}.png"))
    save(picture, tmp_path / f"{pictured}.png")
    assert worst <= MOST, (
        f"{pictured} differs by {worst} of 255 (at most {MOST}): look at"
        f" {tmp_path / pictured}.png, and if it is right, run"
        " python -m tests.integration.documents.decisions.approved"
    )


def test_every_approved_picture_is_of_a_letter() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(PICTURED)


def test_an_ordinary_letter_is_short(letter_file: LetterFile) -> None:
    assert 2 <= letter_file.page_count <= MOST_PAGES


@pytest.mark.parametrize("pictured", PICTURED)
def test_every_page_of_a_photocopy_says_which_it_is(
    pictured: str, files_of_letters: LetterFiles
) -> None:
    file = files_of_letters(pictured)
    for number, picture in enumerate(file.pictures, start=1):
        (found,) = zxingcpp.read_barcodes(photocopied(picture))
        assert read_qr(found.text) == PageMark(file.letter.code, number)
