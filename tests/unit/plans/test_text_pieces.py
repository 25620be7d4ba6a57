"""Which texts of a plan have to be translated, and to what."""

import pytest

from app.plans.texts.pieces import Piece, digest_of, element_key, targets


@pytest.mark.parametrize(
    ("written_in", "reads", "wanted"),
    [
        ("nb", "ti", ("ti",)),
        ("ti", "ti", ("nb",)),
        ("ti", "ar", ("nb", "ar")),
        ("nb", "nb", ()),
        ("nb", "nn", ()),
        ("nn", "nb", ()),
        ("nn", "uk", ("uk",)),
        ("so", "nn", ("nb",)),
        ("so", "nb", ("nb",)),
    ],
)
def test_a_text_is_needed_in_norwegian_and_in_the_reader_s_language(
    written_in: str, reads: str, wanted: tuple[str, ...]
) -> None:
    assert targets(Piece("reasons", "…", written_in), reads) == wanted


def test_the_same_words_in_another_language_are_other_words() -> None:
    assert digest_of("Far", "nb") != digest_of("Far", "en")
    assert digest_of("Far", "nb") != digest_of("Far ", "nb")
    assert Piece("a", "Far", "nb").digest == Piece("b", "Far", "nb").digest


def test_texts_of_an_element_are_told_apart() -> None:
    keys = {element_key(place, what) for place in (1, 11) for what in ("title", "reason")}
    assert keys == {
        "element-1-title",
        "element-1-reason",
        "element-11-title",
        "element-11-reason",
    }
    assert not "element-11-title".startswith(element_key(1, ""))
