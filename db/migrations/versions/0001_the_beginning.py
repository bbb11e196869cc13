"""The beginning: every table of the first format, and the search index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SEARCHED = (
    "attachment",
    "campaign",
    "demand",
    "city",
    "site",
    "organisation",
    "person",
    "target",
    "picket",
    "letter",
    "fund",
    "donation",
    "press_release",
    "leaflet",
    "tag",
)


def attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("owner_kind", sa.String(), nullable=False),
        sa.Column("owner_uid", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
        sa.UniqueConstraint("uid", name="uq_attachment_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attachment_owner_uid", "attachment", ["owner_uid"], unique=False)


def city() -> None:
    op.create_table(
        "city",
        sa.Column("geoname_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_city"),
        sa.UniqueConstraint("geoname_id", name="uq_city_geoname_id"),
        sa.UniqueConstraint("uid", name="uq_city_uid"),
        sqlite_autoincrement=True,
    )


def draft() -> None:
    op.create_table(
        "draft",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("at_utc", sa.DateTime(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "name", name="pk_draft"),
    )


def journal() -> None:
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at_utc", sa.DateTime(), nullable=False),
        sa.Column("step", sa.String(length=4), nullable=False),
        sa.Column("of_id", sa.Integer(), nullable=True),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("edits", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_undone", "journal", ["undone"], unique=False)


def meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )


def picture() -> None:
    op.create_table(
        "picture",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("pixels", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_picture"),
    )


def tag() -> None:
    op.create_table(
        "tag",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tag"),
        sa.UniqueConstraint("name", name="uq_tag_name"),
        sa.UniqueConstraint("uid", name="uq_tag_uid"),
        sqlite_autoincrement=True,
    )


def touch() -> None:
    op.create_table(
        "touch",
        sa.Column("journal_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("journal_id", "kind", "record_id", name="pk_touch"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_touch_record", "touch", ["kind", "record_id", "journal_id"], unique=False)


def campaign() -> None:
    op.create_table(
        "campaign",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("started", sa.Date(), nullable=True),
        sa.Column("ended", sa.Date(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("slogans", sa.JSON(), nullable=False),
        sa.Column("contact_name", sa.String(), nullable=False),
        sa.Column("contact_phone", sa.String(), nullable=False),
        sa.Column("contact_phone_late", sa.String(), nullable=False),
        sa.Column("contact_email", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("imprint_country", sa.String(), nullable=False),
        sa.Column("imprint_publisher", sa.String(), nullable=False),
        sa.Column("imprint_address", sa.String(), nullable=False),
        sa.Column("imprint_printer", sa.String(), nullable=False),
        sa.Column("imprint_printer_address", sa.String(), nullable=False),
        sa.Column("colour_main", sa.String(), nullable=False),
        sa.Column("colour_accent", sa.String(), nullable=False),
        sa.Column("colour_dark", sa.String(), nullable=False),
        sa.Column("logo_id", sa.Integer(), nullable=True),
        sa.Column("initials", sa.String(), nullable=False),
        sa.Column("qr_target", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["logo_id"], ["attachment.id"], name="fk_campaign_logo_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_campaign"),
        sa.UniqueConstraint("uid", name="uq_campaign_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_campaign_logo_id", "campaign", ["logo_id"], unique=False)


def organisation() -> None:
    op.create_table(
        "organisation",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("city_id", sa.Integer(), nullable=True),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_organisation_city_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
        sa.UniqueConstraint("uid", name="uq_organisation_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_organisation_city_id", "organisation", ["city_id"], unique=False)
    op.create_index("ix_organisation_name", "organisation", ["name"], unique=False)


def person() -> None:
    op.create_table(
        "person",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("city_id", sa.Integer(), nullable=True),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_person_city_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("uid", name="uq_person_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_city_id", "person", ["city_id"], unique=False)
    op.create_index("ix_person_name", "person", ["name"], unique=False)


def site() -> None:
    op.create_table(
        "site",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("city_id", sa.Integer(), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("mission_of", sa.String(), nullable=False),
        sa.Column("directions", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_site_city_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_site"),
        sa.UniqueConstraint("uid", name="uq_site_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_site_city_id", "site", ["city_id"], unique=False)


def tagging() -> None:
    op.create_table(
        "tagging",
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.Column("record_kind", sa.String(), nullable=False),
        sa.Column("record_uid", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name="fk_tagging_tag_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_tagging"),
        sa.UniqueConstraint("uid", name="uq_tagging_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tagging_record", "tagging", ["record_kind", "record_uid"], unique=False)
    op.create_index("ix_tagging_tag_id", "tagging", ["tag_id"], unique=False)


def target() -> None:
    op.create_table(
        "target",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("office", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("city_id", sa.Integer(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("fax", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("salutation", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_target_city_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_target"),
        sa.UniqueConstraint("uid", name="uq_target_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_target_city_id", "target", ["city_id"], unique=False)


def affiliation() -> None:
    op.create_table(
        "affiliation",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("personal_capacity", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_affiliation_organisation_id", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_affiliation_person_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_affiliation"),
        sa.UniqueConstraint("uid", name="uq_affiliation_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_affiliation_organisation_id", "affiliation", ["organisation_id"], unique=False)
    op.create_index("ix_affiliation_person_id", "affiliation", ["person_id"], unique=False)


def demand() -> None:
    op.create_table(
        "demand",
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name="fk_demand_campaign_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_demand"),
        sa.UniqueConstraint("campaign_id", "number", "edition", name="uq_demand_campaign_id_number_edition"),
        sa.UniqueConstraint("uid", name="uq_demand_uid"),
        sqlite_autoincrement=True,
    )


def fund() -> None:
    op.create_table(
        "fund",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name="fk_fund_campaign_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_fund"),
        sa.UniqueConstraint("uid", name="uq_fund_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_fund_campaign_id", "fund", ["campaign_id"], unique=False)


def letter() -> None:
    op.create_table(
        "letter",
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("target_id", sa.Integer(), nullable=True),
        sa.Column("city_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("day_precision", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("tone", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("repeated", sa.Boolean(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("address_as_sent", sa.Text(), nullable=False),
        sa.Column("text_as_sent", sa.Text(), nullable=False),
        sa.Column("reply", sa.String(), nullable=False),
        sa.Column("reply_words", sa.String(), nullable=False),
        sa.Column("replied_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("import_key", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name="fk_letter_campaign_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_letter_city_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_letter_organisation_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_letter_person_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["target_id"], ["target.id"], name="fk_letter_target_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_letter"),
        sa.UniqueConstraint("uid", name="uq_letter_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_letter_book", "letter", ["campaign_id", "day", "id", "evidence", "quantity", "channel", "tone", "reply"], unique=False
    )
    op.create_index("ix_letter_campaign_id", "letter", ["campaign_id"], unique=False)
    op.create_index("ix_letter_city_id", "letter", ["city_id"], unique=False)
    op.create_index("ix_letter_day", "letter", ["day", "id"], unique=False)
    op.create_index("ix_letter_import_key", "letter", ["import_key"], unique=False)
    op.create_index("ix_letter_organisation_id", "letter", ["organisation_id"], unique=False)
    op.create_index("ix_letter_person_id", "letter", ["person_id"], unique=False)
    op.create_index("ix_letter_sum_by_city", "letter", ["campaign_id", "city_id", "quantity"], unique=False)
    op.create_index("ix_letter_sum_by_day", "letter", ["campaign_id", "day", "evidence", "quantity"], unique=False)
    op.create_index("ix_letter_target_id", "letter", ["target_id"], unique=False)


def picket() -> None:
    op.create_table(
        "picket",
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("city_id", sa.Integer(), nullable=True),
        sa.Column("site_id", sa.Integer(), nullable=True),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("day_of_action", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("day_precision", sa.String(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("people_low", sa.Integer(), nullable=True),
        sa.Column("people_high", sa.Integer(), nullable=True),
        sa.Column("people_about", sa.Boolean(), nullable=False),
        sa.Column("counted_by", sa.String(), nullable=False),
        sa.Column("notified_on", sa.Date(), nullable=True),
        sa.Column("notify_by", sa.Date(), nullable=True),
        sa.Column("notice_reference", sa.String(), nullable=False),
        sa.Column("notice_conditions", sa.Text(), nullable=False),
        sa.Column("handed_in", sa.Integer(), nullable=True),
        sa.Column("hand_in_result", sa.String(), nullable=False),
        sa.Column("taken_by", sa.String(), nullable=False),
        sa.Column("reply_due", sa.Date(), nullable=True),
        sa.Column("arrests", sa.Integer(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("import_key", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name="fk_picket_campaign_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["city_id"], ["city.id"], name="fk_picket_city_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name="fk_picket_site_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_picket"),
        sa.UniqueConstraint("uid", name="uq_picket_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_picket_campaign_id", "picket", ["campaign_id"], unique=False)
    op.create_index("ix_picket_city_id", "picket", ["city_id"], unique=False)
    op.create_index("ix_picket_day", "picket", ["day"], unique=False)
    op.create_index("ix_picket_import_key", "picket", ["import_key"], unique=False)
    op.create_index("ix_picket_site_id", "picket", ["site_id"], unique=False)


def donation() -> None:
    op.create_table(
        "donation",
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("fund_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("giver", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("amount_minor", sa.Integer(), nullable=False),
        sa.Column("fee_minor", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("receipt_number", sa.String(), nullable=False),
        sa.Column("void_reason", sa.String(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("import_key", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name="fk_donation_campaign_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["fund_id"], ["fund.id"], name="fk_donation_fund_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_donation_organisation_id", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_donation_person_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_donation"),
        sa.UniqueConstraint("uid", name="uq_donation_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_donation_campaign_id", "donation", ["campaign_id"], unique=False)
    op.create_index("ix_donation_day", "donation", ["day"], unique=False)
    op.create_index("ix_donation_fund_id", "donation", ["fund_id"], unique=False)
    op.create_index("ix_donation_import_key", "donation", ["import_key"], unique=False)
    op.create_index("ix_donation_organisation_id", "donation", ["organisation_id"], unique=False)
    op.create_index("ix_donation_person_id", "donation", ["person_id"], unique=False)
    op.create_index("ix_donation_reference", "donation", ["reference"], unique=False)


def leaflet() -> None:
    op.create_table(
        "leaflet",
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("picket_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("design", sa.String(), nullable=False),
        sa.Column("print_class", sa.String(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("demand_uids", sa.JSON(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("qr_target", sa.String(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name="fk_leaflet_campaign_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["photo_id"], ["attachment.id"], name="fk_leaflet_photo_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["picket_id"], ["picket.id"], name="fk_leaflet_picket_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_leaflet"),
        sa.UniqueConstraint("uid", name="uq_leaflet_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_leaflet_campaign_id", "leaflet", ["campaign_id"], unique=False)
    op.create_index("ix_leaflet_photo_id", "leaflet", ["photo_id"], unique=False)
    op.create_index("ix_leaflet_picket_id", "leaflet", ["picket_id"], unique=False)


def press_release() -> None:
    op.create_table(
        "press_release",
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("picket_id", sa.Integer(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("headline", sa.String(), nullable=False),
        sa.Column("subhead", sa.String(), nullable=False),
        sa.Column("dateline_place", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("embargo_day", sa.Date(), nullable=True),
        sa.Column("embargo_time", sa.Time(), nullable=True),
        sa.Column("embargo_zone", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("quote_by", sa.String(), nullable=False),
        sa.Column("more", sa.Text(), nullable=False),
        sa.Column("notes_to_editors", sa.Text(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("contact_name", sa.String(), nullable=False),
        sa.Column("contact_phone", sa.String(), nullable=False),
        sa.Column("contact_phone_late", sa.String(), nullable=False),
        sa.Column("contact_email", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_utc", sa.DateTime(), nullable=False),
        sa.Column("changed_utc", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name="fk_press_release_campaign_id", ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["picket_id"], ["picket.id"], name="fk_press_release_picket_id", ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_press_release"),
        sa.UniqueConstraint("uid", name="uq_press_release_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_press_release_campaign_id", "press_release", ["campaign_id"], unique=False)
    op.create_index("ix_press_release_day", "press_release", ["day"], unique=False)
    op.create_index("ix_press_release_picket_id", "press_release", ["picket_id"], unique=False)


def upgrade() -> None:
    attachment()
    city()
    draft()
    journal()
    meta()
    picture()
    tag()
    touch()
    campaign()
    organisation()
    person()
    site()
    tagging()
    target()
    affiliation()
    demand()
    fund()
    letter()
    picket()
    donation()
    leaflet()
    press_release()
    for kind in SEARCHED:
        op.execute(
            f"CREATE VIRTUAL TABLE search_{kind} USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
        )
        op.execute(f"INSERT INTO search_{kind}(search_{kind}, rank) VALUES ('secure-delete', 1)")
