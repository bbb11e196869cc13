"""Runs the migrations on the connection that `organizer.store.migrate` hands in, inside its one transaction."""

from alembic import context

from organizer.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True)
context.run_migrations()
