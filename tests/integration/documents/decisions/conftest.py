"""The same letter for a reader of each language."""

import pytest

from app.pdf.renderer import PdfRenderer
from tests.integration.documents.decisions.letter_paper import (
    LANGUAGES,
    LetterFile,
    LetterFiles,
    letter_files,
)


@pytest.fixture(scope="session")
def files_of_letters(
    renderer: PdfRenderer, tmp_path_factory: pytest.TempPathFactory
) -> LetterFiles:
    """Set each letter once, when the first test asks for it."""
    return letter_files(renderer, tmp_path_factory.mktemp("letters"))


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """The code of each language in turn."""
    code: str = request.param
    return code


@pytest.fixture
def letter_file(language: str, files_of_letters: LetterFiles) -> LetterFile:
    """Each printed letter in turn."""
    return files_of_letters(language)
