"""How pages show the law: a provision as a link, and what a check of the rules found."""

from dataclasses import dataclass

from app.rules.law import Provision


@dataclass(frozen=True, slots=True)
class ProvisionLink:
    """A provision as `components/provision.html` links to it."""

    text: str
    url: str

    @classmethod
    def of(cls, provision: Provision) -> "ProvisionLink":
        """Return the provision with its source's full name and address."""
        return cls(provision.full_citation, provision.link)


@dataclass(frozen=True, slots=True)
class FindingView:
    """One ground, finding or question as `components/finding_list.html` shows it."""

    tone: str
    label: str
    sentence: str
    provisions: tuple[ProvisionLink, ...]
    action_text: str = ""
    action_url: str = ""
    """Where it is mended; empty: nowhere on these pages."""
