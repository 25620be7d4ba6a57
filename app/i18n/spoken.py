"""The languages that participants speak and read: more than the portal itself is written in."""

import flask_babel
from babel import Locale

from app.i18n.text import pgettext

SPOKEN_LANGUAGES = (
    "am", "ar", "az", "bal", "be", "bn", "ckb", "en", "es", "fa", "fa-AF", "fr", "ha", "hy",
    "ka", "kk", "ku", "ln", "my", "ne", "om", "ps", "rhg", "rn", "ro", "ru", "rw", "so", "sq",
    "sw", "ta", "tg", "th", "ti", "tl", "tr", "uk", "ur", "uz", "vi", "zh",
)  # fmt: skip
"""BCP 47 codes. A language outside the list is stored all the same if it comes by another way."""


def language_name(code: str) -> str:
    """Return the language's name in the reader's language; an unknown code names itself."""
    if code == "ku":  # the locale data says "Kurdish", which Sorani is too
        return pgettext("språk", "kurmanji (nordkurdisk)")
    if code == "ckb":
        return pgettext("språk", "sorani (sentralkurdisk)")
    if code == "fa":
        return pgettext("språk", "persisk (farsi)")
    reader = flask_babel.get_locale() or Locale.parse("nb")
    return str(reader.languages.get(code.replace("-", "_"), code))
