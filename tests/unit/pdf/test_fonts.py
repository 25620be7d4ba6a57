"""The vendored fonts are unchanged, licensed, and all that the style sheets ask for."""

import hashlib
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.support.repository import ROOT

FONTS = ROOT / "static/fonts"
WRITTEN_BY_US = {"fonts.css", "fonts.lock", "fontconfig.xml"}


def files() -> list[Path]:
    """Return what came from elsewhere."""
    return [
        file
        for file in sorted(FONTS.rglob("*"))
        if file.is_file() and file.name not in WRITTEN_BY_US
    ]


def test_every_font_is_as_it_came() -> None:
    lines = (FONTS / "fonts.lock").read_text(encoding="utf-8").splitlines()
    locked = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    present = {
        str(file.relative_to(ROOT)): hashlib.sha512(file.read_bytes()).hexdigest()
        for file in files()
    }
    assert len(present) > 20
    assert present == locked


def test_every_family_carries_its_open_licence() -> None:
    licensed = {file.stem for file in (FONTS / "licences").iterdir()}
    fonts = [file.name for file in files() if file.suffix in {".ttf", ".woff2"}]
    for name in fonts:
        assert any(name.startswith(f"{family}-") for family in licensed), name
    for file in (FONTS / "licences").iterdir():
        assert "SIL Open Font License" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["pdf", "web"])
def test_style_sheet_and_files_agree(folder: str) -> None:
    css = (FONTS / folder / "fonts.css").read_text(encoding="utf-8")
    used = re.findall(r'url\("([^"]+)"\)', css)
    fonts = {file.name for file in files() if file.parent.name == folder}
    assert len(used) == len(set(used))
    assert set(used) == fonts


def test_each_document_family_is_one_file_per_weight() -> None:
    """The PDF engine would take a second file of the same family and weight for the first."""
    css = (FONTS / "pdf" / "fonts.css").read_text(encoding="utf-8")
    faces = re.findall(r'font-family: "([^"]+)";\s+font-weight: (\d+);', css)
    assert len(faces) == len(set(faces)) == 16


@pytest.mark.parametrize(
    ("font", "text"),
    [
        ("noto-sans-latin", "ÆØÅæøåı«»–—’…•"),
        ("noto-sans-latin-ext", "ĐđŠšŽžČčŊŋŧşğİłńķ"),
        ("noto-sans-vietnamese", "ĂăĐđƠơƯưẠạỀềỹ"),
        ("noto-sans-cyrillic", "АБВГҐЄІЇабвгґєіїьюя"),
        ("vazirmatn-arabic", "آابپتټجچحخدډرړزژسشصضطظعغفقکګگلمنڼهوۆیۍېۀئێڵ،؛؟"),
        ("noto-sans-myanmar-myanmar", "ကခဂဃငစဆဇဈညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအဤဥဧ၊။၍၏ျြွှါာိီုူေဲံ့း်္"),
        ("noto-sans-ethiopic-ethiopic", "ሀለሐመሠረሰሸቀቐበተኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ።፡፣፤፥፦"),
    ],
)
@pytest.mark.parametrize("weight", [400, 700])
def test_letters_of_the_languages_are_there(font: str, text: str, weight: int) -> None:
    with TTFont(FONTS / "pdf" / f"{font}-{weight}-normal.ttf") as loaded:
        covered = loaded.getBestCmap()
    assert [letter for letter in text if ord(letter) not in covered] == []
