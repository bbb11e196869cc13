"""Print runs, a campaign's own words on its sheets; paper and back of a leaflet; who looked for faces in a picture.

In texts of leaflets and press releases one star meant bold; it means italics now, and two mean bold.
"""

import json
import re

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def print_run() -> None:
    op.create_table(
        "print_run",
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_uid", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("layout", sa.String(), nullable=False),
        sa.Column("printed_on", sa.Date(), nullable=True),
        sa.Column("printed", sa.Integer(), nullable=False),
        sa.Column("handed_out", sa.Integer(), nullable=False),
        sa.Column("spoiled", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.String(), nullable=False),
        sa.Column("picket_id", sa.Integer(), nullable=True),
        sa.Column("print_class", sa.String(), nullable=False),
        sa.Column("demand_uids", sa.JSON(), nullable=False),
        sa.Column("carries", sa.JSON(), nullable=False),
        sa.Column("first_number", sa.Integer(), nullable=True),
        sa.Column("last_number", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name="fk_print_run_campaign_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["picket_id"], ["picket.id"], name="fk_print_run_picket_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_print_run"),
        sa.UniqueConstraint("uid", name="uq_print_run_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_print_run_campaign_id", "print_run", ["campaign_id"], unique=False)
    op.create_index("ix_print_run_picket_id", "print_run", ["picket_id"], unique=False)
    op.create_index("ix_print_run_printed_on", "print_run", ["printed_on"], unique=False)
    op.create_index("ix_print_run_subject_uid", "print_run", ["subject_uid"], unique=False)
    op.execute(
        "CREATE VIRTUAL TABLE search_print_run USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    )
    op.execute("INSERT INTO search_print_run(search_print_run, rank) VALUES ('secure-delete', 1)")


def sheet_text() -> None:
    op.create_table(
        "sheet_text",
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("printed_as", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name="fk_sheet_text_campaign_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_sheet_text"),
        sa.UniqueConstraint("campaign_id", "sheet", name="uq_sheet_text_campaign_id_sheet"),
        sa.UniqueConstraint("uid", name="uq_sheet_text_uid"),
        sqlite_autoincrement=True,
    )


ONE_STAR = re.compile(r"(?<!\*)\*(?=[^\s*])([^*\n\u2028]*[^\s*])\*(?!\*)")


def two_stars(words: str) -> str:
    return ONE_STAR.sub(r"**\1**", words)


def bold_words() -> None:
    bind = op.get_bind()
    for number, texts in bind.execute(sa.text("SELECT id, texts FROM leaflet")).all():
        said = json.loads(texts)
        for fields in said.values():
            fields.update({"body": two_stars(fields["body"])} if "body" in fields else {})
        if said != json.loads(texts):
            changed = {"texts": json.dumps(said), "id": number}
            bind.execute(sa.text("UPDATE leaflet SET texts = :texts WHERE id = :id"), changed)
    for column in ("body", "more", "notes_to_editors"):
        for number, words in bind.execute(sa.text(f"SELECT id, {column} FROM press_release")).all():
            if two_stars(words) != words:
                changed = {"words": two_stars(words), "id": number}
                bind.execute(sa.text(f"UPDATE press_release SET {column} = :words WHERE id = :id"), changed)


def upgrade() -> None:
    # Columns are added with what rows without them mean: making the tables anew would lose which ids were given before
    op.add_column("attachment", sa.Column("faces", sa.String(), server_default="", nullable=False))
    op.add_column("leaflet", sa.Column("paper", sa.String(), server_default="A4", nullable=False))
    op.add_column("leaflet", sa.Column("back_language", sa.String(), server_default="", nullable=False))
    print_run()
    sheet_text()
    bold_words()
