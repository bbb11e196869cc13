"""python -m tests.migrations.schema_sql: writes db/schema.sql, by which people review what a migration does."""

from organizer import paths
from organizer.store import schema

PATH = paths.database() / "schema.sql"


def text() -> str:
    """Every statement of an empty file, as it is made today."""
    made = (statement.replace("\t", "    ").replace(" \n", "\n") for statement in schema.statements())
    return ";\n\n".join(made) + ";\n"


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
