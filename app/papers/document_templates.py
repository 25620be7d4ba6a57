"""Fill in the templates of documents for paper: strict, escaping, one way to set in a value."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.i18n.bidi import isolate
from app.i18n.format import ore_amount, short_date

_TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def render_document(template: str, **values: object) -> str:
    """Return the HTML of a document, for `app.pdf.renderer.PdfRenderer.render`.

    `template` is a path under `templates/`, such as `documents/declaration.html`. A value that the
    template names and nobody gave is an error, never an empty space on paper.
    """
    return _environment().get_template(template).render(values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """Return the environment; it needs no web request and no language of a reader."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(isolate=isolate, short_date=short_date, ore_amount=ore_amount)
    return environment
