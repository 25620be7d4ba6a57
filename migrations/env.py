"""Runs the migrations on the engine that the application hands over."""

from alembic import context

from app.features import METADATA

engine = context.config.attributes["engine"]

with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            # A migration must never wait behind a long read while everybody waits behind it.
            connection.exec_driver_sql("SET LOCAL lock_timeout = '5s'")
        context.run_migrations()
    connection.commit()
