"""What is written down of an unforeseen error."""

import pytest
from flask import Flask

from app.web.access import public

SECRET = "Amina Al-Hassan 41819012345"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_unforeseen_error_is_logged_without_what_its_variables_held(
    app: Flask, capsys: pytest.CaptureFixture[str]
) -> None:
    @public
    def broken() -> str:
        name = SECRET
        raise RuntimeError(str(len(name)))

    app._got_first_request = False
    app.add_url_rule("/broken", view_func=broken)
    app.testing = False
    app.config["PROPAGATE_EXCEPTIONS"] = False
    assert app.test_client().get("/broken").status_code == 500
    written = "".join(capsys.readouterr())
    assert "RuntimeError" in written
    assert "broken" in written
    assert SECRET not in written
    assert app.config["SECRET_KEY"] not in written
