"""Formatting that templates may do; everything else arrives ready from a presenter."""

from flask import Flask

from app.i18n import format as fmt
from app.i18n.bidi import isolate


def init_filters(app: Flask) -> None:
    """Register the filters on the application's templates."""
    app.jinja_env.filters.update(
        isolate=isolate,
        short_date=fmt.short_date,
        long_date=fmt.long_date,
        month_name=fmt.month_name,
        weekday_name=fmt.weekday_name,
        moment=fmt.moment,
        ore_amount=fmt.ore_amount,
        hours=fmt.hours,
    )
