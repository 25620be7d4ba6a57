"""The list that people approve says what the application does."""

import pytest
from flask import Flask

from tests.support.access_matrix import access_table
from tests.support.repository import ROOT


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_approved_list_is_what_the_application_does(app: Flask) -> None:
    approved = (ROOT / "docs" / "access.approved.md").read_text(encoding="utf-8")
    assert access_table(app) == approved, "run bin/access-matrix write, and read the difference"
