"""Small pictures of the printed letters, approved by eye.

`python -m tests.integration.documents.decisions.approved` renews them. Look at each before you
commit it.
"""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from app.pdf.renderer import PdfRenderer
from tests.integration.documents.approved import save, small_picture
from tests.integration.documents.decisions.letter_paper import PICTURED, letter_files

FOLDER = Path(__file__).with_name("approved")


def main() -> None:
    """Renew all pictures."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with TemporaryDirectory() as directory, closing(PdfRenderer()) as renderer:
        made = letter_files(renderer, Path(directory))
        for language in PICTURED:
            save(small_picture(made(language)), FOLDER / f"{language}.png")


if __name__ == "__main__":
    main()
