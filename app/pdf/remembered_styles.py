"""Style sheets that are read once, and computed styles that serve many documents.

Elements with the same parent's style and the same rules have the same style; within one document
WeasyPrint shares it already. Between documents that holds as long as no style depends on the
document by itself: our style sheets use no lengths of the viewport, and none sets `overflow` on
`html` or `body`. A file that changes is seen when the process starts anew.
"""

from functools import cache
from typing import Any

from weasyprint import css
from weasyprint.layout.page import PageType

from app.pdf.assets import BASE_URL


@cache
def remember_styles() -> None:
    """Let this process do so; once is enough. Needs `RememberingFonts`."""
    read = css.CSS

    def read_once(**source: Any) -> Any:
        url = source.get("url")
        if url is None or not url.startswith(BASE_URL) or "matcher" in source:
            return read(**source)
        known = source["font_config"].style_sheets
        if url not in known:
            known[url] = read(**source | {"page_rules": [], "layers": []})
        return known[url]

    css.CSS = read_once
    css.StyleFor = _RememberingStyles


class _RememberingStyles(css.StyleFor):  # type: ignore[misc]  # the library has no types
    def set_computed_styles(
        self,
        element: Any,
        parent: Any,
        root: Any = None,
        pseudo_type: str | None = None,
        base_url: str | None = None,
        target_collector: Any = None,
    ) -> None:
        rest = (root, pseudo_type, base_url, target_collector)
        if isinstance(element, PageType):  # its counters are written into the style
            super().set_computed_styles(element, parent, *rest)
            return
        known = self.font_config.styles
        key = self._key(element, parent, pseudo_type)
        if key not in known:
            super().set_computed_styles(element, parent, *rest)
            known[key] = self._computed_styles[element, pseudo_type]
            return
        style = self._computed_styles[element, pseudo_type] = known[key]
        if target_collector and style["anchor"]:
            target_collector.collect_anchor(style["anchor"])

    def _key(self, element: Any, parent: Any, pseudo_type: str | None) -> object:
        """Return what decides about the style.

        A style holds on to its parent's and to its declared values: as long as it is remembered,
        their ids are nobody else's.
        """
        declared = self._cascaded_styles.get((element, pseudo_type), {})
        return (
            None if parent is None else id(self._computed_styles[parent, None]),
            pseudo_type,
            tuple(
                (name, str(value) if name == "lang" else id(value), weight)
                for name, (value, weight) in declared.items()
            ),
        )
