"""The languages of the portal: one typed list from which menus, checks and tests are derived."""

from dataclasses import dataclass
from enum import Flag, auto

from babel import Locale


class Use(Flag):
    """What a language is complete for."""

    PAGES = auto()
    DOCUMENTS = auto()


@dataclass(frozen=True, slots=True)
class Language:
    """One language, by its BCP 47 code."""

    code: str
    own_name: str
    """The name its readers use; the locale data calls Dari "Persian (Afghanistan)"."""
    use: Use

    @property
    def locale(self) -> Locale:
        """The locale data of this language."""
        return Locale.parse(self.code, sep="-")

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, for the `dir` attribute."""
        return self.locale.text_direction


DEFAULT = Language("nb", "Norsk bokmål", Use.PAGES | Use.DOCUMENTS)

LANGUAGES = (
    DEFAULT,
    Language("nn", "Norsk nynorsk", Use.PAGES | Use.DOCUMENTS),
    Language("en", "English", Use.PAGES | Use.DOCUMENTS),
    Language("ar", "العربية", Use.PAGES | Use.DOCUMENTS),
    Language("ti", "ትግርኛ", Use.DOCUMENTS),
    Language("uk", "Українська", Use.DOCUMENTS),
    Language("ru", "Русский", Use.DOCUMENTS),
    Language("fa-AF", "دری", Use.DOCUMENTS),
    Language("fa", "فارسی", Use.DOCUMENTS),
    Language("ps", "پښتو", Use.DOCUMENTS),
    Language("so", "Soomaali", Use.DOCUMENTS),
    Language("ku", "Kurdî (kurmancî)", Use.DOCUMENTS),
    Language("ckb", "کوردی (سۆرانی)", Use.DOCUMENTS),
    Language("tr", "Türkçe", Use.DOCUMENTS),
    Language("sw", "Kiswahili", Use.DOCUMENTS),
    Language("fr", "Français", Use.DOCUMENTS),
    Language("am", "አማርኛ", Use.DOCUMENTS),
    Language("es", "Español", Use.DOCUMENTS),
    Language("pl", "Polski", Use.DOCUMENTS),
    Language("ur", "اردو", Use.DOCUMENTS),
    Language("my", "မြန်မာ", Use.DOCUMENTS),
)

_BY_CODE = {language.code: language for language in LANGUAGES}


def find_language(code: str) -> Language | None:
    """Return the language with this exact BCP 47 code, or None."""
    return _BY_CODE.get(code)


def page_languages() -> tuple[Language, ...]:
    """Return the languages in which every page is complete."""
    return tuple(language for language in LANGUAGES if Use.PAGES in language.use)


def document_languages() -> tuple[Language, ...]:
    """Return the languages in which documents for signing exist."""
    return tuple(language for language in LANGUAGES if Use.DOCUMENTS in language.use)
