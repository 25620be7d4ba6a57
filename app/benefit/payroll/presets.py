"""Layouts that a municipality can start from."""

from dataclasses import replace
from enum import StrEnum

from app.benefit.payroll.layout import Column, ColumnKind, FileEncoding, Layout


class Preset(StrEnum):
    """A known layout."""

    PORTAL = "portal"
    """What is written until the municipality chooses."""
    VISMA = "visma"
    """Visma Lønn: number of the employee, wage type, quantity, rate, amount."""
    OWN = "own"
    """The municipality's own columns."""


PORTAL_LAYOUT = Layout(
    (
        Column(ColumnKind.PARTICIPANT, "Deltaker"),
        Column(ColumnKind.NAME, "Navn"),
        Column(ColumnKind.IDENTITY_NUMBER, "Identitetsnummer"),
        Column(ColumnKind.WAGE_TYPE, "Lønnsart"),
        Column(ColumnKind.QUANTITY, "Antall"),
        Column(ColumnKind.UNIT, "Enhet"),
        Column(ColumnKind.RATE, "Sats"),
        Column(ColumnKind.AMOUNT, "Beløp"),
        Column(ColumnKind.FIRST_DAY, "Fra og med"),
        Column(ColumnKind.LAST_DAY, "Til og med"),
    )
)
VISMA_LAYOUT = Layout(
    (
        Column(ColumnKind.EMPLOYEE_NUMBER, "Ansattnummer"),
        Column(ColumnKind.WAGE_TYPE, "Lønnsart"),
        Column(ColumnKind.QUANTITY, "Antall"),
        Column(ColumnKind.RATE, "Sats"),
        Column(ColumnKind.AMOUNT, "Beløp"),
    ),
    encoding=FileEncoding.LATIN_1,
    has_headings=False,
)
LAYOUTS = {Preset.PORTAL: PORTAL_LAYOUT, Preset.VISMA: VISMA_LAYOUT}


def preset_of(layout: Layout) -> Preset:
    """Return which known layout this is, whatever the wage types are called."""
    for preset, known in LAYOUTS.items():
        if layout == replace(known, wage_types=layout.wage_types):
            return preset
    return Preset.OWN
