"""Provisions: where in the law a rule stands, how it is cited and where it can be read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LegalSource:
    """An act or a regulation (rettskilde)."""

    short_name: str
    """The abbreviation used in citations: `il`, `if`, `fvl`."""
    title: str
    """The full short title, as it is written in letters: `integreringsloven`."""
    link: str
    """Lovdata's address of the source; a section's address continues it."""
    checked_on: date = date(2026, 7, 2)
    """The day whose text the rules were last compared with."""

    def section(self, section: str, detail: str = "") -> "Provision":
        """Return a provision in this source, such as `("8", "(1)")` or `("46", "(2) g")`."""
        return Provision(self, section, detail)


@dataclass(frozen=True, slots=True)
class Provision:
    """Hjemmel: a section, and where needed the paragraph and letter, of a legal source."""

    source: LegalSource
    section: str
    """The number as the source writes it: `21`, `14 a` in the act, `14a` in the regulation."""
    detail: str = ""
    """Paragraph in brackets and letter: `(1)`, `(2) g`."""

    @property
    def citation(self) -> str:
        """The short citation: `il § 21`, `if § 8 (1)`."""
        return self._cite(self.source.short_name)

    @property
    def full_citation(self) -> str:
        """The citation with the source's title, for letters: `integreringsloven § 21`."""
        return self._cite(self.source.title)

    @property
    def link(self) -> str:
        """The section's address at Lovdata."""
        return f"{self.source.link}/§{self.section.replace(' ', '')}"

    def _cite(self, name: str) -> str:
        return f"{name} § {self.section} {self.detail}".rstrip()
