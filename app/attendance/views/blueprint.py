"""The blueprint of groups and their weeks: one entry in the menu."""

from flask import Blueprint

bp = Blueprint("groups", __name__)
