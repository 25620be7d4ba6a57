"""A text that fills more pages than have a square is never made: its paper could not be found."""

from dataclasses import replace

import pytest

from app.declarations.bundles.types import ClauseRole
from app.declarations.typesetting import SheetTooLong, typeset_sheet
from app.pdf.renderer import PdfRenderer
from tests.support.sheets import make_sheet


def test_more_pages_than_squares_are_refused(renderer: PdfRenderer) -> None:
    sheet = make_sheet(language="nb")
    point = next(clause for clause in sheet.bundle.clauses if clause.role is ClauseRole.POINT)

    def with_points(count: int) -> object:
        more = tuple(
            replace(point, clause_id=f"more_{number}", text="Jeg følger planen. " * 40)
            for number in range(count)
        )
        bundle = replace(sheet.bundle, clauses=(*sheet.bundle.clauses, *more))
        return typeset_sheet(renderer, replace(sheet, bundle=bundle))

    with_points(1)
    with pytest.raises(SheetTooLong):
        with_points(60)
