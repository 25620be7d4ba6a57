"""Two checkers that share no code look at every printed letter; the bytes are always the same."""

import outloud

from app.decisions.freezing import freeze, thaw
from app.decisions.sheet import render_letter_html
from app.pdf.renderer import PdfRenderer
from tests.integration.documents.decisions.letter_paper import LetterFile, LetterFiles
from tests.integration.documents.test_checkers import ONE_LETTER_MANY_SHAPES, broken_profiles


def test_letter_is_archivable_and_accessible(letter_file: LetterFile) -> None:
    assert broken_profiles(letter_file.file) == []


def test_a_screen_reader_finds_its_way_through_every_letter(letter_file: LetterFile) -> None:
    others = [
        finding
        for finding in outloud.check(str(letter_file.file)).findings
        if finding.rule != ONE_LETTER_MANY_SHAPES or "Vazirmatn" not in finding.evidence
    ]
    assert others == []


def test_what_was_frozen_gives_the_same_bytes(
    files_of_letters: LetterFiles, renderer: PdfRenderer
) -> None:
    file = files_of_letters("ar")
    letter = file.letter
    frozen = freeze(letter.content, letter.words, letter.summary_words)
    again = thaw(frozen, letter.code, letter.made_on)
    assert renderer.render(render_letter_html(again)) == file.content
