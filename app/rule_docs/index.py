"""The index of the pages, by theme."""

from collections.abc import Iterable, Iterator, Sequence

from app.rule_docs.keys import page_citation
from app.rule_docs.labels import policy_labels
from app.rule_docs.pages import RulePage
from app.rule_docs.texts import THEMES
from app.rules.policy import PolicyKey

_OPEN = "## Uavklart"

_INTRODUCTION = """\
<!-- Laget av `introportal rule-docs`. Tekstene rettes i app/rule_docs. -->

# Reglene i Introportalen

Her står hver paragraf som portalen regner med, én side for hver. Sidene er skrevet for jurister \
og saksbehandlere: hva regelen sier med våre ord, hvordan portalen bruker den, hvilke tall den \
bygger på, hva kommunen selv velger, og hva et menneske må avgjøre. Lovteksten står hos Lovdata, \
og den går foran sidene her.

Portalen regner og forklarer. Et menneske avgjør hver sak. Der loven ikke gir svaret, gjetter \
ikke portalen: den sier hva som må avklares, eller den følger et valg som kommunen har gjort og \
nevner valget i svaret.

Sider merket *har uavklarte spørsmål* sier hva som er åpent, og hvem som kan avklare det."""


def rendered_index(pages: Sequence[RulePage]) -> str:
    """Return the index."""
    parts = [_INTRODUCTION]
    for theme in THEMES:
        lines = (_line(page) for page in pages if page.text.theme == theme)
        parts += [f"## {theme}", "\n".join(lines)]
    parts += ["## Det kommunen velger", "\n".join(_policies(pages))]
    return "\n\n".join(parts) + "\n"


def _line(page: RulePage) -> str:
    name = f"[{page_citation(page.provision)}]({page.key}.md)"
    is_open = " *(har uavklarte spørsmål)*" if _OPEN in page.text.body else ""
    return f"- {name} **{page.text.heading}.** {page.text.summary}{is_open}"


def _policies(pages: Iterable[RulePage]) -> Iterator[str]:
    for key in PolicyKey:
        links = ", ".join(
            f"[{page_citation(page.provision)}]({page.key}.md)"
            for page in pages
            if key in page.policies
        )
        yield f"- {policy_labels()[key].question} {links}"
