"""Where the pages stand."""

from flask import Blueprint

bp = Blueprint("intake", __name__, url_prefix="/papirer")
