"""Clauses as they are shown: fields stand out, and keep their direction in any text."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from app.declarations.bundles.succession import Words
from app.i18n.locales import DEFAULT, Language, find_language

_PUT_IN, _TAKEN_OUT = Markup("<ins>{}</ins>"), Markup("<del>{}</del>")
_FIELD = re.compile(r"\{[a-z_]*\}")


def marked(text: str) -> Markup:
    """Return the text with each `{field}` shielded from the direction of the words around it."""
    shown = Markup("")
    end = 0
    for found in _FIELD.finditer(text):
        shown += escape(text[end : found.start()])
        shown += Markup('<bdi dir="ltr"><code>{}</code></bdi>').format(found[0])
        end = found.end()
    return shown + escape(text[end:])


def marked_difference(words: Iterable[Words]) -> Markup:
    """Return both texts as one: what was taken out, what was put in, what stayed."""
    shown = []
    for each in words:
        if each.is_old and each.is_new:
            shown.append(marked(each.text))
        else:
            frame = _PUT_IN if each.is_new else _TAKEN_OUT
            shown.append(frame.format(marked(each.text)))
    return Markup(" ").join(shown)


def language_of(code: str) -> Language:
    """Return the language, for its name and direction."""
    return find_language(code) or DEFAULT
