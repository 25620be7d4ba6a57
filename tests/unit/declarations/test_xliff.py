"""Files from translators' tools: what they change on the way is understood or refused."""

import pytest

from app.declarations.bundles.limits import MOST_BYTES, MOST_CLAUSES
from app.declarations.bundles.xliff_reading import XliffError, XliffFault, read_xliff
from app.declarations.bundles.xliff_writing import NAMESPACE


def file_with(inside: str, language: str = "ar", head: str = "") -> bytes:
    """Return an XLIFF file around some units."""
    return (
        f'<?xml version="1.0"?>{head}<xliff xmlns="{NAMESPACE}" version="2.0" srcLang="nb" '
        f'trgLang="{language}"><file id="f">{inside}</file></xliff>'
    ).encode()


def unit(target: str, notes: str = "") -> str:
    """Return a unit with these words."""
    return f'<unit id="lead">{notes}<segment><source>x</source>{target}</segment></unit>'


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("<target>  a\n  b </target>", "a b"),
        ('<target>a <ph id="name"/> b</target>', "a {name} b"),
        ('<target>a <ph id="name-2"/> b</target>', "a {name} b"),
        ('<target><pc id="1">a <mrk id="m">b</mrk></pc> c</target>', "a b c"),
        ("<target>a<!-- no word --><?pi no word?> b</target>", "a b"),
        ("<target/>", ""),
        ("", ""),
        ("<target>&lt;b&gt; &amp; &#x627;</target>", "<b> & ا"),
    ],
)
def test_words_are_read_and_marks_are_not(target: str, text: str) -> None:
    [found] = read_xliff(file_with(unit(target)), "ar")
    assert (found.clause_id, found.text) == ("lead", text)
    assert found.source_digest == found.target_digest == ""


def test_a_clause_that_a_tool_cut_into_sentences_is_put_together() -> None:
    both = (
        '<unit id="lead"><segment><source>x</source><target>a.</target></segment>'
        "<segment><source>y</source><target>b.</target></segment></unit>"
    )
    assert read_xliff(file_with(both), "ar")[0].text == "a. b."


def test_digests_stand_in_notes() -> None:
    notes = (
        '<notes><note category="source-digest"> s </note>'
        '<note category="target-digest">t</note><note>by hand</note></notes>'
    )
    [found] = read_xliff(file_with(unit("", notes)), "ar")
    assert (found.source_digest, found.target_digest) == ("s", "t")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"x" * (MOST_BYTES + 1), XliffFault.TOO_LARGE),
        ("<a>å</a>".encode("utf-16"), XliffFault.NOT_UTF8),
        (b'<!DOCTYPE a SYSTEM "other.dtd"><a/>', XliffFault.HAS_DOCTYPE),
        (file_with("", head='<!DOCTYPE x [<!ENTITY a "aaaa">]>'), XliffFault.HAS_DOCTYPE),
        (file_with("&a;"), XliffFault.NOT_XML),
        (b"<a>" * 100_000, XliffFault.NOT_XML),
        (file_with("<b>" * 3000 + "</b>" * 3000), XliffFault.NOT_XML),
        (b'<?xml version="1.0" encoding="utf-7"?><a/>', XliffFault.NOT_XLIFF),
        (b"<a/>", XliffFault.NOT_XLIFF),
        (b'<xliff version="2.0" trgLang="ar"/>', XliffFault.NOT_XLIFF),
        (file_with("", language="uk"), XliffFault.OTHER_LANGUAGE),
        (file_with(unit("") * (MOST_CLAUSES + 1)), XliffFault.TOO_MANY_UNITS),
    ],
)
def test_what_is_no_such_file_is_refused(content: bytes, fault: XliffFault) -> None:
    with pytest.raises(XliffError) as caught:
        read_xliff(content, "ar")
    assert caught.value.fault is fault
