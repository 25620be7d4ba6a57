"""How heavy texts are, against counts made by hand."""

from fractions import Fraction

import pytest

from app.plans.readability import Readability, ReadingLevel, read


@pytest.mark.parametrize(
    ("text", "words", "long_words", "sentences", "lix"),
    [
        ("Du lærer norsk.", 3, 0, 1, 3),
        # 4 + 5 words in 2 sentences; long: arbeidsplassen (14), snakker (7).
        ("Du er på arbeidsplassen. Der snakker du mye norsk.", 9, 2, 2, 27),
        # No full stop at the end; a line is a sentence of its own.
        ("Norsk\nPraksis", 2, 1, 2, 51),
        # A point inside a number ends nothing; a hyphen joins; "lese-" is a word of four letters.
        ("Han tar 1.5 timer lese- og skriveopplæring.", 8, 1, 1, 20),
        ("Hva nå? Hun vil bli baker!", 6, 0, 2, 3),
    ],
)
def test_counts_words_and_sentences(
    text: str, words: int, long_words: int, sentences: int, lix: int
) -> None:
    counted = read(text)
    assert counted == Readability(words, long_words, sentences)
    assert counted.lix == lix


def test_a_word_of_six_letters_is_not_long_and_one_of_seven_is() -> None:
    assert read("skolen") == Readability(1, 0, 1)
    assert read("skolene") == Readability(1, 1, 1)


@pytest.mark.parametrize("text", ["", "  \n ", "…", "– . ?"])
def test_a_text_without_words_has_no_reading_level(text: str) -> None:
    assert read(text) is None


def test_the_mean_sentence_is_exact() -> None:
    counted = read("En to tre. Fire fem.")
    assert counted is not None
    assert counted.mean_sentence == Fraction(5, 2)


@pytest.mark.parametrize(
    ("words", "long_words", "level"),
    [
        (29, 0, ReadingLevel.EASY),
        (30, 0, ReadingLevel.MIDDLING),
        (39, 0, ReadingLevel.MIDDLING),
        (40, 0, ReadingLevel.HEAVY),
        (10, 3, ReadingLevel.HEAVY),
    ],
)
def test_the_index_gives_the_level(words: int, long_words: int, level: ReadingLevel) -> None:
    assert Readability(words, long_words, 1).level is level
