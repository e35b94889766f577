-- How officers sign in, and who has read what. Of codes and tokens only hashes are kept.

CREATE UNIQUE INDEX person_account_one_login ON person_account (login) WHERE login <> '';

-- The second factor: RFC 6238. A step of time is accepted once.
CREATE TABLE totp (
    account_id {{uuid}} NOT NULL,
    secret {{bytes}} NOT NULL,
    confirmed_at bigint,
    last_step bigint NOT NULL,
    PRIMARY KEY (account_id)
){{plain}};

-- The hash before the last rotation counts until `previous_until`, for requests on their way.
CREATE TABLE web_session (
    session_id {{uuid}} NOT NULL,
    account_id {{uuid}} NOT NULL,
    token_hash {{bytes}} NOT NULL,
    previous_hash {{bytes}} NOT NULL,
    previous_until bigint NOT NULL,
    made_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    rotated_at bigint NOT NULL,
    browser text NOT NULL,
    weak_password bigint NOT NULL,
    PRIMARY KEY (session_id)
){{plain}};

CREATE INDEX web_session_by_account ON web_session (account_id);

-- A printed code that lets its owner choose a new password.
CREATE TABLE reset_slip (
    code_hash {{bytes}} NOT NULL,
    account_id {{uuid}} NOT NULL,
    made_by {{uuid}} NOT NULL,
    made_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    PRIMARY KEY (code_hash)
){{plain}};

-- A browser that has signed in before: what strangers get wrong does not slow it.
CREATE TABLE known_browser (
    token_hash {{bytes}} NOT NULL,
    account_id {{uuid}} NOT NULL,
    seen_at bigint NOT NULL,
    PRIMARY KEY (token_hash)
){{plain}};

-- Wrong tries of one login from one client or known browser; the key is a hash of both.
CREATE TABLE sign_in_failure (
    key_hash {{bytes}} NOT NULL,
    failures bigint NOT NULL,
    last_at bigint NOT NULL,
    PRIMARY KEY (key_hash)
){{plain}};

-- Why somebody from above the commune looked at a book's names; it opens them for one session.
CREATE TABLE reading_reason (
    session_id {{uuid}} NOT NULL,
    book_id {{uuid}} NOT NULL,
    given_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (session_id, book_id)
){{plain}};

-- What was read of people, for those above to see. `subject` 0: nobody in particular.
CREATE TABLE read_log (
    book_id {{uuid}} NOT NULL,
    at bigint NOT NULL,
    read_id {{uuid}} NOT NULL,
    account_id {{uuid}} NOT NULL,
    what text NOT NULL,
    subject bigint NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (book_id, at, read_id)
){{by_book}};

CREATE INDEX read_log_by_time ON read_log (at);
