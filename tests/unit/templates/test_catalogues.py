"""Every language of the pages is complete, and says with the same values what bokmål says."""

import re

import polib
import pytest

from app.i18n.locales import DEFAULT, Language, page_languages
from tests.support.repository import ROOT

LANGUAGES = [language for language in page_languages() if language != DEFAULT]
_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
_ANY_PERCENT = re.compile(r"%(?!\(\w+\)[sd]|%)")
_MARKUP = re.compile(r"<[a-zA-Z/]|&[a-z]+;")


def faults(entry: polib.POEntry) -> list[str]:
    """Return what is wrong with one sentence of a catalogue."""
    sources = [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    found = []
    if not all(text.strip() for text in texts):
        found.append("not translated")
    if "fuzzy" in entry.flags:
        found.append("not reviewed")
    allowed = {name for source in sources for name in _PLACEHOLDER.findall(source)}
    needed = {name for name in allowed if all(f"%({name})" in source for source in sources)}
    for text in texts:
        given = set(_PLACEHOLDER.findall(text))
        # A plural form for exactly one or two things may leave the number out.
        if text and not (needed - ({"num"} if entry.msgid_plural else set()) <= given <= allowed):
            found.append(f"other values: {sorted(given)} for {sorted(needed)}")
    if any(_ANY_PERCENT.search(text) for text in (*sources, *texts)):
        found.append("a percent sign that is no named value")
    if any(_MARKUP.search(text) for text in (*sources, *texts)):
        found.append("HTML in a sentence")
    return found


@pytest.mark.parametrize(
    ("source", "translation", "fault"),
    [
        ("Hei %(name)s.", "", "not translated"),
        ("Hei %(name)s.", "Hello %(nmae)s.", "other values"),
        ("Hei %(name)s.", "Hello.", "other values"),
        ("Hei.", "Hello %(name)s.", "other values"),
        ("100 prosent", "100 %", "percent sign"),
        ("Hei.", "<b>Hello.</b>", "HTML"),
        ("Hei %s.", "Hello %s.", "percent sign"),
    ],
)
def test_a_fault_is_found(source: str, translation: str, fault: str) -> None:
    found = faults(polib.POEntry(msgid=source, msgstr=translation))
    assert any(each.startswith(fault) or fault in each for each in found)


def test_a_fuzzy_or_half_plural_entry_is_found() -> None:
    assert faults(polib.POEntry(msgid="Hei.", msgstr="Hello.", flags=["fuzzy"]))
    half = {0: "%(num)s dag", 1: ""}
    assert faults(
        polib.POEntry(msgid="%(num)s dag", msgid_plural="%(num)s dager", msgstr_plural=half)
    )


def test_a_good_entry_has_no_fault() -> None:
    assert faults(polib.POEntry(msgid="Hei %(name)s.", msgstr="Hello %(name)s.")) == []
    one_day = {0: "ett døgn", 1: "%(num)s døgn"}
    plural = polib.POEntry(msgid="%(num)s dag", msgid_plural="%(num)s dager", msgstr_plural=one_day)
    assert faults(plural) == []


def entries_of(file: str) -> list[polib.POEntry]:
    """Return the living sentences of a catalogue or of the template."""
    path = ROOT / "translations" / file
    assert path.is_file(), "run bin/translations update"
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete]


def catalogue_of(language: Language) -> list[polib.POEntry]:
    """Return the sentences of a language."""
    return entries_of(f"{language.code.replace('-', '_')}/LC_MESSAGES/messages.po")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_catalogue_is_complete_and_sound(language: Language) -> None:
    entries = catalogue_of(language)
    assert len(entries) > 30
    found = {entry.msgid: faults(entry) for entry in entries}
    assert {msgid: each for msgid, each in found.items() if each} == {}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_catalogue_holds_every_sentence_of_the_template(language: Language) -> None:
    wanted = {(entry.msgctxt, entry.msgid) for entry in entries_of("messages.pot")}
    assert wanted
    assert wanted == {(entry.msgctxt, entry.msgid) for entry in catalogue_of(language)}
