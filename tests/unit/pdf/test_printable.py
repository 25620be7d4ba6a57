"""What can stand on paper is known before it is kept."""

import pytest

from app.pdf.printable import PrintFault, Unprintable, find_unprintable


@pytest.mark.parametrize(
    "name",
    [
        "Amina Al-Hassan Øverlid",
        "D’Amico O'Neill",
        "Đặng Nguyễn Thị Hồng",
        "Łucja Wałęsa-Żółć",
        "Аміна Їжакевич",
        "ኣሚና ተስፋይ",
        "مریم حبیب\u200cالله",
        "مُحَمَّدٌ",
        "ကျွန်တော်မြွှာ",
        "A\u030a\u0301se",
        "{{ 7 * 7 }} %s <b>",
    ],
)
def test_names_of_people_can_be_printed(name: str) -> None:
    assert find_unprintable(name) is None


@pytest.mark.parametrize(
    ("name", "fault", "character"),
    [
        ("Ami\u202ena", PrintFault.UNSEEN, "\u202e"),
        ("Ami\u200bna", PrintFault.UNSEEN, "\u200b"),
        ("Ami\nna", PrintFault.UNSEEN, "\n"),
        ("Ami\x1cna", PrintFault.UNSEEN, "\x1c"),
        ("Ami\ud800na", PrintFault.UNSEEN, "\ud800"),
        ("Ami\ue000na", PrintFault.UNSEEN, "\ue000"),
        ("Ami\u2028na", PrintFault.UNSEEN, "\u2028"),
        ("美娜", PrintFault.NO_GLYPH, "美"),
        ("Amina\N{GRINNING FACE}", PrintFault.NO_GLYPH, "\N{GRINNING FACE}"),
        ("A" + "\u0301" * 6, PrintFault.TOO_MANY_MARKS, "\u0301"),
        ("\u0301A", PrintFault.LOOSE_MARK, "\u0301"),
        ("Amina \u0301A", PrintFault.LOOSE_MARK, "\u0301"),
        ("", PrintFault.NOTHING_TO_SEE, ""),
        (" \u200c\u200d ", PrintFault.NOTHING_TO_SEE, ""),
    ],
)
def test_faults_name_the_character(name: str, fault: PrintFault, character: str) -> None:
    assert find_unprintable(name) == Unprintable(fault, character)


def test_a_character_that_cannot_be_shown_has_a_number() -> None:
    assert Unprintable(PrintFault.UNSEEN, "\u202e").codepoint == "U+202E"
    assert Unprintable(PrintFault.NOTHING_TO_SEE, "").codepoint == ""
