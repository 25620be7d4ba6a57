"""A text in parts: each has its own readers and signatures, and some are not for everybody."""

from datetime import date

import pytest

from app.declarations.bundles.audience import audiences_of
from app.declarations.bundles.reading import REQUIRED_CLAUSES
from app.declarations.bundles.types import Audience, BundleError, BundleKind, Party
from app.declarations.bundles.upload import read_upload
from app.declarations.sheet import render_sheet_html
from tests.support.sheets import make_sheet
from tests.support.text_files import NAME, two_part_bundle, two_parts

BUNDLE = two_part_bundle()
NEWCOMER = frozenset({Audience.NEWLY_ARRIVED})


def test_parts_say_who_reads_and_who_signs() -> None:
    assert [(part.part_id, part.audience) for part in BUNDLE.parts] == [
        ("all", Audience.EVERYONE),
        ("new", Audience.NEWLY_ARRIVED),
    ]
    assert BUNDLE.parts[0].signed_by == (Party.PARTICIPANT,)
    assert BUNDLE.signed_by == (Party.PARTICIPANT, Party.MUNICIPALITY)
    assert BUNDLE.clause("new_paragraph").part == "new"
    assert BUNDLE.clause("title").part is None


def test_a_text_without_parts_is_one_part_for_everyone() -> None:
    [part] = make_sheet(BundleKind.INTEGRATION_CONTRACT).bundle.parts
    assert part.audience is Audience.EVERYONE
    assert part.signed_by == (Party.PARTICIPANT, Party.MUNICIPALITY)


def test_a_part_for_others_is_left_out_in_both_languages() -> None:
    whole, short = BUNDLE.for_audiences(NEWCOMER), BUNDLE.for_audiences(())
    assert whole == BUNDLE
    assert [part.part_id for part in short.parts] == ["all"]
    assert not [clause for clause in short.clauses if clause.clause_id.startswith("new_")]
    left_out = set(BUNDLE.translation("en").clauses) - set(short.translation("en").clauses)
    assert left_out == {c.clause_id for c in BUNDLE.clauses if c.part == "new"}
    assert short.digest("en") != whole.digest("en")


def test_each_part_of_the_sheet_ends_with_its_own_lines() -> None:
    html = render_sheet_html(make_sheet(bundle=BUNDLE, language="en"))
    order = [
        "Navn: ",
        "Del 1. For alle som skriver under",
        "Underskrift på del 1:",
        'data-box="all_signature_participant"',
        "Del 2. For den som nylig er kommet",
        "Underskrift på del 2:",
        'data-box="new_signature_participant"',
        'data-box="new_signature_municipality"',
        'data-box="note_interpreter"',
    ]
    places = [html.index(words) for words in order]
    assert places == sorted(places)
    assert html.count("data-box=") == 4
    assert html.count('<section class="signing">') == 2


def test_a_sheet_can_be_made_of_nothing_but_what_every_sheet_has() -> None:
    kept = {*REQUIRED_CLAUSES, "all_signature_participant"}
    bundle = BUNDLE.for_audiences(())
    clauses = tuple(clause for clause in bundle.clauses if clause.clause_id in kept)
    fields = {name: getattr(bundle, name) for name in bundle.__slots__}
    bare = type(bundle)(**{**fields, "clauses": clauses})
    for language in ("nb", "en"):
        assert "Erklæring om integrering" in render_sheet_html(
            make_sheet(bundle=bare, language=language)
        )


@pytest.mark.parametrize(
    ("settled_on", "on", "is_new"),
    [
        (date(2024, 11, 23), date(2026, 11, 22), True),
        (date(2024, 11, 22), date(2026, 11, 22), False),
        (date(2024, 2, 29), date(2026, 2, 28), True),
        (date(2024, 2, 29), date(2026, 3, 1), False),
        (date(2026, 12, 1), date(2026, 11, 22), True),
    ],
)
def test_newly_arrived_for_two_years(settled_on: date, on: date, is_new: bool) -> None:
    assert (Audience.NEWLY_ARRIVED in audiences_of(settled_on, on)) is is_new


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('id = "new"\naudience', 'id = "all"\naudience', "all stands twice"),
        ('audience = "newly_arrived"', 'audience = "tourists"', "audience must be one of"),
        ('role = "lead"\npart = "all"', 'role = "lead"', "all_lead names no part"),
        ('role = "lead"\npart = "all"', 'role = "lead"\npart = "x"', "unknown part x"),
        ('role = "title"', 'role = "title"\npart = "all"', "belongs to the whole document"),
        (
            'role = "signature"\npart = "all"',
            'role = "signature"\npart = "new"',
            "part all has no line to sign on",
        ),
    ],
)
def test_faults_of_parts_are_named(old: str, new: str, message: str) -> None:
    with pytest.raises(BundleError, match=message):
        read_upload(NAME, two_parts((old, new)))
