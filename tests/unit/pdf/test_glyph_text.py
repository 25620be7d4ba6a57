"""Each glyph of the Arabic font says the letters it stands for, in every shape of the letter."""

import unicodedata
from io import BytesIO

import pytest
import weasyprint
from fontTools.ttLib import TTFont

from app.pdf.glyph_text import FontRegister, GlyphText, letters_of_glyphs
from tests.support.repository import ROOT

FONTS = ROOT / "static/fonts/pdf"
VAZIRMATN = (FONTS / "vazirmatn-arabic-400-normal.ttf").read_bytes()
LATIN = (FONTS / "noto-sans-latin-400-normal.ttf").read_bytes()


def test_the_engine_is_the_one_that_this_was_written_for() -> None:
    assert weasyprint.__version__ == "70.0", "does the new version read Arabic glyphs itself?"


@pytest.mark.parametrize("weight", [400, 700])
def test_every_shape_of_every_arabic_letter_is_known(weight: int) -> None:
    content = (FONTS / f"vazirmatn-arabic-{weight}-normal.ttf").read_bytes()
    font = TTFont(BytesIO(content))
    letters = letters_of_glyphs(content)
    shapes = 0
    for codepoint, name in font.getBestCmap().items():
        decomposition = unicodedata.decomposition(chr(codepoint))
        if not decomposition.startswith(("<initial>", "<medial>", "<final>", "<isolated>")):
            continue
        base = unicodedata.normalize("NFKC", chr(codepoint))
        if not base.isalpha():
            continue
        shapes += 1
        known = letters.get(font.getGlyphID(name), base)
        assert unicodedata.normalize("NFKC", known) == base
    assert shapes > 100


def test_first_use_does_not_decide_what_an_arabic_glyph_says() -> None:
    glyph = TTFont(BytesIO(VAZIRMATN)).getGlyphID("uni0628")
    glyphs = GlyphText(VAZIRMATN)
    glyphs[glyph] = "بسم"
    assert glyphs[glyph] == "ب"


def test_first_use_decides_for_other_scripts() -> None:
    glyphs = GlyphText(LATIN)
    glyphs[7] = "ffi"
    assert glyphs[7] == "ffi"


def test_no_glyph_says_nothing() -> None:
    glyphs = GlyphText(LATIN)
    glyphs[60_000] = ""
    assert glyphs[60_000] == "\u200b"


def test_a_ligature_is_one_character_that_no_reader_turns_around() -> None:
    letters = letters_of_glyphs(VAZIRMATN)
    known = ("لا", "لأ", "لإ", "لآ", "الله")
    ligatures = [glyph for glyph, text in letters.items() if text in known]
    assert {letters[glyph] for glyph in ligatures} == set(known)
    glyphs = GlyphText(VAZIRMATN)
    for glyph in ligatures:
        glyphs[glyph] = "لا"
        assert len(glyphs[glyph]) == 1
        assert unicodedata.normalize("NFKC", glyphs[glyph]) == letters[glyph]


def test_a_bracket_says_what_it_looks_like_even_if_first_drawn_turned_around() -> None:
    glyph = TTFont(BytesIO(LATIN)).getBestCmap()[ord("(")]
    number = TTFont(BytesIO(LATIN)).getGlyphID(glyph)
    glyphs = GlyphText(LATIN)
    glyphs[number] = ")"
    assert glyphs[number] == "("


def test_fonts_are_mended_as_they_enter_the_register() -> None:
    class Font:
        file_content = LATIN
        to_unicode: object = None

    register, font = FontRegister(), Font()
    register["key"] = font
    assert register["key"] is font
    assert isinstance(font.to_unicode, GlyphText)
