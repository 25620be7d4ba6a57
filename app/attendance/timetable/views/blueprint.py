"""The blueprint of the timetable: one entry in the menu."""

from flask import Blueprint

bp = Blueprint("timetable", __name__)
