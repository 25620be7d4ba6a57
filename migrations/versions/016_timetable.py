"""Rooms, closed days, exceptions from the weekly meetings, and individual elements.

Going back forgets rooms, closed days, substitutes and what was said of cancelled sessions;
individual elements become ordinary groups.

Revision ID: 016
Revises: 015
"""

from datetime import date, timedelta

import sqlalchemy as sa
from alembic import op

revision = "016"
down_revision = "015"
branch_labels = None
depends_on = None

REFERENCES = {
    "group": {"plan_element_id": "plan_element"},
    "timetable_slot": {"room_id": "room", "teacher_id": "user"},
    "group_session": {
        "closed_day_id": "closed_day",
        "slot_id": "timetable_slot",
        "room_id": "room",
        "teacher_id": "user",
    },
}
TEXTS = {
    "group": {"kind": (40, "group"), "place": (200, ""), "contact": (200, "")},
    "timetable_slot": {},
    "group_session": {"cancel_reason": (200, "")},
}


def upgrade() -> None:
    """Go forward."""
    _create_rooms()
    _create_closed_days()
    for table, references in REFERENCES.items():
        with op.batch_alter_table(table) as batch:
            for name, (length, default) in TEXTS[table].items():
                kind = sa.String(length=length)
                batch.add_column(sa.Column(name, kind, nullable=False, server_default=default))
            for name in references:
                batch.add_column(sa.Column(name, sa.Uuid(), nullable=True))
            if table == "group_session":
                batch.add_column(sa.Column("planned_on", sa.Date(), nullable=True))
            for name, target in references.items():
                batch.create_foreign_key(op.f(f"fk_{table}_{name}"), target, [name], ["id"])
                batch.create_index(op.f(f"ix_{table}_{name}"), [name])
    _tie_sessions_to_slots()


def downgrade() -> None:
    """Go back."""
    for table, references in reversed(REFERENCES.items()):
        with op.batch_alter_table(table) as batch:
            for name in references:
                batch.drop_index(op.f(f"ix_{table}_{name}"))
                batch.drop_constraint(op.f(f"fk_{table}_{name}"), type_="foreignkey")
            for name in (*references, *TEXTS[table]):
                batch.drop_column(name)
            if table == "group_session":
                batch.drop_column("planned_on")
    op.drop_table("closed_day")
    op.drop_table("room")


def _create_rooms() -> None:
    op.create_table(
        "room",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        _reference("room", "municipality_id", "municipality"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
    )
    op.create_index(op.f("ix_room_municipality_id"), "room", ["municipality_id"])


def _create_closed_days() -> None:
    table = "closed_day"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("municipality_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f(f"ck_{table}_first_before_last")),
        _reference(table, "municipality_id", "municipality"),
        _reference(table, "group_id", "group"),
        _reference(table, "created_by", "user"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for column in ("municipality_id", "group_id"):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _tie_sessions_to_slots() -> None:
    """Say of each session that there is which weekly meeting it was made from."""
    slot = sa.table(
        "timetable_slot",
        *(sa.column(name, sa.Uuid()) for name in ("id", "group_id")),
        sa.column("weekday", sa.Integer()),
        sa.column("starts_at", sa.Time()),
        *(sa.column(name, sa.Date()) for name in ("first_day", "last_day")),
    )
    session = sa.table(
        "group_session",
        *(sa.column(name, sa.Uuid()) for name in ("group_id", "slot_id")),
        sa.column("starts_at", sa.Time()),
        *(sa.column(name, sa.Date()) for name in ("day", "planned_on")),
    )
    connection = op.get_bind()
    for row in connection.execute(sa.select(slot)).all():
        connection.execute(
            sa.update(session)
            .where(session.c.group_id == row.group_id, session.c.starts_at == row.starts_at)
            .where(session.c.day.in_(_days_of(row.weekday, row.first_day, row.last_day)))
            .values(slot_id=row.id, planned_on=session.c.day)
        )


def _days_of(weekday: int, first_day: date, last_day: date) -> list[date]:
    length = (last_day - first_day).days
    days = (first_day + timedelta(days=number) for number in range(length + 1))
    return [day for day in days if day.isoweekday() == weekday]


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))
