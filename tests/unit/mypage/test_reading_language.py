"""In which language a plan is shown: hers, even where the portal has no pages in it."""

import pytest

from app.mypage.presenters.plan import reading_language


@pytest.mark.parametrize(
    ("own", "page", "shown"),
    [
        ("ti", "nb", "ti"),
        ("my", "en", "my"),
        ("ti", "ar", "ti"),
        ("ar", "ar", "ar"),
        ("ar", "nb", "nb"),
        ("nb", "en", "en"),
        ("xx", "en", "en"),
        ("", "nn", "nn"),
        ("bn", "en", "en"),
    ],
)
def test_the_page_decides_only_where_she_could_choose(own: str, page: str, shown: str) -> None:
    assert reading_language(own, page) == shown
