CREATE TABLE attachment (
    name VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    sha256 VARCHAR NOT NULL,
    owner_kind VARCHAR NOT NULL,
    owner_uid VARCHAR NOT NULL,
    faces VARCHAR DEFAULT '' NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT uq_attachment_uid UNIQUE (uid)
);

CREATE INDEX ix_attachment_owner_uid ON attachment (owner_uid);

CREATE TABLE city (
    geoname_id INTEGER,
    name VARCHAR NOT NULL,
    country VARCHAR NOT NULL,
    latitude DOUBLE,
    longitude DOUBLE,
    time_zone VARCHAR NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT uq_city_geoname_id UNIQUE (geoname_id),
    CONSTRAINT uq_city_uid UNIQUE (uid)
);

CREATE TABLE compartment (
    kind VARCHAR(40) NOT NULL,
    made_utc DATETIME NOT NULL,
    salt BLOB NOT NULL,
    memory_kib INTEGER NOT NULL,
    passes INTEGER NOT NULL,
    lanes INTEGER NOT NULL,
    wrapped BLOB NOT NULL,
    CONSTRAINT pk_compartment PRIMARY KEY (kind)
);

CREATE TABLE draft (
    kind VARCHAR(40) NOT NULL,
    name VARCHAR(40) NOT NULL,
    at_utc DATETIME NOT NULL,
    fields TEXT NOT NULL,
    CONSTRAINT pk_draft PRIMARY KEY (kind, name)
);

CREATE TABLE erasure (
    day DATE,
    rule VARCHAR NOT NULL,
    people INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    uids JSON NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT uq_erasure_uid UNIQUE (uid)
);

CREATE TABLE journal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at_utc DATETIME NOT NULL,
    step VARCHAR(4) NOT NULL,
    of_id INTEGER,
    label TEXT NOT NULL,
    origin VARCHAR(40) NOT NULL,
    kinds TEXT NOT NULL,
    count INTEGER NOT NULL,
    undone BOOLEAN NOT NULL,
    edits BLOB
);

CREATE INDEX ix_journal_undone ON journal (undone);

CREATE TABLE meta (
    "key" VARCHAR(40) NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_meta PRIMARY KEY ("key")
);

CREATE TABLE picture (
    sha256 VARCHAR(64) NOT NULL,
    pixels BLOB NOT NULL,
    CONSTRAINT pk_picture PRIMARY KEY (sha256)
);

CREATE TABLE sealed (
    kind VARCHAR(40) NOT NULL,
    record_id INTEGER NOT NULL,
    box BLOB NOT NULL,
    CONSTRAINT pk_sealed PRIMARY KEY (kind, record_id)
);

CREATE TABLE tag (
    name VARCHAR NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT uq_tag_name UNIQUE (name),
    CONSTRAINT uq_tag_uid UNIQUE (uid)
);

CREATE TABLE touch (
    journal_id INTEGER NOT NULL,
    kind VARCHAR(40) NOT NULL,
    record_id INTEGER NOT NULL,
    CONSTRAINT pk_touch PRIMARY KEY (journal_id, kind, record_id)
)
 WITHOUT ROWID;

CREATE INDEX ix_touch_record ON touch (kind, record_id, journal_id);

CREATE TABLE campaign (
    name VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    country VARCHAR NOT NULL,
    started DATE,
    ended DATE,
    summary TEXT NOT NULL,
    slogans JSON NOT NULL,
    contact_name VARCHAR NOT NULL,
    contact_phone VARCHAR NOT NULL,
    contact_phone_late VARCHAR NOT NULL,
    contact_email VARCHAR NOT NULL,
    website VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    imprint_country VARCHAR NOT NULL,
    imprint_publisher VARCHAR NOT NULL,
    imprint_address VARCHAR NOT NULL,
    imprint_printer VARCHAR NOT NULL,
    imprint_printer_address VARCHAR NOT NULL,
    colour_main VARCHAR NOT NULL,
    colour_accent VARCHAR NOT NULL,
    colour_dark VARCHAR NOT NULL,
    logo_id INTEGER,
    initials VARCHAR NOT NULL,
    qr_target VARCHAR NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_campaign_logo_id FOREIGN KEY(logo_id) REFERENCES attachment (id) ON DELETE RESTRICT,
    CONSTRAINT uq_campaign_uid UNIQUE (uid)
);

CREATE INDEX ix_campaign_logo_id ON campaign (logo_id);

CREATE TABLE organisation (
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    city_id INTEGER,
    country VARCHAR NOT NULL,
    members INTEGER,
    email VARCHAR NOT NULL,
    phone VARCHAR NOT NULL,
    website VARCHAR NOT NULL,
    address TEXT NOT NULL,
    notes TEXT NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_organisation_city_id FOREIGN KEY(city_id) REFERENCES city (id) ON DELETE RESTRICT,
    CONSTRAINT uq_organisation_uid UNIQUE (uid)
);

CREATE INDEX ix_organisation_city_id ON organisation (city_id);

CREATE INDEX ix_organisation_name ON organisation (name);

CREATE TABLE person (
    name VARCHAR NOT NULL,
    anonymous BOOLEAN NOT NULL,
    city_id INTEGER,
    email VARCHAR NOT NULL,
    phone VARCHAR NOT NULL,
    address TEXT NOT NULL,
    languages JSON NOT NULL,
    notes TEXT NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_person_city_id FOREIGN KEY(city_id) REFERENCES city (id) ON DELETE RESTRICT,
    CONSTRAINT uq_person_uid UNIQUE (uid)
);

CREATE INDEX ix_person_city_id ON person (city_id);

CREATE INDEX ix_person_name ON person (name);

CREATE TABLE site (
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    city_id INTEGER,
    address VARCHAR NOT NULL,
    postcode VARCHAR NOT NULL,
    mission_of VARCHAR NOT NULL,
    directions TEXT NOT NULL,
    notes TEXT NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_site_city_id FOREIGN KEY(city_id) REFERENCES city (id) ON DELETE RESTRICT,
    CONSTRAINT uq_site_uid UNIQUE (uid)
);

CREATE INDEX ix_site_city_id ON site (city_id);

CREATE TABLE tagging (
    tag_id INTEGER NOT NULL,
    record_kind VARCHAR NOT NULL,
    record_uid VARCHAR NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_tagging_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id) ON DELETE RESTRICT,
    CONSTRAINT uq_tagging_uid UNIQUE (uid)
);

CREATE INDEX ix_tagging_record ON tagging (record_kind, record_uid);

CREATE INDEX ix_tagging_tag_id ON tagging (tag_id);

CREATE TABLE target (
    name VARCHAR NOT NULL,
    office VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    country VARCHAR NOT NULL,
    city_id INTEGER,
    address TEXT NOT NULL,
    email VARCHAR NOT NULL,
    phone VARCHAR NOT NULL,
    fax VARCHAR NOT NULL,
    website VARCHAR NOT NULL,
    salutation VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    retired BOOLEAN NOT NULL,
    notes TEXT NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_target_city_id FOREIGN KEY(city_id) REFERENCES city (id) ON DELETE RESTRICT,
    CONSTRAINT uq_target_uid UNIQUE (uid)
);

CREATE INDEX ix_target_city_id ON target (city_id);

CREATE TABLE affiliation (
    person_id INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL,
    role VARCHAR NOT NULL,
    since DATE,
    until DATE,
    personal_capacity BOOLEAN NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_affiliation_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_affiliation_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT uq_affiliation_uid UNIQUE (uid)
);

CREATE INDEX ix_affiliation_organisation_id ON affiliation (organisation_id);

CREATE INDEX ix_affiliation_person_id ON affiliation (person_id);

CREATE TABLE consent (
    person_id INTEGER NOT NULL,
    purpose VARCHAR NOT NULL,
    given_on DATE,
    way VARCHAR NOT NULL,
    withdrawn_on DATE,
    note TEXT NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_consent_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT uq_consent_uid UNIQUE (uid)
);

CREATE INDEX ix_consent_person_id ON consent (person_id);

CREATE TABLE demand (
    campaign_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    edition INTEGER NOT NULL,
    since DATE,
    texts JSON NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT uq_demand_campaign_id_number_edition UNIQUE (campaign_id, number, edition),
    CONSTRAINT fk_demand_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaign (id) ON DELETE RESTRICT,
    CONSTRAINT uq_demand_uid UNIQUE (uid)
);

CREATE TABLE fund (
    name VARCHAR NOT NULL,
    campaign_id INTEGER,
    purpose TEXT NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_fund_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaign (id) ON DELETE RESTRICT,
    CONSTRAINT uq_fund_uid UNIQUE (uid)
);

CREATE INDEX ix_fund_campaign_id ON fund (campaign_id);

CREATE TABLE letter (
    campaign_id INTEGER,
    organisation_id INTEGER,
    person_id INTEGER,
    target_id INTEGER,
    city_id INTEGER,
    day DATE,
    day_precision VARCHAR NOT NULL,
    channel VARCHAR NOT NULL,
    quantity INTEGER NOT NULL,
    tone VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL,
    repeated BOOLEAN NOT NULL,
    members INTEGER,
    subject VARCHAR NOT NULL,
    address_as_sent TEXT NOT NULL,
    text_as_sent TEXT NOT NULL,
    reply VARCHAR NOT NULL,
    reply_words VARCHAR NOT NULL,
    replied_on DATE,
    notes TEXT NOT NULL,
    import_key VARCHAR NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_letter_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaign (id) ON DELETE RESTRICT,
    CONSTRAINT fk_letter_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_letter_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_letter_target_id FOREIGN KEY(target_id) REFERENCES target (id) ON DELETE RESTRICT,
    CONSTRAINT fk_letter_city_id FOREIGN KEY(city_id) REFERENCES city (id) ON DELETE RESTRICT,
    CONSTRAINT uq_letter_uid UNIQUE (uid)
);

CREATE INDEX ix_letter_book ON letter (campaign_id, day, id, evidence, quantity, channel, tone, reply);

CREATE INDEX ix_letter_campaign_id ON letter (campaign_id);

CREATE INDEX ix_letter_city_id ON letter (city_id);

CREATE INDEX ix_letter_day ON letter (day, id);

CREATE INDEX ix_letter_import_key ON letter (import_key);

CREATE INDEX ix_letter_organisation_id ON letter (organisation_id);

CREATE INDEX ix_letter_person_id ON letter (person_id);

CREATE INDEX ix_letter_sum_by_city ON letter (campaign_id, city_id, quantity);

CREATE INDEX ix_letter_sum_by_day ON letter (campaign_id, day, evidence, quantity);

CREATE INDEX ix_letter_target_id ON letter (target_id);

CREATE TABLE picket (
    campaign_id INTEGER,
    kind VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    city_id INTEGER,
    site_id INTEGER,
    occasion VARCHAR NOT NULL,
    day_of_action VARCHAR NOT NULL,
    day DATE,
    day_precision VARCHAR NOT NULL,
    starts TIME,
    ends TIME,
    people_low INTEGER,
    people_high INTEGER,
    people_about BOOLEAN NOT NULL,
    counted_by VARCHAR NOT NULL,
    notified_on DATE,
    notify_by DATE,
    notice_reference VARCHAR NOT NULL,
    notice_conditions TEXT NOT NULL,
    handed_in INTEGER,
    hand_in_result VARCHAR NOT NULL,
    taken_by VARCHAR NOT NULL,
    reply_due DATE,
    arrests INTEGER NOT NULL,
    notes TEXT NOT NULL,
    import_key VARCHAR NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_picket_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaign (id) ON DELETE RESTRICT,
    CONSTRAINT fk_picket_city_id FOREIGN KEY(city_id) REFERENCES city (id) ON DELETE RESTRICT,
    CONSTRAINT fk_picket_site_id FOREIGN KEY(site_id) REFERENCES site (id) ON DELETE RESTRICT,
    CONSTRAINT uq_picket_uid UNIQUE (uid)
);

CREATE INDEX ix_picket_campaign_id ON picket (campaign_id);

CREATE INDEX ix_picket_city_id ON picket (city_id);

CREATE INDEX ix_picket_day ON picket (day);

CREATE INDEX ix_picket_import_key ON picket (import_key);

CREATE INDEX ix_picket_site_id ON picket (site_id);

CREATE TABLE sheet_text (
    campaign_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    answers JSON NOT NULL,
    printed_as JSON NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT uq_sheet_text_campaign_id_sheet UNIQUE (campaign_id, sheet),
    CONSTRAINT fk_sheet_text_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaign (id) ON DELETE RESTRICT,
    CONSTRAINT uq_sheet_text_uid UNIQUE (uid)
);

CREATE TABLE donation (
    campaign_id INTEGER,
    fund_id INTEGER,
    person_id INTEGER,
    organisation_id INTEGER,
    giver VARCHAR NOT NULL,
    day DATE,
    amount_minor INTEGER NOT NULL,
    fee_minor INTEGER NOT NULL,
    currency VARCHAR NOT NULL,
    way VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    reference VARCHAR NOT NULL,
    receipt_number VARCHAR NOT NULL,
    void_reason VARCHAR NOT NULL,
    notes TEXT NOT NULL,
    import_key VARCHAR NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_donation_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaign (id) ON DELETE RESTRICT,
    CONSTRAINT fk_donation_fund_id FOREIGN KEY(fund_id) REFERENCES fund (id) ON DELETE RESTRICT,
    CONSTRAINT fk_donation_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_donation_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) ON DELETE RESTRICT,
    CONSTRAINT uq_donation_uid UNIQUE (uid)
);

CREATE INDEX ix_donation_campaign_id ON donation (campaign_id);

CREATE INDEX ix_donation_day ON donation (day);

CREATE INDEX ix_donation_fund_id ON donation (fund_id);

CREATE INDEX ix_donation_import_key ON donation (import_key);

CREATE INDEX ix_donation_organisation_id ON donation (organisation_id);

CREATE INDEX ix_donation_person_id ON donation (person_id);

CREATE INDEX ix_donation_reference ON donation (reference);

CREATE TABLE leaflet (
    campaign_id INTEGER,
    picket_id INTEGER,
    name VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    design VARCHAR NOT NULL,
    paper VARCHAR DEFAULT 'A4' NOT NULL,
    print_class VARCHAR NOT NULL,
    languages JSON NOT NULL,
    back_language VARCHAR DEFAULT '' NOT NULL,
    texts JSON NOT NULL,
    demand_uids JSON NOT NULL,
    day DATE,
    starts TIME,
    ends TIME,
    qr_target VARCHAR NOT NULL,
    photo_id INTEGER,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_leaflet_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaign (id) ON DELETE RESTRICT,
    CONSTRAINT fk_leaflet_picket_id FOREIGN KEY(picket_id) REFERENCES picket (id) ON DELETE RESTRICT,
    CONSTRAINT fk_leaflet_photo_id FOREIGN KEY(photo_id) REFERENCES attachment (id) ON DELETE RESTRICT,
    CONSTRAINT uq_leaflet_uid UNIQUE (uid)
);

CREATE INDEX ix_leaflet_campaign_id ON leaflet (campaign_id);

CREATE INDEX ix_leaflet_photo_id ON leaflet (photo_id);

CREATE INDEX ix_leaflet_picket_id ON leaflet (picket_id);

CREATE TABLE press_release (
    campaign_id INTEGER,
    picket_id INTEGER,
    reference VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    paper VARCHAR NOT NULL,
    headline VARCHAR NOT NULL,
    subhead VARCHAR NOT NULL,
    dateline_place VARCHAR NOT NULL,
    day DATE,
    embargo_day DATE,
    embargo_time TIME,
    embargo_zone VARCHAR NOT NULL,
    body TEXT NOT NULL,
    quote TEXT NOT NULL,
    quote_by VARCHAR NOT NULL,
    more TEXT NOT NULL,
    notes_to_editors TEXT NOT NULL,
    facts JSON NOT NULL,
    contact_name VARCHAR NOT NULL,
    contact_phone VARCHAR NOT NULL,
    contact_phone_late VARCHAR NOT NULL,
    contact_email VARCHAR NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_press_release_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaign (id) ON DELETE RESTRICT,
    CONSTRAINT fk_press_release_picket_id FOREIGN KEY(picket_id) REFERENCES picket (id) ON DELETE RESTRICT,
    CONSTRAINT uq_press_release_uid UNIQUE (uid)
);

CREATE INDEX ix_press_release_campaign_id ON press_release (campaign_id);

CREATE INDEX ix_press_release_day ON press_release (day);

CREATE INDEX ix_press_release_picket_id ON press_release (picket_id);

CREATE TABLE print_run (
    campaign_id INTEGER,
    sheet VARCHAR NOT NULL,
    subject_kind VARCHAR NOT NULL,
    subject_uid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    layout VARCHAR NOT NULL,
    printed_on DATE,
    printed INTEGER NOT NULL,
    handed_out INTEGER NOT NULL,
    spoiled INTEGER NOT NULL,
    kept_at VARCHAR NOT NULL,
    picket_id INTEGER,
    print_class VARCHAR NOT NULL,
    demand_uids JSON NOT NULL,
    carries JSON NOT NULL,
    first_number INTEGER,
    last_number INTEGER,
    note TEXT NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(36) NOT NULL,
    version INTEGER NOT NULL,
    created_utc DATETIME NOT NULL,
    changed_utc DATETIME NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT fk_print_run_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaign (id) ON DELETE RESTRICT,
    CONSTRAINT fk_print_run_picket_id FOREIGN KEY(picket_id) REFERENCES picket (id) ON DELETE RESTRICT,
    CONSTRAINT uq_print_run_uid UNIQUE (uid)
);

CREATE INDEX ix_print_run_campaign_id ON print_run (campaign_id);

CREATE INDEX ix_print_run_picket_id ON print_run (picket_id);

CREATE INDEX ix_print_run_printed_on ON print_run (printed_on);

CREATE INDEX ix_print_run_subject_uid ON print_run (subject_uid);

CREATE VIRTUAL TABLE search_attachment USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_attachment(search_attachment, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_campaign USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_campaign(search_campaign, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_demand USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_demand(search_demand, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_city USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_city(search_city, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_site USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_site(search_site, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_organisation USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_organisation(search_organisation, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_person USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_person(search_person, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_target USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_target(search_target, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_picket USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_picket(search_picket, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_letter USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_letter(search_letter, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_fund USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_fund(search_fund, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_donation USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_donation(search_donation, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_press_release USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_press_release(search_press_release, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_leaflet USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_leaflet(search_leaflet, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_print_run USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_print_run(search_print_run, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE search_tag USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

INSERT INTO search_tag(search_tag, rank) VALUES ('secure-delete', 1);

CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));

INSERT INTO alembic_version (version_num) VALUES ('0004');
