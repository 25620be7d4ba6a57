"""Templates as the portal sees them, and as syntax trees."""

from functools import cache

from flask import Flask
from flask_babel import Babel
from jinja2 import Environment, StrictUndefined, nodes

from app.core.ids import new_id
from app.web.filters import init_filters
from tests.support.repository import ROOT

BREAK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for whatever an expression or a statement puts between two pieces of HTML."""


def make_template_app() -> Flask:
    """Make an application that can render templates and nothing else."""
    app = Flask(
        "templates",
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
        root_path=str(ROOT),
    )
    app.config.update(SECRET_KEY="only for tests, never anywhere else", TESTING=True)
    Babel(app, default_locale="nb")
    init_filters(app)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(new_submission_id=new_id, csrf_token=lambda: "token")
    return app


@cache
def template_app() -> Flask:
    """Return the application that tests without routes share."""
    return make_template_app()


def environment() -> Environment:
    """Return the environment of the pages."""
    return template_app().jinja_env


def tree_of(source: str) -> nodes.Template:
    """Return the syntax tree of a template."""
    return environment().parse(source)


def html_of(source: str) -> str:
    """Return the HTML that is written into the template, with BREAK for everything else."""
    return BREAK.join(data.data for data in tree_of(source).find_all(nodes.TemplateData))
