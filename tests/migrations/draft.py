"""python -m tests.migrations.draft: prints the operations that are missing between the last migration and the records.

They go into the next file of db/migrations/versions after a look at each; `FORMAT` in organizer/store/tables.py counts on by one,
and `python -m tests.migrations.schema_sql` shows the outcome as SQL.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext

from organizer.store import engine, migrate
from organizer.store.tables import METADATA


def missing() -> str:
    """The operations as Python, or nothing but `pass`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "migrated.organizer"
        engine.born_private(path)
        bare = engine.connect(path, None)
        engine.settle(bare)
        migrate.upgrade(bare)
        with engine.engine_over(bare).connect() as connection:
            options = {"render_as_batch": True, "include_name": _is_ours, "compare_type": True}
            context = MigrationContext.configure(connection, opts=options)
            operations = produce_migrations(context, METADATA).upgrade_ops
            assert operations is not None
            code = render_python_code(operations)
        bare.close()
    return code.replace("organizer.records.base.Moment()", "sa.DateTime()")


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not (name or "").startswith(("search_", "sqlite_"))


if __name__ == "__main__":
    print(missing())
