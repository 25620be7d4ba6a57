"""Which page a provision stands on."""

from app.rules.law.provision import LegalSource, Provision

_CHANGING_ACTS = ("LOV-", "FOR-")
"""Short names of acts and regulations that are too short for a page per section."""


def has_one_page(source: LegalSource) -> bool:
    """Whether the whole source stands on one page."""
    return source.short_name.startswith(_CHANGING_ACTS)


def page_key(provision: Provision) -> str:
    """Return the name of the page: `il-14a`, `if-14a`, `for-2024-06-25-1215`.

    The act writes `14 a` and the regulation `14a`; people write either for both.
    """
    source = provision.source
    if has_one_page(source):
        return source.short_name.lower()
    return f"{source.short_name}-{provision.section}".lower().replace(" ", "")


def page_citation(provision: Provision) -> str:
    """Return how the page is cited: the section without paragraph, or the whole source."""
    source = provision.source
    if has_one_page(source):
        return source.short_name
    return f"{source.short_name} § {provision.section}"


def page_link(provision: Provision) -> str:
    """Return where the page's provision can be read at Lovdata."""
    return provision.source.link if has_one_page(provision.source) else provision.link
