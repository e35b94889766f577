-- People, what they may do, and the devices that are bound to clubs. Nothing was written to these
-- tables before: they are made anew.

DROP TABLE role_held;
DROP TABLE device;
DROP TABLE person_account;

-- `login` is empty for the account of a club's phone, which signs in with its key.
CREATE TABLE person_account (
    account_id {{uuid}} NOT NULL,
    login text NOT NULL,
    password_hash text NOT NULL,
    shown_name text NOT NULL,
    disabled_at bigint,
    PRIMARY KEY (account_id)
){{plain}};

CREATE INDEX person_account_by_login ON person_account (login);

-- At a unit, or at one club's book (nil: none). Dates are business dates; `until` is the first day
-- without the role.
CREATE TABLE role_held (
    account_id {{uuid}} NOT NULL,
    role text NOT NULL,
    unit bigint NOT NULL,
    book_id {{uuid}} NOT NULL,
    "from" bigint NOT NULL,
    until bigint,
    PRIMARY KEY (account_id, role, unit, book_id, "from")
){{plain}};

CREATE TABLE device (
    device_id {{uuid}} NOT NULL,
    account_id {{uuid}} NOT NULL,
    book_id {{uuid}} NOT NULL,
    name text NOT NULL,
    key_hash {{bytes}} NOT NULL,
    bound_at bigint NOT NULL,
    core_version text NOT NULL,
    revoked_at bigint,
    PRIMARY KEY (device_id)
){{plain}};

CREATE INDEX device_by_book ON device (book_id);

-- Only the hash of a code is kept.
CREATE TABLE enrolment_card (
    code_hash {{bytes}} NOT NULL,
    book_id {{uuid}} NOT NULL,
    made_by {{uuid}} NOT NULL,
    made_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_by {{uuid}},
    used_at bigint,
    PRIMARY KEY (code_hash)
){{plain}};
