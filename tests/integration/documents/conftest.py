"""Every sheet in every language, rendered once."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.declarations.sheet import render_sheet_html
from app.pdf.renderer import PdfRenderer
from tests.integration.documents.paper import SHEETS, Paper
from tests.support.sheets import make_sheet


@pytest.fixture(scope="session")
def renderer() -> Iterator[PdfRenderer]:
    with closing(PdfRenderer()) as renderer:
        yield renderer


@pytest.fixture(scope="session")
def papers(renderer: PdfRenderer, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Paper]:
    """Return the rendered sheets by `kind-language`."""
    folder: Path = tmp_path_factory.mktemp("papers")
    papers = {}
    for name, (kind, language) in SHEETS.items():
        sheet = make_sheet(kind, language)
        file = folder / f"{name}.pdf"
        file.write_bytes(renderer.render(render_sheet_html(sheet)))
        papers[name] = Paper(file, sheet)
    return papers


@pytest.fixture(params=SHEETS)
def name(request: pytest.FixtureRequest) -> str:
    """The name of each sheet in turn."""
    name: str = request.param
    return name


@pytest.fixture
def paper(name: str, papers: dict[str, Paper]) -> Paper:
    """Each rendered sheet in turn."""
    return papers[name]
