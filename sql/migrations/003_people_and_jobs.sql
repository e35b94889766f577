-- Who may do what, what was set aside, and work that goes on for a while.
-- Accounts and jobs belong to no book; everything of a book has book_id first.

CREATE TABLE person_account (
    account_id {{uuid}} NOT NULL,
    login text NOT NULL,
    password_hash text NOT NULL,
    shown_name text NOT NULL,
    disabled_at bigint,
    PRIMARY KEY (account_id)
){{plain}};

CREATE UNIQUE INDEX person_account_by_login ON person_account (login);

CREATE TABLE role_held (
    account_id {{uuid}} NOT NULL,
    role text NOT NULL,
    unit bigint NOT NULL,
    "from" bigint NOT NULL,
    until bigint,
    PRIMARY KEY (account_id, role, unit, "from")
){{plain}};

CREATE TABLE device (
    device_id {{uuid}} NOT NULL,
    account_id {{uuid}} NOT NULL,
    key_hash {{bytes}} NOT NULL,
    bound_at bigint NOT NULL,
    revoked_at bigint,
    PRIMARY KEY (device_id)
){{plain}};

-- An entry that was not accepted: kept whole, never deleted by the system.
CREATE TABLE sync_case (
    book_id {{uuid}} NOT NULL,
    entry_id {{uuid}} NOT NULL,
    entry_digest {{bytes}} NOT NULL,
    rule text NOT NULL,
    line text NOT NULL,
    opened_at bigint NOT NULL,
    replaces {{uuid}},
    closed_at bigint,
    outcome text,
    PRIMARY KEY (book_id, entry_id)
){{by_book}};

CREATE TABLE attachment (
    book_id {{uuid}} NOT NULL,
    sha256 {{bytes}} NOT NULL,
    content {{bytes}},
    stored_at bigint NOT NULL,
    PRIMARY KEY (book_id, sha256)
){{by_book}};

-- `state` is what the job needs to go on where it stopped, in its own words.
CREATE TABLE import_job (
    job_id {{uuid}} NOT NULL,
    kind text NOT NULL,
    source text NOT NULL,
    state text NOT NULL,
    started_at bigint NOT NULL,
    finished_at bigint,
    PRIMARY KEY (job_id)
){{plain}};
