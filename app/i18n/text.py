"""Translation functions, typed. Message ids are bokmål sentences with named placeholders."""

from typing import Any

import flask_babel


def gettext(message: str, **values: Any) -> str:
    """Return the sentence in the reader's language, bokmål where there is no translation."""
    return str(flask_babel.gettext(message, **values))


def ngettext(one: str, many: str, number: int, **values: Any) -> str:
    """Return the sentence for this number of things, in the reader's language."""
    return str(flask_babel.ngettext(one, many, number, **values))


def pgettext(sense: str, message: str, **values: Any) -> str:
    """Return the translation of a word that has several senses, chosen by `sense`."""
    return str(flask_babel.pgettext(sense, message, **values))


def lazy_gettext(message: str, **values: Any) -> Any:
    """Return a text that is translated when it is shown: for labels at module level."""
    return flask_babel.lazy_gettext(message, **values)
