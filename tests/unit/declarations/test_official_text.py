"""The Norwegian text of the declaration is the official draft, word for word."""

import re

from app.declarations.bundles.catalogue import load_bundle
from app.declarations.bundles.types import BundleKind, BundleStatus, ClauseRole
from tests.support.repository import ROOT

OFFICIAL = (ROOT / "tests/support/texts/official_declaration.txt").read_text(encoding="utf-8")
BUNDLE = load_bundle(BundleKind.INTEGRATION_DECLARATION, "2026-hearing")


def test_all_clauses_together_are_the_official_text() -> None:
    ours = " ".join(
        re.sub(r"\{\w+\}", "____", clause.text)
        for clause in BUNDLE.clauses
        if clause.role not in {ClauseRole.NOTE, ClauseRole.OFFICE}
    )
    official = " ".join(OFFICIAL.split())
    blank_lines = ("Navn:", "DUF.nr:")  # lines to fill in, without a blank in the middle
    for line in blank_lines:
        official = official.replace(line, f"{line} ____")
    assert ours == official


def test_it_is_marked_as_a_draft_and_names_its_source() -> None:
    assert BUNDLE.status is BundleStatus.CONSULTATION_DRAFT
    assert BUNDLE.clause("note_status").text.startswith("Høringsutkast")
    assert BUNDLE.source.publisher == "Arbeids- og inkluderingsdepartementet"
    assert BUNDLE.legal_basis.amended_by == "LOV-2026-06-12-23"


def test_six_points_are_acknowledged() -> None:
    assert sum(clause.role is ClauseRole.POINT for clause in BUNDLE.clauses) == 6
