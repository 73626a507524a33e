"""How Alembic runs our migrations: on the connection it is given, within its transaction."""

from alembic import context

from dialogue_prep.store.tables import schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema(),
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
