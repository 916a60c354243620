"""Run migrations on the connection that the diary hands over; its transaction is the diary's."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transaction_per_migration=False, render_as_batch=True)
context.run_migrations()
