"""What is copied, searched and read aloud from a printed letter is what stands in it."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from app.decisions.content import Letter
from app.decisions.letter_view import parts_of, summary_of, title_of
from tests.integration.documents.decisions.letter_paper import LetterFile
from tests.integration.documents.paper import words


def plain(text: Markup | str) -> str:
    return " ".join(Markup(text).striptags().split())


def norwegian(letter: Letter) -> Iterator[str]:
    """Yield every sentence of the letter before its summary."""
    yield title_of(letter)
    for part in parts_of(letter):
        yield part.heading
        for block in part.blocks:
            for sentence in block.sentences:
                yield plain(sentence.text)
                yield from sentence.quote


def test_every_norwegian_sentence_stands_in_the_letter_word_for_word(
    letter_file: LetterFile,
) -> None:
    sentences = list(norwegian(letter_file.letter))
    assert len(sentences) >= 50
    for read in (letter_file.all_text, letter_file.whole()):
        text = re.sub(r"[\s\ufffe-]+", "", read)
        assert [each for each in sentences if re.sub(r"[\s-]+", "", each) not in text] == []


def test_who_decided_and_who_approved_stand_below(letter_file: LetterFile) -> None:
    letter = letter_file.letter
    for value in (letter.content.decided_by, letter.content.approved_by, "20.11.2026"):
        assert value in letter_file.all_text


def test_the_summary_follows_in_the_reader_s_own_words(letter_file: LetterFile) -> None:
    summary = summary_of(letter_file.letter)
    if summary is None:
        assert letter_file.letter.words.language.code == letter_file.file.stem
        return
    assert len(summary.sentences) == len(letter_file.letter.content.summary)
    said = [summary.title, *summary.notes, *map(plain, summary.sentences)]
    wanted = [word for each in said for word in words(each)]
    for read in (set(words(letter_file.all_text)), set(words(letter_file.whole()))):
        lost = [word for word in wanted if word not in read]
        assert len(lost) <= 0.02 * len(wanted), lost
