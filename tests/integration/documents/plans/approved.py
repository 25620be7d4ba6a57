"""Small pictures of the printed plans, approved by eye.

`python -m tests.integration.documents.plans.approved` renews them. Look at each before you commit
it.
"""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from app.pdf.renderer import PdfRenderer
from tests.integration.documents.approved import save, small_picture
from tests.integration.documents.plans.plan_paper import LANGUAGES, make_file
from tests.support.plan_sheets import make_plan_sheet

FOLDER = Path(__file__).with_name("approved")


def main() -> None:
    """Renew all pictures."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with TemporaryDirectory() as directory, closing(PdfRenderer()) as renderer:
        for language in LANGUAGES:
            file = Path(directory) / f"{language}.pdf"
            made = make_file(renderer, make_plan_sheet(language), file)
            save(small_picture(made), FOLDER / f"{language}.png")


if __name__ == "__main__":
    main()
