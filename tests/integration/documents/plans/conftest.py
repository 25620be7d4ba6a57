"""The same plan in every language, rendered once."""

from pathlib import Path

import pytest

from app.pdf.renderer import PdfRenderer
from tests.integration.documents.plans.plan_paper import LANGUAGES, PlanFile, make_file
from tests.support.plan_sheets import make_plan_sheet


@pytest.fixture(scope="session")
def plan_files(
    renderer: PdfRenderer, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, PlanFile]:
    """Return the rendered plans by language."""
    folder: Path = tmp_path_factory.mktemp("plans")
    return {
        language: make_file(renderer, make_plan_sheet(language), folder / f"{language}.pdf")
        for language in LANGUAGES
    }


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """The code of each language in turn."""
    code: str = request.param
    return code


@pytest.fixture
def plan_file(language: str, plan_files: dict[str, PlanFile]) -> PlanFile:
    """Each rendered plan in turn."""
    return plan_files[language]
