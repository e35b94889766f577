-- Books and their entries: the record. These tables only ever gain columns.
-- Types and table options in double braces differ between engines: src/store/dialect.cpp.
-- Instants are ms UTC, days are days since 1970-01-01, ids inside a book are integers below 2^50.

CREATE TABLE book (
    book_id {{uuid}} NOT NULL,
    kind text NOT NULL,
    last_seq bigint NOT NULL,
    head_hash {{bytes}} NOT NULL,
    received_at bigint NOT NULL,
    rows_version bigint NOT NULL,
    PRIMARY KEY (book_id)
){{by_book}};

CREATE TABLE entry (
    book_id {{uuid}} NOT NULL,
    seq bigint NOT NULL,
    entry_id {{uuid}} NOT NULL,
    device {{uuid}} NOT NULL,
    author {{uuid}} NOT NULL,
    device_seq bigint NOT NULL,
    made_at bigint NOT NULL,
    received_at bigint NOT NULL,
    sent_by {{uuid}} NOT NULL,
    entry_digest {{bytes}} NOT NULL,
    hash {{bytes}} NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (book_id, seq)
){{by_book}};

CREATE UNIQUE INDEX entry_by_id ON entry (book_id, entry_id);

CREATE UNIQUE INDEX entry_by_device ON entry (book_id, device, device_seq);

CREATE TABLE entry_private (
    book_id {{uuid}} NOT NULL,
    seq bigint NOT NULL,
    part bigint NOT NULL,
    subject bigint,
    class text NOT NULL,
    salt {{bytes}},
    "text" text,
    digest {{bytes}} NOT NULL,
    PRIMARY KEY (book_id, seq, part)
){{by_book}};

CREATE TABLE disclosed (
    book_id {{uuid}} NOT NULL,
    subject bigint NOT NULL,
    field text NOT NULL,
    seq bigint NOT NULL,
    part bigint NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (book_id, subject, field)
){{by_book}};
